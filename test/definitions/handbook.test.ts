/** The public guidelines of every provider that is declared here, recorded beside this file for people to read. */
import { expect, test } from 'vitest';
import type { Bundle } from '../../engine/contract/index.js';
import { type Block, compile, type Handbook, handbookMarkdown, handbookOf } from '../../generator/index.js';
import { definitionTexts } from '../../runtime/bundle-files/definition-texts.js';

const bundleOf = async (folder: string): Promise<Bundle> => {
  const { bundle, problems } = compile(await definitionTexts(folder));
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};
const all = await Promise.all(
  [
    ['harbour', 'definitions/harbour'],
    ['my-time', 'definitions/my-time'],
    ['riverside-parenting', 'examples/riverside-parenting'],
    ['tollbeck-clear-road', 'examples/tollbeck-clear-road'],
  ].map(async ([name = '', folder = '']) => {
    const bundle = await bundleOf(folder);
    return { name, bundle, handbook: handbookOf(bundle) };
  }),
);
const of = (name: string): { bundle: Bundle; handbook: Handbook; text: string } => {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`There is no handbook ${name}.`);
  return { ...found, text: handbookMarkdown(found.handbook) };
};

test.each(all)('The handbook of $name is as recorded', async ({ name, handbook }) => {
  await expect(handbookMarkdown(handbook)).toMatchFileSnapshot(`handbook-${name}.md`);
});

/** Clauses that another was settled against. No other may be missing. */
const overruled: Record<string, string[]> = { 'riverside-parenting': ['RP-066'], 'tollbeck-clear-road': ['TB-308'] };

test.each(all)('Every clause of $name in force is behind some part of its handbook', ({ name, bundle, handbook }) => {
  const told = new Set(handbook.sections.flatMap(({ blocks }) => blocks.flatMap(({ clauses }) => clauses)));
  expect(bundle.clauses.map(({ id }) => id).filter((id) => !told.has(id))).toEqual(overruled[name] ?? []);
});

test.each([
  ['harbour', 105],
  ['my-time', 100],
])('%s has %i clauses to tell', (name, count) => {
  expect(of(name).bundle.clauses).toHaveLength(count);
});

const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'list':
      return [block.intro ?? '', ...block.items];
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()];
    default:
      return [block.text];
  }
};
const linesOf = ({ title, sections }: Handbook): string[] => [
  title,
  ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(textsOf)]),
];

/** Ids of the definition that no author has written as English. */
const codesOf = (bundle: Bundle): string[] => {
  const written = JSON.stringify([
    bundle.clauses.map(({ says }) => says),
    bundle.facts.map(({ ask, options }) => [ask, options.map(({ label }) => label)]),
    bundle.criteria.map(({ words }) => words),
    bundle.people.map(({ called, alsoCalled }) => [called, alsoCalled]),
    bundle.course?.sessions?.kinds.map(({ label }) => label),
    bundle.documents?.map(({ title }) => title),
  ]).toLowerCase();
  const ids = [...Object.keys(bundle.map), ...bundle.facts.flatMap(({ options }) => options.map(({ id }) => id))];
  return ids.filter((id) => id.includes('-') && !written.includes(id.toLowerCase()));
};

test.each(all)('No line of the handbook of $name holds a code, a gap or a blank', ({ bundle, handbook }) => {
  const codes = new Set(codesOf(bundle));
  const wrong =
    /undefined|null|NaN|\[object|not.stated|\{\{|<[a-z]|[“”]{2}| {2}|\s[.,;]|\.\.|^\s|\s$|\b\d{4}-\d\d-\d\d\b|\b\d\d:\d\d\b|\b[A-Z]{2}-\d{3}\b/;
  for (const line of linesOf(handbook)) {
    expect(line).not.toMatch(wrong);
    expect((line.match(/[\w-]+(?:-[\w-]+)+/g) ?? []).filter((word) => codes.has(word))).toEqual([]);
  }
});

test.each(all)('The handbook of $name keeps to words for the public', ({ bundle, handbook }) => {
  const names = [bundle.programme.title, bundle.programme.service ?? '', bundle.programme.provider];
  for (const line of linesOf(handbook)) {
    const named = names.reduce((text, name) => (name === '' ? text : text.replaceAll(name, '')), line);
    // Whoever writes of files in his own clauses is not corrected.
    const own = bundle.clauses.some(({ says }) => /\bfile\b/.test(says)) ? named.replace(/\bfile\b/g, '') : named;
    expect(own).not.toMatch(
      /\b(files?|victims?|settled against|while all of|all of these|is met|not met|verdict|criterion|criteria)\b/i,
    );
  }
});

test.each(all)('Nothing of how a partner is reached stands in the handbook of $name', ({ bundle, handbook }) => {
  const asked = bundle.facts.filter(({ hers, kind }) => hers && kind !== 'entries').map(({ ask }) => ask);
  const text = linesOf(handbook).join('\n');
  expect(asked.filter((ask) => ask.length > 12 && text.includes(ask))).toEqual([]);
  expect(text).not.toMatch(/\bsafe (?:to (?:call|reach)|for her|times?)\b/i);
});

test.each(all)(
  'No reading of an unclear clause, and nothing of our own, stands in the handbook of $name',
  ({ bundle, handbook }) => {
    const text = linesOf(handbook).join('\n');
    const notes = [
      ...bundle.clauses,
      ...bundle.criteria,
      ...(bundle.course?.duties ?? []),
      ...(bundle.course?.rules ?? []),
    ]
      .flatMap(({ origin }) => [origin.reading, origin.ours])
      .flatMap((note) => note?.split(/(?<=\.)\s+/) ?? []);
    expect(notes.filter((note) => note.length > 30 && text.includes(note))).toEqual([]);
  },
);

/** What the providers' own documents say in numbers, times and places, checked against them by hand. */
const facts: Record<string, string[]> = {
  harbour: [
    'at least 30 sessions',
    'At least three assessment appointments',
    'Seven group sessions',
    'Two individual sessions',
    'Tuesday evenings, 6pm to 8pm, Whitburn House in Hartlepool',
    'Monday evenings, 6pm to 8pm, Lifeline Building in Stockton',
    'Monday evenings, 6pm to 8pm, Lifeline Building in Redcar',
    'Wednesday evenings, 6pm to 8pm, Families Forward in Middlesbrough',
    'within 48 hours',
    'He can refer himself',
    'Somebody else can make the referral on his behalf',
    'at least two more assessment appointments',
    'be 18 or over',
    'unless CAFCASS refers him',
    'physical, sexual, psychological, financial or emotional',
    'one man and one woman',
    'The Chief Executive of Harbour answers in writing within five working days',
    '01632 960110',
  ],
  'my-time': [
    '30 sessions',
    'lasts two hours',
    'one session every week',
    'rolling programme',
    'up to 12 participants',
    'since 2012',
    'in 1981',
    'two sessions in a row without being in contact',
    '30 full weeks',
    'in at most two weeks',
    'at 15 weeks',
    'at 30 weeks',
    'by e-mail when it arrives',
    '27 topics',
    'Overview / summary incl. any positive changes',
    'monthly contact',
    'one-to-one sessions',
  ],
};
test.each(Object.entries(facts))(
  'The handbook of %s says what the document says in numbers, times and places',
  (name, said) => {
    const { text } = of(name);
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  },
);

test('The sections stand in the order in which people ask, and none is empty', () => {
  const titles = of('harbour').handbook.sections.map(({ title }) => title);
  expect(titles).toEqual([
    'About us',
    'Who it is for',
    'Areas and times',
    'How to refer',
    'What we ask',
    'Who can come',
    'Who cannot come',
    'How we decide',
    'The course',
    'Attendance',
    'What you will be told, and when',
    'Support for partners',
    'What we expect',
    'Suspension and ending',
    'Appeals',
    'Contact',
  ]);
  for (const { handbook } of all) expect(handbook.sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
});

test('Both reports have their nine headings, word for word', () => {
  const { text } = of('my-time');
  for (const heading of [
    'Attendance record (incl session content covered)',
    'Sessions not attended and reasons where provided',
    'Engagement',
    'Review of risk',
    'Areas of concern / increased risks identified',
    'Concerns & positives re: capacity, motivation and context',
    'External barriers to attendance / compliance',
    'A copy of full RIC risk assessment',
  ])
    expect(text).toContain(`- ${heading}\n`);
});
