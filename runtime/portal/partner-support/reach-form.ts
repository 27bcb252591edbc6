import type { Answer } from '../../../engine/contract/index.js';
import {
  nothingSaid,
  type Reach,
  type SafeDay,
  type Said,
  type Way,
  ways,
} from '../../server/partner-support/contract.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import { dayNames, safeDayInWords, wayTitle } from '../../server/partner-support/safe-ways.js';
import type { Fault } from '../layout/error-summary.js';
import type { Asked, Typed } from '../record/record-presenter.js';
import { herAddress } from './addresses.js';
import type { Section } from './form-view.js';
import { ask, type HerForm, words } from './her-form.js';
import { keptBy, reachRows, saidWords, wayRows } from './said-words.js';

export const yesNoNotAsked = (['yes', 'no', 'not-asked'] as const).map((id) => ({ id, words: saidWords[id] }));
const choice = (name: string, question: string, more: Partial<Asked> = {}): Asked =>
  ask(name, question, 'choice', { options: yesNoNotAsked, required: true, ...more });

const days = dayNames.map((name, n) => ({ id: String(n + 1), words: name }));
const hours = (n: number): Asked[] => [
  ask(
    `days-${n}`,
    n === 1 ? 'On which days is it safe to call her?' : 'On which other days, or at which other hours?',
    'choices',
    {
      options: days,
    },
  ),
  ask(`from-${n}`, 'From', 'time', { hint: 'For example 09:30. Leave it empty if she gave no hour.' }),
  ask(`to-${n}`, 'Until', 'time', { hint: 'For example 17:00.' }),
];

export const reachNow = ({ known }: Pick<HerCase, 'known'>): Reach => known.reach.at(-1)?.said ?? nothingSaid;

const sections = (): Section[] => [
  {
    asked: [
      ask('called', 'What is she to be called, and asked for by?', 'text', {
        hint: 'A name that she chose for this, if she wants another than her own.',
      }),
    ],
  },
  {
    title: 'Which ways are safe',
    says: ['Ask her about each. “No” holds until she says otherwise.'],
    asked: ways.map((way) => choice(`way-${way}`, wayTitle(way))),
  },
  {
    title: 'Where each way leads',
    asked: [
      ask('number', 'Telephone number', 'text'),
      choice('voicemail', 'May a message be left where she does not answer?'),
      ask('email', 'E-mail address', 'text'),
      ask('address', 'Address for letters and visits', 'long-text'),
      ask('through', 'Through whom, and how is that person reached?', 'text'),
    ],
  },
  {
    title: 'When it is safe',
    asked: [...hours(1), ...hours(2), ask('times', 'When it is safe, in her words', 'long-text')],
  },
  {
    title: 'Keeping her safe',
    asked: [
      ask('code-word', 'A code word', 'text', { hint: 'By which she knows us, or tells us that she cannot speak.' }),
      ask('may-hear', 'Who else may hear, and of what?', 'long-text'),
      ask('note', 'Anything else that whoever reaches her has to know', 'long-text'),
    ],
  },
];

/** Days with the same hours stand together. */
const setsOf = (safe: readonly SafeDay[]): { days: string[]; from: string; to: string }[] => {
  const sets: { days: string[]; from: string; to: string }[] = [];
  for (const { day, from = '', to = '' } of safe) {
    const same = sets.find((one) => one.from === from && one.to === to);
    if (same) same.days.push(String(day));
    else sets.push({ days: [String(day)], from, to });
  }
  return sets;
};

const typedFrom = (reach: Reach): Typed => {
  const typed: Typed = {
    called: reach.called,
    number: reach.number,
    email: reach.email,
    address: reach.address,
    through: reach.through,
    voicemail: reach.voicemail,
    times: reach.times,
    'code-word': reach.codeWord,
    'may-hear': reach.mayHear,
    note: reach.note,
  };
  for (const way of ways) typed[`way-${way}`] = reach.ways[way];
  for (const [n, set] of setsOf(reach.safe).slice(0, 2).entries()) {
    typed[`days-${n + 1}`] = set.days;
    typed[`from-${n + 1}`] = set.from;
    typed[`to-${n + 1}`] = set.to;
  }
  return typed;
};

const safeFrom = (answers: Record<string, Answer>): { safe: SafeDay[] } | { faults: Fault[] } => {
  const safe: SafeDay[] = [];
  const faults: Fault[] = [];
  for (const n of [1, 2]) {
    const chosen = answers[`days-${n}`];
    const [from, to] = [words(answers[`from-${n}`]), words(answers[`to-${n}`])];
    const on = Array.isArray(chosen) ? chosen.map(Number) : [];
    if (on.length === 0 && (from !== '' || to !== ''))
      faults.push({ message: 'Select the days for which these hours are', href: `#days-${n}` });
    if (from !== '' && to !== '' && from >= to)
      faults.push({ message: 'Enter an hour until which it is safe that comes after the first', href: `#to-${n}` });
    for (const day of on) safe.push({ day, ...(from !== '' && { from }), ...(to !== '' && { to }) });
  }
  return faults.length > 0 ? { faults } : { safe: safe.sort((a, b) => a.day - b.day) };
};

const reachFrom = (answers: Record<string, Answer>, safe: SafeDay[]): Reach => {
  const said = (name: string): Said => words(answers[name]) as Said;
  return {
    called: words(answers.called),
    ways: Object.fromEntries(ways.map((way) => [way, said(`way-${way}`)])) as Record<Way, Said>,
    number: words(answers.number),
    email: words(answers.email),
    address: words(answers.address),
    through: words(answers.through),
    voicemail: said('voicemail'),
    safe,
    times: words(answers.times),
    codeWord: words(answers['code-word']),
    mayHear: words(answers['may-hear']),
    note: words(answers.note),
  };
};

/** In short, for whoever was overtaken. */
const linesOf = (reach: Reach): string[] =>
  [...wayRows(reach), ...reachRows(reach)].map(({ label, lines }) => `${label}: ${lines.join(', ')}`);

/** How she can safely be reached. What was said before is kept. */
export const reachForm: HerForm = {
  ending: '/reach',
  title: 'How she can safely be reached',
  button: 'Keep this',
  sections,
  first: (her) => typedFrom(reachNow(her)),
  seen: ({ known }) => known.reach.at(-1)?.id ?? '',
  async take(office, her, { key, seen, answers }) {
    const read = safeFrom(answers);
    if ('faults' in read) return read;
    const said = reachFrom(answers, read.safe);
    const { actor, bundle } = her.found;
    if (await office.partnerSupport.keep(actor, her, { id: key, kind: 'reach', said, seen }))
      return { to: herAddress(her) };
    const now = await office.partnerSupport.ofPartner(actor, her.found.stored.ref, her.partner.key);
    const last = now?.known.reach.at(-1);
    return { overtaken: last ? [keptBy(last, bundle.programme.timeZone), ...linesOf(last.said)] : [] };
  },
};

/** Days and hours in words, for a list. */
export const safeTimes = ({ safe }: Reach): string[] => safe.map(safeDayInWords);
