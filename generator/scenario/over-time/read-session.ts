/** `session: attended` and `planned: 2026-02-02`: what is said of one session. */
import type { Id, Moment, SessionMark } from '../../../engine/contract/index.js';
import type { Node, ScalarNode } from '../../load/node.js';
import { nearest } from '../../problem/nearest.js';
import { instantAt, localDayOf } from '../clock.js';
import { asScalar, type Reading, readMoment } from '../reading.js';
import type { CaseSoFar } from './case-so-far.js';
import { addEvent, type Frame, readClock } from './frame.js';
import { raiseOverTime } from './problems.js';
import { recorderOf } from './recorders.js';

export const sessionKeys = ['kind', 'phase', 'topic', 'group', 'ends', 'key', 'facilitators'] as const;
export type SessionKeys = Partial<Record<(typeof sessionKeys)[number], Node>>;

/** The words for a session that nobody was at, or of which nobody has said. */
const unheld = {
  'not-recorded': 'planned',
  cancelled: 'cancelled',
  'closure-day': 'closure-day',
} as const;

/** Takes the word for how a session went; gives what is marked, or reports it and gives nothing. */
export const markFor = (
  { text, at }: { text: string; at: ScalarNode['at'] },
  reading: Reading,
): Pick<SessionMark, 'mark' | 'outcome'> | undefined => {
  const outcomes = (reading.bundle.course?.sessions?.outcomes ?? []).map(({ id }) => id);
  if (outcomes.includes(text)) return { mark: 'held', outcome: text };
  if (Object.hasOwn(unheld, text)) return { mark: unheld[text as keyof typeof unheld] };
  const known = [...outcomes, ...Object.keys(unheld)];
  reading.problems.push(raiseOverTime('scenario/unknown-mark', at, { word: text, known, near: nearest(text, known) }));
  return undefined;
};

/** Takes `session:` or `planned:` with what belongs to it; adds the event. */
export const readSession = (
  keys: SessionKeys & { session?: Node; planned?: Node; at?: Node; about?: Node },
  frame: Frame,
  soFar: CaseSoFar,
): void => {
  const { reading } = soFar;
  const word = asScalar(keys.session, 'How a session went', reading);
  const marked = word === undefined ? ({ mark: 'planned' } as const) : markFor(word, reading);
  const on = keys.planned === undefined ? onOf(keys.about, frame, reading) : readPlanned(keys, reading);
  const traits = readTraits(keys, reading);
  const by = recorderOf(frame, [], 'A session', reading);
  if (marked === undefined || on === undefined) return;
  const before = frame.corrected?.session;
  const ends = readEnds(keys.ends, on, reading) ?? (before?.on === on ? before.ends : undefined);
  const session: SessionMark = { ...kept(before), ...marked, on, ...(ends === undefined ? {} : { ends }), ...traits };
  addEvent(soFar, frame, 'session', by, { session });
};

/** What a correction does not say again stays as it was. */
const kept = (before: SessionMark | undefined): Partial<SessionMark> => {
  if (before === undefined) return {};
  const { mark: _mark, on: _on, ends: _ends, outcome: _outcome, ...rest } = before;
  return rest;
};

/** A session announced on another day than its own, such as one cancelled ahead, says which in `about:`. */
const onOf = (about: Node | undefined, { happened, corrected }: Frame, reading: Reading): Moment | undefined =>
  readMoment(about, 'Which session', reading) ?? correctedOn(happened, corrected?.session, reading) ?? happened;

/** A correction that names only the day means the session at its hour. */
const correctedOn = (
  happened: Moment | undefined,
  before: SessionMark | undefined,
  reading: Reading,
): Moment | undefined => {
  if (before === undefined || happened === undefined) return undefined;
  const zone = reading.bundle.programme.timeZone;
  return happened.length === 10 && localDayOf(before.on, zone) === happened ? before.on : undefined;
};

const readPlanned = (keys: { planned?: Node; at?: Node }, reading: Reading): Moment | undefined => {
  const day = readMoment(keys.planned, 'When the session is planned', reading);
  const time = readClock(keys.at, reading);
  return day?.length === 10 && time !== undefined ? instantAt(day, time, reading.bundle.programme.timeZone) : day;
};

/** When it ends: a time of the same day, or of the next where the clock has gone round. */
export const readEnds = (node: Node | undefined, on: Moment, reading: Reading): Moment | undefined => {
  const time = readClock(node, reading);
  return time === undefined ? undefined : endsAt(on, time, reading);
};

const endsAt = (on: Moment, time: string, { bundle }: Reading): Moment => {
  const zone = bundle.programme.timeZone;
  const ends = instantAt(localDayOf(on, zone), time, zone);
  if (on.length === 10 || Date.parse(ends) > Date.parse(on)) return ends;
  return instantAt(localDayOf(new Date(Date.parse(on) + 86_400_000).toISOString(), zone), time, zone);
};

/** Takes what is said of a session besides how it went; gives what could be read. */
export const readTraits = (keys: SessionKeys, reading: Reading): Partial<SessionMark> => {
  const { sessions, groups = [] } = reading.bundle.course ?? {};
  const kind = nameAmong(keys.kind, 'kind of session', idsOf(sessions?.kinds), reading);
  const phase = nameAmong(keys.phase, 'phase', idsOf(sessions?.phases), reading);
  const topic = nameAmong(keys.topic, 'topic', idsOf(sessions?.topics), reading);
  const group = nameAmong(keys.group, 'group', idsOf(groups), reading);
  const key = asScalar(keys.key, 'A key', reading)?.text;
  const many = asScalar(keys.facilitators, 'How many facilitators', reading);
  if (many !== undefined && typeof many.value !== 'number') {
    const what = 'How many facilitators there were';
    reading.problems.push(
      raiseOverTime('scenario/unusable-value', many.at, { word: many.text, what, needs: 'a number' }),
    );
  }
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(phase === undefined ? {} : { phase }),
    ...(topic === undefined ? {} : { topic }),
    ...(group === undefined ? {} : { group }),
    ...(key === undefined ? {} : { key }),
    ...(typeof many?.value === 'number' ? { facilitators: many.value } : {}),
  };
};

const idsOf = (declared: { id: Id }[] = []): Id[] => declared.map(({ id }) => id);

/** Takes a word that should be one of the declared names; gives it, or reports it and gives nothing. */
export const nameAmong = (node: Node | undefined, what: string, known: Id[], reading: Reading): Id | undefined => {
  const word = asScalar(node, `The ${what}`, reading);
  if (word === undefined || known.includes(word.text)) return word?.text;
  const near = nearest(word.text, known);
  reading.problems.push(raiseOverTime('scenario/unknown-name', word.at, { word: word.text, what, known, near }));
  return undefined;
};
