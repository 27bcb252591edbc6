/**
 * A portal of one's own on what `rubric build` wrote: node examples/own-portal/portal/portal.mjs <folder> [port].
 * Cases are kept while it runs, and nobody signs in: it shows how the files are used, and is not for real people.
 */
import { createServer } from 'node:http';
import { Ajv } from 'ajv';
import { readBuilt } from './built.mjs';
import { decide, judged } from './decide.mjs';
import { documentData, inWords, rendered } from './document.mjs';
import { answersIn, faultsOf, formHtml } from './form.mjs';
import { escaped, headers, page } from './page.mjs';

const [folder, port = '3100'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder that rubric build wrote.');
  process.exit(2);
}
const built = await readBuilt(folder);
const { bundle } = built;
const cases = [];
const today = () => new Date().toISOString().slice(0, 10);

/** A page of staff; what referrers see has none of this. */
const casePage = async (number) => {
  const theCase = cases[number];
  const { outcome, criteria } = await decide(built, theCase.answers, today());
  const rows = theCase.sessions.map(
    ({ day, attended }) => `<li>${inWords(day)}: ${attended ? 'attended' : 'absent'}</li>`,
  );
  return page(
    `Case ${number + 1}`,
    `<h1>${escaped(theCase.name)}</h1>
    <h2>Where the decision stands</h2><p id="outcome">${said[outcome]}</p>
    <ul>${criteria.map(({ words, verdict, against }) => `<li>${escaped(words)} <strong>${said[verdict]}${against ? ', which counts against him' : ''}</strong></li>`).join('')}</ul>
    <h2>Judgements</h2>${judgementsForm(number, theCase)}
    <h2>Register</h2><ul>${rows.join('')}</ul>${registerForm(number)}
    <h2>Reports and messages</h2><ul>${built.documents
      .map(({ path, declared }) => `<li><a href="/cases/${number}/${path}">${escaped(declared.title)}</a></li>`)
      .join('')}</ul>`,
  );
};
const said = {
  'not-known': 'Not known yet',
  met: 'Met',
  'not-met': 'Not met',
  'not-applicable': 'Does not apply',
  eligible: 'Eligible',
  'not-eligible': 'Not eligible',
  excluded: 'Excluded',
};

const judgementsForm = (number, { answers }) => {
  const properties = Object.fromEntries(
    judged(built)
      .filter(({ options }) => options.length > 0)
      .map(({ id, ask, options }) => [
        id,
        { title: ask, type: 'string', oneOf: options.map((option) => ({ const: option.id, title: option.label })) },
      ]),
  );
  return formHtml({ schema: { properties }, ui: {} }, answers, new Map(), `/cases/${number}/judged`);
};

const topics = bundle.course?.sessions?.topics ?? [];
const registerForm = (number) => `
  <form method="post" action="/cases/${number}/sessions">
    <p><label for="day">Day of the session</label><input id="day" name="day" type="date"></p>
    <p><label><input type="checkbox" name="attended" value="yes"> He came</label></p>
    <p><label for="topic">Session content</label><select id="topic" name="topic"><option value=""></option>${topics
      .map(({ title }) => `<option>${escaped(title)}</option>`)
      .join('')}</select></p>
    <button type="submit">Record</button>
  </form>`;

const nameIn = (answers) => {
  const fact = bundle.facts.find(
    ({ kind, about, hers, within }) => kind === 'name' && about === 'participant' && !hers && !within,
  );
  return answers[fact?.id] ?? 'Somebody without a name';
};

/** What a document's author writes, held to its schema; then the document. */
const documentPage = (number, document, posted) => {
  const theCase = cases[number];
  const form = document.asks && {
    ...document.asks,
    validate: new Ajv({ allErrors: true }).compile(document.asks.schema),
  };
  const written = form && posted ? answersIn(form, posted) : {};
  const faults = form && posted && !form.validate(written) ? missingIn(form) : new Map();
  const by = posted && faults.size === 0 ? 'A key worker' : undefined;
  const data = documentData(built, document, theCase, { written, by, day: today() });
  const ask =
    form && !by ? `<h2>To be written</h2>${formHtml(form, written, faults, `/cases/${number}/${document.path}`)}` : '';
  return page(document.declared.title, `${rendered(document, data)}${ask}`);
};
const missingIn = ({ schema, validate }) =>
  new Map(
    validate.errors.map(({ instancePath, params }) => {
      const name = params.missingProperty ?? instancePath.slice(1);
      return [name, `Write something under “${schema.properties[name].title}”`];
    }),
  );

const home = () =>
  page(
    bundle.programme.title,
    `<h1>${escaped(bundle.programme.title)}</h1><p>${escaped(bundle.programme.provider)}</p><ul>${bundle.forms
      .map(({ id, title }) => `<li><a href="/forms/${id}">${escaped(title)}</a></li>`)
      .join('')}</ul>`,
  );

const casesPage = () =>
  page(
    'Cases',
    `<h1>Cases</h1><ul>${cases.map(({ name }, at) => `<li><a href="/cases/${at}">${escaped(name)}</a></li>`).join('')}</ul>`,
  );

const formPage = (form, answers, faults) =>
  page(
    form.schema.title,
    `<h1>${escaped(form.schema.title)}</h1>${formHtml(form, answers, faults, `/forms/${form.id}`)}`,
  );

/** Each way in: its method and path, and what it answers: a page, or where to go on. */
const ways = [
  ['GET', /^\/$/, home],
  ['GET', /^\/forms\/([a-z0-9-]+)$/, ([id]) => inForm(id, (form) => formPage(form, {}, new Map()))],
  ['POST', /^\/forms\/([a-z0-9-]+)$/, ([id], posted) => inForm(id, (form) => received(form, posted))],
  ['GET', /^\/received$/, () => page('Received', '<h1>We have received your form</h1><p>We will write to you.</p>')],
  ['GET', /^\/cases$/, casesPage],
  ['GET', /^\/cases\/(\d+)$/, ([number]) => inCase(number, casePage)],
  ['POST', /^\/cases\/(\d+)\/judged$/, ([number], posted) => inCase(number, (at) => judge(at, posted))],
  ['POST', /^\/cases\/(\d+)\/sessions$/, ([number], posted) => inCase(number, (at) => register(at, posted))],
  ['GET', /^\/cases\/(\d+)\/([a-z0-9/-]+)$/, ([number, path]) => inDocument(number, path)],
  ['POST', /^\/cases\/(\d+)\/([a-z0-9/-]+)$/, ([number, path], posted) => inDocument(number, path, posted)],
];
const inForm = (id, then) => {
  const form = built.forms.find((each) => each.id === id);
  return form && then(form);
};
const inCase = (number, then) => cases[Number(number)] && then(Number(number));
const inDocument = (number, path, posted) => {
  const document = built.documents.find((each) => each.path === path);
  return document && inCase(number, (at) => documentPage(at, document, posted));
};

/** A referrer learns that it came, and nothing that the rules make of it. */
const received = (form, posted) => {
  const answers = answersIn(form, posted);
  const faults = faultsOf(form, answers);
  if (faults.size > 0) return formPage(form, answers, faults);
  cases.push({ answers, name: nameIn(answers), sessions: [], digest: bundle.digest });
  return { to: '/received' };
};
const judge = (at, posted) => {
  for (const { id, options } of judged(built)) {
    const value = posted.get(id);
    if (options.some((option) => option.id === value)) cases[at].answers[id] = value;
  }
  return { to: `/cases/${at}` };
};
const register = (at, posted) => {
  const day = posted.get('day') ?? '';
  const topic = topics.find(({ title }) => title === posted.get('topic'))?.title ?? '';
  if (/^\d{4}-\d\d-\d\d$/.test(day))
    cases[at].sessions.push({ day, attended: posted.get('attended') === 'yes', topic });
  return { to: `/cases/${at}` };
};

const longest = 200_000;
const bodyOf = async (request) => {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > longest) throw new Error('That is too long.');
  }
  return new URLSearchParams(text);
};

const answer = async (request) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  for (const [method, path, then] of ways) {
    const found = request.method === method && path.exec(pathname);
    if (found) return then(found.slice(1), method === 'POST' ? await bodyOf(request) : undefined);
  }
  return undefined;
};

const server = createServer(async (request, response) => {
  try {
    const found = await answer(request);
    if (found?.to) response.writeHead(303, { location: found.to }).end();
    else
      response.writeHead(found ? 200 : 404, headers).end(found ?? page('Not found', '<h1>There is no such page</h1>'));
  } catch (error) {
    console.error(error);
    response
      .writeHead(500, headers)
      .end(page('Something went wrong', '<h1>Something went wrong</h1><p>Nothing was kept.</p>'));
  }
});
server.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
