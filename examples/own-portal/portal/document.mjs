/** A report or message, filled from this portal's own records and rendered by a stock Handlebars. */
import Handlebars from 'handlebars';

/** Nothing, in the shape of a sample: no words, no rows, and so nothing invented is ever printed. */
const emptied = (value) => {
  if (Array.isArray(value)) return [];
  if (typeof value === 'string') return '';
  if (typeof value === 'boolean') return false;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'none' ? true : key === 'isTable' ? part : emptied(part)]),
  );
};

const format = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});
/** "Monday 2 March 2026" of "2026-03-02". */
export const inWords = (day) => {
  const parts = Object.fromEntries(
    format.formatToParts(new Date(`${day}T12:00:00Z`)).map(({ type, value }) => [type, value]),
  );
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
};

/** An answer as words: the labels of options, a day in words. */
const words = (fact, value) => {
  if (value === undefined) return '';
  const label = (each) => fact.options.find(({ id }) => id === each)?.label ?? String(each);
  if (Array.isArray(value)) return value.map(label).join(', ');
  return fact.kind === 'date' && /^\d{4}-/.test(value) ? inWords(value) : label(value);
};

/** Paragraphs whose blanks are filled in. */
const filled = (bundle, paragraph, answers) =>
  paragraph
    .map((part) => (typeof part === 'string' ? part : words(factOf(bundle, part.fact), answers[part.fact])))
    .join('');
const factOf = (bundle, id) => bundle.facts.find((fact) => fact.id === id) ?? { options: [] };

const counted = (n, word) => `${n} ${word}${n === 1 ? '' : 's'}`;

/** What this portal can show: its register, and answers. Everything else stays empty, and the template says so. */
const shown = {
  attendance: (_, { sessions }) => {
    const attended = sessions.filter((session) => session.attended).length;
    return {
      summary: `${counted(sessions.length, 'session')} held: ${attended} attended, ${sessions.length - attended} missed.`,
      ...{ due: `${sessions.length}`, attended: `${attended}`, credited: `${attended}` },
      ...{ missed: `${sessions.length - attended}`, notRecorded: '0' },
      none: sessions.length === 0,
      rows: sessions.map(row),
    };
  },
  absences: (_, { sessions }) => {
    const missed = sessions.filter((session) => !session.attended);
    return {
      summary: `${counted(missed.length, 'session')} not attended.`,
      ...{ missed: `${missed.length}`, none: missed.length === 0, rows: missed.map(row) },
    };
  },
  topics: (_, { sessions }) => {
    const held = sessions.filter(({ topic }) => topic !== '');
    return { none: held.length === 0, rows: held.map(({ topic, day }) => ({ topic, day: inWords(day) })) };
  },
};
const row = ({ day, attended, topic }) => ({
  ...{ day: inWords(day), outcome: attended ? 'Attended' : 'Absent', topic, phase: '' },
  ...{ mark: attended ? 'full' : 'empty', beside: [] },
});

const headingData = (built, heading, empty, theCase, written) => {
  // Whether a condition holds, and what somebody has released, only the engine knows: such a heading is left out.
  if (heading.onlyWhen || heading.releasedBy.length > 0) return empty;
  const facts = heading.shows.filter(({ kind }) => kind === 'fact');
  return {
    ...empty,
    stands: true,
    says: heading.says.map((paragraph) => ({ text: filled(built.bundle, paragraph, theCase.answers) })),
    ...Object.fromEntries(
      heading.shows.filter(({ kind }) => kind in shown).map(({ kind }) => [kind, shown[kind](built, theCase)]),
    ),
    ...(facts.length > 0 && {
      facts: Object.fromEntries(facts.map((each) => [each.fact, factData(built, each, theCase)])),
    }),
    ...(heading.asks && { narrative: narrativeData(heading, written) }),
  };
};

const factData = ({ bundle }, { fact, called }, { answers }) => {
  const known = answers[fact] !== undefined;
  return { label: called, known, value: known ? words(factOf(bundle, fact), answers[fact]) : 'Not known' };
};

const narrativeData = ({ id, asks }, written) => {
  const isTable = asks.rows.length > 0;
  const cell = (row, column) => ({ text: written[`${id}-${row.id}-${column.id}`] ?? '' });
  const rows = asks.rows.map((row) => ({ label: row.label, cells: asks.columns.map((column) => cell(row, column)) }));
  const paragraphs = (written[id] ?? '').split(/\n\s*\n/).filter((text) => text.trim() !== '');
  return {
    ...{ prompt: asks.prompt, isTable, columns: asks.columns.map(({ label }) => ({ label })), rows },
    written: isTable ? rows.some(({ cells }) => cells.some(({ text }) => text !== '')) : paragraphs.length > 0,
    paragraphs: paragraphs.map((text) => ({ text })),
  };
};

/**
 * Takes what was built, one of its documents, a case, what its author wrote and who that was; gives its data. Without
 * an author it is a draft. Its words go to its recipients: put nothing in that the template does not ask for.
 */
export const documentData = (built, document, theCase, { written = {}, by, day }) => {
  const { sample, declared } = document;
  const empty = emptied(sample);
  const days = theCase.sessions.map((session) => session.day).sort();
  const signature = by ? { name: by, role: sample.issued.role, on: inWords(day) } : empty.issued;
  return {
    ...empty,
    document: {
      ...sample.document,
      subject: filled(built.bundle, declared.subject ?? [], theCase.answers),
      fileName: `${declared.id}-${day}`,
    },
    programme: { ...sample.programme, version: built.bundle.digest.slice(0, 10) },
    person: { name: theCase.name, called: sample.person.called },
    to: sample.to.map(({ called }) => ({ called, name: '' })),
    period: days.length === 0 ? empty.period : { from: inWords(days[0]), to: inWords(days.at(-1)) },
    day: inWords(day),
    written: document.asks ? signature : empty.written,
    issued: signature,
    headings: Object.fromEntries(
      declared.headings.map((heading) => [
        heading.id,
        headingData(built, heading, empty.headings[heading.id], theCase, written),
      ]),
    ),
    statements: sample.statements,
  };
};

/** Takes a document and its data; gives its HTML. `strict` throws for a path that the data does not have. */
export const rendered = ({ template }, data) => Handlebars.compile(template, { strict: true })(data);
