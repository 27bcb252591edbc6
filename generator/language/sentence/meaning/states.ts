/** `<duty> is open`, `<rule> is confirmed`. */
import type { LeafDuty, LeafRule } from '../../../../engine/contract/index.js';
import { nearest } from '../../../problem/nearest.js';
import type { Says, Sentence, Value } from '../ast.js';
import { fault } from '../fault.js';
import { joined, type LoweredSentence } from '../lowered.js';
import type { Named } from '../scope.js';
import { type Outcome, saying } from './checking.js';

type DutyState = LeafDuty['is'];
type RuleState = LeafRule['is'];
type HasStates = Extract<Named, { kind: 'duty' | 'rule' }>;

const words: { duty: Record<DutyState, [string, string]>; rule: Record<RuleState, [string, string]> } = {
  duty: {
    open: ['is open', 'is not open'],
    missed: ['was missed', 'was not missed'],
    met: ['was met', 'was not met'],
  },
  rule: {
    standing: ['stands', 'does not stand'],
    confirmed: ['was confirmed', 'was not confirmed'],
    refused: ['was refused', 'was not refused'],
  },
};
const otherWords: Record<HasStates['kind'], Record<string, string>> = {
  duty: {
    done: 'met',
    complete: 'met',
    completed: 'met',
    fulfilled: 'met',
    kept: 'met',
    overdue: 'missed',
    late: 'missed',
    failed: 'missed',
    breached: 'missed',
    due: 'open',
    outstanding: 'open',
    pending: 'open',
  },
  rule: {
    raised: 'standing',
    open: 'standing',
    recommended: 'standing',
    met: 'standing',
    accepted: 'confirmed',
    approved: 'confirmed',
    agreed: 'confirmed',
    rejected: 'refused',
    declined: 'refused',
    dismissed: 'refused',
  },
};

const meantBy = (kind: HasStates['kind'], word: string): string | undefined =>
  Object.hasOwn(otherWords[kind], word) ? otherWords[kind][word] : undefined;

/** The words for how a duty or a rule may stand. */
export const statesOf = (kind: HasStates['kind']): string[] => Object.keys(words[kind]);

/** Whether what is said could only be said of a duty or a rule. */
export const saysAState = (says: Says): boolean =>
  says.kind === 'is' &&
  says.values.every(
    (value) => value.kind === 'word' && ['open', 'missed', 'standing', 'confirmed', 'refused'].includes(value.text),
  );

const saidOf = (says: Says): (string | undefined)[] => {
  if (says.kind === 'met') return ['met'];
  if (says.kind !== 'is') return [undefined];
  return says.values.map((value) => (value.kind === 'word' ? value.text : undefined));
};

/** Takes what is said of a duty or a rule; gives the condition, or what is wrong with saying it. */
export const checkState = (sentence: Sentence, named: HasStates): Outcome => {
  const states = statesOf(named.kind);
  const said = saidOf(sentence.says);
  const known = said.flatMap((word) => (word !== undefined && states.includes(word) ? [word] : []));
  if (known.length === said.length) return { lowered: lower(named, [...new Set(known)], sentence.negated) };
  return unknownState(sentence, named, states, said);
};

const unknownState = (
  sentence: Sentence,
  { kind }: HasStates,
  states: string[],
  said: (string | undefined)[],
): Outcome => {
  const { says, subject } = sentence;
  const found = fault('sentence/state', says, { name: subject.text, kind, states });
  const meant = said.map((word) =>
    word === undefined || states.includes(word) ? word : (meantBy(kind, word) ?? nearest(word, states)),
  );
  const [first, ...more] = meant.filter((word) => word !== undefined);
  // “met” stands alone in the grammar, so it is in no list of several.
  const listed = more.length > 0 && meant.includes('met');
  if (first === undefined || meant.includes(undefined) || listed) return { faults: [found] };
  const { start, end } = says;
  if (first === 'met') return met(sentence, found);
  const values = [first, ...more].map((text): Value => ({ kind: 'word', text, start, end }));
  return { faults: [found], meant: saying(sentence, { kind: 'is', values, start, end }) };
};

const met = (sentence: Sentence, found: ReturnType<typeof fault>): Outcome => {
  const { start, end } = sentence.says;
  return { faults: [found], meant: saying(sentence, { kind: 'met', start, end }) };
};

const lower = ({ kind, id, called }: HasStates, states: string[], negated: boolean): LoweredSentence => {
  const table: Record<string, [string, string]> = words[kind];
  const verb = (state: string): string => table[state]?.[negated ? 1 : 0] ?? state;
  const subject = `the ${kind} “${called}”`;
  const leaf = (state: string): LoweredSentence => {
    const reads = `${subject} ${verb(state)}`;
    return kind === 'duty'
      ? { kind, duty: id, is: state as DutyState, negated, reads }
      : { kind, rule: id, is: state as RuleState, negated, reads };
  };
  const reads = `${subject} ${states.map(verb).join(negated ? ' and ' : ' or ')}`;
  return joined(negated ? 'all' : 'any', states.map(leaf), reads);
};
