/** What can be said of what happens: that it has happened, or not, and when. */
import type { SaysHappened, Sentence, WhenNode, WordNode } from '../ast.js';
import { happenedReads } from '../english/happened.js';
import { type Fault, fault } from '../fault.js';
import type { LoweredSentence } from '../lowered.js';
import { printSentence } from '../print.js';
import { factOf, type Named, type Scope } from '../scope.js';
import { unitOf } from '../words.js';
import { familyOf, type Outcome, saying } from './checking.js';
import { eventsBroughtBy, whatNamed } from './events.js';
import { checkWhen } from './when.js';

type Event = Extract<Named, { kind: 'event' }>;

/** Takes what is said of an event; gives the condition, or what is wrong with saying it. */
export const checkOfAnEvent = (sentence: Sentence, event: Event, scope: Scope): Outcome => {
  const { says } = sentence;
  return says.kind === 'happened' ? happened(sentence, says, event, scope) : somethingElse(sentence);
};

const happened = (sentence: Sentence, says: SaysHappened, { id, called }: Event, scope: Scope): Outcome => {
  const { negated } = sentence;
  const leaf = (
    rest: { within?: Extract<LoweredSentence, { kind: 'happened' }>['within'] },
    when: string,
  ): Outcome => ({
    lowered: { kind: 'happened', event: id, negated, ...rest, reads: happenedReads(called, when, negated) },
  });
  if (!says.when) return leaf({}, '');
  const found = checkWhen(says.when, scope);
  if ('when' in found) return leaf({ within: found.when }, found.reads);
  const { faults, instead } = found;
  return { faults, ...(instead && { meant: saying(sentence, { ...says, when: instead }) }) };
};

const thatItDid = new Set(
  'yes true happened done reported recorded received met sent issued complete completed present there'.split(' '),
);
const thatItDidNot = new Set(['no', 'false', 'absent', 'missing']);

/** `incident is yes`, `incident is at least 3`, `incident is before today`. */
const somethingElse = (sentence: Sentence): Outcome => {
  const { subject, says, negated } = sentence;
  const name = subject.text;
  const place = { start: says.start, end: says.end };
  const meantHappened = (denied: boolean, when?: WhenNode): Sentence =>
    saying(sentence, { kind: 'happened', ...place, ...(when && { when }) }, denied);
  if (says.kind === 'compares' || says.kind === 'between')
    return { faults: [fault('sentence/counted', says, { name, example: counted(sentence) })] };
  const found = says.kind === 'is' && says.values[0]?.kind === 'number' ? says.values[0] : undefined;
  if (found) return { faults: [fault('sentence/counted', says, { name, example: counted(sentence) })] };
  if (says.kind === 'dated' || says.kind === 'apart') {
    const faults = [fault('sentence/day-of-an-event', says, { name, example: ofItsDay(sentence) })];
    const when = says.kind === 'apart' && !negated ? lately(says) : undefined;
    return { faults, ...(when && { meant: meantHappened(false, when) }) };
  }
  const [only, ...more] = says.kind === 'is' ? says.values : [];
  const word = says.kind === 'is' ? (only?.kind === 'word' && more.length === 0 ? only.text : '') : 'met';
  const faults = [fault('sentence/is-of-an-event', says, { name })];
  if (thatItDid.has(word)) return { faults, meant: meantHappened(negated) };
  return thatItDidNot.has(word) ? { faults, meant: meantHappened(!negated) } : { faults };
};

/** `at most 2 weeks before today`. */
const lately = (says: Extract<Sentence['says'], { kind: 'apart' }>): WhenNode | undefined => {
  const { comparison, duration, direction, than, start, end } = says;
  const untilNow = direction === 'before' && than.kind === 'word' && than.text === 'today';
  if (!untilNow || (comparison !== 'at-most' && comparison !== 'less-than') || duration.n < 1) return undefined;
  return { kind: 'last', span: duration, start, end };
};

const renamed = (sentence: Sentence, text: string): string =>
  printSentence({ ...sentence, subject: { ...sentence.subject, text } });
const counted = (sentence: Sentence): { fact: string; say: string } => {
  const fact = `number-of-${sentence.subject.text}`;
  return { fact, say: renamed(sentence, fact) };
};
const ofItsDay = (sentence: Sentence): { fact: string; say: string } => {
  const fact = `last-${sentence.subject.text}`;
  return { fact, say: renamed(sentence, fact) };
};

/** `age has happened`: said of what does not happen. */
export const happenedOf = (sentence: Sentence, says: SaysHappened, named: Named, scope: Scope): Outcome => {
  const name = sentence.subject.text;
  const brought = eventsBroughtBy(name, scope);
  const faults: Fault[] = [
    fault('sentence/happened-of', says, { name, what: whatNamed(named), events: brought, kind: kindOf(named) }),
  ];
  const meant = insteadOfHappened(sentence, says, named, brought);
  return { faults, ...(meant && { meant }) };
};

const kindOf = (named: Named): 'date' | 'rule' | 'other' => {
  const fact = factOf(named);
  if (fact) return familyOf(fact) === 'date' ? 'date' : 'other';
  return named.kind === 'rule' ? 'rule' : 'other';
};

const insteadOfHappened = (
  sentence: Sentence,
  says: SaysHappened,
  named: Named,
  brought: string[],
): Sentence | undefined => {
  const { start, end, when } = says;
  const is = (text: string): Sentence =>
    saying(sentence, { kind: 'is', values: [{ kind: 'word', text, start, end }], start, end });
  const [only] = brought.length === 1 ? brought : [];
  if (only !== undefined) return { ...sentence, subject: { ...sentence.subject, text: only } };
  const fact = factOf(named);
  if (fact && familyOf(fact) === 'date') return ofADate(sentence, says);
  if (when) return undefined;
  if (fact?.groups?.received) return is('received');
  if (fact?.groups?.begun) return is('begun');
  if (named.kind === 'criterion' || named.kind === 'both' || named.kind === 'duty')
    return saying(sentence, { kind: 'met', start, end });
  return fact?.kind === 'yes-no' ? is('yes') : undefined;
};

const ofADate = (sentence: Sentence, { start, end, when }: SaysHappened): Sentence | undefined => {
  const than: WordNode = { kind: 'word', text: 'today', start, end };
  if (!when) return saying(sentence, { kind: 'dated', order: 'on-or-before', than, start, end });
  const unit = when.kind === 'last' ? unitOf(when.span.unit) : undefined;
  if (when.kind !== 'last' || !unit) return undefined;
  const duration = { ...when.span, unit };
  return saying(sentence, { kind: 'apart', comparison: 'at-most', duration, direction: 'before', than, start, end });
};
