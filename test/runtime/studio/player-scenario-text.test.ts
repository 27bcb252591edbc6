import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../engine/contract/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { fileNameFrom, isFileName, scenarioText, yamlText } from '../../../runtime/studio/player/scenario-text.js';
import { courseBundle, eventOf, sessionOn } from './course-by-hand.js';

const zone = 'Europe/London';
const written = (events: CaseEvent[], title = 'He misses two.'): string =>
  scenarioText({ title, events, on: '2026-02-01', zone });
const read = (text: string) =>
  readScenarios([{ file: 'scenarios/saved.yaml', content: new TextEncoder().encode(text) }], courseBundle);

/** What an event says, without the ids and times of recording that a file does not keep. */
const told = ({ id: _id, recorded: _recorded, ...rest }: CaseEvent) => rest;

test('What is saved reads back as the same case', () => {
  const events: CaseEvent[] = [
    eventOf({ happened: '2026-01-02', kind: 'answered', values: { signed: 'yes' } }),
    eventOf({ happened: '2026-01-05', what: 'started' }),
    eventOf({ happened: '2026-01-05', kind: 'session', session: { mark: 'planned', on: '2026-01-19' } }),
    sessionOn('2026-01-12', 'attended', { kind: 'group', phase: 'first-part' }),
    eventOf({ happened: '2026-01-13', kind: 'session', session: { mark: 'cancelled', on: '2026-02-02' } }),
    sessionOn('2026-01-19', 'absent'),
    eventOf({
      happened: '2026-01-20',
      learned: '2026-01-22',
      what: 'incident',
      values: { severity: 'high', 'people-there': 3 },
    }),
    eventOf({ happened: '2026-01-20', what: 'heard-from-participant', about: '2026-01-19' }),
    eventOf({ happened: '2026-01-27', kind: 'confirmed', rule: 'two-missed', effect: 0 }),
    eventOf({ happened: '2026-01-28', kind: 'refused', rule: 'two-missed' }),
  ];
  const { scenarios } = read(written(events));
  expect(scenarios[0]?.title).toBe('He misses two.');
  expect(scenarios[0]?.events.map(told)).toEqual(events.map(told));
});

test('A session at an hour keeps its hour on the wall, summer and winter', () => {
  // 18:00 in London is 18:00Z in January and 17:00Z in July.
  for (const on of ['2026-01-12T18:00:00Z', '2026-07-13T17:00:00Z']) {
    const text = written([sessionOn(on, 'attended', { on })]);
    expect(text).toContain('at: "18:00"');
    expect(read(text).scenarios[0]?.events[0]).toMatchObject({ happened: on, session: { on, outcome: 'attended' } });
  }
});

test('A correction still corrects what it did', () => {
  const first = sessionOn('2026-01-12', 'absent');
  const events = [
    { ...first, id: 'first' },
    { ...sessionOn('2026-01-12', 'attended'), supersedes: 'first' },
  ];
  const [wrong, right] = read(written(events)).scenarios[0]?.events ?? [];
  expect(right?.supersedes).toBe(wrong?.id);
  expect(right?.session?.outcome).toBe('attended');
});

test('Until a person fills the expectations in, the scenario is read with a warning that names it, and with no mistake', () => {
  const { scenarios, problems } = read(written([eventOf({ happened: '2026-01-05', what: 'started' })]));
  expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', '“He misses two.” expects nothing yet: nothing of it is checked, as it could never fail.'],
  ]);
  expect(problems[0]?.at.file).toBe('scenarios/saved.yaml');
  expect(scenarios[0]?.expectations[0]?.asOf).toBe('2026-02-01');
});

test('No title and no answer can say anything else in the file than a text', () => {
  for (const title of [
    'a: b',
    '# no',
    '"x"',
    "it's",
    '- x',
    '{ a }',
    'yes',
    'null',
    'a\nb: c',
    '2026-01-01',
    'é “q”',
  ]) {
    const { scenarios, problems } = read(written([], title));
    expect(
      problems.filter(({ code }) => code !== 'scenario/expects-nothing'),
      title,
    ).toEqual([]);
    expect(scenarios[0]?.title).toBe(title.trim());
  }
});

test('A word is written as it is only where it could be nothing else', () => {
  expect(yamlText('two missed')).toBe('two missed');
  expect(yamlText('yes')).toBe('"yes"');
  expect(yamlText('He misses two.')).toBe('"He misses two."');
});

test('A file is named in small letters, figures and hyphens', () => {
  expect(fileNameFrom('A man’s 2nd absence, caught up!')).toBe('a-mans-2nd-absence-caught-up');
  expect(isFileName('a-mans-2nd-absence')).toBe(true);
  for (const name of ['', 'a', '-a', 'a-', 'A', 'a.b', 'a/b', '..', 'a'.repeat(61)])
    expect(isFileName(name)).toBe(false);
});
