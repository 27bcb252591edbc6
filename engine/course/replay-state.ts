/** What a replay knows between one point and the next. */
import type { Id } from '../contract/bundle.js';
import type { CourseCondition } from '../contract/course.js';
import type { Case } from './case.js';
import type { Machine } from './machine.js';
import type { Changed } from './reach.js';
import type { Memory } from './sight.js';
import type { View } from './view.js';

export interface Replay {
  case: Case;
  memory: Memory;
  view: View;
  /** By rule or duty, one for each subject. */
  machines: Map<Id, Map<string, Machine>>;
  /** Answers to recommendations that have been used, by place. */
  usedAnswers: Set<string>;
  /** Steps that were taken although what they need was not there, by the event's id. */
  refused: Map<string, { event: string; because: string; hers?: true }>;
  /** When something may next change by itself: milliseconds. */
  wakes: number;
  /** Conditions that must be watched at every point, for how long they have held counts. */
  watched: readonly CourseCondition[];
  /** Places in the list of moments still to come. */
  next: number;
  /** How many points have been played. */
  points: number;
  /** What changed at each moment at which something happened. */
  changes: ReadonlyMap<number, Changed>;
}

/** Something may change by itself then (milliseconds); what is past does not. */
export const wake = (replay: Replay, at: number): void => {
  if (at > replay.view.point.ms && at < replay.wakes) replay.wakes = at;
};
