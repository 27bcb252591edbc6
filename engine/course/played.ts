/** From the events of a case to its replay as of a moment: from its start, or going on from an earlier one. */
import type { CaseEvent, Moment } from '../contract/event.js';
import type { Case } from './case.js';
import type { CompiledCourse } from './compiled-course.js';
import { formHappenings } from './forms.js';
import { copiesOnTheWay, type Kept, resumed } from './going-on.js';
import { noRecords } from './records.js';
import { beginReplay, playTo } from './replay.js';
import type { Replay } from './replay-state.js';
import { sittingsOf } from './sittings.js';
import { timelineOf } from './timeline.js';

export interface Played {
  replay: Replay;
  /** Where it was asked for, and where one may go on from this at all. */
  kept?: Kept;
}

/**
 * Takes the events of a case and the moment as of which it is asked; gives its replay by then, without confirmations of
 * what never stood. With `going`, from what was kept of an earlier one as far as that comes to the same, and keeping it.
 */
export const played = (
  course: CompiledCourse,
  events: readonly CaseEvent[],
  asOf: Moment,
  going?: { from: Kept | undefined },
): Played => {
  const whole = going ? playedOn(course, events, asOf, going.from) : { replay: playedAll(course, events, asOf) };
  const { replay } = whole;
  const baseless = baselessIn(replay, events, course);
  if (baseless.size === 0) return whole;
  const sound = playedAll(
    course,
    events.filter(({ id }) => !baseless.has(id)),
    asOf,
  );
  const rules = new Map(replay.case.line.answers.map(({ id, rule }) => [id, rule]));
  for (const id of baseless) {
    const isHers = course.hers.has(rules.get(id) ?? '');
    sound.case.line.irregular.push({ event: id, because: neverStood, ...(isHers && { hers: true as const }) });
  }
  return { replay: sound };
};

const playedAll = (course: CompiledCourse, events: readonly CaseEvent[], asOf: Moment): Replay => {
  const end = course.clock.end(asOf);
  const replay = beginReplay(caseOf(course, events, end));
  playTo(replay, end - 1);
  return replay;
};

const playedOn = (
  course: CompiledCourse,
  events: readonly CaseEvent[],
  asOf: Moment,
  from: Kept | undefined,
): Required<Played> => {
  const end = course.clock.end(asOf);
  const of = caseOf(course, events, end);
  const going = from && resumed(from, of, end - 1);
  const replay = going?.replay ?? beginReplay(of);
  const copies = copiesOnTheWay(replay, end - 1, going?.copies ?? []);
  playTo(replay, end - 1, copies.before);
  return { replay, kept: { of, changes: replay.changes, copies: copies.taken() } };
};

const neverStood =
  'It answers a recommendation that did not stand, as far as was known when it was recorded. It counts for nothing.';

/**
 * Confirmations of what did not stand. One that stood on what was known when it was recorded stays, whatever has been
 * corrected since, and is told as one to look at again; one that never stood ends nobody's place.
 */
const baselessIn = (replay: Replay, events: readonly CaseEvent[], course: CompiledCourse): Set<string> => {
  const { line } = replay.case;
  const unused = line.answers.filter(
    ({ rule, id, confirmed }) => confirmed && !replay.usedAnswers.has(`${rule} answer ${id}`),
  );
  return new Set(
    unused.flatMap(({ id, place, rule }) => {
      const event = events[place];
      if (!event) return [];
      const then = course.clock.end(event.recorded);
      const known = events
        .filter((each, i) => i <= place || course.clock.start(each.recorded) < course.clock.start(event.recorded))
        .filter(({ recorded }) => course.clock.start(recorded) < then);
      const before = known.length === events.length ? replay : playedAll(course, known, event.happened);
      return before.usedAnswers.has(`${rule} answer ${id}`) ? [] : [id];
    }),
  );
};

const caseOf = (course: CompiledCourse, events: readonly CaseEvent[], end: number): Case => {
  const line = timelineOf(events, end, course);
  const [form] = course.bundle.forms;
  const of: Case = {
    course,
    line,
    sittings: sittingsOf(line.marks),
    resumptions: new Map(),
    firstForm: form?.id,
    places: new Map(events.map((event, place) => [event.id, place])),
    records: noRecords(),
  };
  line.happened.push(...formHappenings(of));
  line.happened.push(
    ...line.happened
      .filter(({ what }) => what === 'accepted' || what === 'declined')
      .map((each) => ({ ...each, what: 'decision-made' })),
  );
  line.happened.sort((a, b) => a.at.start - b.at.start || course.rank(a.what) - course.rank(b.what));
  return of;
};
