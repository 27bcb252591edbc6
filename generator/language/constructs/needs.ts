/** What a step needs: one condition, several by name, or criteria by their names. */
import type { At } from '../../../engine/contract/index.js';
import type { MapNode, Node } from '../../load/node.js';
import {
  list,
  mapOf,
  type Named,
  optional,
  type Reading,
  type RecordOf,
  record,
  required,
  type Shape,
  text,
} from '../shape/shape.js';
import { condition, type WrittenCondition } from './condition.js';
import { originFields } from './origin.js';

const need = record('a need', {
  requires: required(condition.shape, 'what must hold'),
  otherwise: optional(text(), 'the words said while it does not hold; the clause’s own if left out'),
  ...originFields,
});
export type WrittenNeed = { at: At; condition: WrittenCondition } & Pick<
  RecordOf<typeof need.fields>,
  'otherwise' | 'clause' | 'reading' | 'ours'
>;

const hasKey = (node: MapNode, keys: readonly string[]): boolean =>
  node.entries.some(({ key }) => keys.includes(key.text));
const conditionKeys = ['all-of', 'any-of', 'none-of', 'any-entry-of', 'every-entry-of', 'no-entry-of'] as const;

/** Whether a map is a condition: several joined, or one about entries. */
export const isCondition = (node: MapNode): boolean => hasKey(node, conditionKeys);

/** A condition, or a map that adds its words and its clause. */
const needShape: Shape<WrittenNeed> = {
  called: 'a condition, or a map with “requires”',
  schema: () => ({ anyOf: [condition.shape.schema(), need.schema()] }),
  read: (node: Node, reading: Reading): WrittenNeed | undefined => {
    if (node.kind !== 'map' || isCondition(node)) {
      const read = condition.shape.read(node, reading);
      return read && { at: read.at, condition: read };
    }
    const read = need.read(node, reading);
    if (!read) return undefined;
    const { requires, ...rest } = read;
    return { ...rest, condition: requires };
  },
};

export type WrittenNeeds =
  | { kind: 'condition'; condition: WrittenCondition }
  | { kind: 'list'; of: WrittenCondition[] }
  | { kind: 'named'; of: Named<WrittenNeed>[] };

const names = list(condition.shape);
const named = mapOf(needShape);

export const needs: Shape<WrittenNeeds> = {
  called: 'a condition, a list of criteria, or a map of conditions by name',
  schema: () => ({ anyOf: [condition.shape.schema(), names.schema(), named.schema()] }),
  read: (node, reading): WrittenNeeds | undefined => {
    if (node.kind === 'list') {
      const of = names.read(node, reading);
      return of && { kind: 'list', of };
    }
    if (node.kind === 'map' && !isCondition(node)) {
      const of = named.read(node, reading);
      return of && { kind: 'named', of };
    }
    const read = condition.shape.read(node, reading);
    return read && { kind: 'condition', condition: read };
  },
};
