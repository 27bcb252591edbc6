/** What has been read of one case, and what later parts of it refer to: events by name, sessions, entries. */
import type { At, CaseEvent, EntryAnswers, Id } from '../../../engine/contract/index.js';
import type { ScalarNode } from '../../load/node.js';
import { nearest } from '../../problem/nearest.js';
import { localDayOf } from '../clock.js';
import type { Reading } from '../reading.js';
import { raiseOverTime } from './problems.js';
import { isNamed, type NamedSession, sessionInWords, sessionsIn } from './sessions.js';

/** What something can be about: a session, or an entry of that fact. */
export type SubjectKind = 'session' | Id;

/** What an event is about, to be found once the whole case has been read. */
interface Pending {
  event: CaseEvent;
  node: ScalarNode | undefined;
  at: At;
  kinds: SubjectKind[];
  /** Whether it must be about something. */
  needed: boolean;
  of: string;
}

export interface CaseSoFar {
  reading: Reading;
  events: CaseEvent[];
  /** Those that were given an id. */
  named: Map<string, CaseEvent>;
  pending: Pending[];
}

export const emptyCase = (reading: Reading): CaseSoFar => ({ reading, events: [], named: new Map(), pending: [] });

/** The sessions of a case so far. */
export const sessionsOf = ({ events, reading }: CaseSoFar): NamedSession[] =>
  sessionsIn(events, reading.bundle.programme.timeZone);

/** Takes the word for a session; gives its name for the engine, or reports it and gives nothing. */
const sessionNamed = (soFar: CaseSoFar, node: ScalarNode): string | undefined => {
  const sessions = sessionsOf(soFar);
  const word = node.text;
  const exact = sessions.find(({ name }) => name === word);
  const found = exact === undefined ? sessions.filter((session) => isNamed(session, word)) : [exact];
  if (found.length === 1) return found[0]?.name;
  if (found.length === 0 && isMeeting(soFar, word)) return word;
  const known = (found.length > 1 ? found : sessions).map(sessionInWords);
  soFar.reading.problems.push(
    found.length > 1
      ? raiseOverTime('scenario/several-sessions', node.at, { word, known })
      : raiseOverTime('scenario/no-such-session', node.at, { word, known, near: nearest(word, known) }),
  );
  return undefined;
};

/** An appointment that was kept or missed on that day is a session too. */
const isMeeting = ({ events, reading }: CaseSoFar, day: string): boolean =>
  events.some(
    ({ what, happened }) =>
      localDayOf(happened, reading.bundle.programme.timeZone) === day &&
      reading.bundle.course?.happenings.some(({ id, source }) => id === what && source === 'appointment'),
  );

interface NamedEntry {
  key: string;
  name: string | undefined;
}

const isEntries = (value: unknown): value is EntryAnswers[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object');

/** The entries of a fact as they were last answered. */
export const entriesOf = ({ events, reading }: CaseSoFar, fact: Id): NamedEntry[] => {
  const answered = events.map(({ values }) => values[fact]).filter(isEntries);
  const asks = reading.facts.get(fact)?.asks ?? [];
  const texts = asks
    .filter((id) => ['name', 'text'].includes(reading.facts.get(id)?.kind ?? ''))
    .map((id) => id.slice(fact.length + 1));
  return (answered.at(-1) ?? []).map((entry, index) => {
    const name = texts.map((text) => entry[text]).find((value) => typeof value === 'string');
    return { key: String(entry.key ?? index + 1), name: name === undefined ? undefined : String(name) };
  });
};

const isCalled = (name: string | undefined, word: string): boolean => {
  const whole = (name ?? '').toLowerCase();
  const said = word.toLowerCase();
  return whole !== '' && (whole === said || whole.split(/\s+/)[0] === said);
};

const entryKey = (entries: NamedEntry[], word: string): string | undefined =>
  entries.find(({ key }) => key === word)?.key ??
  entries.find(({ name }) => isCalled(name, word))?.key ??
  (/^\d+$/.test(word) ? entries[Number(word) - 1]?.key : undefined);

const wordsFor = (entries: NamedEntry[]): string[] => entries.map(({ key, name }) => name ?? key);

/** Takes the word for an entry: its key, its name, or its number from 1; gives its key, or reports it. */
export const entryNamed = (soFar: CaseSoFar, fact: Id, node: ScalarNode): string | undefined => {
  const entries = entriesOf(soFar, fact);
  const found = entryKey(entries, node.text);
  if (found !== undefined) return found;
  const known = wordsFor(entries);
  const each = soFar.reading.facts.get(fact)?.each ?? 'entry';
  const near = nearest(node.text, known);
  soFar.reading.problems.push(raiseOverTime('scenario/no-such-entry', node.at, { word: node.text, each, known, near }));
  return undefined;
};

/** Gives every event what it is about, or reports it; called once the whole case has been read. */
export const settleSubjects = (soFar: CaseSoFar): void => {
  for (const pending of soFar.pending) {
    const about = pending.node === undefined ? onlyEntry(soFar, pending) : subjectOf(soFar, pending, pending.node);
    if (about !== undefined) pending.event.about = about;
  }
  soFar.pending = [];
};

/** Where there is one entry only, nobody needs to say which. */
const onlyEntry = (soFar: CaseSoFar, { kinds, needed, of, at }: Pending): string | undefined => {
  const [fact] = kinds;
  if (!needed || fact === undefined || fact === 'session') return undefined;
  const entries = entriesOf(soFar, fact);
  if (entries.length === 1) return entries[0]?.key;
  if (entries.length > 1) {
    const each = soFar.reading.facts.get(fact)?.each ?? 'entry';
    soFar.reading.problems.push(raiseOverTime('scenario/about-whom', at, { of, each, known: wordsFor(entries) }));
  }
  return undefined;
};

const subjectOf = (soFar: CaseSoFar, { kinds, of }: Pending, node: ScalarNode): string | undefined => {
  const entry = kinds
    .filter((kind) => kind !== 'session')
    .map((fact) => entryKey(entriesOf(soFar, fact), node.text))
    .find((key) => key !== undefined);
  if (entry !== undefined) return entry;
  // What is done about one of several incidents names it by its id.
  if (soFar.named.has(node.text)) return node.text;
  const [fact] = kinds;
  const isSession = sessionsOf(soFar).some((session) => isNamed(session, node.text));
  if (fact === 'session' || (isSession && kinds.includes('session'))) return sessionNamed(soFar, node);
  if (fact !== undefined) return entryNamed(soFar, fact, node);
  soFar.reading.problems.push(raiseOverTime('scenario/about-nothing', node.at, { of }));
  return undefined;
};
