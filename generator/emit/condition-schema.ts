import type { Condition, Fact, Id, Leaf } from '../../engine/contract/index.js';
import type { JsonSchema } from './json-schema.js';
import { dayPattern } from './patterns.js';
import { idsMeaning, localId, questionsWithin } from './questions.js';

/** The questions whose answers stand side by side in one object, by the ids that conditions use. */
export interface Scope {
  facts: Map<Id, Fact>;
  /** All facts there are, for what an entry is asked. */
  all: Map<Id, Fact>;
}

/**
 * Takes a condition; gives the schema that an object of answers fits exactly where the condition is surely met, so
 * not where it is unknown. Gives nothing where JSON Schema cannot say it: it names an answer that stands elsewhere,
 * the day of the "as of", or compares two dates.
 */
export const conditionSchema = (condition: Condition, scope: Scope): JsonSchema | undefined => {
  if (condition.kind !== 'all' && condition.kind !== 'any') return leafSchema(condition, scope);
  const parts = condition.of.map((part) => conditionSchema(part, scope));
  const said = parts.flatMap((part) => part ?? []);
  if (said.length < parts.length) return undefined;
  if (said.length === 0) return condition.kind === 'all' ? {} : { not: {} };
  const [first] = said;
  if (first !== undefined && said.length === 1) return first;
  return condition.kind === 'all' ? { allOf: said } : { anyOf: said };
};

/** Takes a condition; gives its opposite: met where it is surely not met. */
export const opposite = (condition: Condition): Condition => {
  if (condition.kind === 'all') return { ...condition, kind: 'any', of: condition.of.map(opposite) };
  if (condition.kind === 'any') return { ...condition, kind: 'all', of: condition.of.map(opposite) };
  return { ...condition, negated: !condition.negated };
};

const leafSchema = (leaf: Leaf, scope: Scope): JsonSchema | undefined => {
  const fact = scope.facts.get(leaf.fact);
  if (fact === undefined) return undefined;
  const answer = answerSchema(leaf, fact, scope);
  const name = localId(fact);
  return answer && { type: 'object', properties: { [name]: answer }, required: [name] };
};

const answerSchema = (leaf: Leaf, fact: Fact, scope: Scope): JsonSchema | undefined => {
  switch (leaf.kind) {
    case 'is':
      return isSchema(leaf.anyOf, leaf.negated, fact);
    case 'includes':
      return includesSchema(leaf.option, leaf.negated, fact);
    case 'compares':
      return comparesSchema(leaf, fact);
    case 'dated':
      return datedSchema(leaf, fact);
    case 'apart':
      return undefined;
    case 'answered':
      return leaf.negated ? { not: {} } : known(fact);
    case 'some-entry':
      return someEntrySchema(leaf, fact, scope);
  }
};

const isChoice = (fact: Fact): boolean => fact.kind === 'choice' || fact.kind === 'yes-no';

/** An answer that gives the fact a value. */
const known = (fact: Fact): JsonSchema => {
  const unknown = idsMeaning(fact, 'not-known');
  if (fact.kind === 'choices') {
    return { type: 'array', minItems: 1, not: { type: 'array', contains: { enum: unknown } } };
  }
  return fact.kind === 'entries' ? { type: 'array' } : { not: { enum: unknown } };
};

const isSchema = (anyOf: Id[], negated: boolean, fact: Fact): JsonSchema => {
  const wanted = anyOf.flatMap((id) => (id === 'not-applicable' ? idsMeaning(fact, id) : [id]));
  if (!negated) return { enum: wanted };
  if (!isChoice(fact)) return { not: { enum: [...wanted, ...idsMeaning(fact, 'not-known')] } };
  const others = fact.options.filter(({ id, means }) => means !== 'not-known' && !wanted.includes(id));
  return others.length === 0 ? { not: {} } : { enum: others.map(({ id }) => id) };
};

const includesSchema = (option: Id, negated: boolean, fact: Fact): JsonSchema => {
  const wanted = option === 'not-applicable' ? idsMeaning(fact, option) : [option];
  const has = (ids: Id[]): JsonSchema => ({ type: 'array', contains: { enum: ids } });
  const unknown = idsMeaning(fact, 'not-known');
  return negated
    ? { type: 'array', minItems: 1, not: has([...wanted, ...unknown]) }
    : { allOf: [has(wanted), { not: has(unknown) }] };
};

const orNotApplicable = (schema: JsonSchema, negated: boolean, fact: Fact): JsonSchema =>
  negated && fact.options.some((option) => option.means === 'not-applicable')
    ? { anyOf: [schema, { enum: idsMeaning(fact, 'not-applicable') }] }
    : schema;

const comparesSchema = (leaf: Leaf & { kind: 'compares' }, fact: Fact): JsonSchema => {
  const { to, negated } = leaf;
  const bounds: Record<typeof leaf.comparison, [JsonSchema, JsonSchema]> = {
    'at-least': [{ minimum: to }, { exclusiveMaximum: to }],
    'more-than': [{ exclusiveMinimum: to }, { maximum: to }],
    'at-most': [{ maximum: to }, { exclusiveMinimum: to }],
    'less-than': [{ exclusiveMaximum: to }, { minimum: to }],
    exactly: [{ const: to }, { not: { const: to } }],
  };
  return orNotApplicable({ type: 'number', ...bounds[leaf.comparison][negated ? 1 : 0] }, negated, fact);
};

const datedSchema = (leaf: Leaf & { kind: 'dated' }, fact: Fact): JsonSchema | undefined => {
  if (!('day' in leaf.than)) return undefined;
  const { day } = leaf.than;
  const before = dayPattern('before', day);
  const on = dayPattern('on', day);
  const after = dayPattern('after', day);
  const orders: Record<typeof leaf.order, [string[], string[]]> = {
    before: [[before], [on, after]],
    'on-or-before': [[before, on], [after]],
    after: [[after], [before, on]],
    'on-or-after': [[on, after], [before]],
    on: [[on], [before, after]],
  };
  const patterns = orders[leaf.order][leaf.negated ? 1 : 0];
  return orNotApplicable({ type: 'string', pattern: patterns.join('|') }, leaf.negated, fact);
};

const someEntrySchema = (leaf: Leaf & { kind: 'some-entry' }, fact: Fact, scope: Scope): JsonSchema | undefined => {
  const within: Scope = {
    all: scope.all,
    facts: new Map(questionsWithin(fact, scope.all).map((one) => [one.id, one])),
  };
  const where = conditionSchema(leaf.negated ? opposite(leaf.where) : leaf.where, within);
  if (where === undefined) return undefined;
  return leaf.negated ? { type: 'array', items: where } : { type: 'array', contains: where };
};
