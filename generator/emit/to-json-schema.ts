import type { Bundle, Condition, Fact, Form, Id } from '../../engine/contract/index.js';
import { conditionSchema, type Scope } from './condition-schema.js';
import type { JsonSchema } from './json-schema.js';
import { isList, questionSchema } from './question-schema.js';
import { factsById, localId, questionsOn, questionsWithin } from './questions.js';

/** What the schema of a form leaves open, because JSON Schema cannot say it; the engine still applies it. */
export interface Unsaid {
  fact: Id;
  says: string;
}

/** A form's schema, and what it could not say. */
export interface FormSchema {
  schema: JsonSchema;
  unsaid: Unsaid[];
}

/** What an object of answers holds when `when` is met. */
interface Part {
  when: JsonSchema | undefined;
  properties: Record<string, JsonSchema>;
  required: string[];
}

/**
 * Takes a form; gives the draft-07 schema of its answers: one flat object by fact id, entries as lists of objects by
 * local id. A question asked only at times has its property in the `then` of its condition. Where a condition cannot
 * be said over the form's own answers, the question is always shown and may be left out.
 */
export const toJsonSchema = (bundle: Bundle, form: Form): FormSchema => {
  const all = factsById(bundle);
  const questions = questionsOn(form, all);
  const scope: Scope = { all, facts: new Map(questions.map((fact) => [fact.id, fact])) };
  const unsaid: Unsaid[] = [];
  const entriesOf = questions.filter((fact) => fact.kind === 'entries');
  const items = new Map(entriesOf.map((entries) => [entries.id, entrySchema(entries, scope, unsaid)]));
  const itemOf = (entries: Fact): JsonSchema => items.get(entries.id)?.item ?? { type: 'object' };
  const parts = [
    ...questions.flatMap((fact) => partsOf(fact, fact.onlyWhen, scope, itemOf, unsaid)),
    ...[...items.values()].flatMap(({ outer }) => outer),
  ];
  return {
    schema: { $schema: 'http://json-schema.org/draft-07/schema#', title: form.title, ...objectOf(parts) },
    unsaid,
  };
};

/** One entry's schema, and the parts of it that hang on answers outside the entry. */
const entrySchema = (entries: Fact, form: Scope, unsaid: Unsaid[]): { item: JsonSchema; outer: Part[] } => {
  const questions = questionsWithin(entries, form.all);
  const scope: Scope = { all: form.all, facts: new Map(questions.map((fact) => [fact.id, fact])) };
  const inner: Part[] = [];
  const outer: Part[] = [];
  for (const fact of questions) {
    const condition = without(fact.onlyWhen, entries.onlyWhen);
    const when = condition && conditionSchema(condition, scope) === undefined && conditionSchema(condition, form);
    if (when === undefined || when === false) inner.push(...partsOf(fact, condition, scope, noItems, unsaid));
    else outer.push(...partsOf(fact, undefined, scope, noItems, unsaid).map((part) => ofEntry(entries, when, part)));
  }
  return { item: objectOf(inner), outer };
};

const noItems = (): JsonSchema => ({ type: 'object' });

const ofEntry = (entries: Fact, when: JsonSchema, part: Part): Part => ({
  when,
  properties: { [localId(entries)]: { type: 'array', items: objectOf([part]) } },
  required: [],
});

/** A condition without the conjuncts that another one has already. */
const without = (condition: Condition | undefined, other: Condition | undefined): Condition | undefined => {
  const had = new Set(conjuncts(other).map(meaning));
  const left = conjuncts(condition).filter((part) => !had.has(meaning(part)));
  return left.length === 0 ? undefined : allOf(left);
};

const conjuncts = (condition: Condition | undefined): Condition[] => {
  if (condition === undefined) return [];
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition];
};

const meaning = (condition: Condition): string =>
  JSON.stringify(condition, (key, value) => (['reads', 'at', 'guard'].includes(key) ? undefined : value));

const allOf = (of: Condition[]): Condition => ({
  kind: 'all',
  of,
  reads: of.map(({ reads }) => reads).join(' and '),
});

/** The parts that one question makes: itself, its being required, and options that are open only at times. */
const partsOf = (
  fact: Fact,
  onlyWhen: Condition | undefined,
  scope: Scope,
  itemOf: (entries: Fact) => JsonSchema,
  unsaid: Unsaid[],
): Part[] => {
  const name = localId(fact);
  const when = onlyWhen && conditionSchema(onlyWhen, scope);
  const shown = onlyWhen === undefined || when !== undefined;
  if (!shown) unsaid.push({ fact: fact.id, says: `It is asked only when ${onlyWhen.reads}.` });
  const always = fact.required.kind === 'always' && shown;
  const { minItems, ...optional } = questionSchema(fact, itemOf);
  const schema = always && minItems !== undefined ? { ...optional, minItems } : optional;
  return [
    { when, properties: { [name]: schema }, required: always ? [name] : [] },
    ...requiredPart(fact, onlyWhen, scope, unsaid),
    ...fact.options.flatMap((option) => optionPart(fact, option, scope, unsaid)),
  ];
};

const requiredPart = (fact: Fact, onlyWhen: Condition | undefined, scope: Scope, unsaid: Unsaid[]): Part[] => {
  if (fact.required.kind !== 'when') return [];
  const name = localId(fact);
  const condition = allOf([...conjuncts(onlyWhen), fact.required.condition]);
  const when = conditionSchema(condition, scope);
  if (when === undefined) {
    unsaid.push({ fact: fact.id, says: `It must be answered when ${fact.required.condition.reads}.` });
    return [];
  }
  return [{ when, properties: { [name]: isList(fact) ? { type: 'array', minItems: 1 } : {} }, required: [name] }];
};

const optionPart = (fact: Fact, option: Fact['options'][number], scope: Scope, unsaid: Unsaid[]): Part[] => {
  if (option.onlyWhen === undefined) return [];
  const open = conditionSchema(option.onlyWhen, scope);
  if (open === undefined) {
    unsaid.push({ fact: fact.id, says: `“${option.label}” can be chosen only when ${option.onlyWhen.reads}.` });
    return [];
  }
  const closed: JsonSchema = { not: { enum: [option.id] } };
  const schema: JsonSchema = fact.kind === 'choices' ? { type: 'array', items: closed } : closed;
  return [{ when: { not: open }, properties: { [localId(fact)]: schema }, required: [] }];
};

/** Parts without a condition as the object itself; the others as `if` and `then`, those with one condition together. */
const objectOf = (parts: Part[]): JsonSchema => {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = part.when === undefined ? '' : JSON.stringify(part.when);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const always = merged(groups.get('') ?? []);
  const rest = [...groups].filter(([key]) => key !== '').map(([, group]) => ({ if: group[0]?.when, ...merged(group) }));
  return {
    type: 'object',
    ...always,
    ...(rest.length === 0 ? {} : { allOf: rest.map(conditional) }),
  };
};

const merged = (parts: Part[]): { properties: Record<string, JsonSchema>; required?: string[] } => {
  const properties: Record<string, JsonSchema> = {};
  for (const part of parts) {
    for (const [name, schema] of Object.entries(part.properties)) {
      properties[name] = together(properties[name], schema);
    }
  }
  const required = [...new Set(parts.flatMap((part) => part.required))];
  return { properties, ...(required.length === 0 ? {} : { required }) };
};

/** Two schemas of one property: by the list they are of, if both are of one, else as two that must both hold. */
const together = (first: JsonSchema | undefined, second: JsonSchema): JsonSchema => {
  if (first === undefined || Object.keys(first).length === 0) return second;
  if (Object.keys(second).length === 0) return first;
  const items = first.items?.properties && second.items?.properties && itemsTogether(first.items, second.items);
  if (items) return { ...first, ...second, items };
  return { ...first, allOf: [...(first.allOf ?? []), second] };
};

const itemsTogether = (first: JsonSchema, second: JsonSchema): JsonSchema => {
  const required = [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
  const conditions = [...(first.allOf ?? []), ...(second.allOf ?? [])];
  return {
    type: 'object',
    properties: { ...first.properties, ...second.properties },
    ...(required.length === 0 ? {} : { required }),
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  };
};

const conditional = ({ if: when, ...then }: { if: JsonSchema | undefined } & JsonSchema): JsonSchema => {
  const schema: JsonSchema = { type: 'object', ...then };
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's keyword; nothing awaits a schema.
  return { ...(when === undefined ? {} : { if: when }), then: schema };
};
