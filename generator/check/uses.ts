/** Who uses what: questions that nothing reads, that are asked too late, and what may not decide. */
import type { Id } from '../../engine/contract/index.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import type { WrittenDefinition } from '../language/definition.js';
import type { Written } from '../language/shape/shape.js';
import type { Problem } from '../problem/problem.js';
import { raiseCriterion } from './criterion-problems.js';
import type { Declarations, DeclaredCriterion, DeclaredFact } from './declarations.js';
import { plainDocuments } from './documents/plain-documents.js';
import { raiseNames } from './name-problems.js';
import { raiseQuestion } from './question-problems.js';
import type { Resolved } from './resolve.js';

type Report = (problem: Problem) => void;
type Resolve = (written: WrittenCondition) => Resolved | undefined;

const present = <T>(values: (T | undefined)[]): T[] => values.filter((each) => each !== undefined);

/** The conditions of a criterion. */
export const conditionsOf = ({ written }: DeclaredCriterion): WrittenCondition[] =>
  present([written.requires, written.excludes, written['weighs-against'], written['only-when'], written.unless]);

/** The facts that a criterion's own conditions name. */
export const factsOf =
  (resolve: Resolve) =>
  (criterion: DeclaredCriterion): Set<Id> =>
    new Set(conditionsOf(criterion).flatMap((each) => [...(resolve(each)?.uses.facts ?? [])]));

/** The conditions of a fact: when it is asked, when it must be answered, when its options are offered. */
export const conditionsOfFact = (declared: DeclaredFact): WrittenCondition[] => [
  ...declared.onlyWhen,
  ...(declared.required.kind === 'when' ? [declared.required.condition] : []),
  ...declared.optionsOnlyWhen.values(),
];

/** What judgements rest on, each with the judgement that names it. */
export const lookedAt = (definition: WrittenDefinition): (Written<Id> & { by: Id })[] => {
  const sections = [definition.criteria, definition.eligibility, definition.exclusions];
  const criteria = sections.flatMap((section) => (section ?? []).flatMap((each) => ('id' in each ? [each] : [])));
  return [...criteria, ...(definition.judgements ?? [])].flatMap(({ id, value }) =>
    (value?.['looks-at'] ?? []).map((looked) => ({ ...looked, by: id })),
  );
};

/** Every fact that a condition reads: by its own words, and through the criteria that it names, however far. */
export const factsRead = (
  written: WrittenCondition,
  declarations: Pick<Declarations, 'criteria'>,
  resolve: Resolve,
  seen: Set<Id> = new Set(),
): Set<Id> => {
  const uses = resolve(written)?.uses;
  const read = new Set(uses?.facts);
  for (const id of uses?.criteria ?? []) {
    const named = declarations.criteria.get(id);
    if (!named || seen.has(id)) continue;
    seen.add(id);
    if (named.fact) read.add(named.fact);
    const inner = conditionsOf(named).flatMap((each) => [...factsRead(each, declarations, resolve, seen)]);
    for (const fact of inner) read.add(fact);
  }
  return read;
};

const deciding = new Set(['yes-no', 'choice', 'choices', 'number', 'date', 'date-time']);

/** Reports questions whose answers nothing uses, and criteria that nothing lists or names; `overTime` uses both. */
export const checkUnused = (
  definition: WrittenDefinition,
  declarations: Declarations,
  resolve: Resolve,
  report: Report,
  overTime?: { facts: Iterable<Id>; criteria: Iterable<Id> },
): void => {
  const { facts, criteria } = declarations;
  const written = [
    ...[...criteria.values()].flatMap(conditionsOf),
    ...[...facts.values()].flatMap(conditionsOfFact),
    ...(definition.decision?.consulting ?? []).flatMap(({ value }) =>
      value?.kind === 'when' ? [value.condition] : [],
    ),
    ...(definition.forms ?? []).flatMap(({ value }) =>
      present((value?.pages ?? []).map((page) => page.value?.['only-when'])),
    ),
  ];
  const uses = present(written.map(resolve)).map((resolved) => resolved.uses);
  const usedFacts = new Set([
    ...uses.flatMap((each) => [...each.facts]),
    ...lookedAt(definition).map((each) => each.value),
    ...(overTime?.facts ?? []),
  ]);
  const usedCriteria = new Set([...uses.flatMap((each) => [...each.criteria]), ...(overTime?.criteria ?? [])]);
  for (const { fact, idAt, spokenFor } of facts.values()) {
    if (fact.source === 'form' && deciding.has(fact.kind) && !usedFacts.has(fact.id) && !spokenFor && !fact.within)
      report(raiseQuestion('question/unused', idAt, { id: fact.id }));
  }
  for (const { id, idAt, decides, fact } of criteria.values())
    if (!decides && !usedCriteria.has(id) && !(fact && usedFacts.has(fact)))
      report(raiseCriterion('criterion/unused', idAt, { id }));
};

/** Checks that judgements look at facts that there are. */
export const checkLooksAt = (definition: WrittenDefinition, { facts, broken }: Declarations, report: Report): void => {
  for (const { value, at } of lookedAt(definition))
    if (!facts.has(value) && !broken.has(value))
      report(raiseNames('name/no-such-fact', at, { name: value, known: [...facts.keys()] }));
};

const dependsOn = (declared: DeclaredFact, resolve: Resolve): Set<Id> =>
  new Set(conditionsOfFact(declared).flatMap((each) => [...(resolve(each)?.uses.facts ?? [])]));

/** Reports questions that hang on an answer which the same form asks for only later. */
export const checkOrder = ({ facts }: Declarations, resolve: Resolve, report: Report): void => {
  for (const declared of facts.values()) {
    const { form, fact, idAt } = declared;
    if (!form) continue;
    for (const id of dependsOn(declared, resolve)) {
      const other = facts.get(id);
      if (other?.form?.id !== form.id || other.form.place < form.place) continue;
      if (id === fact.id || dependsOn(other, resolve).has(fact.id)) {
        const path = id === fact.id ? [id, id] : [fact.id, id, fact.id];
        report(raiseCriterion('criterion/goes-round', idAt, { path }));
        continue;
      }
      const related = [{ at: other.idAt, message: `“${id}” is asked here.` }];
      report(raiseQuestion('question/asked-later', idAt, { id: fact.id, asked: id }, related));
    }
  }
};

/** Reports criteria that decide on what is asked after the decision, or on what is the partner's to say. */
export const checkDeciding = (declarations: Declarations, resolve: Resolve, report: Report): void => {
  const { facts, criteria } = declarations;
  for (const criterion of criteria.values()) {
    if (!criterion.decides) continue;
    const readings = conditionsOf(criterion).map((each) => ({
      at: each.at,
      read: factsRead(each, declarations, resolve),
    }));
    const read = new Set([...readings.flatMap((each) => [...each.read]), ...(criterion.fact ? [criterion.fact] : [])]);
    for (const id of read) {
      const asked = facts.get(id);
      if (!asked) continue;
      const related = [{ at: asked.idAt, message: `“${id}” is declared here.` }];
      if (asked.form?.afterDecision)
        report(raiseQuestion('question/asked-too-late', criterion.idAt, { id, criterion: criterion.id }, related));
      if (asked.fact.hers && !(asked.fact.within && read.has(asked.fact.within))) {
        const at = readings.find((each) => each.read.has(id))?.at ?? criterion.idAt;
        report(raiseCriterion('criterion/hers', at, { id: criterion.id, fact: id }, related));
      }
    }
  }
};

/** Checks that statements stand on forms, pages and documents that there are. */
export const checkPlaces = (definition: WrittenDefinition, report: Report): void => {
  const forms = definition.forms ?? [];
  const known = [
    ...forms.flatMap(({ id, value }) => [id, ...(value?.pages ?? []).map((page) => page.id)]),
    ...new Set(plainDocuments(definition).flatMap(({ id, of }) => [of, id])),
  ];
  for (const { value } of definition.statements ?? [])
    for (const { value: name, at } of value?.on ?? [])
      if (!known.includes(name)) report(raiseNames('name/no-such-place', at, { name, known }));
};

/** Reports sites that no question offers. */
export const checkSites = (definition: WrittenDefinition, { facts }: Declarations, report: Report): void => {
  const offered = new Set([...facts.values()].flatMap(({ fact }) => fact.options.map((option) => option.id)));
  for (const { id, idAt, value } of definition.sites ?? []) {
    const slots = value && 'slots' in value ? (value.slots ?? []).flatMap((slot) => [slot.id, `${id}-${slot.id}`]) : [];
    const spokenFor = value && 'clause' in value && (value.clause || value.ours);
    if (![id, ...slots].some((each) => offered.has(each)) && !spokenFor)
      report(raiseNames('name/site-unused', idAt, { name: id }));
  }
};
