/** That things answer to the document: an origin for each, a force no greater than its clause's, real settlements. */
import type { At, Clause, Role } from '../../engine/contract/index.js';
import type { ClauseFinder, ClauseRef } from '../language/constructs/origin.js';
import { clauseKinds, topics } from '../language/constructs/said.js';
import type { WrittenDefinition } from '../language/definition.js';
import type { Problem } from '../problem/problem.js';
import { raiseClause } from './clause-problems.js';
import { answeringRules } from './course/rule-uses.js';
import { answeringSections } from './course/section-origins.js';
import type { Declarations } from './declarations.js';

type Report = (problem: Problem) => void;

const effects: Record<Role, string> = {
  requires: 'decides who is eligible',
  excludes: 'keeps people out',
  'weighs-against': '',
};

/** Reports a criterion that is stronger than its first clause; a `reading` explains it. */
export const checkForce = (declarations: Declarations, texts: Clause[], find: ClauseFinder, report: Report): void => {
  const forces = new Map(texts.map((clause) => [clause.id, clause.force]));
  for (const { id, idAt, role, decides, written } of declarations.criteria.values()) {
    if (!decides || role === 'weighs-against' || written.reading || !written.clause) continue;
    const clauses = find(written.clause);
    if (clauses.some((clause) => forces.get(clause) === 'must' || forces.get(clause) === 'should')) continue;
    const [clause] = clauses;
    const force = clause && forces.get(clause);
    if (clause && force)
      report(raiseClause('clause/force', written.clause[0]?.at ?? idAt, { id, clause, force, effect: effects[role] }));
  }
};

interface Answering {
  id: string;
  idAt: At;
  what: string;
  written: { clause?: ClauseRef[]; ours?: unknown } | undefined;
}
const named = (what: string, things: { id: string; idAt: At; value?: object | undefined }[] | undefined): Answering[] =>
  (things ?? []).flatMap(({ id, idAt, value }) => (value ? [{ id, idAt, what, written: value }] : []));

/** Reports what answers to no clause and is not ours, in a definition that has clauses. */
export const checkOrigins = (definition: WrittenDefinition, declarations: Declarations, report: Report): void => {
  if (!definition.clauses) return;
  const things: Answering[] = [
    ...named('form', definition.forms),
    ...named('judgement', definition.judgements),
    ...named('instrument', definition.instruments),
    ...named('statement', definition.statements),
    ...(definition.expects ?? []).flatMap((each) => named('expectation', each.value)),
    ...[...declarations.criteria.values()].map(({ id, idAt, written }) => ({ id, idAt, what: 'criterion', written })),
    ...answeringSections(definition),
    ...answeringRules(definition),
  ];
  for (const { id, idAt, what, written } of things)
    if (!written?.clause && !written?.ours) report(raiseClause('clause/no-origin', idAt, { id, what }));
};

const isoDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Checks settlements, what clauses are about, silences, and every reference to a clause that nothing else looks up. */
export const checkSaid = (definition: WrittenDefinition, find: ClauseFinder, report: Report): void => {
  for (const each of definition.settled ?? []) {
    const between = find(each.between);
    const inForce = each['in-force'];
    if (between.length > 0 && !between.includes(inForce.value))
      report(raiseClause('clause/in-force', inForce.at, { id: inForce.value, between }));
    if (!isoDay.test(each.on.value)) report(raiseClause('settled/date', each.on.at, { found: each.on.value }));
  }
  for (const { id, value } of definition.clauses ?? [])
    if (value?.kind && !(clauseKinds as readonly string[]).includes(value.kind.value))
      report(raiseClause('clause/kind', value.kind.at, { id, found: value.kind.value, known: clauseKinds }));
  for (const topic of definition['not-stated'] ?? [])
    if (!(topics as readonly string[]).includes(topic.value))
      report(raiseClause('not-stated/unknown-topic', topic.at, { topic: topic.value, known: topics }));
};
