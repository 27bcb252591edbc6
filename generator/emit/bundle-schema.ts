import { factKinds } from '../../engine/contract/index.js';

import { courseDefinitions } from './course-schema.js';
import { document, information } from './document-schema.js';
import { boolean, id, ids, list, mapOf, number, one, record, ref, type Schema, string } from './schema-parts.js';

const details = list(record({ label: string, value: string }));
const slot = record({ label: string, 'day?': string, 'from?': string, 'to?': string, 'venue?': string });

const conditionBase = { reads: string, 'at?': ref('at'), 'guard?': one(true) };
const leaf = (kind: string, properties: Record<string, Schema>): Schema =>
  record({ ...conditionBase, kind: one(kind), negated: boolean, fact: id, ...properties });
const than: Schema = { oneOf: [record({ fact: id }), record({ day: ref('day') })] };
const comparisons = ['at-least', 'at-most', 'more-than', 'less-than'];
const sources = ['form', 'judgement', 'consent', 'document', 'instrument'];

const plainLeaves: Schema[] = [
  leaf('is', { anyOf: ids }),
  leaf('includes', { option: id }),
  leaf('compares', { comparison: one(...comparisons, 'exactly'), to: number }),
  leaf('dated', { order: one('before', 'on-or-before', 'after', 'on-or-after', 'on'), than }),
  leaf('apart', {
    comparison: one(...comparisons),
    duration: record({ n: number, unit: one('days', 'weeks', 'months', 'years') }),
    direction: one('before', 'after'),
    than,
  }),
  leaf('answered', {}),
];
/** Of answers, or over time: the inner conditions are of the same. */
const conditionOf = (name: string, more: Schema[]): Schema => ({
  oneOf: [
    record({ ...conditionBase, kind: one('all'), of: list(ref(name)) }),
    record({ ...conditionBase, kind: one('any'), of: list(ref(name)) }),
    ...plainLeaves,
    leaf('some-entry', { where: ref(name) }),
    ...more,
  ],
});
const condition = conditionOf('condition', []);
const overTime = (kind: string, properties: Record<string, Schema>): Schema =>
  record({ ...conditionBase, kind: one(kind), negated: boolean, ...properties });
const courseCondition = conditionOf('course-condition', [
  overTime('happened', { event: id, 'where?': ref('course-condition'), 'within?': ref('when') }),
  overTime('lasted', { condition: ref('course-condition'), span: ref('span'), 'more?': { const: true } }),
  overTime('duty', { duty: id, is: one('open', 'missed', 'met') }),
  overTime('rule', { rule: id, is: one('standing', 'confirmed', 'refused') }),
]);

const required: Schema = {
  oneOf: [record({ kind: one('always', 'as-known') }), record({ kind: one('when'), condition: ref('condition') })],
};

const fact = record({
  id,
  kind: one(...factKinds),
  source: one(...sources),
  ask: string,
  called: string,
  'hint?': string,
  options: list(
    record({ id, label: string, 'means?': one('not-known', 'not-applicable'), 'onlyWhen?': ref('condition') }),
  ),
  'number?': record({ 'atLeast?': number, 'atMost?': number, whole: boolean, 'unit?': string }),
  'bands?': list(record({ id, label: string, 'from?': number, 'to?': number })),
  'within?': id,
  'asks?': ids,
  'each?': string,
  about: id,
  from: ids,
  required,
  'onlyWhen?': ref('condition'),
  'judgedBy?': ids,
  'looksAt?': ids,
  hers: boolean,
  'lapsesAfter?': record({ n: number, unit: one('days', 'weeks', 'months', 'years') }),
  origin: ref('origin'),
});

const criterion = record({
  id,
  role: one('requires', 'excludes', 'weighs-against'),
  kind: one('fact', ...sources),
  decides: boolean,
  'applies?': ref('condition'),
  test: ref('condition'),
  words: string,
  'rule?': string,
  reads: string,
  'fact?': id,
  exact: boolean,
  origin: ref('origin'),
});

const decision = record({
  by: ids,
  jointly: boolean,
  considering: list(string),
  consulting: list(record({ role: id, 'when?': ref('condition'), reads: string })),
  refusalNeedsReason: boolean,
  origin: ref('origin'),
});

const ruleCondition: Schema = {
  oneOf: [
    record({ 'name?': string, all: { ...list(ref('rule-condition')), minItems: 1 } }),
    record({ 'name?': string, any: { ...list(ref('rule-condition')), minItems: 1 } }),
    record({ 'name?': string, fact: string, operator: string, value: {} }),
    record({ condition: string }),
  ],
};

const rule = record({
  name: string,
  conditions: ref('rule-condition'),
  event: record({
    type: one('met', 'not-met', 'not-applicable', 'excluded', 'not-eligible', 'eligible', 'holds', 'holds-not'),
    params: record({ of: id, 'part?': one('when', 'only-when', 'unless', 'needs'), 'need?': id }),
  }),
});
const rules = record({
  conditions: mapOf(ref('rule-condition')),
  rules: list(rule),
  'overTime?': list(record({ 'each?': id, rules: list(rule) })),
});

const outlineItem = record({
  id: string,
  heading: string,
  says: list(string),
  clauses: list(string),
  'reading?': string,
  'ours?': string,
  at: ref('at'),
  items: list(ref('outline-item')),
});

const programme = record({
  id,
  title: string,
  provider: string,
  'service?': string,
  'sourceTitle?': string,
  'strapline?': string,
  'model?': string,
  timeZone: string,
  'workingDays?': string,
  contact: details,
  origin: ref('origin'),
});

const person = record({
  id,
  side: one('inside', 'outside'),
  called: string,
  alsoCalled: list(string),
  'is?': id,
  'supports?': id,
  origin: ref('origin'),
});

const page = record({ id, heading: string, asks: ids, 'onlyWhen?': ref('condition'), origin: ref('origin') });

const clause = record({
  id: string,
  says: string,
  force: one('must', 'should', 'may', 'tells'),
  'kind?': string,
  'line?': string,
  origin: ref('origin'),
});

const settled = record({
  between: list(string),
  inForce: string,
  by: string,
  on: string,
  'because?': string,
  origin: ref('origin'),
});

const definitions = {
  id: { type: 'string', pattern: '^[a-z0-9]+(?:[.-][a-z0-9]+)*$' },
  day: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  at: record({ file: string, line: number, column: number, endLine: number, endColumn: number }),
  origin: record({ at: ref('at'), clauses: list(string), 'reading?': string, 'ours?': string }),
  condition,
  'course-condition': courseCondition,
  'rule-condition': ruleCondition,
  'outline-item': outlineItem,
  ...courseDefinitions,
};

/** The JSON Schema (draft-07) of `bundle.json`, version 1. It admits nothing that the contract does not name. */
export const bundleSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A programme as Rubric built it, version 1',
  ...record({
    rubric: one(1),
    digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    programme,
    people: list(person),
    sites: list(record({ id, label: string, details, 'slots?': list(slot), origin: ref('origin') })),
    forms: list(record({ id, title: string, from: ids, pages: list(page), origin: ref('origin') })),
    facts: list(fact),
    criteria: list(criterion),
    'decision?': decision,
    'course?': ref('course'),
    'documents?': list(document),
    'information?': information,
    statements: list(record({ id, says: string, on: ids, origin: ref('origin') })),
    expects: list(record({ id, of: id, to: string, origin: ref('origin') })),
    background: list(string),
    notStated: list(string),
    settled: list(settled),
    clauses: list(clause),
    outline: list(record({ id: string, title: string, items: list(ref('outline-item')) })),
    rules,
    map: mapOf(record({ at: ref('at'), clauses: list(string) })),
  }),
  definitions,
};
