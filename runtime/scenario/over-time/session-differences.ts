import type { Bundle, Evaluation, LedgerEntry } from '../../../engine/contract/index.js';
import type { ExpectedSession } from '../../../generator/scenario/over-time/expected.js';
import type { Differing } from './differing.js';
import { isSameMoment, sessionCalled, usedInWords } from './explain.js';

/** Takes what is expected of sessions; gives what differs, one for each trait. */
export const sessionDifferences = (bundle: Bundle, expected: ExpectedSession[], found: Evaluation): Differing[] =>
  expected.flatMap(({ session, traits }) => {
    const entry = sessionCalled(bundle, found.ledger ?? [], session);
    if (entry === undefined) return traits === 'none' ? [] : [absent(session, found)];
    if (traits === 'none')
      return [{ of: `session ${session}`, expected: 'none', found: 'one', why: whyOf(entry), clauses: [] }];
    return traits.flatMap(({ name, word }) => {
      const had = traitOf(entry, name);
      if (isTrait(bundle, word, had)) return [];
      return [{ of: `session ${session}, ${name}`, expected: word, found: had, why: whyOf(entry), clauses: [] }];
    });
  });

const absent = (session: string, { ledger = [] }: Evaluation): Differing => ({
  of: `session ${session}`,
  expected: 'one',
  found: 'none',
  why: ledger.length === 0 ? ['This case has no sessions.'] : [`There are ${ledger.map(({ on }) => on).join(', ')}.`],
  clauses: [],
});

const whyOf = ({ outcome, notDue, disputed, events }: LedgerEntry): string[] => [
  ...(outcome === undefined ? [] : [`recorded as ${outcome}`]),
  ...(notDue === undefined ? [] : [`not due: ${notDue}`]),
  ...(disputed ? ['two records disagree'] : []),
  ...usedInWords(events),
];

const yesNo = (value: boolean | null | undefined): string => {
  if (value === null || value === undefined) return 'unknown';
  return value ? 'yes' : 'no';
};

const traitOf = (entry: LedgerEntry, name: string): string => {
  switch (name) {
    case 'planned':
    case 'recorded':
    case 'disputed':
    case 'present':
    case 'credited':
    case 'absence':
    case 'contact':
    case 'credit':
      return yesNo(entry[name]);
    case 'outcome':
    case 'kind':
    case 'phase':
    case 'topic':
      return entry[name] ?? 'none';
    case 'not-due':
      return entry.notDue ?? 'none';
    case 'caught-up':
      return entry.caughtUp ?? 'no';
    case 'catch-up-booked':
      return entry.catchUpBooked ?? 'no';
    default:
      return yesNo(entry.traits[name] ?? entry.traits[`session.${name}`]);
  }
};

/** `caught-up: yes` means on any day; `not-due: no` that it was due. */
const isTrait = (bundle: Bundle, word: string, had: string): boolean => {
  if (word === had || (word === 'no' && had === 'none')) return true;
  if (!/^\d{4}-\d\d-\d\d/.test(had)) return word === 'yes' && !['no', 'none', 'unknown'].includes(had);
  return word === 'yes' || (/^\d{4}-\d\d-\d\d/.test(word) && isSameMoment(bundle, word, had));
};
