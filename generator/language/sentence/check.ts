/** Sentence to condition: what its names mean, whether what is said of them makes sense, and how it reads. */
import type { Meant, Sentence, WordNode } from './ast.js';
import { type Fault, fault, withCorrection } from './fault.js';
import { type LoweredSentence, type Uses, usesOf } from './lowered.js';
import type { Outcome } from './meaning/checking.js';
import { unknownEvent } from './meaning/events.js';
import { checkLasting, notLasting, notOverTime } from './meaning/lasting.js';
import { unknownName } from './meaning/names.js';
import { checkOfAFact } from './meaning/of-a-fact.js';
import { checkOfAnEvent, happenedOf } from './meaning/of-an-event.js';
import { checkState, saysAState } from './meaning/states.js';
import { stretch, written } from './mend/mending.js';
import { wordsOfTime } from './mend/words-of-time.js';
import { parseSentence } from './parse.js';
import { printMeant, printSentence } from './print.js';
import { factOf, findNamed, type Scope } from './scope.js';
import { tokenize } from './tokens.js';

/** `meant` is the sentence put right, where one can tell how. */
export type Checked = { lowered: LoweredSentence; reads: string; uses: Uses } | { faults: Fault[]; meant?: Sentence };

/** Takes a sentence and what it may name; gives what it becomes, its English and its uses, or its faults. */
export const checkSentence = (sentence: Sentence, scope: Scope): Checked => {
  const outcome = check(sentence, scope);
  if ('lowered' in outcome) {
    const { lowered } = outcome;
    return { lowered, reads: lowered.reads, uses: usesOf(lowered) };
  }
  if (!outcome.meant) return outcome;
  const right = settle(outcome.meant, scope);
  if (!right) return { faults: outcome.faults };
  return { faults: withCorrection(outcome.faults, printSentence(right)), meant: right };
};

/** The same of the sentence denied: of “for at least” and “for more than”, that it has not been so for so long. */
export const checkDenial = (sentence: Sentence, scope: Scope): Checked => {
  if (!sentence.lasts) return checkSentence({ ...sentence, negated: !sentence.negated }, scope);
  const checked = checkSentence(sentence, scope);
  const lowered = 'lowered' in checked ? notLasting(checked.lowered) : undefined;
  return lowered ? { lowered, reads: lowered.reads, uses: usesOf(lowered) } : checked;
};

/** What was meant may want putting right once more; a correction that is still wrong is not offered. */
const settle = (meant: Sentence, scope: Scope): Sentence | undefined => {
  let right: Sentence | undefined = meant;
  for (let turn = 0; turn < 3 && right; turn += 1) {
    const outcome: Outcome = check(right, scope);
    if ('lowered' in outcome) return right;
    right = outcome.meant;
  }
  return undefined;
};

const check = (sentence: Sentence, scope: Scope): Outcome => {
  const tooEarly = notOverTime(sentence, scope);
  if (tooEarly) return tooEarly;
  const { lasts, ...now } = sentence;
  return lasts ? checkLasting(sentence, lasts, checkNow(now, scope)) : checkNow(sentence, scope);
};

const checkNow = (sentence: Sentence, scope: Scope): Outcome => {
  const { subject, says, negated } = sentence;
  const named = findNamed(scope, subject.text);
  if (!named) return says.kind === 'happened' ? ofUnknownEvent(sentence, scope) : ofUnknown(sentence, scope);
  if (named.kind === 'event') {
    const { id, rule } = named;
    if (rule !== undefined && saysAState(says)) return checkState(sentence, { kind: 'rule', id, called: rule });
    return checkOfAnEvent(sentence, named, scope);
  }
  if (says.kind === 'happened') return happenedOf(sentence, says, named, scope);
  if (named.kind === 'duty' || named.kind === 'rule') return checkState(sentence, named);
  if (named.kind !== 'fact' && says.kind === 'met') {
    const reads = `the criterion “${named.called}” is ${negated ? 'not ' : ''}met`;
    return { lowered: { kind: 'criterion', id: named.id, negated, reads } };
  }
  const fact = factOf(named);
  return fact ? checkOfAFact({ sentence, says, fact, scope }) : valueOfACriterion(sentence);
};

/** Goes on with the name that was most likely meant, so that all that is wrong is told at once. */
const ofUnknown = (sentence: Sentence, scope: Scope): Outcome => {
  const { fault: found, subject, meant } = unknownName(sentence, scope);
  if (!subject) return { faults: [found], ...(meant && { meant }) };
  return withSubject(sentence, subject, found, scope);
};

const ofUnknownEvent = (sentence: Sentence, scope: Scope): Outcome => {
  const { fault: found, instead } = unknownEvent(sentence.subject, scope);
  return instead ? withSubject(sentence, instead, found, scope) : { faults: [found] };
};

const withSubject = (sentence: Sentence, subject: WordNode, found: Fault, scope: Scope): Outcome => {
  const right = { ...sentence, subject };
  const outcome = checkNow(right, scope);
  if ('lowered' in outcome) return { faults: [found], meant: right };
  return { faults: [found, ...outcome.faults], ...(outcome.meant && { meant: outcome.meant }) };
};

const valueOfACriterion = (sentence: Sentence): Outcome => {
  const { subject, says, negated } = sentence;
  const faults = [fault('sentence/value-of-a-criterion', says, { name: subject.text })];
  const [only, ...more] = says.kind === 'is' ? says.values : [];
  const word = only?.kind === 'word' && more.length === 0 ? only.text : '';
  const { start, end } = says;
  const met = (denied: boolean): Outcome => ({
    faults,
    meant: { ...sentence, negated: denied, says: { kind: 'met', start, end } },
  });
  if (word === 'yes' || word === 'true') return met(negated);
  return word === 'no' || word === 'false' ? met(!negated) : { faults };
};

/** A text read and checked in one: with the scope known, a correction of its grammar is checked before it is offered. */
export type Read = { sentence: Sentence; lowered: LoweredSentence; reads: string; uses: Uses } | { faults: Fault[] };

/** Takes a sentence's text and what it may name; gives all of `checkSentence`, or every fault in it. Never throws. */
export const readSentence = (text: string, scope: Scope): Read => {
  const parsed = parseSentence(text);
  if ('sentence' in parsed) {
    const checked = checkSentence(parsed.sentence, scope);
    return 'faults' in checked ? { faults: checked.faults } : { sentence: parsed.sentence, ...checked };
  }
  const ofTime = scope.time === false ? wordsOfTime(tokenize(text).slice(0, -1)) : undefined;
  if (ofTime) return { faults: [fault('sentence/not-over-time', stretch(ofTime), { found: written(ofTime) })] };
  if (!parsed.meant) return { faults: isProse(text, parsed.faults, scope) ? [prose(text, scope)] : parsed.faults };
  const { faults, right } = checkMeant(parsed.meant, scope);
  const mended = right ? parsed.faults : [];
  const other = faults.filter((found) => !mended.some(({ start, end }) => start < found.end && found.start < end));
  const say = right && printMeant(right);
  const all = [...parsed.faults, ...other].toSorted((a, b) => a.start - b.start || a.end - b.end);
  if (say !== undefined) return { faults: withCorrection(all, say) };
  return { faults: isProse(text, all, scope) ? [prose(text, scope)] : all.map(withoutCorrection) };
};

const ofProse = new Set<Fault['code']>([
  'sentence/spaces',
  'sentence/extra-word',
  'sentence/no-is',
  'sentence/no-name',
  'sentence/nothing-said',
  'sentence/starts-with',
  'sentence/unexpected',
  'sentence/two-in-one',
  'sentence/and-between-values',
  'sentence/verb',
]);
/** Words of everyday language that name nothing known: to mend them one by one would lead nowhere. */
const isProse = (text: string, faults: Fault[], scope: Scope): boolean =>
  text.trim().split(/\s+/).length > 3 &&
  faults.filter(({ code }) => ofProse.has(code)).length > 1 &&
  !text.split(/[\s,]+/).some((word) => findNamed(scope, word) !== undefined);

const prose = (text: string, scope: Scope): Fault => {
  const [name] = scope.names;
  return fault('sentence/prose', { start: 0, end: text.trimEnd().length }, { example: `${name ?? 'age'} is …` });
};

const withoutCorrection = (found: Fault): Fault => {
  const { say: _, ...particulars } = found.particulars;
  return { ...found, particulars } as Fault;
};

const checkMeant = (meant: Meant, scope: Scope): { faults: Fault[]; right?: Meant } => {
  if (meant.kind === 'one') {
    const checked = checkSentence(meant.sentence, scope);
    if ('lowered' in checked) return { faults: [], right: meant };
    return { faults: checked.faults, ...(checked.meant && { right: { kind: 'one', sentence: checked.meant } }) };
  }
  const parts = meant.of.map((part) => checkMeant(part, scope));
  const right = parts.flatMap((part) => (part.right ? [part.right] : []));
  const whole = right.length === parts.length ? { right: { kind: meant.kind, of: right } } : {};
  return { faults: parts.flatMap((part) => part.faults), ...whole };
};
