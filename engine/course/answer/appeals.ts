/** Which steps of an appeal are open: what they are against stands, and the step before was answered. */
import type { Id } from '../../contract/bundle.js';
import { type AppealStep, stages } from '../../contract/course.js';
import type { Replay } from '../replay-state.js';
import type { View } from '../view.js';

/** Takes a replay at its point, gives the steps that can be lodged now, in order. One that would come late is among them. */
export const appealsOf = ({ view }: Replay): Id[] =>
  view.course.course.appeals.filter((step) => isOpen(step, view)).map(({ id }) => id);

const isOpen = ({ id, against, after }: AppealStep, view: View): boolean => {
  const decided = latest(against.flatMap((what) => standsSince(what, view)));
  const since =
    after === undefined ? decided : latest(answersTo(after, view).filter((at) => at >= (decided ?? at + 1)));
  // Whoever has lodged it waits for the answer; after another decision it can be lodged again.
  return since !== undefined && !whenIn([`${id}-lodged`], view).some((at) => at >= since);
};

/** Since when (ms) what can be appealed against stands; what has been taken back stands no more. */
const standsSince = (what: Id, view: View): number[] => {
  if (!stages.some((stage) => stage === what)) return whenIn([what], view);
  const { stage, since } = view.life;
  return stage === what && since ? [since.start] : [];
};

const answersTo = (step: Id, view: View): number[] => {
  const before = view.course.course.appeals.find(({ id }) => id === step);
  return whenIn(before?.answeredBy ?? [`${step}-answered`], view);
};

/** When (ms) any of it happened in this stay. */
const whenIn = (what: readonly Id[], view: View): number[] =>
  what.flatMap((each) => view.occurrences(each).map(({ at }) => at.start)).filter((at) => at >= view.stay.from);

const latest = (moments: readonly number[]): number | undefined =>
  moments.length === 0 ? undefined : Math.max(...moments);
