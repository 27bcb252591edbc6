/** Which phase each session belongs to, and how far each phase is. */
import { no, type Truth, unknown, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import type { Amount, Phase } from '../contract/course.js';
import type { CompiledCourse } from './compiled-course.js';
import { creditedOf, isDue, type Ledger, type Session } from './ledger.js';
import type { Life } from './life.js';

export interface PhaseState {
  begun: boolean;
  /** Whether what it needs has been credited. */
  complete: Truth;
  least: number;
  most: number;
}
export interface Phases {
  states: ReadonlyMap<Id, PhaseState>;
  /** The one he is in, where that can be told. */
  current?: Id;
}

/** The fewest sessions that fill a phase; none where its document does not say. */
const needed = (amount: Amount): number | undefined => {
  switch (amount.kind) {
    case 'range':
      return amount.from;
    case 'one-of':
      return Math.min(...amount.of);
    case 'for-a-person':
    case 'not-stated':
      return undefined;
    default:
      return amount.n;
  }
};

interface Tally extends PhaseState {
  phase: Phase;
  needs: number | undefined;
}

/**
 * Takes the sessions of the present stay, gives each that names no phase the one that was under way, and how far each
 * phase is. `continues`: earlier stays count too. `from`: he starts at this phase, those before it are taken as done.
 */
export const placeInPhases = (
  ledger: Ledger,
  life: Life,
  course: CompiledCourse,
  { continues, from }: { continues: boolean; from: Id | undefined },
): Phases => {
  const phases = course.sessions?.phases ?? [];
  const present = life.stays.length - 1;
  const tallies = phases.map(
    (phase): Tally => ({
      phase,
      needs: needed(phase.sessions),
      begun: false,
      complete: no,
      least: 0,
      most: 0,
    }),
  );
  const start = phases.findIndex(({ id }) => id === from);
  tallies.slice(0, Math.max(0, start)).forEach((tally) => {
    if (tally.needs !== undefined) tally.least = tally.most = tally.needs;
    tally.complete = yes;
  });
  for (const session of ledger.sessions) {
    const counts = session.stay === present || continues;
    const tally = tallyFor(session, tallies, life, course);
    if (!tally) continue;
    session.phase ??= tally.phase.id;
    session.kind ??= tally.phase.kind;
    if (counts) count(session, tally, course);
  }
  const current = currentOf(tallies, life, course);
  return {
    states: new Map(tallies.map(({ phase, needs: _, ...state }) => [phase.id, state])),
    ...(current && { current: current.phase.id }),
  };
};

const count = (session: Session, tally: Tally, course: CompiledCourse): void => {
  const credited = creditedOf(session, course);
  if (session.recorded && !session.notDue) tally.begun = true;
  if (credited === yes) tally.least += 1;
  if (credited === yes || (credited === unknown && isDue(session))) tally.most += 1;
  if (tally.needs === undefined) return;
  tally.complete = tally.least >= tally.needs ? yes : tally.most >= tally.needs ? unknown : no;
};

const tallyFor = (
  session: Session,
  tallies: readonly Tally[],
  life: Life,
  course: CompiledCourse,
): Tally | undefined => {
  if (session.phase !== undefined) return tallies.find(({ phase }) => phase.id === session.phase);
  const started = life.stays[session.stay]?.started;
  const early = tallies.filter(
    ({ phase }) => phase.beforeStart && (session.kind === undefined || session.kind === phase.kind),
  );
  const isEarly = started === undefined ? !session.credit : session.when.day < started.day;
  if (isEarly && early.length > 0) return early.find(({ complete }) => complete !== yes) ?? early.at(-1);
  const late = tallies.filter(({ phase }) => !phase.beforeStart);
  const ofKind = session.kind === undefined ? late : late.filter(({ phase }) => phase.kind === session.kind);
  const fitting = ofKind.length > 0 ? ofKind : late;
  if (life.movedTo && session.when.start >= life.movedTo.at.start) {
    const moved = tallies.find(({ phase }) => phase.id === life.movedTo?.phase);
    if (moved && moved.complete !== yes) return moved;
  }
  if (fitting.length === 1) return fitting[0];
  return course.sessions?.order === 'sequential'
    ? (fitting.find(({ complete }) => complete !== yes) ?? fitting.at(-1))
    : undefined;
};

const currentOf = (tallies: readonly Tally[], life: Life, course: CompiledCourse): Tally | undefined => {
  const moved = tallies.find(({ phase }) => phase.id === life.movedTo?.phase);
  if (moved && moved.complete !== yes) return moved;
  const started = life.stays.at(-1)?.started !== undefined;
  const early = tallies.filter(({ phase }) => phase.beforeStart);
  if (!started) return early.find(({ complete }) => complete !== yes) ?? early.at(-1);
  const late = tallies.filter(({ phase }) => !phase.beforeStart);
  if (late.length === 1 || course.sessions?.order === 'sequential')
    return late.find(({ complete }) => complete !== yes) ?? late.at(-1);
  const begun = late.filter(({ begun: b, complete }) => b && complete !== yes);
  return begun.length === 1 ? begun[0] : undefined;
};
