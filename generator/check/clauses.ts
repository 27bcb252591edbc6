/** From references to clauses, ranges among them, to the clauses that there are. */
import type { ClauseId } from '../../engine/contract/index.js';
import type { ClauseFinder, ClauseRef } from '../language/constructs/origin.js';
import type { WrittenClauses } from '../language/constructs/said.js';
import type { WrittenDefinition } from '../language/definition.js';
import type { Problem } from '../problem/problem.js';
import { raiseClause } from './clause-problems.js';

/**
 * Gives a finder over the declared clauses. Each reference that is wrong is reported once. Where a definition has no
 * clauses at all, references stand as they are written.
 */
export const clauseFinder = (written: WrittenClauses | undefined, report: (problem: Problem) => void): ClauseFinder => {
  const known: ClauseId[] = (written ?? []).map((each) => each.id);
  const place = new Map(known.map((id, i) => [id, i]));
  const told = new Set<ClauseRef>();
  const once = (ref: ClauseRef, problem: () => Problem): void => {
    if (!told.has(ref)) report(problem());
    told.add(ref);
  };
  let toldNone = false;
  const unchecked = (ref: ClauseRef): ClauseId[] => {
    if (!toldNone) report(raiseClause('clause/none-given', ref.at, {}));
    toldNone = true;
    return [...new Set([ref.from, ref.to])];
  };
  const range = (ref: ClauseRef): ClauseId[] => {
    if (!written) return unchecked(ref);
    for (const id of new Set([ref.from, ref.to]))
      if (!place.has(id)) {
        once(ref, () => raiseClause('clause/unknown', ref.at, { id, known }));
        return [];
      }
    const [from, to] = [place.get(ref.from) ?? 0, place.get(ref.to) ?? 0];
    if (from > to) once(ref, () => raiseClause('clause/backwards', ref.at, { from: ref.from, to: ref.to }));
    return known.slice(Math.min(from, to), Math.max(from, to) + 1);
  };
  return (refs) => [...new Set(refs.flatMap(range))];
};

const citing = new Set(['clause', 'between', 'background']);

const refsIn = (value: unknown, key: string): ClauseRef[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (citing.has(key) && Array.isArray(value)) return value as ClauseRef[];
  if (Array.isArray(value)) return value.flatMap((each) => refsIn(each, ''));
  return Object.entries(value).flatMap(([inner, each]) => refsIn(each, inner));
};

/** Looks up every clause that a definition cites anywhere, so that each one that is wrong is reported. */
export const checkClauses = (definition: WrittenDefinition, find: ClauseFinder): void => {
  find(refsIn(definition, ''));
};
