/** What a rule or a duty can be changed by, so that at a point at which nothing of that has changed it is left alone. */
import type { Id } from '../contract/bundle.js';
import type { CourseRule, Duty } from '../contract/course.js';
import type { CompiledCourse } from './compiled-course.js';
import type { Timeline } from './timeline.js';

export interface Reach {
  /** Happenings. Whatever changes sessions, the state of the case or answers changes everything. */
  happenings: ReadonlySet<Id>;
  /** It reads what may change at any point: other rules and duties, answers, forms. */
  always: boolean;
}

/** Takes a rule or a duty, gives its reach: by every name that its conditions, and the facts they name, have in them. */
export const reachOf = (opening: CourseRule | Duty, course: CompiledCourse): Reach => {
  const { trigger, onlyWhen, unless, until, forEach } = opening;
  const own =
    'effects' in opening ? opening.effects.map(({ doneBy }) => doneBy) : [opening.metBy, opening.from, opening.due];
  const happenings = namesIn([trigger, onlyWhen, unless, until, own], course);
  const isOfEntries = forEach !== undefined && forEach !== 'session';
  return { happenings, always: isOfEntries || [...happenings].some((name) => mayChangeAnyTime(name, course)) };
};

/** All the words there are in it, so that no kind of condition can be forgotten; those that are no names do no harm. */
const namesIn = (written: unknown, course: CompiledCourse): Set<Id> => {
  const names = new Set<Id>();
  const look = (each: unknown): void => {
    if (typeof each === 'string') add(each);
    else if (typeof each === 'object' && each !== null) for (const part of Object.values(each)) look(part);
  };
  const add = (name: Id): void => {
    if (names.has(name)) return;
    names.add(name);
    look(course.derived.get(name)?.from);
    look(course.happenings.get(name)?.anyOf);
    if (groups.has(name)) names.add(`${name}-places-taken`);
  };
  const groups = new Set(course.course.groups.map(({ id }) => id));
  look(written);
  return names;
};

const mayChangeAnyTime = (name: Id, { rules, duties, table, forms }: CompiledCourse): boolean =>
  rules.has(name) || duties.has(name) || table.numbers.has(name) || forms.has(name) || name === 'planned-end';

/** What changed at a moment: nothing by itself, these happenings alone, or perhaps everything. */
export type Changed = ReadonlySet<Id> | 'everything';
export const nothing: Changed = new Set();

/** Takes what happened, gives what changed at each moment at which something did. */
export const changesOf = (
  { happened, marks, answers, facts }: Timeline,
  course: CompiledCourse,
): Map<number, Changed> => {
  const changes = new Map<number, Set<Id> | 'everything'>();
  for (const { what, at } of happened) {
    const known = changes.get(at.start);
    if (known === 'everything') continue;
    if (!isPlain(what, course)) changes.set(at.start, 'everything');
    else if (known) known.add(what);
    else changes.set(at.start, new Set([what]));
  }
  for (const { at } of [...marks, ...answers, ...facts]) changes.set(at.start, 'everything');
  return changes;
};

const plainSources: readonly unknown[] = ['record', 'message', 'report', 'duty', 'act'];
/** Of the others some are linked with sessions, or change how the case stands. */
const isPlain = (what: Id, course: CompiledCourse): boolean =>
  plainSources.includes(course.happenings.get(what)?.source) &&
  !course.isOfLife(what) &&
  !course.meetings.has(what) &&
  !course.sessions?.credits.some(({ event }) => event === what);
