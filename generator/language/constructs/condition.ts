import type { At } from '../../../engine/contract/index.js';
import type { MapNode, Node, ScalarNode } from '../../load/node.js';
import type { Construct } from '../construct.js';
import { lazy, misfit, type Reading, record, required, type Shape, text, type Written } from '../shape/shape.js';
import { raiseCondition } from './condition-problems.js';

export type WrittenCondition =
  | { kind: 'sentence'; at: At; node: ScalarNode }
  | { kind: 'all-of' | 'any-of' | 'none-of'; at: At; of: WrittenCondition[] }
  | { kind: 'entries'; quantifier: Quantifier; at: At; entries: Written<string>; where: WrittenCondition };
export type Quantifier = 'any' | 'every' | 'no';

const joins = ['all-of', 'any-of', 'none-of'] as const;
const quantifiers = { 'any-entry-of': 'any', 'every-entry-of': 'every', 'no-entry-of': 'no' } as const;

const joinTitles = {
  'all-of': { title: 'all of them', doc: 'met when each of these is met' },
  'any-of': { title: 'any of them', doc: 'met when at least one of these is met' },
  'none-of': { title: 'none of them', doc: 'met when not one of these is met' },
} as const;
const entriesDoc: Record<Quantifier, string> = {
  any: 'met when it holds of at least one entry, such as one of the children',
  every: 'met when it holds of each entry; also when there is none',
  no: 'met when it holds of not one entry',
};

const readJoin = (kind: (typeof joins)[number], node: MapNode, reading: Reading): WrittenCondition | undefined => {
  const entry = node.entries.find(({ key }) => key.text === kind);
  if (!entry?.value) return undefined;
  const inner = { ...reading, at: entry.key.at, name: kind };
  for (const { key } of node.entries)
    if (key.text !== kind) reading.report(raiseCondition('condition/one-key', key.at, { key: key.text, join: kind }));
  if (entry.value.kind !== 'list') return misfit(entry.value, 'a list of conditions', inner);
  if (entry.value.items.length === 0) {
    reading.report(raiseCondition('condition/empty', entry.key.at, { join: kind }));
    return undefined;
  }
  const of = entry.value.items.map((item) => readCondition(item, inner));
  return of.every((part) => part !== undefined) ? { kind, at: node.at, of } : undefined;
};

const readEntries = (key: keyof typeof quantifiers, node: MapNode, reading: Reading): WrittenCondition | undefined => {
  const shape = record(`a condition over entries`, {
    [key]: required(text('the name of some entries'), 'the entries that are looked at'),
    where: required(condition.shape, 'a condition over the questions of one entry'),
  });
  const read = shape.read(node, { ...reading, at: node.entries[0]?.key.at ?? node.at, name: key });
  if (!read) return undefined;
  const entries = read[key] as Written<string>;
  return { kind: 'entries', quantifier: quantifiers[key], at: node.at, entries, where: read.where as WrittenCondition };
};

const readMap = (node: MapNode, reading: Reading): WrittenCondition | undefined => {
  const keys = node.entries.map(({ key }) => key.text);
  const join = joins.find((candidate) => keys.includes(candidate));
  if (join) return readJoin(join, node, reading);
  const quantifier = Object.keys(quantifiers).find((candidate) => keys.includes(candidate));
  if (quantifier) return readEntries(quantifier as keyof typeof quantifiers, node, reading);
  const first = node.entries[0]?.key;
  reading.report(raiseCondition('condition/unknown-join', first?.at ?? reading.at, { found: first?.text ?? '{}' }));
  return undefined;
};

const readCondition = (node: Node, reading: Reading): WrittenCondition | undefined => {
  // Its words are read once it is known what they can name.
  if (node.kind === 'scalar') return { kind: 'sentence', at: node.at, node };
  if (node.kind === 'map') return readMap(node, reading);
  reading.report(raiseCondition('condition/bare-list', reading.at, { name: reading.name }));
  return undefined;
};

const called = 'a condition';
const conditionShape: Shape<WrittenCondition> = {
  called,
  schema: () => {
    const self = { $ref: '#/definitions/condition' };
    const joined = joins.map((join) => ({
      title: joinTitles[join].title,
      type: 'object',
      additionalProperties: false,
      required: [join],
      properties: { [join]: { type: 'array', items: self, minItems: 1, description: joinTitles[join].doc } },
    }));
    const entries = Object.entries(quantifiers).map(([quantifier, meant]) => ({
      title: `${meant} entry`,
      type: 'object',
      additionalProperties: false,
      required: [quantifier, 'where'],
      properties: {
        [quantifier]: { title: 'the name of a repeated question', type: 'string', description: entriesDoc[meant] },
        where: { allOf: [self], description: 'a condition over the questions of one entry' },
      },
    }));
    return {
      anyOf: [{ type: 'string', description: 'A sentence, such as: age is at least 18' }, ...joined, ...entries],
    };
  },
  read: readCondition,
};

export const condition: Construct<WrittenCondition> = {
  word: 'condition',
  title: 'Conditions',
  doc:
    'A condition is one sentence, or several joined by all-of, any-of or none-of, or one about the entries of a ' +
    'repeated question. It is met, not met or, while an answer that matters is missing, not known.',
  example: `exclusions:
  young-child-at-home:
    excludes:
      all-of:
        - lives-with-children is yes
        - any-entry-of: children
          where: age is less than 5
    reason: A child under 5 lives with the applicant.
`,
  shape: lazy('condition', called, () => conditionShape),
};
export { conditionShape };
