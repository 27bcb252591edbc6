/** `… for at least 4 weeks`, `… for more than 4 weeks`, and whether a scope allows what is said of time at all. */
import type { LastsNode, Sentence } from '../ast.js';
import { lastedReads } from '../english/happened.js';
import { fault } from '../fault.js';
import type { LastedSentence } from '../lowered.js';
import { printLasts, printSentence } from '../print.js';
import { findNamed, type Scope } from '../scope.js';
import { type Outcome, saying } from './checking.js';
import { saysAState } from './states.js';
import { timeOf, tooLong } from './when.js';

/** Takes a sentence without its “for at least”, and what came of checking that; gives what comes of the whole. */
export const checkLasting = (sentence: Sentence, lasts: LastsNode, now: Outcome): Outcome => {
  const { says, subject } = sentence;
  if (says.kind === 'happened' && !says.when) {
    const { start, end } = lasts;
    const { lasts: _, ...rest } = sentence;
    const meant = saying(rest, { ...says, when: { kind: 'last', span: lasts, start, end } });
    return { faults: [fault('sentence/for-of-an-event', lasts, { name: subject.text })], meant };
  }
  const faults = tooLong(lasts);
  if (!('lowered' in now)) {
    const meant = now.meant && { ...now.meant, lasts };
    return { faults: [...now.faults, ...faults], ...(meant && faults.length === 0 && { meant }) };
  }
  if (faults.length > 0) return { faults };
  const reads = lastedReads(now.lowered.reads, lasts, false);
  const more = lasts.more && { more: lasts.more };
  return { lowered: { kind: 'lasted', condition: now.lowered, span: timeOf(lasts), ...more, negated: false, reads } };
};

/** The same denied: it has not been so for so long. Nothing for a condition that is none of how long. */
export const notLasting = (lowered: Extract<Outcome, { lowered: unknown }>['lowered']): typeof lowered | undefined =>
  lowered.kind === 'lasted'
    ? { ...lowered, negated: true, reads: lastedReads(lowered.condition.reads, lengthOf(lowered), true) }
    : undefined;

const lengthOf = ({ span, more }: LastedSentence): LastsLength => ({ ...span, ...(more && { more }) });
type LastsLength = Parameters<typeof lastedReads>[1];

/** The fault of a sentence about time where only answers count; nothing for any other. */
export const notOverTime = (sentence: Sentence, scope: Scope): Outcome | undefined => {
  if (scope.time !== false) return undefined;
  const { says, lasts, negated } = sentence;
  if (lasts) return { faults: [fault('sentence/not-over-time', lasts, { found: printLasts(lasts) })] };
  const has = `has ${negated ? 'not ' : ''}happened`;
  if (says.kind === 'happened') return { faults: [fault('sentence/not-over-time', says, { found: has })] };
  const named = findNamed(scope, sentence.subject.text);
  const ofTime = named ? ['event', 'duty', 'rule'].includes(named.kind) : saysAState(says);
  if (!ofTime) return undefined;
  const found = printSentence({ ...sentence, subject: { ...sentence.subject, text: '' } }).trim();
  return { faults: [fault('sentence/not-over-time', says, { found })] };
};
