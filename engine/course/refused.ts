/** Steps that were taken although what they need was not there, or a rule refused them. They count, and are told. */
import { yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import type { StepName } from '../contract/course.js';
import { pointAt } from './anchor.js';
import type { Replay } from './replay-state.js';
import { sightOf } from './subjects.js';
import type { Happened } from './timeline.js';
import { type View, viewOf } from './view.js';

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
  const taken = of.line.happened.filter(({ at, what }) => at.start === view.point.ms && stepOf[what] !== undefined);
  for (const each of taken) {
    const because = refusalOf(each, replay);
    if (because !== undefined) replay.refused.set(each.id, { event: each.id, because });
  }
};

/** What was there just before, or is there with all that happened at the same time, is there. */
const refusalOf = ({ what, at }: Happened, replay: Replay): string | undefined => {
  const { case: of, view } = replay;
  const step = of.course.course.steps.find(({ id }) => id === stepOf[what]);
  const before = (): View => viewOf(of, pointAt(at.start - 1, of.course.clock));
  const lacking = (step?.needs ?? []).find(({ condition }) =>
    [view, before()].every((each) => {
      const sight = sightOf(replay, each);
      return sight.reads.condition(condition, sight).truth !== yes;
    }),
  );
  return lacking && `“${what}” was recorded although this was not known to hold: ${lacking.words}`;
};
