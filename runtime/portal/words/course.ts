import type {
  Amount,
  Bundle,
  CourseRule,
  DutyDue,
  DutyVerdict,
  Effect,
  Force,
  Happening,
  Id,
  LedgerEntry,
  Rate,
  RecommendationState,
  StepName,
} from '../../../engine/contract/index.js';
import { spanInWords, unitInWords } from '../../../engine/contract/words.js';
import { idInWords } from '../../../engine/document/words/words.js';
import { momentInWords } from './dates.js';
import { capital, inOneSentence, stopped } from './lists.js';
import { roleInWords, sentenceInWords } from './names.js';

export { dutyWords, idInWords, notDueWords, spanInWords, stageWords } from '../../../engine/document/words/words.js';

/** A number as the document gives it: "at least 3 sessions", "for the service lead to say", "not stated". */
export const amountInWords = (bundle: Bundle, amount: Amount, one = '', many = `${one}s`): string => {
  const of = (n: number, words = String(n)): string => (one === '' ? words : `${words} ${n === 1 ? one : many}`);
  switch (amount.kind) {
    case 'exactly':
      return of(amount.n);
    case 'at-least':
      return of(amount.n, `at least ${amount.n}`);
    case 'at-most':
      return of(amount.n, `at most ${amount.n}`);
    case 'about':
      return of(amount.n, `about ${amount.n}`);
    case 'range':
      return of(amount.to, `${amount.from} to ${amount.to}`);
    case 'one-of':
      return of(amount.of.at(-1) ?? 0, inOneSentence(amount.of.map(String), 'or'));
    case 'for-a-person':
      return amount.role ? `as many as the ${roleInWords(bundle, amount.role)} says` : 'as many as somebody decides';
    case 'not-stated':
      return one === '' ? 'a number that is not stated' : `a number of ${many} that is not stated`;
  }
};

/** "1 each week", "at least 1 every 2 weeks"; of a thing that is named "one session each week". */
export const rateInWords = (bundle: Bundle, rate: Rate, thing = ''): string => {
  const every = rate.each.n === 1 ? `each ${unitInWords[rate.each.unit]}` : `every ${spanInWords(rate.each)}`;
  const { amount } = rate;
  const isOne = thing !== '' && amount.kind === 'exactly' && amount.n === 1;
  return `${isOne ? `one ${thing}` : amountInWords(bundle, amount, thing)} ${every}`;
};

/** "Session of Monday 2 March 2026"; what comes before the start is an appointment with one man. */
export const sittingInWords = (
  { course, programme }: Bundle,
  { on, phase }: Pick<LedgerEntry, 'on' | 'phase'>,
): string => {
  const isBefore = course?.sessions?.phases.some(({ id, beforeStart }) => beforeStart && id === phase) === true;
  return `${isBefore ? 'Appointment' : 'Session'} of ${momentInWords(on, programme.timeZone)}`;
};

/** The steps of a case, as what somebody does. */
export const stepWords: Record<StepName, string> = {
  assess: 'Assess',
  accept: 'Accept',
  decline: 'Not accept',
  invite: 'Invite',
  start: 'Start the programme',
  attend: 'Attend a session',
  suspend: 'Suspend',
  resume: 'Come back from a suspension',
  leave: 'Give leave',
  transfer: 'Transfer',
  complete: 'Complete the programme',
  close: 'Close the case',
  return: 'Come back after leaving',
};

/** A step as what somebody does in the state that he is in: whoever is on leave comes back from that. */
export const stepInWords = (step: StepName, state: string | undefined): string =>
  step === 'resume' && state === 'on-leave' ? 'Come back from leave' : stepWords[step];

/** Forces as they are marked, with the class of the mark. */
export const forceWords: Record<Force, { word: string; look: 'must' | 'should' | 'may' }> = {
  block: { word: 'Refused while this stands', look: 'must' },
  must: { word: 'Must', look: 'must' },
  should: { word: 'Should', look: 'should' },
  may: { word: 'May', look: 'may' },
  warn: { word: 'Warning', look: 'should' },
};

export const recommendationWords: Record<RecommendationState, string> = {
  open: 'Waiting for an answer',
  confirmed: 'Confirmed',
  refused: 'Refused',
  lapsed: 'No longer stands',
  perhaps: 'May stand: not known yet',
};

/** The mark of a duty's state: met, not met, not known, or none. */
export const dutyLooks: Record<DutyVerdict['state'], 'met' | 'not-met' | 'unknown' | 'not-applicable'> = {
  open: 'unknown',
  met: 'met',
  'met-late': 'met',
  missed: 'not-met',
  lapsed: 'not-applicable',
  'perhaps-missed': 'unknown',
};

/** The happening of that id. */
export const happeningNamed = (bundle: Bundle, id: Id): Happening | undefined =>
  bundle.course?.happenings.find((one) => one.id === id);

/** A happening as a clause after "when": "the participant was heard from". */
export const happeningInWords = (bundle: Bundle, id: Id): string => {
  const called = happeningNamed(bundle, id)?.called;
  return called ? sentenceInWords(bundle, called) : idInWords(id);
};

/** A sentence with each happening in it that is named by its id put into words: "before decision-made". */
export const happeningsInWords = (bundle: Bundle, sentence: string): string =>
  sentence.replace(/[a-z0-9]+(?:-[a-z0-9]+)+/g, (id) =>
    happeningNamed(bundle, id) ? happeningInWords(bundle, id) : id,
  );

/**
 * When a duty is due as long as no day can be told: before what its definition names. Before what has not happened yet, so
 * that "the decision was made" is said as "the decision is made".
 */
export const undatedInWords = (bundle: Bundle, duty: Id): string => {
  const due = bundle.course?.duties.find(({ id }) => id === duty)?.due;
  if (due?.kind !== 'before') return 'No time is stated';
  return `Due ${due.span ? `${spanInWords(due.span)} ` : ''}before ${beforeWhat(bundle, due)}`;
};

const beforeWhat = (bundle: Bundle, { event, session, fact }: Extract<DutyDue, { kind: 'before' }>): string => {
  if (session !== undefined) return `session ${session}`;
  if (fact === undefined) {
    const happening = happeningInWords(bundle, event ?? '');
    const ahead = happening.replace(/\b(was|were)\b/, (verb) => (verb === 'was' ? 'is' : 'are'));
    return ahead === happening ? `this: ${happening}` : ahead;
  }
  const called = [...bundle.facts, ...(bundle.course?.derived ?? [])].find(({ id }) => id === fact)?.called;
  return called === undefined ? idInWords(fact) : `this day: ${sentenceInWords(bundle, called)}`;
};

export const ruleNamed = (bundle: Bundle, id: Id): CourseRule | undefined =>
  bundle.course?.rules.find((rule) => rule.id === id);

/** A rule or a duty by the words it is shown with. */
export const ruleInWords = (bundle: Bundle, id: Id): string => {
  const words = ruleNamed(bundle, id)?.words ?? bundle.course?.duties.find((duty) => duty.id === id)?.words;
  return words ? sentenceInWords(bundle, words) : capital(idInWords(id));
};

/** A phase, a kind of session, an outcome or a topic by its label. */
export const sessionWord = (bundle: Bundle, of: 'phases' | 'kinds' | 'outcomes', id: Id | undefined): string => {
  if (id === undefined) return '';
  const found = bundle.course?.sessions?.[of].find((one) => one.id === id);
  return found?.label ?? capital(idInWords(id));
};

/** That a duty, or what a rule asks for, was done, by the words of that; nothing of any other happening. */
export const doneInWords = (bundle: Bundle, id: Id): string | undefined => {
  const of = /^(.*)-done$/.exec(id)?.[1];
  const isDeclared =
    of !== undefined && (ruleNamed(bundle, of) ?? bundle.course?.duties.find((duty) => duty.id === of));
  return isDeclared ? `Done: ${ruleInWords(bundle, of)}` : undefined;
};

/** What is sent by its title, what is offered with its article: as people name it, where they do not name it by its id. */
const namedAs = (bundle: Bundle, { verb, object }: Effect): string | undefined => {
  if (verb === 'send' || verb === 'issue') {
    const title = bundle.documents?.find(({ id }) => id === object)?.title;
    return title === undefined ? undefined : `“${title}”`;
  }
  if (verb !== 'offer') return undefined;
  return /^(.*) was offered$/.exec(happeningNamed(bundle, `${object}-offered`)?.called ?? '')?.[1];
};

/** What an effect asks for, as its author wrote it, with what it names by an id in words. */
export const effectInWords = (bundle: Bundle, effect: Effect): string => {
  const { says, verb, object, to } = effect;
  const named = namedAs(bundle, effect);
  const begun = named === undefined || object === undefined ? says : says.replace(whole(object), named);
  const worded = [named === undefined ? object : undefined, to].reduce<string>((words, id) => {
    if (id === undefined) return words;
    const person = bundle.people.find((one) => one.id === id)?.called;
    if (person) return words.replace(whole(id), `the ${person}`);
    if (verb === 'close' || !id.includes('-')) return words;
    const phase = bundle.course?.sessions?.phases.find((one) => one.id === id)?.label;
    return words.replaceAll(id, phase ?? idInWords(id));
  }, begun);
  return sentenceInWords(bundle, worded);
};

/** Several effects in one sentence: a question that comes after something else begins small, as no sentence begins there. */
export const effectsInWords = (bundle: Bundle, effects: readonly Effect[]): string => {
  const [first = '', ...others] = effects.map((effect) => effectInWords(bundle, effect));
  return stopped([capital(first), ...others.map(begunSmall)].join('; '));
};

/** A capital that more capitals follow, as of an abbreviation, stays; and "I". */
const begunSmall = (words: string): string =>
  /^(?!I\b)\p{Lu}(?=\p{Ll}|\s)/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

const whole = (id: Id): RegExp => new RegExp(`(?<![\\w-])(?:the )?${id}(?![\\w-])`, 'g');
