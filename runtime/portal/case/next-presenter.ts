/** What may happen next: the steps that are open now as actions, and those that are not yet with what they need. */
import type { NextStep, StepName } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { type Link, presentOffer, recordedBy } from '../record/offer-presenter.js';
import { mayBeRecordedBy, recordAddress, wantedOf } from '../record/wanted.js';
import { happeningInWords, stepInWords } from '../words/course.js';
import { outcomeWords } from '../words/decision.js';
import { capital } from '../words/lists.js';
import { rolesInWords } from '../words/names.js';
import { caseAddress } from './addresses.js';
import { type ShownStep, shownStep } from './rules-presenter.js';
import { toldOf } from './shown-case.js';

export interface NextPresenter {
  /** What this person may do now. */
  actions: Link[];
  /** What may be done now, by somebody else. */
  others: { words: string; by: string }[];
  /** What may not be done yet, with what it needs. */
  notYet: (ShownStep & { criteria?: Link })[];
  offer: { title: string; items: Link[] }[];
  /** Nothing at all can be recorded by this person here. */
  none?: string;
}

/** As what it is called where it is a link: of several ways of taking a step each by its own name. */
const linkTo = (found: OpenCase, what: string, words: string | undefined): Link | undefined => {
  const wanted = wantedOf(found, what);
  if (!wanted || !mayBeRecordedBy(found.bundle, wanted, found.actor.role)) return undefined;
  return { words: words ?? capital(happeningInWords(found.bundle, what)), href: recordAddress(found, wanted) };
};

/** Ways back from a leave are not ways back from a suspension. */
const fits = (what: string, state: string | undefined): boolean =>
  (what !== 'leave-ended' || state === 'on-leave') &&
  (what !== 'resumed' || state !== 'on-leave') &&
  (what !== 'waiting-for-place' || state === 'accepted') &&
  (what !== 'suitable-not-ready' || state !== 'suitable-not-ready');

const pagesOf: Partial<Record<StepName, { words: string; href: string }>> = {
  assess: { words: 'Assessment', href: '/assessment' },
  attend: { words: 'Record a session', href: '/record/session' },
};

const actionsOf = (found: OpenCase, { step }: NextStep): Link[] => {
  const page = pagesOf[step];
  if (page) return [{ words: page.words, href: `${caseAddress(found)}${page.href}` }];
  const { state } = found.evaluation;
  const ways = recordedBy[step].filter((what) => fits(what, state));
  return ways.flatMap((what, i) => linkTo(found, what, i === 0 ? stepInWords(step, state) : undefined) ?? []);
};

/** Once an appeal has been answered, what it was against can be taken back. */
const afterAppeal = (found: OpenCase): Link[] => {
  const { bundle, events, evaluation } = found;
  const answered = (bundle.course?.appeals ?? []).flatMap(({ id, answeredBy }) => answeredBy ?? [`${id}-answered`]);
  if (!events.some(({ what }) => what !== undefined && answered.includes(what))) return [];
  const back = evaluation.state === 'declined' ? 'accepted' : evaluation.state === 'closed' ? 'resumed' : undefined;
  const words = 'After an appeal: take the decision back';
  return back === undefined ? [] : [linkTo(found, back, words)].flatMap((link) => link ?? []);
};

/** Nobody is accepted against what the criteria come to: how they stand is a need of its own. */
const criteriaOf = (found: OpenCase, { step }: NextStep): { criteria?: Link } => {
  const { decision } = found.evaluation;
  if (step !== 'accept' || !decision || decision.outcome === 'eligible') return {};
  const { word } = outcomeWords[decision.outcome];
  return { criteria: { words: `The criteria: ${word.toLowerCase()}`, href: `${caseAddress(found)}/decision` } };
};

export const presentNext = (found: OpenCase): NextPresenter => {
  const { bundle, evaluation } = found;
  const steps = evaluation.steps ?? [];
  const open = steps.filter(({ verdict }) => verdict === 'met');
  const doable = open.map((step) => ({ step, actions: actionsOf(found, step) }));
  const offer = presentOffer(found);
  const told = toldOf(found);
  const actions = [...doable.flatMap((each) => each.actions), ...afterAppeal(found)];
  return {
    actions,
    others: doable
      .filter((each) => each.actions.length === 0)
      .map(({ step: { step, by } }) => ({
        words: stepInWords(step, evaluation.state),
        by: by.length > 0 ? `For the ${rolesInWords(bundle, by)} to do.` : 'For somebody else to do.',
      })),
    notYet: steps
      .filter(({ verdict }) => verdict !== 'met')
      .map((step) => ({ ...shownStep(told, step, evaluation.state), ...criteriaOf(found, step) })),
    offer,
    ...(actions.length === 0 && offer.length === 0 && { none: 'There is nothing for you to record here.' }),
  };
};
