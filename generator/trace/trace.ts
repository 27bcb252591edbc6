/** From each clause to what implements it, and what is open: for the provider to settle, confirm or be told. */
import {
  type At,
  type Bundle,
  type Clause,
  type ClauseId,
  type Id,
  listed,
  type Phase,
  type Settled,
} from '../../engine/contract/index.js';
import { type Implementation, implementations, type Traced } from './implementations.js';

/** `done`: something that acts answers to it; `said`: only words do; `none`: nothing does. */
type TraceState = 'done' | 'said' | 'none';

export interface ClauseTrace {
  clause: ClauseId;
  says: string;
  force: Clause['force'];
  /** What it is about. */
  kind?: string;
  /** The line in the provider's own document. */
  line?: string;
  /** Where it is restated. */
  at: At;
  /** What answers to it; what only inherits the clause from what it stands in comes after what cites it. */
  by: Implementation[];
  state: TraceState;
  /** Whether it has to be acted upon: a must or should about what decides, happens or is owed. */
  mustAct: boolean;
  /** A settlement says that another clause is in force. */
  outOfForce: boolean;
}

/** What a must or should may not merely be said about. */
const actingKinds: ReadonlySet<string> = new Set([
  'appeal',
  'attendance',
  'capacity',
  'closure',
  'eligibility',
  'exclusion',
  'partner-contact',
  'report',
  'suspension',
  'timescale',
]);

const settledAway = (settled: readonly Settled[]): Set<ClauseId> =>
  new Set(settled.flatMap(({ between, inForce }) => between.filter((id) => id !== inForce)));

const stateOf = (by: Implementation[]): TraceState => {
  if (by.length === 0) return 'none';
  return by.some(({ acts }) => acts) ? 'done' : 'said';
};

/** Takes a bundle; gives each clause in its order, with all that implements it. */
export const traceOf = (bundle: Traced): ClauseTrace[] => {
  const answering = new Map<ClauseId, Implementation[]>();
  for (const one of implementations(bundle))
    for (const clause of one.clauses) answering.set(clause, [...(answering.get(clause) ?? []), one]);
  const away = settledAway(bundle.settled);
  return bundle.clauses.map(({ id, says, force, kind, line, origin }) => {
    const by = answering.get(id) ?? [];
    const outOfForce = away.has(id);
    const binds = force === 'must' || force === 'should';
    return {
      clause: id,
      says,
      force,
      ...(kind !== undefined && { kind }),
      ...(line !== undefined && { line }),
      at: origin.at,
      by: [...by.filter(({ under }) => under === undefined), ...by.filter(({ under }) => under !== undefined)],
      state: stateOf(by),
      mustAct: binds && !outOfForce && kind !== undefined && actingKinds.has(kind),
      outOfForce,
    };
  });
};

/** Clauses that say different things, or rules that do. */
export interface Contradiction {
  clauses: ClauseId[];
  /** Rules that say the opposite of each other. */
  rules: Id[];
  /** Of whom they say it. */
  witness?: string;
  /** Which of them is in force, by whom, since when; absent while nobody has settled it. */
  settled?: Settled;
  /** How it was taken until somebody settles it. */
  reading?: string;
  at: At;
}
/** How an unclear clause was taken, for the provider to confirm; or what is here although no clause says it. */
export interface Taken {
  /** The key of what was taken so, or the clause. */
  key: string;
  words: string;
  says: string;
  clauses: ClauseId[];
  at: At;
}
export interface Open {
  noHome: ClauseTrace[];
  contradictions: Contradiction[];
  readings: Taken[];
  ours: Taken[];
}

const ofRules = ({ course, settled }: Bundle): Contradiction[] => {
  const rules = new Map((course?.rules ?? []).map((rule) => [rule.id, rule]));
  const pairs = [...rules.values()].flatMap((rule) =>
    rule.conflicts.flatMap((conflict): Contradiction[] => {
      const other = rules.get(conflict.rule);
      // Each of the two has the other; the pair is told once.
      if (!other || (rule.id > other.id && other.conflicts.some((one) => one.rule === rule.id))) return [];
      const clauses = [...new Set([...rule.origin.clauses, ...other.origin.clauses])];
      const found = settledOf(settled, clauses);
      const { witness } = conflict;
      return [{ clauses, rules: [rule.id, other.id], witness, ...(found && { settled: found }), at: rule.origin.at }];
    }),
  );
  return pairs;
};

/** A kind of session that some phases alone may have, and others have too. */
const ofKinds = ({ course, settled }: Bundle): Contradiction[] =>
  (course?.sessions?.kinds ?? []).flatMap(({ id, label, onlyIn, origin }): Contradiction[] => {
    const phases = course?.sessions?.phases ?? [];
    const elsewhere = phases.filter((phase) => onlyIn && phase.kind === id && !onlyIn.includes(phase.id));
    if (elsewhere.length === 0) return [];
    const clauses = [...new Set([...origin.clauses, ...elsewhere.flatMap((phase) => phase.origin.clauses)])];
    const labelled = (some: Phase[]): string =>
      listed(
        some.map((phase) => `“${phase.label}”`),
        'and',
      );
    const kept = labelled(phases.filter((phase) => onlyIn?.includes(phase.id)));
    const found = settledOf(settled, clauses);
    const { reading, at } = origin;
    return [
      {
        clauses,
        rules: [],
        witness: `“${label}” is kept to ${kept}, and is held in ${labelled(elsewhere)} too.`,
        ...(found && { settled: found }),
        ...(reading !== undefined && { reading }),
        at,
      },
    ];
  });

const settledOf = (settled: readonly Settled[], clauses: readonly ClauseId[]): Settled | undefined =>
  settled.find(({ between }) => between.every((id) => clauses.includes(id)));

const contradictionsIn = (bundle: Bundle): Contradiction[] => {
  const played = [...ofRules(bundle), ...ofKinds(bundle)];
  const told = new Set(played.map((one) => one.settled));
  const others = bundle.settled.filter((one) => !told.has(one));
  return [...played, ...others.map((one) => ({ clauses: one.between, rules: [], settled: one, at: one.origin.at }))];
};

/** What stands at one place is told once, whatever it became. */
const onceEach = (taken: Taken[]): Taken[] => {
  const told = new Set<string>();
  return taken.filter(({ at, says }) => {
    const place = `${at.file}:${at.line} ${says}`;
    if (told.has(place)) return false;
    told.add(place);
    return true;
  });
};

const takenAs = (bundle: Bundle, how: 'reading' | 'ours'): Taken[] => {
  const ofClauses = bundle.clauses.flatMap(({ id, says: words, origin }): Taken[] => {
    const says = origin[how];
    return says === undefined ? [] : [{ key: `clauses/${id}`, words, says, clauses: [id], at: origin.at }];
  });
  const ofThings = implementations(bundle).flatMap((one): Taken[] => {
    const { key, words, clauses, at } = one;
    const says = one[how];
    return says === undefined ? [] : [{ key, words, says, clauses, at }];
  });
  return onceEach([...ofClauses, ...ofThings]);
};

/**
 * Takes a bundle; gives what is open: clauses that nothing answers to, contradictions whether settled or not, every
 * reading (the annex that the provider is asked to confirm), and what is there without a clause.
 */
export const openIn = (bundle: Bundle): Open => ({
  noHome: traceOf(bundle).filter(({ state, outOfForce }) => state === 'none' && !outOfForce),
  contradictions: contradictionsIn(bundle),
  readings: takenAs(bundle, 'reading'),
  ours: takenAs(bundle, 'ours'),
});
