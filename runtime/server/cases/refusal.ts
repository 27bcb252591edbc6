/** Why something may not be recorded. No rule stands here: the engine is asked what it would make of it. */

import { herSideOf, onlyTold } from '../../../engine/case/her-side.js';
import type { Bundle, CaseEvent, Id } from '../../../engine/contract/index.js';
import { capital } from '../../../engine/contract/words.js';
import { localDay } from '../../../engine/document/words/dates.js';
import type { EvaluationFor } from '../../../engine/index.js';
import { happeningInWords, ruleInWords } from '../../portal/words/course.js';
import { roleInWords, rolesInWords, sentenceInWords } from '../../portal/words/names.js';
import type { Actor } from '../access/actor.js';
import { mayLieAhead, mayRecordEvent, recordersOfEvent, stepShownBy } from './may-record.js';

/** What somebody wants to record, before the case as it stands and as it would stand. */
export interface Attempt {
  actor: Actor;
  now: string;
  /** The whole definition, and what of it this person's role may know of. */
  whole: Bundle;
  bundle: Bundle;
  events: readonly CaseEvent[];
  /** What has been recorded, as far as this person may see it. */
  recorded: readonly CaseEvent[];
  before: EvaluationFor;
  after: EvaluationFor;
}

/** Gives the sentence that tells a person why it is not taken; nothing where it is. */
export const refusalOf = (attempt: Attempt): string | undefined => {
  for (const event of attempt.events) {
    const because = ofPerson(attempt, event) ?? ofTime(attempt, event) ?? ofState(attempt, event);
    if (because !== undefined) return because;
  }
  return ofEngine(attempt);
};

const ofPerson = ({ actor, whole, bundle, recorded }: Attempt, event: CaseEvent): string | undefined => {
  const { role } = event.by;
  const corrected = event.supersedes && recorded.find(({ id }) => id === event.supersedes);
  if (event.supersedes !== undefined && (!corrected || !mayRecordEvent(whole, corrected, actor.role)))
    return 'What was recorded there is not for you to correct.';
  const isInside = whole.people.some((one) => one.id === role && one.side === 'inside');
  if (role !== actor.role && isInside)
    return `You record as the ${roleInWords(whole, actor.role)}, not as the ${roleInWords(whole, role)}.`;
  if (herSideOf(whole.people).isHer(role) && !actor.supporter) return onlyTold;
  const isKnown = event.kind === 'happened' ? hasHappening(bundle, event.what) : hasRule(bundle, event);
  if (!isKnown) return 'Nothing of that name can be recorded in this programme.';
  if (mayRecordEvent(whole, event, role)) return undefined;
  const those = recordersOfEvent(whole, event);
  const who = those.length > 0 ? `the ${rolesInWords(whole, those)}` : 'somebody else';
  return `This is for ${who} to record, not for the ${roleInWords(whole, role)}.`;
};

const hasHappening = ({ course }: Bundle, what: Id | undefined): boolean =>
  course?.happenings.some(({ id }) => id === what) === true;
const hasRule = ({ course }: Bundle, { kind, rule }: CaseEvent): boolean =>
  (kind !== 'confirmed' && kind !== 'refused') || course?.rules.some(({ id }) => id === rule) === true;

/** Whether something lies ahead of an instant. */
export const isAhead = ({ happened }: Pick<CaseEvent, 'happened'>, now: string, timeZone: string): boolean =>
  happened.length === 10 ? happened > localDay(now, timeZone) : Date.parse(happened) > Date.parse(now);

/** What is planned may lie ahead, and so may what is approved from a day on; what happened may not. */
const ofTime = ({ now, whole }: Attempt, event: CaseEvent): string | undefined => {
  if (event.kind === 'session' || mayLieAhead(event)) return undefined;
  return isAhead(event, now, whole.programme.timeZone) ? 'It lies ahead. Record it once it has happened.' : undefined;
};

/** How the case stood is looked at only where it matters: to work it out takes time. */
const ofState = (attempt: Attempt, event: CaseEvent): string | undefined => {
  const { whole, now } = attempt;
  if (event.kind === 'confirmed' || event.kind === 'refused') {
    const states = (attempt.before.recommendations ?? [])
      .filter(({ rule }) => rule === event.rule)
      .filter(({ subject }) => event.about === undefined || subject === undefined || subject === event.about)
      .map(({ state }) => state);
    if (states.includes('open')) return undefined;
    return states.includes('perhaps')
      ? 'It is not known yet whether this recommendation stands, so there is nothing to answer. Record what would tell.'
      : 'This recommendation does not stand any more, so there is nothing to answer.';
  }
  const zone = whole.programme.timeZone;
  if (event.kind !== 'happened' || localDay(event.happened, zone) < localDay(now, zone)) return undefined;
  const name = stepShownBy[event.what ?? ''];
  const step = name && attempt.before.steps?.find((one) => one.step === name);
  if (!step || event.what === 'suitable-not-ready' || event.what === 'leave-ended') return undefined;
  const [rule] = step.refusedBy;
  if (rule !== undefined) return `It is refused while this stands: ${ruleInWords(whole, rule)}`;
  if (event.what !== 'accepted' || step.verdict === 'met') return undefined;
  return 'He cannot be accepted as things stand: look at the decision, and at what is still missing.';
};

/** Appeals are answered also where they come late or against nothing: whoever answers them is told. */
const isTakenAllTheSame = ({ what }: CaseEvent): boolean => what?.endsWith('-lodged') === true;

const ofEngine = ({ after, events, whole, now }: Attempt): string | undefined => {
  for (const event of events) {
    const odd = after.irregular?.find((one) => one.event === event.id);
    const coming = isAhead(event, now, whole.programme.timeZone);
    if (odd && !isTakenAllTheSame(event)) return inWords(whole, odd.because, coming);
    const set = after.unusable.find((one) => one.event === event.id);
    if (set) return sentenceInWords(whole, set.because);
  }
  return undefined;
};

/** The engine tells of what was recorded; here it is about to be. */
const inWords = (bundle: Bundle, because: string, coming: boolean): string => {
  const called = because.replace(/“([a-z0-9-]+)”/g, (_, id: string) => `“${happeningInWords(bundle, id)}”`);
  const lacking = /^.* was recorded although this was not known to hold: (.*)$/.exec(called)?.[1];
  if (lacking !== undefined)
    return `It cannot be recorded yet. This is not known to hold: ${sentenceInWords(bundle, lacking)}`;
  const unfit = /^.* was recorded of a case that was (.*)\.$/.exec(called)?.[1];
  if (unfit !== undefined)
    return coming
      ? `It does not fit how the case will stand on that day: it will be ${unfit}.`
      : `It does not fit how the case stands: it is ${unfit}.`;
  return capital(sentenceInWords(bundle, called));
};
