import type { Id } from '../../engine/contract/index.js';
import type { Entry, MapNode, Node } from '../load/node.js';
import { nearest } from '../problem/nearest.js';
import { raise } from './problems.js';
import { type Answered, readAnswers } from './read-events.js';
import { asMap, asScalar, type Reading, readKeys, readMoment } from './reading.js';

/** What a case begins with: the day, and an answer to each of some facts. */
export interface Start {
  on: string | undefined;
  answers: Map<Id, Answered>;
  /** What has happened since, from the lowest start up. */
  since: { name: string; diary: Node | undefined; events: Node | undefined }[];
}
/** Every start of a folder, by name. */
export type Starts = Map<string, Start>;

interface Written {
  name: string;
  entry: Entry;
  start: Node | undefined;
  own: Start;
}

const startKeys = ['start', 'on', 'answers', 'diary', 'events'] as const;

/** Takes the `starts:` of a folder's files; gives each with what it builds on. A circle and what hangs on it are left out. */
export const readStarts = (maps: MapNode[], reading: Reading): Starts => {
  const written = new Map<string, Written>();
  for (const entry of maps.flatMap((map) => map.entries)) {
    const name = entry.key.text;
    if (written.has(name)) reading.problems.push(raise('scenario/start-twice', entry.key.at, { word: name }));
    else written.set(name, readOwn(name, entry, reading));
  }
  const starts: Starts = new Map();
  for (const one of written.values()) follow(one, written, starts, [], reading);
  return starts;
};

const readOwn = (name: string, entry: Entry, reading: Reading): Written => {
  const map = asMap(entry.value, `The start ${name}`, reading);
  const keys = map === undefined ? {} : readKeys(map, 'a start', startKeys, reading);
  const { diary, events } = keys;
  const since = diary === undefined && events === undefined ? [] : [{ name, diary, events }];
  return { name, entry, start: keys.start, own: { ...ownPart(keys.on, keys.answers, reading), since } };
};

const ownPart = (on: Node | undefined, answers: Node | undefined, reading: Reading): Start => ({
  since: [],
  on: readMoment(on, 'The day of the answers', reading),
  answers: new Map(readAnswers(asMap(answers, 'Answers', reading), reading).map((one) => [one.fact.id, one])),
});

const follow = (
  one: Written,
  all: Map<string, Written>,
  done: Starts,
  path: string[],
  reading: Reading,
): Start | undefined => {
  const ready = done.get(one.name);
  if (ready !== undefined) return ready;
  if (path.includes(one.name)) {
    const circle = [...path.slice(path.indexOf(one.name)), one.name];
    reading.problems.push(raise('scenario/circular-start', one.entry.key.at, { path: circle }));
    return undefined;
  }
  const under = asScalar(one.start, 'A start', reading);
  const base = under && all.get(under.text);
  if (under !== undefined && base === undefined) {
    const near = nearest(under.text, all.keys());
    reading.problems.push(raise('scenario/unknown-start', under.at, { word: under.text, near }));
  }
  const below = base && follow(base, all, done, [...path, one.name], reading);
  const whole = onto(below, one.own);
  done.set(one.name, whole);
  return whole;
};

/** Answers on top of a start; `unanswered` takes one away. */
const onto = (base: Start | undefined, own: Start): Start => ({
  on: own.on ?? base?.on,
  answers: new Map([...(base?.answers ?? []), ...own.answers]),
  since: [...(base?.since ?? []), ...own.since],
});

/** Takes the `start`, `on` and `answers` of a scenario; gives what it begins with. */
export const readStart = (
  keys: { start?: Node; on?: Node; answers?: Node },
  starts: Starts,
  reading: Reading,
): Start => {
  const name = asScalar(keys.start, 'A start', reading);
  const base = name && starts.get(name.text);
  if (name !== undefined && base === undefined) {
    const near = nearest(name.text, starts.keys());
    reading.problems.push(raise('scenario/unknown-start', name.at, { word: name.text, near }));
  }
  return onto(base, ownPart(keys.on, keys.answers, reading));
};
