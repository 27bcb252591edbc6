import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type appForTests as App,
  appForTests,
  beginCase,
  get,
  post,
  record,
  sendApplication,
  whoYouAre,
  wordsOf,
} from './app-for-tests.js';

let app: Awaited<ReturnType<typeof App>>;
beforeAll(async () => {
  app = await appForTests();
});
afterAll(() => app.close());

const pageAt = (at: string, name: string): string => `${at}/forms/application/pages/${name}`;

test('The first page lists every programme below the folder', async () => {
  const page = await get(app, '/');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<a class="rubric-choice__link" href="/gardening">Gardening Together</a>');
});

test('A definition is read as an outline, its clauses beside it', async () => {
  const page = await get(app, '/gardening');
  expect(page.statusCode).toBe(200);
  const words = wordsOf(page.body);
  expect(words).toContain('The applicant must be 18 or over.');
  expect(words).toContain('Clause 3 Must The applicant is 18 or over.');
});

test('A form begins with a case of its own, whose address cannot be guessed', async () => {
  const start = await get(app, '/gardening/forms/application');
  expect(wordsOf(start.body)).toContain('The answers are kept only while this server runs.');
  const begun = await post(app, '/gardening/forms/application');
  expect(begun.statusCode).toBe(303);
  expect(begun.headers.location).toMatch(/^\/gardening\/cases\/[A-Za-z0-9_-]{24}\/forms\/application$/);
  const again = await post(app, '/gardening/forms/application');
  expect(again.headers.location).not.toBe(begun.headers.location);
});

test('The task list says how far each page is', async () => {
  const at = await beginCase(app);
  const states = async (): Promise<string[]> => {
    const { body } = await get(app, `${at}/forms/application`);
    return [...body.matchAll(/id="status-[^"]*">(?:<strong[^>]*>)?([^<]*)/g)].map((found) => found[1] ?? '');
  };
  expect(await states()).toEqual(['Not started', 'Not started', 'Not started', 'Cannot start yet', 'Not started']);
  await post(app, pageAt(at, 'who-you-are'), whoYouAre);
  await post(app, pageAt(at, 'garden'), { 'root[poisons-used]': 'no' });
  await post(app, pageAt(at, 'family'), { do: 'add:children' });
  expect(await states()).toEqual(['Completed', 'Completed', 'In progress', 'Not needed', 'Not started']);
  await post(app, pageAt(at, 'garden'), { 'root[poisons-used]': 'yes' });
  expect(await states()).toEqual(['Completed', 'Completed', 'In progress', 'Not started', 'Not started']);
});

test('A saved page goes on to the next that is asked, and the last to the answers', async () => {
  const at = await beginCase(app);
  const first = await post(app, pageAt(at, 'who-you-are'), whoYouAre);
  expect(first.headers.location).toBe(pageAt(at, 'garden'));
  const third = await post(app, pageAt(at, 'family'), { 'root[partner-known]': 'no' });
  // "Poisons" is passed over, as nothing is known of them.
  expect(third.headers.location).toBe(pageAt(at, 'confirmation'));
  const last = await post(app, pageAt(at, 'confirmation'), { 'root[signed-by-hand]': 'Sam Reed' });
  expect(last.headers.location).toBe(`${at}/forms/application/check`);
  const changed = await post(app, `${pageAt(at, 'who-you-are')}?back=check`, whoYouAre);
  expect(changed.headers.location).toBe(`${at}/forms/application/check`);
});

test('A page with faults is shown again as it was typed, with each fault said twice and linked once', async () => {
  const at = await beginCase(app);
  const fields = {
    ...whoYouAre,
    'root[full-name]': ' ',
    'root[date-of-birth][day]': '31',
    'root[date-of-birth][month]': '2',
  };
  const sent = await post(app, pageAt(at, 'who-you-are'), fields);
  expect(sent.statusCode).toBe(303);
  expect(sent.headers.location).toBe(pageAt(at, 'who-you-are'));
  const { body } = await get(app, pageAt(at, 'who-you-are'));
  expect(body).toContain('<title>Error: Who you are');
  expect(body).toContain('<a href="#root_full-name">Enter full name</a>');
  expect(body).toContain('<a href="#root_date-of-birth">Date of birth must be a real date, like 27 3 1985</a>');
  expect(body).toMatch(/name="root\[date-of-birth\]\[day\]"[^>]*value="31"/);
  expect(body).toMatch(/name="root\[date-of-birth\]\[month\]"[^>]*value="2"/);
  expect(body.match(/Enter full name/g)?.length).toBeGreaterThanOrEqual(2);
});

test('Questions that an answer brings up are asked before the page is left', async () => {
  const at = await beginCase(app);
  const sent = await post(app, pageAt(at, 'who-you-are'), { ...whoYouAre, 'root[source]': 'agency' });
  expect(sent.statusCode).toBe(200);
  const words = wordsOf(sent.body);
  expect(words).toContain('there are further questions on this page');
  expect(words).toContain('Name of the agency');
  expect(words).not.toContain('There is a problem');
  const seen = `${whoYouAre.seen} agency-name agency-email`;
  const again = await post(app, pageAt(at, 'who-you-are'), { ...whoYouAre, 'root[source]': 'agency', seen });
  expect(again.headers.location).toBe(pageAt(at, 'who-you-are'));
  expect(wordsOf((await get(app, pageAt(at, 'who-you-are'))).body)).toMatch(/Enter (the )?name of the agency/);
});

test('Without JavaScript an entry is added and taken away by its buttons, and the rest is kept', async () => {
  const at = await beginCase(app);
  const family = pageAt(at, 'family');
  const typed = { 'root[partner-known]': 'no', 'root[children][0][age]': 'seven' };
  const added = await post(app, family, { ...typed, do: 'add:children' });
  expect(added.headers.location).toBe(`${family}#root_children_1`);
  const two = (await get(app, family)).body;
  expect(two).toMatch(/name="root\[children\]\[0\]\[age\]"[^>]*value="seven"/);
  expect(two).toContain('name="root[children][1][age]"');
  expect(wordsOf(two)).not.toContain('There is a problem');
  await post(app, family, { ...typed, 'root[children][1][age]': '9', do: 'remove:children:0' });
  const one = (await get(app, family)).body;
  expect(one).toMatch(/name="root\[children\]\[0\]\[age\]"[^>]*value="9"/);
  expect(one).not.toContain('name="root[children][1][age]"');
});

test('A button for what the page does not ask does nothing but save', async () => {
  const at = await beginCase(app);
  for (const deed of ['add:__proto__', 'add:constructor', 'remove:children:99', 'clear:nothing', 'x'.repeat(5_000)]) {
    const sent = await post(app, pageAt(at, 'family'), { 'root[partner-known]': 'no', do: deed });
    expect(sent.statusCode).toBeLessThan(400);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('The answers are shown before they are sent, hers among them, each with where to change it', async () => {
  const at = await beginCase(app);
  await post(app, pageAt(at, 'who-you-are'), whoYouAre);
  await post(app, pageAt(at, 'family'), {
    'root[partner-known]': 'yes',
    'root[partners][0][phone]': '07700 900 982',
    seen: 'partner-known partners partners.0.name partners.0.phone children',
  });
  const { body } = await get(app, `${at}/forms/application/check`);
  expect(wordsOf(body)).toContain('Date of birth Wednesday 27 March 1985 Change : Date of birth');
  expect(body).toContain(`href="${pageAt(at, 'who-you-are')}?back=check#root_date-of-birth"`);
  expect(wordsOf(body)).toContain('07700 900 982');
});

test('A form that lacks what it must have is not sent, and says what is lacking', async () => {
  const at = await beginCase(app);
  const tried = await post(app, `${at}/forms/application/check`);
  expect(tried.statusCode).toBe(200);
  expect(wordsOf(tried.body)).toContain('Enter full name');
  expect(tried.body).toContain(`href="${pageAt(at, 'who-you-are')}?back=check#root_full-name"`);
  expect(wordsOf((await get(app, `${at}/decision`)).body)).toContain('This is not sent yet');
});

test('A sent form leads to a decision with what is still missing, from whom, and where it is asked', async () => {
  const at = await beginCase(app);
  await sendApplication(app, at);
  const { body } = await get(app, `${at}/decision`);
  const words = wordsOf(body);
  // All of the form is answered; one judgement, one consent and one signature are open.
  expect(words).toContain('Decision: Not enough information');
  expect(words).toContain('Decided for Monday 2 March 2026.');
  expect(words).toContain('Course lead Is the applicant keen to garden? (waiting for a judgement)');
  expect(body).toContain(`href="${at}/judgements/keen"`);
});

test('Judgements, consents and signatures are recorded, and settle the decision', async () => {
  const at = await beginCase(app);
  await sendApplication(app, at);
  expect((await record(app, at, 'keen', 'yes')).headers.location).toBe(`${at}/judgements`);
  await record(app, at, 'photographs', 'given');
  await record(app, at, 'rules-signed', 'signed');
  const list = wordsOf((await get(app, `${at}/judgements`)).body);
  expect(list).toContain('Yes Course lead, Monday 2 March 2026 Reason: That was said when we met.');
  const decision = wordsOf((await get(app, `${at}/decision`)).body);
  // 4 years of experience, the child is 7, he is 40: every requirement is met and nothing is against him.
  expect(decision).toContain('Decision: Eligible');
  expect(decision).toContain('This is settled');
  await record(app, at, 'keen', 'no');
  expect(wordsOf((await get(app, `${at}/decision`)).body)).toContain('Decision: Not eligible');
});

test('A judgement without a reason, or made tomorrow, is not recorded', async () => {
  const at = await beginCase(app);
  const bare = await record(app, at, 'keen', 'yes', { 'root[rubric_reason]': ' ' });
  expect(wordsOf(bare.body)).toContain('Enter the reason for this judgement');
  const early = await record(app, at, 'keen', 'yes', { 'root[rubric_when][day]': '3' });
  expect(wordsOf(early.body)).toContain('The date must be today or in the past');
  const somebody = await record(app, at, 'keen', 'yes', { 'root[rubric_who]': 'participant' });
  expect(wordsOf(somebody.body)).toContain('There is a problem');
  expect(wordsOf((await get(app, `${at}/judgements`)).body)).not.toContain('Recorded');
});

test('The day of the decision can be chosen, and what came later does not count for it', async () => {
  const at = await beginCase(app);
  await sendApplication(app, at);
  const wrong = await post(app, `${at}/decision`, { 'day[day]': '30', 'day[month]': '2', 'day[year]': '2026' });
  expect(wordsOf(wrong.body)).toContain('The day must be a real date');
  expect(wrong.body).toContain('value="30"');
  await post(app, `${at}/decision`, { 'day[day]': '1', 'day[month]': '3', 'day[year]': '2026' });
  const before = wordsOf((await get(app, `${at}/decision`)).body);
  expect(before).toContain('Decided for Sunday 1 March 2026.');
  expect(before).toContain('Something was recorded after Sunday 1 March 2026, first on Monday 2 March 2026.');
  expect(before).toContain('Date of birth (not answered yet)');
  await post(app, `${at}/decision`, { today: 'yes' });
  expect(wordsOf((await get(app, `${at}/decision`)).body)).toContain('Decided for Monday 2 March 2026.');
});

test('Once the form was sent, nothing of the partner stands on any page of the case', async () => {
  const at = await beginCase(app);
  await sendApplication(app, at);
  const pages = ['/forms/application', '/forms/application/check', '/judgements', '/decision'];
  const forms = ['who-you-are', 'garden', 'family', 'confirmation'].map((name) => `/forms/application/pages/${name}`);
  for (const page of [...pages, ...forms]) {
    const { body, statusCode } = await get(app, `${at}${page}`);
    expect(statusCode).toBe(200);
    expect(body).not.toContain('07700');
    expect(body).not.toContain('Onymous');
  }
  expect(wordsOf((await get(app, `${at}/forms/application/check`)).body)).toContain('Partners Kept apart');
});

test('Changed answers are sent again: what was taken back counts no more, and hers stays as it was', async () => {
  const at = await beginCase(app);
  await sendApplication(app, at);
  await post(app, pageAt(at, 'garden'), { 'root[poisons-used]': 'no', 'root[experience]': '' });
  await post(app, pageAt(at, 'family'), {
    'root[partner-known]': 'yes',
    'root[children][0][age]': '2',
    'root[children][0][at-school]': 'no',
  });
  await post(app, `${at}/forms/application/check`);
  const words = wordsOf((await get(app, `${at}/decision`)).body);
  // A child of 2 is under 3.
  expect(words).toContain('Decision: Excluded');
  expect(words).toContain('Children under 3 cannot be in the garden.');
});

test('What the provider declares to stand on a form or a page stands there', async () => {
  const at = await beginCase(app);
  const said = 'We ask only what we need.';
  expect(wordsOf((await get(app, '/gardening/forms/application')).body)).toContain(said);
  expect(wordsOf((await get(app, `${at}/forms/application`)).body)).toContain(said);
  const page = wordsOf((await get(app, pageAt(at, 'confirmation'))).body);
  expect(page).toContain('By signing you keep the garden rules.');
  expect(page).not.toContain(said);
});

test('A form that is hers alone is a case of its own, and stands on no page of his', async () => {
  const his = await beginCase(app);
  await sendApplication(app, his);
  for (const page of ['/forms/application', '/judgements', '/decision']) {
    expect((await get(app, `${his}${page}`)).body).not.toContain('Contact with you');
  }
  expect((await get(app, `${his}/forms/for-the-partner`)).statusCode).toBe(404);
  expect((await get(app, `${his}/forms/for-the-partner/pages/you`)).statusCode).toBe(404);

  const begun = await post(app, '/gardening/forms/for-the-partner');
  const hers = String(begun.headers.location);
  await post(app, `${hers}/pages/you`, { 'root[her-wish]': 'A quiet word' });
  expect(wordsOf((await get(app, `${hers}/check`)).body)).toContain('A quiet word');
  expect((await post(app, `${hers}/check`)).headers.location).toBe(hers);
  for (const page of ['', '/check', '/pages/you']) {
    expect((await get(app, `${hers}${page}`)).body).not.toContain('A quiet word');
  }
  const sent = await get(app, hers);
  expect(wordsOf(sent.body)).toContain('Thank you. This was sent, and is kept apart');
  expect(sent.body).not.toContain('/decision');
});

test('The judgement in force is shown, which is the one for the latest day, and what was recorded for an earlier day beside it', async () => {
  const at = await beginCase(app);
  await sendApplication(app, at);
  await record(app, at, 'keen', 'yes');
  const shown = async () => wordsOf((await get(app, `${at}/judgements`)).body);
  expect(await shown()).not.toContain('Recorded since');
  await record(app, at, 'keen', 'no', { 'root[rubric_when][day]': '1' });
  expect(await shown()).toContain(
    'Yes Course lead, Monday 2 March 2026 Reason: That was said when we met. Recorded since, for an earlier day: “No” for Sunday 1 March 2026. The answer for the later day counts.',
  );
  // What may be recorded again starts from what counts.
  const { body } = await get(app, `${at}/judgements/keen`);
  expect(body).toMatch(/name="root\[rubric_when\]\[day\]"[^>]*value="2"/);
  await post(app, `${at}/decision`, { 'day[day]': '1', 'day[month]': '3', 'day[year]': '2026' });
  expect(await shown()).toContain('No Course lead, Sunday 1 March 2026');
  expect(await shown()).toContain('Recorded for a later day than the one decided for: “Yes” for Monday 2 March 2026.');
});

test('Answers changed after the sending are said not to count until they are sent again', async () => {
  const at = await beginCase(app);
  await sendApplication(app, at);
  const said = 'Answers were changed and have not been sent again.';
  const decision = async () => get(app, `${at}/decision`);
  expect(wordsOf((await decision()).body)).not.toContain(said);
  await post(app, pageAt(at, 'garden'), { 'root[poisons-used]': 'no', 'root[experience]': '0' });
  const { body } = await decision();
  expect(wordsOf(body)).toContain(`${said} They do not count until they are: Application form`);
  expect(body).toContain(`href="${at}/forms/application/check"`);
  await post(app, `${at}/forms/application/check`);
  expect(wordsOf((await decision()).body)).not.toContain(said);
  // An old tab with other details of hers changes nothing that could be sent.
  await post(app, pageAt(at, 'family'), {
    'root[partner-known]': 'yes',
    'root[partners][0][phone]': '07700 900 111',
    'root[children][0][age]': '7',
    'root[children][0][at-school]': 'no',
  });
  expect(wordsOf((await decision()).body)).not.toContain(said);
});
