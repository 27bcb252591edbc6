/** Rules that contradict each other, found by trying out short histories and shown by the first that does. */
import type { Bundle, Course, CourseRule, Effect, Id, Settled } from '../../../engine/contract/index.js';
import type { Problem } from '../../problem/problem.js';
import { raiseConflict } from './conflict-problems.js';
import {
  asOfEnd,
  eventsOf,
  histories,
  inWords,
  type Play,
  readBy,
  readsSessions,
  type Turn,
  turnsOf,
} from './histories.js';

type Emitted = Omit<Bundle, 'digest'>;

/** Longer ones are not tried, nor more. */
const limits = { sessions: 9, histories: 700 };

const against: Partial<Record<Effect['verb'], string>> = {
  close: 'is closed',
  suspend: 'is suspended',
  transfer: 'is transferred',
  restart: 'starts again',
};
const sideOf = ({ effects, force }: CourseRule): 'for' | 'against' | undefined => {
  if (force !== 'must' && force !== 'block') return undefined;
  if (effects.some(({ verb, object }) => verb === 'keep' || (verb === 'refuse' && object === 'close'))) return 'for';
  return effects.some(({ verb }) => against[verb]) ? 'against' : undefined;
};
const saysOf = ({ effects }: CourseRule): string =>
  effects.map(({ verb }) => against[verb]).find((words) => words !== undefined) ?? 'is let go';
const named = ({ origin, id }: CourseRule): string =>
  origin.clauses.length > 0 ? origin.clauses.join(' and ') : `“${id}”`;

interface Found {
  one: CourseRule;
  other: CourseRule;
  /** Empty of what somebody settled and no short history shows. */
  history: Turn[];
}

/**
 * Takes what is to be the bundle and, if there is one, how to play a case; gives it with the contradictions written in,
 * and reports those that nobody has settled. What somebody has settled holds whether or not it was found by playing.
 */
export const withConflicts = (
  emitted: Emitted,
  play: Play | undefined,
  report: (problem: Problem) => void,
): Emitted => {
  const { course } = emitted;
  if (!course) return emitted;
  const played = play ? contradictions(emitted, course, play) : [];
  const isPlayed = ({ one, other }: Found): boolean => played.some((each) => each.one === one && each.other === other);
  const found = [...played, ...settledPairs(emitted, course).filter((pair) => !isPlayed(pair))];
  if (found.length === 0) return emitted;
  for (const each of found) tell(each, emitted.settled, report);
  const rules = course.rules.map((rule) => ({ ...rule, conflicts: conflictsOf(rule, found, emitted.settled) }));
  return { ...emitted, course: { ...course, rules } };
};

const sidesOf = ({ rules }: Course) => ({
  ending: rules.filter((rule) => sideOf(rule) === 'against'),
  keeping: rules.filter((rule) => sideOf(rule) === 'for'),
});

/** What says nothing of sessions, no history of sessions brings about. */
const onSessions = (course: Course) => {
  const { ending, keeping } = sidesOf(course);
  const isOnSessions = (rule: CourseRule): boolean => readsSessions(readBy([rule], course));
  return { ending: ending.filter(isOnSessions), keeping: keeping.filter(isOnSessions) };
};

const settledPairs = ({ settled }: Emitted, course: Course): Found[] => {
  const { ending, keeping } = sidesOf(course);
  return ending.flatMap((one) =>
    keeping.flatMap((other) => (settledOf(one, other, settled) ? [{ one, other, history: [] }] : [])),
  );
};

const contradictions = (emitted: Emitted, course: Course, play: Play): Found[] => {
  const { ending, keeping } = onSessions(course);
  const role = emitted.people.find(({ side }) => side === 'inside')?.id;
  const turns = turnsOf(course, readBy([...ending, ...keeping], course));
  if (ending.length === 0 || keeping.length === 0 || turns.length === 0 || role === undefined) return [];
  const bundle = { ...emitted, digest: '' };
  const found = new Map<string, Found>();
  for (const history of histories(turns, limits.sessions, limits.histories)) {
    if (found.size === ending.length * keeping.length) break;
    const { recommendations } = play(bundle, eventsOf(history, role), { asOf: asOfEnd(history), outlook: false });
    const open = new Set((recommendations ?? []).filter(({ state }) => state === 'open').map(({ rule }) => rule));
    for (const one of ending)
      for (const other of keeping) {
        const key = `${one.id} ${other.id}`;
        if (!found.has(key) && open.has(one.id) && open.has(other.id)) found.set(key, { one, other, history });
      }
  }
  return [...found.values()];
};

const settledOf = (one: CourseRule, other: CourseRule, settled: readonly Settled[]): Settled | undefined =>
  settled.find(
    ({ between }) =>
      between.some((clause) => one.origin.clauses.includes(clause)) &&
      between.some((clause) => other.origin.clauses.includes(clause)),
  );

const conflictsOf = (rule: CourseRule, found: readonly Found[], settled: readonly Settled[]): CourseRule['conflicts'] =>
  found
    .filter(({ one, other }) => one.id === rule.id || other.id === rule.id)
    .map(({ one, other, history }) => {
      const by = settledOf(one, other, settled);
      const opposite = one.id === rule.id ? other : one;
      return {
        rule: opposite.id,
        witness: history.length === 0 ? 'a participant of whom both hold' : inWords(history),
        settled: by !== undefined,
        yields: by !== undefined && !rule.origin.clauses.includes(by.inForce),
      };
    });

/** The numbers at which a rule on one fact turns. */
const thresholdOf = ({ trigger }: CourseRule): { fact: Id; n: number } | undefined => {
  if (trigger.kind === 'reaches') return { fact: trigger.fact, n: trigger.n };
  const condition = trigger.kind === 'while' ? trigger.condition : undefined;
  if (condition?.kind !== 'compares' || condition.negated) return undefined;
  const { fact, comparison, to } = condition;
  if (comparison === 'at-least' || comparison === 'at-most') return { fact, n: to };
  return { fact, n: comparison === 'more-than' ? to + 1 : to - 1 };
};

const tell = (
  { one, other, history }: Found,
  settled: readonly Settled[],
  report: (problem: Problem) => void,
): void => {
  if (settledOf(one, other, settled)) return;
  const [ends, keeps] = [thresholdOf(one), thresholdOf(other)];
  const related = [{ at: other.origin.at, message: `“${other.id}” says that he keeps his place.` }];
  if (ends && keeps && ends.fact === keeps.fact && ends.n === keeps.n) {
    const said = { n: ends.n, one: named(one), other: named(other), says: saysOf(one) };
    report(raiseConflict('rule/allowance', one.origin.at, said, related));
    return;
  }
  const witness = inWords(history);
  const said = { witness, one: named(one), says: saysOf(one), other: named(other), denies: 'keeps his place' };
  report(raiseConflict('rule/contradicts', one.origin.at, said, related));
};
