/** Steps that were taken although what they need was not there, or a rule refused them. They count, and are told. */
import { yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import { type AppealStep, type Stage, type StepName, stages } from '../contract/course.js';
import { tellsReason } from '../contract/document.js';
import { type Anchor, pointAt } from './anchor.js';
import { dueAfter } from './calendar/due.js';
import type { CompiledCourse } from './compiled-course.js';
import { issuedTooEarly } from './issued.js';
import type { Replay } from './replay-state.js';
import { bringsOf } from './session-events.js';
import { sightOf } from './subjects.js';
import type { Happened } from './timeline.js';
import { happenedAt, type View, viewOf } from './view.js';

/** What shows that a step was taken. */
const stepOf: Record<Id, StepName> = {
  accepted: 'accept',
  declined: 'decline',
  invited: 'invite',
  started: 'start',
  suspended: 'suspend',
  resumed: 'resume',
  'leave-started': 'leave',
  transferred: 'transfer',
  completed: 'complete',
  closed: 'close',
  returned: 'return',
};

/** Takes a replay at a point; notes the steps taken at it that were refused. */
export const noteRefused = (replay: Replay): void => {
  const { view, case: of } = replay;
  const now = happenedAt(of.line, view.point.ms);
  if (now.length === 0 && !mayComeOfOthers(of.course)) return;
  const taken = now.filter(({ what }) => (stepOf[what] ?? unfitIn[what]) !== undefined);
  for (const each of taken) {
    const because = refusalOf(each, replay);
    if (because !== undefined) replay.refused.set(each.id, { event: each.id, because });
  }
  for (const appeal of of.course.course.appeals)
    for (const each of view.occurrences(`${appeal.id}-lodged`)) {
      const because = each.at.start === view.point.ms ? outOfTime(appeal, each, view) : undefined;
      if (because !== undefined) replay.refused.set(each.id, { event: each.id, because });
    }
  for (const each of withoutReason(replay)) replay.refused.set(each.id, { event: each.id, because: unreasoned });
  for (const { happened, because } of issuedTooEarly(replay)) {
    const isHers = of.course.hers.has(happened.what);
    replay.refused.set(happened.id, { event: happened.id, because, ...(isHers && { hers: true }) });
  }
};

/** Whether any of these may come about at a moment at which nothing of it is recorded: as one of several, or by a session. */
const mayComeOfOthers = (course: CompiledCourse): boolean => {
  const known = others.get(course);
  if (known !== undefined) return known;
  const { documents = [] } = course.bundle;
  const names = [
    'declined',
    ...course.course.appeals.map(({ id }) => `${id}-lodged`),
    ...documents.flatMap(({ id }) => [`${id}-issued`, `${id}-sent`]),
  ];
  const found = names.some((what) => course.happenings.get(what)?.anyOf || bringsOf(what, course));
  others.set(course, found);
  return found;
};
const others = new WeakMap<CompiledCourse, boolean>();

const unreasoned = 'A refusal needs a reason, and none was recorded with it.';
/** Where a document asks its author for the reason it is that document that must not go out without. */
const withoutReason = ({ view, case: of }: Replay): Happened[] => {
  const { decision, documents = [] } = of.course.bundle;
  if (!decision?.refusalNeedsReason || documents.some(tellsReason)) return [];
  return view
    .occurrences('declined')
    .filter(({ at, place }) => at.start === view.point.ms && !of.line.events[place]?.reason?.trim());
};

const gone: readonly Stage[] = ['closed', 'completed', 'transferred'];
const running: readonly Stage[] = ['on-programme', 'on-leave', 'suspended'];
const except = (...fit: Stage[]): readonly Stage[] => stages.filter((stage) => !fit.includes(stage));
/** In which states each makes no sense. Steps that nobody recorded in between are nothing odd. */
const unfitIn: Record<Id, readonly Stage[]> = {
  'leave-ended': except('on-leave'),
  resumed: except('suspended', 'on-leave', 'closed'),
  'leave-started': [...gone, 'declined', 'on-leave'],
  suspended: [...gone, 'declined', 'suspended'],
  completed: [...gone, 'declined'],
  closed: gone,
  started: [...gone, ...running],
  accepted: [...gone, ...running],
  returned: except(...gone, 'declined'),
};

/** What does not follow from how the case stood; of several things of one moment it is not known which came first. */
const misfitOf = (what: Id, at: Anchor, { case: of }: Replay, before: () => View): string | undefined => {
  const unfit = unfitIn[what];
  const isAlone = happenedAt(of.line, at.start).filter((each) => unfitIn[each.what]).length < 2;
  if (!unfit || !isAlone) return undefined;
  const { stage, since } = before().life;
  return since === undefined || !unfit.includes(stage)
    ? undefined
    : `“${what}” was recorded of a case that was ${stage.replaceAll('-', ' ')}.`;
};

/** An appeal is answered all the same; that it comes late, or against nothing, is for whoever answers it to know. */
const outOfTime = ({ against, lodgedWithin, after }: AppealStep, { at }: Happened, view: View): string | undefined => {
  const before = view.course.course.appeals.find(({ id }) => id === after);
  // The next step is against the answer to the one before.
  const turned = after === undefined ? undefined : latestBy(at, before?.answeredBy ?? [`${after}-answered`], view);
  if (after !== undefined && !turned) return 'It was lodged before the step before it was answered.';
  const decided = latestBy(at, against, view);
  if (!decided) return 'It was lodged although nothing has been decided that it could be against.';
  if (!lodgedWithin) return undefined;
  const { due, latestEndsAt } = dueAfter(view.course.calendar, (turned ?? decided).at, lodgedWithin);
  return at.start >= latestEndsAt ? `It was lodged too late: it could be lodged until ${due}.` : undefined;
};

const latestBy = ({ day }: Anchor, of: readonly Id[], view: View): Happened | undefined =>
  of
    .flatMap((what) => view.occurrences(what))
    .filter((each) => each.at.day <= day)
    .sort((a, b) => a.at.start - b.at.start)
    .at(-1);

/** What was there just before, or is there with all that happened at the same time, is there. */
const refusalOf = ({ what, at }: Happened, replay: Replay): string | undefined => {
  const { case: of, view } = replay;
  const step = of.course.course.steps.find(({ id }) => id === stepOf[what]);
  const before = (): View => viewOf(of, pointAt(at.start - 1, of.course.clock));
  const unfit = misfitOf(what, at, replay, before);
  if (unfit !== undefined) return unfit;
  const lacking = (step?.needs ?? []).find(({ condition }) =>
    [view, before()].every((each) => {
      const sight = sightOf(replay, each);
      return sight.reads.condition(condition, sight).truth !== yes;
    }),
  );
  return lacking && `“${what}” was recorded although this was not known to hold: ${lacking.words}`;
};
