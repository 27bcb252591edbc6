/** A case, its events put in order: what every point of it is looked at from. */
import type { CaseRecord } from '../case/record.js';
import type { Id } from '../contract/bundle.js';
import type { CompiledCourse } from './compiled-course.js';
import type { Sitting } from './sittings.js';
import type { Timeline } from './timeline.js';

/** How somebody who came back goes on; worked out when he did. */
export interface Resumption {
  keeps: ReadonlySet<Id>;
  continues: boolean;
  from: Id | undefined;
}

/** `line`: all that was recorded by the moment as of which it is asked. */
export interface Case {
  course: CompiledCourse;
  line: Timeline;
  sittings: readonly Sitting[];
  /** Of each stay but the first, by when it began (milliseconds). */
  resumptions: Map<number, Resumption>;
  firstForm: Id | undefined;
  /** Of each event's id, its place. */
  places: ReadonlyMap<string, number>;
  /** What the answers came to, so far as it has been asked for. */
  records: Records;
}

/** What was worked out from so many of the events that answer anything, by their number. */
export interface Records {
  records: Map<string, CaseRecord>;
  /** Whether a form was complete. */
  complete: Map<string, boolean>;
}
