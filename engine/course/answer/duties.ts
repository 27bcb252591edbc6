/** What the replay found of duties, as it is told. */
import type { Duty, DutyDue } from '../../contract/course.js';
import type { DutyVerdict } from '../../contract/course-verdict.js';
import type { Standing } from '../duty-states.js';
import type { Replay } from '../replay-state.js';
import { dutyStandings } from '../subjects.js';
import { idsOf } from '../why.js';

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
    whyDue: whyDue(duty, instance.opened.moment),
    clauses: duty.origin.clauses,
    hers: duty.hers,
    at: duty.origin.at,
  };
};

const froms: Record<Duty['from']['kind'], string> = {
  happened: 'from when it opened',
  learned: 'from when it was learned',
  'period-end': 'from the end of the period',
  event: 'from the event that it counts from',
  fact: 'from the date that it counts from',
};

const whyDue = ({ due, from, recurs, trigger }: Duty, opened: string): string => {
  const every = recurs && 'span' in recurs ? ` It recurs every ${spanText(recurs.span)}.` : '';
  return `It opened on ${opened}, ${trigger.reads}.${limitText(due, froms[from.kind])}${every}`;
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const limitText = (due: DutyDue, from: string): string => {
  switch (due.kind) {
    case 'within':
      return ` It is to be done within ${spanText(due.span)}${due.time ? `, by ${due.time} on that day` : ''}, ${from}.`;
    case 'weekday':
      return ` It is to be done by the next ${weekdays[due.weekday - 1]}${due.time ? ` at ${due.time}` : ''}, ${from}.`;
    case 'at-once':
      return ` It is to be done the same day${due.time ? `, by ${due.time}` : ''}.`;
    case 'before': {
      const what = due.session === undefined ? (due.fact ?? due.event) : `session ${due.session}`;
      return ` It is to be done ${due.span ? `${spanText(due.span)} ` : ''}before ${what}.`;
    }
    case 'not-stated':
      return ' No time is stated.';
  }
};

const spanText = ({ n, unit }: { n: number; unit: string }): string =>
  `${n} ${(n === 1 ? unit.replace(/s$/, '') : unit).replace('-', ' ')}`;
