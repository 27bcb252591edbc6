/** Values that were told with events: the latest, the first, their sum, how many different ones; and when it was. */
import { no, yes } from '../../condition/truth.js';
import type { Derivation, DerivedFact } from '../../contract/course.js';
import type { Lacking } from '../../contract/course-verdict.js';
import type { Sight } from '../sight.js';
import { noValue, toldValue, unknownValue, type Value } from '../value.js';
import { type Item, isMeant, itemsOf, unrecordedAfter } from './items.js';

type Of<K extends Derivation['kind']> = Extract<Derivation, { kind: K }>;

interface Meant {
  item: Item;
  sure: boolean;
  lacks: readonly Lacking[];
}
const meantOf = (
  fact: DerivedFact,
  { of, where, window }: Of<'value' | 'day' | 'sum' | 'distinct'>,
  sight: Sight,
): { meant: Meant[]; wakes: number } => {
  const { items, wakes } = itemsOf(of, window, fact.id, sight);
  const meant = items.flatMap((item) => {
    const found = isMeant(item, where);
    return found.truth === no ? [] : [{ item, sure: found.truth === yes, lacks: found.lacks }];
  });
  return { meant, wakes };
};

const fieldOf = ({ happened, scope }: Item, field: string): Value => {
  const name = field.includes('.') ? field.slice(field.indexOf('.') + 1) : field;
  return happened ? toldValue(happened, name) : (scope.reads.value(`session.${name}`, scope) ?? unknownValue([]));
};

export const toldValueOf = (fact: DerivedFact, from: Of<'value'>, sight: Sight): Value => {
  const { meant, wakes } = meantOf(fact, from, sight);
  const one = from.which === 'latest' ? meant.at(-1) : meant[0];
  if (!one) return { ...unknownValue([{ kind: 'fact', of: from.field }]), wakes };
  if (!one.sure) return unknownValue(one.lacks, one.item.used, wakes);
  return { ...fieldOf(one.item, from.field), wakes };
};

export const dayValueOf = (fact: DerivedFact, from: Of<'day'>, sight: Sight): Value => {
  const { meant, wakes } = meantOf(fact, from, sight);
  const one = from.which === 'latest' ? meant.at(-1) : meant[0];
  const later = from.which === 'latest' ? unrecordedAfter(from.of, one?.item.at, sight) : [];
  if (later.length > 0)
    return unknownValue(
      later.map(({ key }): Lacking => ({ kind: 'session', of: key })),
      one?.item.used,
      wakes,
    );
  if (!one) return { ...noValue(), wakes };
  if (!one.sure) return unknownValue(one.lacks, one.item.used, wakes);
  return { kind: 'day', day: one.item.at.day, used: one.item.used, lacks: [], wakes };
};

export const sumValue = (fact: DerivedFact, from: Of<'sum'>, sight: Sight): Value => {
  const { meant, wakes } = meantOf(fact, from, sight);
  const used: number[] = [];
  const lacks: Lacking[] = [];
  let [least, most] = [0, 0];
  for (const { item, sure, lacks: lacking } of meant) {
    used.push(...item.used);
    const value = fieldOf(item, from.field);
    lacks.push(...lacking, ...value.lacks);
    if (value.kind === 'none') continue;
    // What was not told may be any amount.
    most += value.kind === 'number' ? Math.max(0, value.most) : Number.POSITIVE_INFINITY;
    if (sure && value.kind === 'number') least += value.least;
    else if (value.kind === 'number') least += Math.min(0, value.least);
  }
  return { kind: 'number', least, most: Math.max(least, most), used, lacks, wakes };
};

export const distinctValue = (fact: DerivedFact, from: Of<'distinct'>, sight: Sight): Value => {
  const { meant, wakes } = meantOf(fact, from, sight);
  const used: number[] = [];
  const lacks: Lacking[] = [];
  const sure = new Set<string>();
  const perhaps = new Set<string>();
  let unknowns = 0;
  for (const { item, sure: isSure, lacks: lacking } of meant) {
    used.push(...item.used);
    const value = fieldOf(item, from.field);
    lacks.push(...lacking, ...value.lacks);
    const text = value.kind === 'option' ? value.option : value.kind === 'number' ? String(value.least) : undefined;
    if (text === undefined) unknowns += value.kind === 'unknown' || !isSure ? 1 : 0;
    else (isSure ? sure : perhaps).add(text);
  }
  const more = [...perhaps].filter((text) => !sure.has(text)).length;
  return { kind: 'number', least: sure.size, most: sure.size + more + unknowns, used, lacks, wakes };
};
