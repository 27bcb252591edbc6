/** A replay at a point, copied so that it can be gone on from there, and more than once. */

import type { Point } from './anchor.js';
import type { Case, Resumption } from './case.js';
import type { Machine } from './machine.js';
import { memoryOf } from './memory.js';
import type { Changed } from './reach.js';
import type { Replay } from './replay-state.js';
import { type Stood, viewOf } from './view.js';

/** All that a replay remembers at a point, and nothing of the list of events that it was played from. */
export interface Copy {
  point: Point;
  stood: Stood;
  machines: Replay['machines'];
  usedAnswers: ReadonlySet<string>;
  refused: Replay['refused'];
  heldSince: ReadonlyMap<string, number>;
  resumptions: ReadonlyMap<number, Resumption>;
  watched: Replay['watched'];
  wakes: number;
  points: number;
}

/** Takes a replay, gives a copy of it that does not change when it goes on. */
export const copyOf = ({
  view,
  machines,
  usedAnswers,
  refused,
  memory,
  case: of,
  watched,
  wakes,
  points,
}: Replay): Copy => {
  const { point, life, ledger, stay, resumption, phases } = view;
  return {
    point,
    stood: { life, ledger, stay, resumption, phases },
    machines: copiesOf(machines),
    usedAnswers: new Set(usedAnswers),
    refused: new Map(refused),
    heldSince: new Map(memory.heldSince),
    resumptions: new Map(of.resumptions),
    watched,
    wakes,
    points,
  };
};

/** Takes a copy and the case, which up to there is the same; gives a replay that goes on from there. The copy stays. */
export const replayOf = (copy: Copy, of: Case, changes: ReadonlyMap<number, Changed>): Replay => {
  for (const [at, resumption] of copy.resumptions) of.resumptions.set(at, resumption);
  const after = of.line.moments.findIndex((moment) => moment > copy.point.ms);
  const replay: Replay = {
    case: of,
    view: viewOf(of, copy.point, copy.stood),
    machines: copiesOf(copy.machines),
    usedAnswers: new Set(copy.usedAnswers),
    refused: new Map(copy.refused),
    wakes: copy.wakes,
    watched: copy.watched,
    next: after < 0 ? of.line.moments.length : after,
    points: copy.points,
    changes,
    memory: { ...memoryOf(() => replay), heldSince: new Map(copy.heldSince) },
  };
  return replay;
};

const copiesOf = (machines: Replay['machines']): Replay['machines'] =>
  new Map(
    [...machines].map(([id, bySubject]) => [
      id,
      new Map([...bySubject].map(([subject, machine]) => [subject, machineCopy(machine)])),
    ]),
  );

/** Whatever of it is changed in place; what is put in the place of something else is not. */
const machineCopy = (machine: Machine): Machine => ({
  ...machine,
  wondered: new Set(machine.wondered),
  crossed: [...machine.crossed],
  occurrences: new Map([...machine.occurrences].map(([key, occurrence]) => [key, { ...occurrence }])),
  active: machine.active.map((each) => ({ ...each })),
});
