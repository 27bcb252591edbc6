/** The life of a case, folded from what happened: the state it is in, its stays, and the times it was away. */
import type { Id } from '../contract/bundle.js';
import type { Stage } from '../contract/course.js';
import type { Answer } from '../contract/event.js';
import type { Anchor } from './anchor.js';
import type { Happened } from './timeline.js';

/** From the day on which it began; `to` is the day on which it ended, if it has. */
export interface Away {
  stage: 'suspended' | 'on-leave';
  from: Anchor;
  to?: Anchor;
  /** Of a leave: the last day for which it was approved, as it was told. */
  until?: string;
}
/** One passage; somebody who comes back, or begins again, has another. */
export interface Stay {
  /** Milliseconds. The first stay has no beginning. */
  from: number;
  /** What brought it, if anything did. */
  begun?: Happened;
  started?: Anchor;
  ended?: Anchor;
}
export interface Life {
  stage: Stage;
  since?: Anchor;
  decision: 'none' | 'accepted' | 'declined' | 'suitable-not-ready';
  ending?: Id;
  stays: Stay[];
  away: Away[];
  /** When a leave that still runs is over by itself; and the ends of those that nobody said he came back from. */
  leaveOver?: Anchor;
  overrun: Anchor[];
  /** The latest phase that he was moved to. */
  movedTo?: { phase: Id; at: Anchor };
}

/** Whether the service has let him go. */
export const isOver = (stage: Stage | Id): boolean =>
  stage === 'closed' || stage === 'completed' || stage === 'transferred' || stage === 'declined';

const textOf = (value: Answer | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

interface Folding extends Life {
  /** Where he goes back to after a suspension or a leave. */
  before: Stage;
}

/** What ends by itself: when a leave that began then, approved until a day, is over, if it is limited. `now` in milliseconds. */
export interface Limits {
  now: number;
  leaveOver(leave: Away): Anchor | undefined;
}

/** Takes what happened, in order; gives the life of the case at the end of it. */
export const lifeOf = (happened: readonly Happened[], firstForm: Id | undefined, limits: Limits): Life => {
  const life: Folding = {
    stage: 'referred',
    decision: 'none',
    stays: [{ from: Number.NEGATIVE_INFINITY }],
    away: [],
    overrun: [],
    before: 'on-programme',
  };
  for (const each of happened) {
    endLeave(life, each.at.start - 1, limits);
    step(life, each, firstForm);
  }
  endLeave(life, limits.now, limits);
  const { before: _, ...found } = life;
  return found;
};

const enter = (life: Folding, stage: Stage, at: Anchor): void => {
  if (life.stage !== stage || life.since === undefined) life.since = at;
  life.stage = stage;
};

const leave = (life: Folding, stage: Away['stage'], at: Anchor, until?: string): void => {
  if (isOver(life.stage) || life.stage === stage) return;
  if (life.stage === 'suspended' || life.stage === 'on-leave') comeBack(life, at);
  life.before = life.stage;
  life.away.push({ stage, from: at, ...(until !== undefined && { until }) });
  enter(life, stage, at);
};
/** A leave is approved for so long; after that he is due again, although he is on leave until somebody says he is back. */
const endLeave = (life: Folding, now: number, { leaveOver }: Limits): void => {
  delete life.leaveOver;
  const last = life.away.at(-1);
  const over = life.stage === 'on-leave' && last && !last.to ? leaveOver(last) : undefined;
  if (!over || !last) return;
  if (over.start > now) {
    life.leaveOver = over;
    return;
  }
  last.to = over;
  life.overrun.push(over);
};
const comeBack = (life: Folding, at: Anchor): void => {
  const last = life.away.at(-1);
  if (last && !last.to) last.to = at;
  enter(life, life.before, at);
};

const end = (life: Folding, stage: Stage, at: Anchor, ending?: string): void => {
  if (isOver(life.stage) && life.stage !== 'declined') return;
  const last = life.away.at(-1);
  if (last && !last.to) last.to = at;
  const stay = life.stays.at(-1);
  if (stay) stay.ended = at;
  if (ending !== undefined) life.ending = ending;
  enter(life, stage, at);
};

/** A refusal or a closure that was taken back, as an appeal may bring it. */
const reopen = (life: Folding, stage: Stage, at: Anchor): void => {
  delete life.stays.at(-1)?.ended;
  delete life.ending;
  enter(life, stage, at);
};

const begin = (life: Folding, stage: Stage, each: Happened): void => {
  life.stays.push({ from: each.at.start, begun: each, ...(stage === 'on-programme' && { started: each.at }) });
  life.decision = 'none';
  delete life.ending;
  delete life.movedTo;
  // A new stay is in its state from its own first day, also where the one before was in the same.
  delete life.since;
  enter(life, stage, each.at);
};

const early: readonly Stage[] = ['referred', 'awaiting-assessment'];

const step = (life: Folding, each: Happened, firstForm: Id | undefined): void => {
  const { what, at, values } = each;
  switch (what) {
    case 'returned':
      begin(life, 'referred', each);
      return;
    case 'restarted':
      begin(life, 'on-programme', each);
      return;
    case 'referral-received':
      if (life.since === undefined) enter(life, 'referred', at);
      return;
    case 'assessment-offered':
      if (life.stage === 'referred') enter(life, 'awaiting-assessment', at);
      return;
    case 'assessment-attended':
      if (early.includes(life.stage)) enter(life, 'in-assessment', at);
      return;
    case 'accepted':
    case 'declined':
    case 'suitable-not-ready':
      life.decision = what;
      if (what === 'declined') end(life, 'declined', at);
      else reopen(life, what, at);
      return;
    case 'waiting-for-place':
      if (!isOver(life.stage)) enter(life, 'waiting-for-place', at);
      return;
    case 'started':
      startStay(life, at);
      return;
    case 'leave-started':
      leave(life, 'on-leave', at, textOf(values.until));
      return;
    case 'suspended':
      leave(life, 'suspended', at);
      return;
    case 'leave-ended':
      if (life.stage === 'on-leave') comeBack(life, at);
      return;
    case 'resumed':
      if (life.stage === 'suspended' || life.stage === 'on-leave') comeBack(life, at);
      else if (life.stage === 'closed') reopen(life, 'on-programme', at);
      return;
    case 'moved-on': {
      const phase = textOf(values.to);
      if (phase !== undefined) life.movedTo = { phase, at };
      return;
    }
    case 'completed':
    case 'transferred':
      end(life, what, at);
      return;
    case 'closed':
      end(life, 'closed', at, textOf(values.as));
      return;
    default:
      if (firstForm !== undefined && what === `${firstForm}-complete` && life.stage === 'referred')
        enter(life, 'awaiting-assessment', at);
  }
};

const startStay = (life: Folding, at: Anchor): void => {
  const stay = life.stays.at(-1);
  if (stay && !stay.started) stay.started = at;
  if (!isOver(life.stage)) enter(life, 'on-programme', at);
};

/** The stay of a moment: its place among the stays, from 0. */
export const stayAt = (stays: readonly Stay[], ms: number): number => {
  let found = 0;
  stays.forEach((stay, i) => {
    if (ms >= stay.from) found = i;
  });
  return found;
};

/**
 * Whether somebody was away on a day. Of a suspension, the day on which it came and the one on which it was lifted are
 * not in it: what was missed that day is its ground. Of a leave, its first day is; the day on which he is back is not.
 */
export const awayOn = (away: readonly Away[], day: number): Away['stage'] | undefined =>
  away.find(
    ({ stage, from, to }) =>
      (stage === 'suspended' ? day > from.day : day >= from.day) && (to === undefined || day < to.day),
  )?.stage;
