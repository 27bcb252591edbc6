/** What the replay found of duties, as it is told. */
import type { Duty } from '../../contract/course.js';
import type { DutyVerdict } from '../../contract/course-verdict.js';
import type { Standing } from '../duty-states.js';
import type { Replay } from '../replay-state.js';
import { dutyStandings } from '../subjects.js';
import { idsOf } from '../why.js';
import { whyDue } from './why-due.js';

/** Takes a replay at its point, gives every duty there has been, by duty, then by when it was opened. */
export const dutiesOf = (replay: Replay): DutyVerdict[] =>
  replay.case.course.course.duties.flatMap((duty) =>
    dutyStandings(duty, replay).map((standing) => verdictOf(duty, standing, replay)),
  );

const verdictOf = (duty: Duty, { instance, state, met, metBy, left }: Standing, { view }: Replay): DutyVerdict => {
  const { due, by, subject, opened } = instance;
  const of = subject ?? by?.about;
  return {
    id: duty.id,
    ...(of !== undefined && { subject: of }),
    ...(by && { openedBy: by.id }),
    opened: opened.moment,
    ...(due && { due: due.due }),
    ...(due?.latest !== undefined && { dueAtTheLatest: due.latest }),
    provisional: due?.provisional ?? false,
    state,
    ...(met && { met: met.moment }),
    ...(metBy.length > 0 && {
      metBy: idsOf(
        metBy.map(({ place }) => place),
        { view },
      ),
    }),
    left,
    force: duty.force,
    by: duty.by,
    does: duty.does,
    words: duty.words,
    reads: duty.reads,
    whyDue: whyDue(duty, instance, view),
    clauses: duty.origin.clauses,
    hers: duty.hers,
    at: duty.origin.at,
  };
};
