/** `diary:`: many sessions in one line, "weekly from 2026-01-12 at 18:00: attended, absent, attended x 14". */
import type { At, SessionMark } from '../../../engine/contract/index.js';
import type { Entry, MapNode, Node, ScalarNode } from '../../load/node.js';
import { clockTimeOf, dayInRhythm, instantAt, type Rhythm } from '../clock.js';
import { asList, asMap, asScalar, dayOf, readKeys } from '../reading.js';
import type { CaseSoFar } from './case-so-far.js';
import { addEvent, type Frame, readClock, readRole } from './frame.js';
import { raiseOverTime } from './problems.js';
import { markFor, readEnds, readTraits, sessionKeys } from './read-session.js';
import { recorderOf } from './recorders.js';

/** No case has more sessions than this in a line; a slip of the finger should not make a million. */
const most = 1000;

const rhythms: Record<string, Rhythm> = {
  daily: { every: 1, unit: 'days' },
  weekly: { every: 1, unit: 'weeks' },
  fortnightly: { every: 2, unit: 'weeks' },
  monthly: { every: 1, unit: 'months' },
};

/** How often, from when, and at what time of day. */
interface Times {
  rhythm: Rhythm;
  from: string;
  at: string | undefined;
}

/** What all sessions of a line have in common. */
interface Line {
  times: Times;
  ends: Node | undefined;
  traits: Partial<SessionMark>;
  by: Frame['by'];
  byAt: At;
  id: string;
}

/** One session of a line, or a time at which there is none. */
type Item = { text: string; at: At } | undefined;

/** Takes what stands under `diary:`; adds its sessions. `prefix` begins the ids of their events. */
export const readDiary = (node: Node | undefined, prefix: string, soFar: CaseSoFar): void => {
  let line = 0;
  for (const item of asList(node)) {
    const quoted = item.kind === 'scalar' ? entryIn(item) : undefined;
    if (quoted !== undefined) {
      line += 1;
      readLine(quoted, `${prefix}-${line}`, soFar);
      continue;
    }
    const map = asMap(item, 'A line of a diary', soFar.reading);
    if (map === undefined) continue;
    if (map.entries.some(({ key }) => key.text === 'sessions')) {
      line += 1;
      readMapped(map, `${prefix}-${line}`, soFar);
      continue;
    }
    for (const entry of map.entries) {
      line += 1;
      readLine(entry, `${prefix}-${line}`, soFar);
    }
  }
};

/** A line in quotes, which YAML takes for one text: what stands before its first colon, and the sessions after it. */
const entryIn = (item: ScalarNode): Pick<Entry, 'key' | 'value'> | undefined => {
  const { text } = item;
  const from = (/: +/.exec(text)?.index ?? -1) + 1;
  if (from < 1) return undefined;
  const within = (start: number, end: number): At => item.within(from + start, from + end);
  const rest = text.slice(from);
  return {
    key: { ...item, at: item.within(0, from - 1), text: text.slice(0, from - 1) },
    value: { ...item, at: within(rest.length - rest.trimStart().length, rest.length), text: rest, value: rest, within },
  };
};

const line =
  /^(?:(daily|weekly|fortnightly|monthly)|every (\d+) (day|week|month)s?) from (.+?)(?: at (\d{1,2}:\d\d))?$/;

const timesOf = (text: string): Times | undefined => {
  const found = line.exec(text.trim().replace(/\s+/g, ' '));
  const from = dayOf(found?.[4] ?? '');
  const at = found?.[5] === undefined ? undefined : clockTimeOf(found[5]);
  const rhythm = rhythmOf(found?.[1], found?.[2], found?.[3]);
  if (from === undefined || rhythm === undefined || (found?.[5] !== undefined && at === undefined)) return undefined;
  return { rhythm, from, at };
};

const rhythmOf = (
  word: string | undefined,
  every: string | undefined,
  unit: string | undefined,
): Rhythm | undefined => {
  if (word !== undefined) return rhythms[word];
  const units = { day: 'days', week: 'weeks', month: 'months' } as const;
  if (every === undefined || Number(every) < 1) return undefined;
  return { every: Number(every), unit: units[(unit ?? 'day') as keyof typeof units] };
};

const readLine = ({ key, value }: Pick<Entry, 'key' | 'value'>, id: string, soFar: CaseSoFar): void => {
  const times = timesOf(key.text);
  if (times === undefined) {
    soFar.reading.problems.push(raiseOverTime('scenario/diary-rhythm', key.at, { word: key.text }));
    return;
  }
  addSessions(value, { times, ends: undefined, traits: {}, by: undefined, byAt: key.at, id }, soFar);
};

const fromKeys = ['daily-from', 'weekly-from', 'fortnightly-from', 'monthly-from'] as const;
const mapKeys = [...fromKeys, 'every', 'from', 'at', 'sessions', 'by', ...sessionKeys] as const;

const readMapped = (map: MapNode, id: string, soFar: CaseSoFar): void => {
  const { reading } = soFar;
  const keys = readKeys(map, 'a line of a diary', mapKeys, reading);
  const named = fromKeys.find((key) => keys[key] !== undefined);
  const from = asScalar(named === undefined ? keys.from : keys[named], 'From when', reading);
  const every = asScalar(keys.every, 'How often', reading);
  const word = named === undefined ? `every ${every?.text ?? '…'}` : named.replace('-from', '');
  const times = timesOf(`${word} from ${from?.text ?? '…'}`);
  if (times === undefined) {
    reading.problems.push(
      raiseOverTime('scenario/diary-rhythm', from?.at ?? map.at, { word: `${word} ${from?.text ?? ''}`.trim() }),
    );
    return;
  }
  const { key: _of, ...traits } = readTraits(keys, reading);
  const at = readClock(keys.at, reading);
  const by = readRole(keys.by, reading);
  const byAt = keys.by?.at ?? map.at;
  addSessions(keys.sessions, { times: { ...times, at }, ends: keys.ends, traits, by, byAt, id }, soFar);
};

/** "attended x 14": the word, and how often. */
const repeated = /^(.*\S)\s+[x×]\s*(\d+)$/u;
const noSession = ['-', '–', '(no session)', 'no session'];

const itemsOf = (node: ScalarNode, start: number, written: string, soFar: CaseSoFar): Item[] => {
  const lead = written.length - written.trimStart().length;
  const whole = written.trim();
  const found = repeated.exec(whole);
  const text = found?.[1] ?? whole;
  const times = Number(found?.[2] ?? 1);
  const at = node.within(start + lead, start + lead + whole.length);
  if (times > most) {
    soFar.reading.problems.push(raiseOverTime('scenario/diary-too-long', at, { word: whole, most }));
    return [];
  }
  return Array.from({ length: times }, () => (noSession.includes(text) ? undefined : { text, at }));
};

const readItems = (node: Node | undefined, soFar: CaseSoFar): Item[] =>
  asList(node).flatMap((item) => {
    const scalar = asScalar(item, 'A session', soFar.reading);
    if (scalar === undefined || scalar.text.trim() === '') return [];
    let start = 0;
    return scalar.text.split(',').flatMap((part) => {
      const from = start;
      start += part.length + 1;
      return itemsOf(scalar, from, part, soFar);
    });
  });

const addSessions = (node: Node | undefined, { times, ...shared }: Line, soFar: CaseSoFar): void => {
  const { reading } = soFar;
  const told = new Set<string>();
  const items = readItems(node, soFar);
  if (items.length > most) {
    reading.problems.push(raiseOverTime('scenario/diary-too-long', node?.at ?? shared.byAt, { word: shared.id, most }));
    return;
  }
  items.forEach((item, index) => {
    if (item === undefined) return;
    const place = `${item.at.line}:${item.at.column}`;
    // A word said fourteen times is wrong once.
    if (told.has(place)) return;
    const marked = markFor(item, reading);
    if (marked === undefined) {
      told.add(place);
      return;
    }
    addSession(marked, momentIn(times, index, soFar), `${shared.id}-${index + 1}`, shared, soFar);
  });
};

const momentIn = ({ rhythm, from, at }: Times, index: number, { reading }: CaseSoFar): string => {
  const day = dayInRhythm(from, rhythm, index);
  return at === undefined ? day : instantAt(day, at, reading.bundle.programme.timeZone);
};

const addSession = (
  marked: Pick<SessionMark, 'mark' | 'outcome'>,
  on: string,
  id: string,
  { ends: endsNode, traits, by, byAt }: Omit<Line, 'times'>,
  soFar: CaseSoFar,
): void => {
  const ends = readEnds(endsNode, on, soFar.reading);
  const frame: Frame = {
    id,
    at: byAt,
    byAt,
    happened: on,
    learned: on,
    by,
    toldBy: undefined,
    reason: undefined,
    corrected: undefined,
  };
  const session = { ...marked, on, ...(ends === undefined ? {} : { ends }), ...traits };
  addEvent(soFar, frame, 'session', recorderOf(frame, [], 'A session', soFar.reading), { session });
};
