/** What whoever sent a referral sees of it, adds to it and asks for; and what he never sees. */
import { expect, test } from 'vitest';
import {
  aReferral,
  begin,
  fillIn,
  portalForReferring,
  refer,
  type Visitor,
  wordsOf,
} from '../referring/portal-for-referring.js';

const portal = await portalForReferring();
const { ask, at, outside, inside, office } = portal;

const pagesOf = (ref: string): string[] => {
  const own = `/still-river/my-referrals/${ref}`;
  return ['/still-river/my-referrals', own, `${own}/sent`, `${own}/tell/incident`, `${own}/appeal/review`];
};
const everything = async (visitor: Visitor, ref: string): Promise<string> => {
  const pages: string[] = [];
  for (const page of pagesOf(ref)) pages.push((await visitor.ask('GET', page)).payload);
  return pages.join('\n');
};
const staffActor = async (role = 'service-lead') => ({
  programme: 'still-river',
  person: `${role}-for-tests`,
  name: 'Sal',
  email: 'sal@service.example',
  role,
  called: role,
  roles: [role],
  side: 'inside' as const,
  supporter: false,
  seesHers: false,
  sites: 'all' as const,
});
/** Something that staff record, as the present moment. */
const record = async (ref: string, what: string, more: { reason?: string; values?: Record<string, string> } = {}) => {
  const now = portal.now();
  const outcome = await office.cases.record(await staffActor(), ref, {
    key: `test-${ref}-${what}-${now}-long-enough`,
    events: [{ kind: 'happened', what, happened: now, learned: now, values: {}, ...more }],
  });
  if (outcome?.kind !== 'recorded') throw new Error(JSON.stringify(outcome && 'because' in outcome && outcome.because));
};

test('nothing of hers is shown to whoever typed it, once it was sent: on no page, and in no answer to change', async () => {
  const kim = await outside('Kim');
  const ref = await refer(kim);
  const shown = await everything(kim, ref);
  await kim.get(`/still-river/my-referrals/${ref}`);
  await kim.send(`/still-river/my-referrals/${ref}/answers`);
  const more = kim.at.split('/pages/')[0] ?? kim.at;
  expect(await kim.get(`${more}/pages/the-man`)).toContain('The man');
  expect(kim.page).toContain('value="Zoltan Invented"');
  const own = [kim.page];
  // What is kept apart is hers alone: of all else that was sent, that is not to be said.
  expect(await kim.get(more)).toContain('This form was sent. You can change its answers and send it again.');
  expect(kim.page).not.toContain('kept apart from everything');
  for (const page of ['', '/pages/who-refers', '/pages/family', '/check'])
    own.push((await kim.ask('GET', `${more}${page}`)).payload);
  own.push((await kim.ask('GET', '/still-river/my-referrals')).payload);
  const all = [shown, ...own].join('\n');
  expect(all).toContain('Zoltan Invented');
  expect(all).not.toMatch(/Petra|Canary|07700|900 ?982/);
  const [draft] = await ask<{ all: string }>(
    'owner',
    `select (select string_agg(kept::text, '') from rubric.draft) || (select string_agg(kept::text, '') from hers.draft) as all`,
  );
  expect(draft?.all).toContain('Zoltan');
  expect(draft?.all).not.toContain('Canary');
});

test('the referral of somebody else answers like one that never was', async () => {
  const [kim, ines] = [await outside('Kim'), await outside('Ines')];
  const ref = await refer(kim);
  for (const [own, none] of pagesOf(ref)
    .slice(1)
    .map((page) => [page, page.replace(ref, 'AAAA-AAAA')] as const)) {
    const [others, unknown] = [await ines.ask('GET', own), await ines.ask('GET', none)];
    expect([others.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect(others.payload).toBe(unknown.payload);
  }
  expect(await ines.get('/still-river/my-referrals')).toContain('Nothing has been sent yet.');
  await ines.get('/still-river/refer');
  expect(
    (await ines.ask('POST', `/still-river/my-referrals/${ref}/tell/incident`, { 'root[rubric_words]': 'x' }))
      .statusCode,
  ).toBe(404);
});

test('people inside have no referrals of their own here', async () => {
  const fay = await inside('Fay', 'still-river', 'facilitator');
  expect((await fay.ask('GET', '/still-river/my-referrals')).statusCode).toBe(404);
  expect(await fay.get('/still-river/refer')).toContain('You work here, so you send no referrals of your own.');
  expect((await fay.ask('POST', '/still-river/refer', { form: 'referral' })).statusCode).toBe(404);
});

test('what a referral lacks is listed with where to answer it, and answering adds to the same case', async () => {
  const kim = await outside('Lacking');
  const form = await begin(kim);
  await fillIn(kim, form, {
    'who-refers': aReferral['who-refers'],
    // Without his date of birth the page cannot be saved; what was typed is kept.
    'the-man': { 'root[full-name]': 'Zoltan Invented', 'root[sex]': 'man' },
  });
  await kim.get(`${form}/check`);
  expect(await kim.send(`${form}/check`)).toContain('Enter the date of birth');
  expect(kim.page).toContain('value="it-is" name="as"');
  expect(await kim.send(`${form}/check`, { as: 'it-is' })).toContain('Something is missing from it.');
  const ref = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(kim.at)?.[0] ?? '';
  const words = await kim.get(`/still-river/my-referrals/${ref}`);
  expect(words).toContain('We need something from you');
  expect(words).toContain('Your referral does not say this yet: Date of birth');
  expect(await kim.send(`/still-river/my-referrals/${ref}/answers`)).toContain('Date of birth');
  expect(kim.at).toMatch(/\/refer\/[\w-]{24}\/pages\/the-man$/);
  const more = kim.at.replace('/pages/the-man', '');
  await fillIn(kim, more, { 'the-man': aReferral['the-man'] });
  await kim.get(`${more}/check`);
  expect(await kim.send(`${more}/check`)).not.toContain('We need something from you');
  expect(kim.at).toBe(`/still-river/my-referrals/${ref}`);
  const events = await ask<{ payload: { values: object } }>(
    'owner',
    `select payload from rubric.case_event where ref = $1 and payload ->> 'kind' = 'answered' order by number`,
    [ref],
  );
  // The second says what is new, and nothing that was said before.
  expect(events.map(({ payload }) => payload.values)).toEqual([
    { 'referrer-email': 'kim@agency.example', area: 'north', 'full-name': 'Zoltan Invented', sex: 'man' },
    { 'date-of-birth': '1985-03-27' },
  ]);
});

test('a decision shows once a document has told it, and not a moment before', async () => {
  const kim = await outside('Deciding');
  const ref = await refer(kim);
  const own = `/still-river/my-referrals/${ref}`;
  expect(await kim.get(own)).toContain('Received and acknowledged');
  at('2026-03-05T12:00:00Z');
  await record(ref, 'declined', { reason: 'SECRET-REASON' });
  const before = await (await outside('Deciding')).get(own);
  expect(before).toContain('Received and acknowledged');
  expect(before).not.toContain('Not accepted');
  at('2026-03-06T12:00:00Z');
  await record(ref, 'refusal-written', { values: { reason: 'There is no place that suits.' } });
  await record(ref, 'refusal-sent');
  const later = await outside('Deciding');
  const after = await later.get(own);
  expect(after).toContain('We have told you our decision: not accepted');
  expect(after).toContain('Since Friday 6 March 2026');
  // What is decided anew shows no sooner than it is told anew.
  at('2026-03-09T12:00:00Z');
  await record(ref, 'suitable-not-ready');
  expect(await (await outside('Deciding')).get(own)).toContain('We have told you our decision: not accepted');
  at('2026-03-02T12:00:00Z');
});

test('whoever referred him knows that his place has ended and since when, and not why; one ending is told like another', async () => {
  const told = async (name: string, values: Record<string, string>): Promise<string> => {
    const kim = await outside(name);
    const ref = await refer(kim);
    await record(ref, 'closed', { values, reason: 'SECRET-REASON' });
    const list = await kim.get('/still-river/my-referrals');
    const page = await kim.get(`/still-river/my-referrals/${ref}`);
    expect(list).toContain('The case is closed');
    return page.slice(page.indexOf('Zoltan'), page.indexOf('What you sent')).replaceAll(ref, 'REF');
  };
  const [risk, withdrew] = [await told('Closing', { as: 'risk' }), await told('Leaving', { as: 'withdrew' })];
  expect(risk).toContain('The case is closed Since Monday 2 March 2026');
  expect(risk).toBe(withdrew);
  expect(risk).not.toContain('SECRET-REASON');
});

test('an incident is told with its day, in words that are not shown again, and each once', async () => {
  const kim = await outside('Telling');
  const ref = await refer(kim);
  const tell = `/still-river/my-referrals/${ref}/tell/incident`;
  await kim.get(tell);
  expect(kim.page).toContain('Tell us: you came to know of an incident');
  const empty = await kim.send(tell, { 'root[rubric_words]': '  ' });
  expect(empty).toContain('There is a problem');
  await kim.get(tell);
  const key = /name="key" value="([^"]*)"/.exec(kim.page)?.[1] ?? '';
  const fields = {
    key,
    'root[rubric_when][day]': '1',
    'root[rubric_when][month]': '3',
    'root[rubric_when][year]': '2026',
    'root[rubric_words]': 'He was seen at her WORK-PLACE.',
  };
  const told = await kim.send(tell, fields);
  expect(told).toContain('Sunday 1 March 2026 You told us: you came to know of an incident');
  expect(told).not.toContain('WORK-PLACE');
  await kim.get(tell);
  await kim.send(tell, fields);
  const events = await ask<{ payload: { happened: string; reason: string } }>(
    'owner',
    `select payload from rubric.case_event where ref = $1 and payload ->> 'what' = 'incident'`,
    [ref],
  );
  expect(events.map(({ payload: { happened, reason } }) => [happened, reason])).toEqual([
    ['2026-03-01', 'He was seen at her WORK-PLACE.'],
  ]);
  await kim.get(tell);
  expect(await kim.send(tell, { ...fields, 'root[rubric_when][day]': '3' })).toContain(
    'The date must be today or in the past',
  );
});

test('an appeal is open once the decision was told, and its next step once the one before was answered', async () => {
  const kim = await outside('Appealing');
  const ref = await refer(kim);
  const own = `/still-river/my-referrals/${ref}`;
  expect(await kim.get(own)).not.toContain('If you disagree');
  expect((await kim.ask('GET', `${own}/appeal/review`)).statusCode).toBe(404);
  await record(ref, 'declined', { reason: 'SECRET-REASON' });
  // That he was declined is told by a letter, and until it has gone out by nothing else.
  expect(await kim.get(own)).not.toContain('If you disagree');
  await record(ref, 'refusal-written', { values: { reason: 'There is no place that suits.' } });
  await record(ref, 'refusal-sent');
  expect(await kim.get(own)).not.toContain('Formal appeal');
  expect(await kim.get(`${own}/appeal/review`)).toContain('Why should it be reviewed?');
  const after = await kim.send(`${own}/appeal/review`, { 'root[rubric_words]': 'He has changed.' });
  expect(after).toContain('You asked for this: Review of the decision');
  expect(after).not.toContain('If you disagree');
  at('2026-03-03T12:00:00Z');
  await record(ref, 'review-answered');
  expect(await (await outside('Appealing')).get(own)).toContain('Formal appeal');
  at('2026-03-02T12:00:00Z');
  const [event] = await ask<{ payload: { reason: string; by: object } }>(
    'owner',
    `select payload from rubric.case_event where ref = $1 and payload ->> 'what' = 'review-lodged'`,
    [ref],
  );
  expect(event?.payload).toMatchObject({ reason: 'He has changed.', by: { role: 'referrer', name: 'Appealing' } });
});

test('a copy can be asked for, where the definition says that he may have one', async () => {
  const kim = await outside('Asking');
  const ref = await refer(kim);
  const page = `/still-river/my-referrals/${ref}/ask-for/suitability`;
  expect(await kim.get(page)).toContain('Ask for a copy: Suitability report');
  expect(await kim.send(page, { key: 'a-key-of-24-letters-long' })).toContain(
    'You asked for a copy: Suitability report',
  );
  expect((await kim.ask('GET', page.replace('suitability', 'acknowledgement'))).statusCode).toBe(404);
});

test('what waits for a person to send it is not told as sent, until it has gone', async () => {
  const kim = await outside('Waiting');
  const ref = await refer(kim);
  const own = `/still-river/my-referrals/${ref}`;
  const becomes = (state: string) => ask('owner', 'update rubric.message set state = $2 where ref = $1', [ref, state]);
  expect(await kim.get(own)).toContain('We sent you this: ');
  for (const state of ['held', 'perhaps', 'waiting']) {
    await becomes(state);
    expect(await kim.get(own)).toContain('This will be sent to you: ');
    expect(wordsOf(kim.page)).not.toContain('We sent you this');
  }
  await becomes('by-hand');
  expect(await kim.get(own)).toContain('We sent you this: ');
});

test('what went out to him can be read, and taken along as a Word file', async () => {
  const kim = await outside('Reading');
  const ref = await refer(kim);
  await kim.get(`/still-river/my-referrals/${ref}`);
  const page = /href="([^"]*\/documents\/[^"/]*)"/.exec(kim.page)?.[1] ?? '';
  expect(wordsOf((await kim.ask('GET', page)).payload)).toContain('We have your referral.');
  const word = await kim.ask('GET', `${page}/word`);
  expect(word.headers['content-type']).toContain('wordprocessingml');
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect(word.headers['content-disposition']).not.toContain('Zoltan');
  const ines = await outside('Ines');
  expect((await ines.ask('GET', page)).statusCode).toBe(404);
});

test('staff take a referral by telephone: told by the referrer, written down by them, and theirs alone until it is sent', async () => {
  const sal = await inside('Sal', 'still-river', 'staff');
  const form = await begin(sal, '/still-river/cases/new');
  const fay = await inside('Fay', 'still-river', 'facilitator');
  expect((await fay.ask('GET', form)).statusCode).toBe(404);
  await fillIn(sal, form, { 'who-refers': aReferral['who-refers'], 'the-man': { 'root[full-name]': 'Tibor Madeup' } });
  await sal.get(`${form}/check`);
  const [sent] = [await sal.ask('POST', `${form}/check`, { as: 'it-is' })];
  expect(sent.headers.location).toMatch(/^\/still-river\/cases\/[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const ref = String(sent.headers.location).split('/').at(-1);
  const [row] = await ask<{ person: string; payload: { by: object } }>(
    'owner',
    'select p.email as person, e.payload from rubric.case_event e join rubric.person p on p.id = e.person where ref = $1 and number = 1',
    [ref],
  );
  expect(row).toMatchObject({ person: 'sal@service.example', payload: { by: { role: 'referrer' } } });
  // What must be answered and was not stands on the case, with where it is written down.
  const lacks = (words: string): string => /To look at (.*?) Recommendations/.exec(words)?.[1] ?? '';
  expect(lacks(await sal.get(`/still-river/cases/${ref}`))).toContain('Must be answered, and is not yet Date of birth');
  expect(sal.page).toContain('/record/fact.date-of-birth"');
});

test('what was taken by telephone is of whoever proves the address that was told, and of nobody who does not', async () => {
  const sal = await inside('Sal', 'still-river', 'staff');
  const form = await begin(sal, '/still-river/cases/new');
  const told = { 'root[referrer-email]': ' Tel@Agency.example', 'root[area]': 'north' };
  await fillIn(sal, form, { 'who-refers': told, 'the-man': { 'root[full-name]': 'Tibor Told' } });
  await sal.get(`${form}/check`);
  const sent = await sal.ask('POST', `${form}/check`, { as: 'it-is' });
  const ref = String(sent.headers.location).split('/').at(-1);
  const own = `/still-river/my-referrals/${ref}`;
  // Somebody by whom that address was not proved, though his account has it, sees nothing of it.
  const handed = await outside('Tel');
  expect(await handed.get('/still-river/my-referrals')).not.toContain('Tibor Told');
  expect((await handed.ask('GET', own)).statusCode).toBe(404);
  const tel = await portal.proves('tel@agency.example');
  expect(await tel.get('/still-river/my-referrals')).toContain('Tibor Told');
  expect(await tel.get(own)).toContain('Your referral does not say this yet: Date of birth');
  // That it is his from now on is on record, once, with the page on which he proved the address.
  await portal.proves('tel@agency.example');
  const claims = await ask(
    'owner',
    `select p.email, a.programme, a.route from rubric.audit a join rubric.person p on p.id = a.person
     where a.act = 'claim' and a.case_ref = $1`,
    [ref],
  );
  expect(claims).toEqual([{ email: 'tel@agency.example', programme: 'still-river', route: 'POST /sign-in/code' }]);
  const ines = await outside('Ines');
  expect((await ines.ask('GET', own)).statusCode).toBe(404);
});

test('two referrals of one name and day of birth are shown to staff, who say whether he is the same man', async () => {
  const kim = await outside('Earlier');
  const first = await refer(kim, { 'root[full-name]': 'Zsófia-Béla  Invented' });
  await refer(kim, { 'root[full-name]': 'Invented, Zsofia Bela', 'root[date-of-birth][year]': '1986' });
  const third = await refer(kim, { 'root[full-name]': 'ZSOFIA BELA INVENTED' });
  const sal = await inside('Sal', 'still-river', 'staff');
  const page = `/still-river/cases/${third}/earlier`;
  const asked = 'There is another referral of the same name. Is it the same man?';
  expect(await sal.get(`/still-river/cases/${third}`)).toContain(asked);
  const words = await sal.get(page);
  expect(words).toContain(`Zsófia-Béla Invented, ${first}`);
  expect(words).toContain('The name and the date of birth are the same.');
  // He was born in another year: that is somebody else.
  expect(words.match(/Is he the same man/g)).toHaveLength(1);
  expect(await sal.send(page, { other: first, because: '' })).toContain('Say whether he is the same man');
  const found = await sal.send(page, { other: first, same: 'yes', because: 'He told us so.' });
  expect(found).toContain('The same man, as found by Sal, Still River staff, on Monday 2 March 2026: He told us so.');
  expect(await kim.get(`/still-river/my-referrals/${third}`)).not.toContain('same man');
  expect((await kim.ask('GET', page)).statusCode).toBe(404);
  // Once somebody has looked, the case says no more of it.
  expect(await sal.get(`/still-river/cases/${third}`)).not.toContain(asked);
  const sue = await inside('Sue', 'still-river', 'support-worker');
  expect((await sue.ask('GET', page)).statusCode).toBe(404);
  const sid = await inside('Sid', 'still-river', 'staff', 'south');
  expect((await sid.ask('GET', page)).statusCode).toBe(404);
});
