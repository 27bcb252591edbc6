import { expect, test } from 'vitest';
import type { Bundle, EntryAnswers, Fact } from '../../../engine/contract/index.js';
import { formState } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { readTexts } from '../../../runtime/definition/read-texts.js';
import { valueInWords } from '../../../runtime/portal/case/changes.js';
import { presentWhy } from '../../../runtime/portal/case/why-presenter.js';
import { formPart } from '../../../runtime/portal/form/form-part.js';
import { pageSchema } from '../../../runtime/portal/form/page-schema.js';
import { askedOf } from '../../../runtime/portal/form/questions.js';
import { effectsInWords, undatedInWords } from '../../../runtime/portal/words/course.js';
import {
  datesInWords,
  dateTimeInWords,
  dayInWords,
  localDay,
  momentInWords,
  timeInWords,
} from '../../../runtime/portal/words/dates.js';
import { counted, inOneSentence, withArticle } from '../../../runtime/portal/words/lists.js';
import {
  clauseInWords,
  entryWord,
  roleInWords,
  rolesInWords,
  sentenceInWords,
} from '../../../runtime/portal/words/names.js';
import { answerInWords } from '../../../runtime/portal/words/values.js';
import { bundleOf, factOf } from '../studio/made-by-hand.js';

test('A day is said with its weekday and without a leading nought', () => {
  // 2 March 2026 is a Monday: 1 January 2026 is a Thursday, and 31 + 28 + 1 = 60 days later is 4 weekdays on.
  expect(dayInWords('2026-03-02')).toBe('Monday 2 March 2026');
  // The last leap day before it was a Thursday.
  expect(dayInWords('2024-02-29')).toBe('Thursday 29 February 2024');
});

test('What is no day is given back as it was typed', () => {
  expect(dayInWords('2026-02-30')).toBe('2026-02-30');
});

test('Times are said by the twelve-hour clock', () => {
  expect(timeInWords('18:00')).toBe('6pm');
  expect(timeInWords('06:05')).toBe('6:05am');
  expect(timeInWords('12:00')).toBe('midday');
  expect(timeInWords('00:30')).toBe('12:30am');
  expect(dateTimeInWords('2026-03-02T18:30')).toBe('6:30pm on Monday 2 March 2026');
});

test('An instant is the day it was where the programme is', () => {
  // In London the clocks are an hour ahead from the end of March on, so 23:30 UTC is half past midnight there.
  expect(localDay('2026-07-01T23:30:00Z', 'Europe/London')).toBe('2026-07-02');
  expect(localDay('2026-01-01T23:30:00Z', 'Europe/London')).toBe('2026-01-01');
  expect(momentInWords('2026-07-01T23:30:00Z', 'Europe/London')).toBe('Thursday 2 July 2026');
});

test('Days inside a sentence are put into words, and parts of longer codes are left alone', () => {
  expect(datesInWords('before 2026-03-02, or on 2026-03-03.')).toBe(
    'before Monday 2 March 2026, or on Tuesday 3 March 2026.',
  );
  expect(datesInWords('form A-2026-03-02')).toBe('form A-2026-03-02');
});

test('Words are listed as people list them', () => {
  expect(inOneSentence([])).toBe('');
  expect(inOneSentence(['a'])).toBe('a');
  expect(inOneSentence(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(counted(1, 'criterion', 'criteria')).toBe('1 criterion');
  expect(counted(2, 'criterion', 'criteria')).toBe('2 criteria');
});

test('A clause is cited by its number, with the series where there are several', () => {
  expect(clauseInWords(bundleOf({ clauses: ['EX-003', 'EX-059'] }), 'EX-059')).toBe('Clause 59');
  expect(clauseInWords(bundleOf({ clauses: ['A-3', 'B-3'] }), 'A-3')).toBe('Clause A 3');
  expect(clauseInWords(bundleOf({ clauses: ['opening'] }), 'opening')).toBe('Clause opening');
});

test('A sentence that names a clause or a day says both in words', () => {
  const bundle = bundleOf({ clauses: ['EX-019', 'EX-029'] });
  expect(sentenceInWords(bundle, 'EX-019 and EX-029 differ since 2026-03-02.')).toBe(
    'Clause 19 and clause 29 differ since Monday 2 March 2026.',
  );
  expect(sentenceInWords(bundle, 'EX-0190 is another thing.')).toBe('EX-0190 is another thing.');
});

test('A role is called what the provider calls it', () => {
  const bundle = bundleOf({ people: { facilitator: 'group worker', participant: 'client' } });
  expect(roleInWords(bundle, 'facilitator')).toBe('group worker');
  expect(roleInWords(bundle, 'no-such-role')).toBe('somebody');
  expect(rolesInWords(bundle, ['facilitator', 'participant'])).toBe('group worker or client');
});

const words = (fact: Fact, answer: Parameters<typeof answerInWords>[2], more?: { showsHers: boolean }): string[] => {
  const bundle: Bundle = bundleOf({ facts: [fact] });
  return answerInWords(bundle, fact, answer, more);
};

test('One of a list is called what the provider calls those people; of a list of nobody declared, by its own word', () => {
  const bundle = bundleOf({ people: { partner: 'adult at home', agency: 'other professional' } });
  expect(entryWord(bundle, factOf({ kind: 'entries', each: 'partner' }))).toBe('adult at home');
  expect(entryWord(bundle, factOf({ kind: 'entries', each: 'test-given' }))).toBe('test given');
  expect(entryWord(bundle, undefined)).toBe('entry');
  const them: EntryAnswers[] = [{ first: 'Ann' }];
  const facts = [
    factOf({ id: 'adults', kind: 'entries', each: 'partner', asks: ['adults.first'] }),
    factOf({ id: 'adults.first', within: 'adults', ask: 'Name' }),
  ];
  const [adults] = facts;
  expect(adults && answerInWords({ ...bundle, facts }, adults, them)).toEqual(['Adult at home 1. Name: Ann']);
});

test.each([
  ['examples/tollbeck-clear-road', ['adult at home']],
  ['definitions/my-time', ['partner or ex-partner', 'other professional']],
])('A form of %s adds to its lists by the provider’s own words, in a browser too', async (folder, words) => {
  const { bundle } = compile(await readTexts(folder));
  const form = bundle?.forms[0];
  if (!bundle || !form) throw new Error(`${folder} has mistakes.`);
  // What a browser is given of the definition, and no more.
  const part = formPart(bundle, form.id);
  const { pages } = formState(part, form.id, {}, { today: '2026-03-02' });
  const asked = pages.flatMap(({ questions }) => askedOf(part, questions));
  const { uiSchema } = pageSchema(asked);
  expect(asked.flatMap(({ name, entry }) => (entry ? [uiSchema[name]['ui:options'].entry] : []))).toEqual(words);
});

test('A word is given the article that it is said with', () => {
  expect(['partner', 'adult at home', 'other professional', 'union official', 'uncle'].map(withArticle)).toEqual([
    'a partner',
    'an adult at home',
    'another professional',
    'a union official',
    'an uncle',
  ]);
});

test('A value is shown by its label, its day in words, its number with its unit', () => {
  const sex = factOf({ kind: 'choice', options: [{ id: 'man', label: 'Man' }] });
  expect(words(sex, 'man')).toEqual(['Man']);
  expect(words(factOf({ kind: 'date' }), '1985-03-27')).toEqual(['Wednesday 27 March 1985']);
  expect(words(factOf({ kind: 'number', number: { whole: true, unit: 'weeks' } }), 3)).toEqual(['3 weeks']);
  const several = factOf({
    kind: 'choices',
    options: [
      { id: 'a-b', label: 'Physical' },
      { id: 'c-d', label: 'Financial' },
    ],
  });
  expect(words(several, ['a-b', 'c-d'])).toEqual(['Physical and Financial']);
});

test('Of what was worked out, that it does not apply is said in words', () => {
  const fact = { id: 'days-since-attended', value: 'not-applicable', used: [], lacks: [], hers: false };
  expect(valueInWords(bundleOf({}), fact)).toBe('Does not apply');
});

test('An answer that is no longer offered is said to be so, and its id is not shown', () => {
  const sex = factOf({ kind: 'choice', options: [{ id: 'man', label: 'Man' }] });
  expect(words(sex, 'not-a-man')).toEqual(['An answer that is no longer offered']);
});

test('Long text keeps its lines, and nothing answered gives no lines', () => {
  expect(words(factOf({ kind: 'long-text' }), 'One\nTwo')).toEqual(['One', 'Two']);
  expect(words(factOf({ kind: 'text' }), undefined)).toEqual([]);
  expect(words(factOf({ kind: 'text' }), null)).toEqual([]);
});

test('A file is shown by its name and never by its contents', () => {
  expect(words(factOf({ kind: 'file' }), 'data:text/plain;name=a%20letter.txt;base64,c2VjcmV0')).toEqual([
    'a letter.txt',
  ]);
});

test('What is hers is kept apart, unless whoever typed it has not sent it yet', () => {
  const phone = factOf({ kind: 'phone', hers: true });
  expect(words(phone, '07700 900 982')).toEqual(['Kept apart']);
  expect(words(phone, '07700 900 982', { showsHers: true })).toEqual(['07700 900 982']);
});

test('Each entry is a line, and entries that hold something of hers are kept apart whole, also where there are none', () => {
  const partners = factOf({
    id: 'partners',
    kind: 'entries',
    each: 'partner',
    asks: ['partners.first', 'partners.phone'],
  });
  const first = factOf({ id: 'partners.first', within: 'partners', ask: 'First name' });
  const phone = factOf({
    id: 'partners.phone',
    within: 'partners',
    ask: 'Is there a safe number?',
    kind: 'phone',
    hers: true,
  });
  const bundle = bundleOf({ facts: [partners, first, phone] });
  const two: EntryAnswers[] = [{ first: 'Ann', phone: '07700 900 982' }, { first: 'Bea' }];
  expect(answerInWords(bundle, partners, two, { showsHers: true })).toEqual([
    'Partner 1. First name: Ann; Is there a safe number? 07700 900 982',
    'Partner 2. First name: Bea',
  ]);
  expect(answerInWords(bundle, partners, two)).toEqual(['Kept apart']);
  expect(answerInWords(bundle, partners, undefined)).toEqual(['Kept apart']);
  expect(answerInWords(bundle, first, 'Ann')).toEqual(['Kept apart']);
});

test('Several acts are one sentence: a question after the first begins small, and an abbreviation stays as it is', () => {
  const bundle = bundleOf({});
  const acts = (...says: string[]) =>
    effectsInWords(
      bundle,
      says.map((each) => ({ verb: 'do', says: each, doneBy: [] })),
    );
  expect(acts('contact the referrer', 'Now that it has been talked over, is he suitable?')).toBe(
    'Contact the referrer; now that it has been talked over, is he suitable?',
  );
  expect(acts('tell the police', 'DBS check', 'I am told')).toBe('Tell the police; DBS check; I am told.');
});

test('What is due before something that has no day yet is said to be due before that; of the rest no time is stated', async () => {
  const { bundle } = compile(await readTexts('definitions/harbour'));
  if (!bundle?.course) throw new Error('It declares nothing that is owed.');
  expect(undatedInWords(bundle, 'offer-her-support')).toBe('Due before the decision is made');
  const [duty] = bundle.course.duties.filter(({ due }) => due.kind === 'not-stated');
  expect(undatedInWords(bundle, duty?.id ?? '')).toBe('No time is stated');
  const dueBefore = (due: object) => {
    const course = { ...bundle.course, duties: [{ ...duty, id: 'one', due: { kind: 'before', ...due } }] };
    return undatedInWords({ ...bundle, course } as Bundle, 'one');
  };
  expect(dueBefore({ session: 3, span: { n: 2, unit: 'weeks' } })).toBe('Due 2 weeks before session 3');
  expect(dueBefore({ event: 'leave-started' })).toBe('Due before this: leave started');
});

test('A judgement is named by its question where a page says what rests on it, and never by its id', async () => {
  const { bundle } = compile(await readTexts('definitions/harbour'));
  const criterion = bundle?.criteria.find(({ id }) => id === 'takes-responsibility');
  if (!bundle || !criterion) throw new Error('There is no such criterion.');
  expect(presentWhy(bundle, { reads: criterion.test.reads, verdict: 'met' }).reads).toBe(
    'The judgement “How much responsibility does he take for his abusive behaviour?” is full',
  );
  expect(sentenceInWords(bundle, criterion.reads)).not.toContain('“responsibility”');
  // What no judgement is called stays as it was written.
  expect(sentenceInWords(bundle, 'The judgement “of his peers” stands.')).toBe('The judgement “of his peers” stands.');
});
