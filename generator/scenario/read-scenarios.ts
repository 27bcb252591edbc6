import type { Bundle, CaseEvent } from '../../engine/contract/index.js';
import { whoMay } from '../../engine/contract/who-may.js';
import type { MapNode, Node, Text } from '../load/node.js';
import { loadYaml } from '../load/yaml.js';
import type { Problem } from '../problem/problem.js';
import { type CaseSoFar, emptyCase, settleSubjects } from './over-time/case-so-far.js';
import { readDiary } from './over-time/read-diary.js';
import { raise } from './problems.js';
import { eventsOf, readEvents } from './read-events.js';
import { readExpectations } from './read-expectations.js';
import { readStart, readStarts, type Start, type Starts } from './read-starts.js';
import { asList, asMap, asScalar, type Reading, readKeys } from './reading.js';
import type { Scenario } from './scenario.js';

/**
 * Takes the files of one scenarios folder, whose starts all of them share, and the bundle that they are about; gives
 * the scenarios that could be read, and every problem. A file with neither `scenarios:` nor `starts:` is a case: one
 * scenario at its top level, which may expect nothing.
 */
export const readScenarios = (texts: Text[], bundle: Bundle): { scenarios: Scenario[]; problems: Problem[] } => {
  const facts = new Map(bundle.facts.map((fact) => [fact.id, fact]));
  const reading: Reading = { bundle, facts, who: whoMay(bundle), problems: [] };
  const files = texts.map((text) => {
    const { root, problems } = loadYaml(text);
    reading.problems.push(...problems);
    return { file: text.file, ...sectionsOf(root, reading) };
  });
  const starts = readStarts(
    files.flatMap(({ starts: written }) => asMap(written, 'Starts', reading) ?? []),
    reading,
  );
  const scenarios = files.flatMap(({ file, scenarios: written, alone }) => [
    ...asList(written).flatMap((node) => readListed(node, file, starts, reading)),
    ...(alone === undefined ? [] : readScenario(alone, file, starts, reading)),
  ]);
  return { scenarios, problems: once(reading.problems) };
};

/** A start is read again for each scenario that builds on it; what is wrong in it is told once. */
const once = (problems: Problem[]): Problem[] => {
  const told = new Map(problems.map((problem) => [placeOf(problem), problem]));
  return problems.filter((problem) => told.get(placeOf(problem)) === problem);
};
const placeOf = ({ code, message, at }: Problem): string => `${code} ${at.file}:${at.line}:${at.column} ${message}`;

interface Sections {
  starts?: Node;
  scenarios?: Node;
  /** The whole file, where it is a case. */
  alone?: MapNode;
}

const sectionKeys = ['starts', 'scenarios'] as const;
const scenarioKeys = ['title', 'start', 'on', 'answers', 'diary', 'events', 'expect'] as const;

const sectionsOf = (root: Node | undefined, reading: Reading): Sections => {
  const map = asMap(root, 'A file of scenarios', reading);
  if (map === undefined) return {};
  const named = (words: readonly string[]): boolean => map.entries.some(({ key }) => words.includes(key.text));
  const isCase = !named(sectionKeys) && named(scenarioKeys);
  return isCase ? { alone: map } : readKeys(map, 'a file of scenarios', sectionKeys, reading);
};

const titled = (title: string): string => (title === '' ? 'This scenario' : `“${title}”`);

const readListed = (node: Node, file: string, starts: Starts, reading: Reading): Scenario[] => {
  const map = asMap(node, 'A scenario', reading);
  if (map === undefined) return [];
  const has = (word: string): boolean => map.entries.some(({ key }) => key.text === word);
  if (!has('title')) reading.problems.push(raise('scenario/no-title', map.at, {}));
  const read = readScenario(map, file, starts, reading);
  const expected = map.entries.find(({ key }) => key.text === 'expect');
  if (asList(expected?.value).length === 0) {
    const title = has('title') ? (read[0]?.title ?? '') : '';
    reading.problems.push(raise('scenario/expects-nothing', map.at, { what: titled(title) }));
  }
  return read;
};

const readScenario = (map: MapNode, file: string, starts: Starts, reading: Reading): Scenario[] => {
  const keys = readKeys(map, 'a scenario', scenarioKeys, reading);
  const title = asScalar(keys.title, 'A title', reading)?.text.trim() ?? '';
  const start = readStart(keys, starts, reading);
  const answers = [...start.answers.values()];
  if (start.on === undefined && answers.some(({ value }) => value !== null) && keys.on === undefined) {
    reading.problems.push(raise('scenario/no-day', map.at, { what: titled(title) }));
  }
  const soFar = readCase(start, keys, reading);
  const usually = latest(soFar.events) ?? start.on;
  const expectations =
    usually === undefined ? readUntimed(keys.expect, soFar) : readExpectations(keys.expect, usually, soFar);
  for (const { at, nothing } of expectations) {
    if (nothing) reading.problems.push(raise('scenario/expects-nothing', at, { what: titled(title) }));
  }
  return [{ title: title === '' ? file : title, file, at: map.at, events: soFar.events, expectations }];
};

/** The answers that it begins with, then what its starts tell, then its own diary and events. */
const readCase = (start: Start, keys: { diary?: Node; events?: Node }, reading: Reading): CaseSoFar => {
  const soFar = emptyCase(reading);
  if (start.on !== undefined) soFar.events.push(...eventsOf([...start.answers.values()], start.on, reading));
  for (const { name, diary, events } of start.since) {
    readDiary(diary, `${name}-diary`, soFar);
    readEvents(events, `${name}-event`, soFar);
  }
  readDiary(keys.diary, 'diary', soFar);
  readEvents(keys.events, 'event', soFar);
  settleSubjects(soFar);
  return soFar;
};

/** Without any day in the case, an expectation must have its own. */
const readUntimed = (node: Node | undefined, soFar: CaseSoFar): Scenario['expectations'] => {
  const expectations = readExpectations(node, '', soFar);
  for (const { at, asOf } of expectations) {
    if (asOf === '') soFar.reading.problems.push(raise('scenario/no-day', at, { what: 'This expectation' }));
  }
  return expectations.filter(({ asOf }) => asOf !== '');
};

/** The latest time at which anything of the case happened; a day means its end, so it comes after its instants. */
const latest = (events: CaseEvent[]): string | undefined => {
  const key = (moment: string): string => (moment.length === 10 ? `${moment}U` : moment);
  return events.map(({ happened }) => happened).sort((a, b) => (key(a) < key(b) ? 1 : -1))[0];
};
