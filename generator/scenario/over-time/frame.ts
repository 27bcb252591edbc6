/** What every event says besides what happened: when, by whom, how it became known, and what it corrects. */
import type { At, CaseEvent, EventKind, Id, Moment, SessionMark } from '../../../engine/contract/index.js';
import type { MapNode, Node } from '../../load/node.js';
import { nearest } from '../../problem/nearest.js';
import { clockTimeOf, instantAt, localDayOf } from '../clock.js';
import { raise } from '../problems.js';
import { asScalar, oneOf, type Reading, readMoment } from '../reading.js';
import { type CaseSoFar, sessionsOf } from './case-so-far.js';
import { raiseOverTime } from './problems.js';

export const frameKeys = ['id', 'on', 'at', 'learned', 'by', 'told-by', 'reason', 'corrects', 'about'] as const;
export type FrameKeys = Partial<Record<(typeof frameKeys)[number], Node>>;

export interface Frame {
  id: string;
  /** Where the event is written, and where its author. */
  at: At;
  byAt: At;
  /** Absent where it cannot be read, which has been reported. */
  happened: Moment | undefined;
  learned: Moment | undefined;
  by: Id | undefined;
  toldBy: Id | undefined;
  reason: string | undefined;
  /** The event that this one corrects. */
  corrected: CaseEvent | undefined;
}

/** Takes an event's map and keys, and the id it has where it gives none; gives its frame. */
export const readFrame = (map: MapNode, keys: FrameKeys, usually: string, soFar: CaseSoFar): Frame => {
  const { reading } = soFar;
  const corrected = readCorrected(keys.corrects, soFar);
  const happened = readWhen(keys, reading) ?? (keys.on === undefined ? corrected?.happened : undefined);
  if (keys.on === undefined && keys.corrects === undefined) {
    reading.problems.push(raise('scenario/no-day', map.at, { what: 'This event' }));
  }
  return {
    id: readId(keys.id, soFar) ?? usually,
    at: map.at,
    byAt: keys.by?.at ?? map.at,
    happened,
    learned: readMoment(keys.learned, 'When it was learned', reading) ?? happened,
    by: readRole(keys.by, reading) ?? (keys.by === undefined ? corrected?.by.role : undefined),
    toldBy: readRole(keys['told-by'], reading),
    reason: asScalar(keys.reason, 'A reason', reading)?.text,
    corrected,
  };
};

/** `on: 2026-01-12`, `on: 2026-01-12 18:00`, or the day and `at: "18:00"`. */
const readWhen = (keys: FrameKeys, reading: Reading): Moment | undefined => {
  const on = readMoment(keys.on, 'The day of an event', reading);
  const time = readClock(keys.at, reading);
  if (on === undefined || time === undefined || keys.at === undefined) return on;
  if (on.length === 10) return instantAt(on, time, reading.bundle.programme.timeZone);
  const moment = keys.on?.kind === 'scalar' ? keys.on.text : on;
  reading.problems.push(raiseOverTime('scenario/two-times', keys.at.at, { moment }));
  return on;
};

/** Takes the node of a time of day; gives it, or reports it and gives nothing. */
export const readClock = (node: Node | undefined, reading: Reading): string | undefined => {
  const scalar = asScalar(node, 'A time', reading);
  if (scalar === undefined) return undefined;
  const time = clockTimeOf(scalar.text);
  if (time === undefined) reading.problems.push(raiseOverTime('scenario/bad-clock', scalar.at, { word: scalar.text }));
  return time;
};

export const readRole = (node: Node | undefined, reading: Reading): Id | undefined =>
  oneOf(
    asScalar(node, 'Who did it', reading),
    reading.bundle.people.map(({ id }) => id),
    reading,
    (at, word, near) => raise('scenario/unknown-role', at, { word, near }),
  );

const readId = (node: Node | undefined, { named, reading }: CaseSoFar): string | undefined => {
  const id = asScalar(node, 'An id', reading);
  if (id === undefined || !named.has(id.text)) return id?.text;
  reading.problems.push(raiseOverTime('scenario/same-id', id.at, { word: id.text }));
  return undefined;
};

/** By the id it was given; a session also by its key or its day. */
const readCorrected = (node: Node | undefined, soFar: CaseSoFar): CaseEvent | undefined => {
  const word = asScalar(node, 'What is corrected', soFar.reading);
  if (word === undefined) return undefined;
  const found = soFar.named.get(word.text) ?? sessionCalled(word.text, soFar);
  if (found !== undefined) return found;
  const known = [...soFar.named.keys()];
  const near = nearest(word.text, [...known, ...sessionsOf(soFar).map(({ day }) => day)]);
  soFar.reading.problems.push(raiseOverTime('scenario/nothing-to-correct', word.at, { word: word.text, near, known }));
  return undefined;
};

const sessionCalled = (word: string, { events, reading }: CaseSoFar): CaseEvent | undefined =>
  events
    .filter(({ session }) => session !== undefined && isThat(session, word, reading.bundle.programme.timeZone))
    .at(-1);

const isThat = ({ key, on }: SessionMark, word: string, timeZone: string): boolean =>
  key === word || localDayOf(on, timeZone) === word;

/** Takes a frame and what is particular to an event; adds it to the case. Nothing where it has no day or no author. */
export const addEvent = (
  soFar: CaseSoFar,
  frame: Frame,
  kind: EventKind,
  by: Id,
  more: Partial<CaseEvent>,
): CaseEvent | undefined => {
  const { id, happened, learned, toldBy, reason, corrected } = frame;
  if (happened === undefined || learned === undefined) return undefined;
  const event: CaseEvent = {
    id,
    kind,
    happened,
    learned,
    recorded: learned,
    by: { role: by },
    ...(toldBy === undefined ? {} : { toldBy }),
    values: {},
    ...(reason === undefined ? {} : { reason }),
    ...(corrected === undefined ? {} : { supersedes: corrected.id }),
    ...more,
  };
  soFar.events.push(event);
  soFar.named.set(id, event);
  return event;
};
