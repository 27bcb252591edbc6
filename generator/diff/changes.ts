/** What of a thing can be different: words, a set, an order, a condition; and how two are laid side by side. */
import {
  type AnyCondition,
  type AnyLeaf,
  conditionSays,
  type Framed,
  frameOf,
  leafSays,
  subjectOf,
  whole,
} from './condition-words.js';
import type { Names } from './names.js';

/** One part that is different: "within", from "2 weeks", to "10 working days". With only one of the two it came or went. */
export interface Change {
  part: string;
  from?: string;
  to?: string;
}

/** One part of a thing, in words. */
export type Facet = { part: string } /** With a key it is what the key is, whatever that is called. */ & (
  | { kind: 'words'; says: string | Framed | undefined; key?: string }
  /** By a key that stays when the words change. The order says nothing. */
  | { kind: 'set'; of: [key: string, says: string][] }
  /** Things declared elsewhere, by their ids: how they are called is told of there. */
  | { kind: 'refs'; of: [key: string, says: string][] }
  /** The same, and the order says something. */
  | { kind: 'order'; of: [key: string, says: string][] }
  | { kind: 'condition'; of: AnyCondition | undefined; names: Names }
);

export const words = (part: string, says: string | Framed | number | undefined, key?: string): Facet => ({
  part,
  kind: 'words',
  says: typeof says === 'number' ? String(says) : says,
  ...(key !== undefined && { key }),
});
/** Something declared elsewhere, by its id: how it is called is told of there. */
export const ref = (part: string, id: string | undefined, called: (id: string) => string): Facet =>
  words(part, id && called(id), id);
/** Several such. */
export const refs = (part: string, ids: readonly string[] | undefined, called: (id: string) => string): Facet => ({
  part,
  kind: 'refs',
  of: (ids ?? []).map((id) => [id, called(id)]),
});
export const yesNo = (part: string, holds: boolean | undefined): Facet => words(part, holds ? 'yes' : 'no');
export const set = (part: string, of: [key: string, says: string][]): Facet => ({ part, kind: 'set', of });
/** A set whose keys are its words. */
export const setOf = (part: string, of: readonly string[]): Facet =>
  set(
    part,
    of.map((each) => [each, each]),
  );
export const order = (part: string, of: [key: string, says: string][]): Facet => ({ part, kind: 'order', of });
export const condition = (part: string, of: AnyCondition | undefined, names: Names): Facet => ({
  part,
  kind: 'condition',
  of,
  names,
});

const said = (says: string | Framed): string => (typeof says === 'string' ? says : whole(says));

const changedWords = (part: string, from: string | Framed | undefined, to: string | Framed | undefined): Change[] => {
  if (from === undefined && to === undefined) return [];
  if (from === undefined) return [{ part, to: said(to as string | Framed) }];
  if (to === undefined) return [{ part, from: said(from) }];
  if (said(from) === said(to)) return [];
  const together = typeof from !== 'string' && typeof to !== 'string' && frameOf(from) === frameOf(to);
  if (!together) return [{ part, from: said(from), to: said(to) }];
  return [{ part: frameOf(from), from: from.value, to: to.value }];
};

const changedSet = (part: string, from: [string, string][], to: [string, string][], own: boolean): Change[] => {
  const [old, next] = [new Map(from), new Map(to)];
  return [
    ...[...old].filter(([key]) => !next.has(key)).map(([, says]) => ({ part, from: says })),
    ...[...next].flatMap(([key, says]): Change[] => {
      const before = old.get(key);
      if (before === undefined) return [{ part, to: says }];
      return before === says || !own ? [] : [{ part, from: before, to: says }];
    }),
  ];
};

/** The longest run of things that keep their order; the others moved. */
const kept = (from: readonly string[], to: readonly string[]): Set<string> => {
  const place = new Map(to.map((key, i) => [key, i]));
  const best: string[][] = [];
  for (const [i, key] of from.entries()) {
    const before = best
      .slice(0, i)
      .filter((run) => (place.get(run.at(-1) ?? '') ?? 0) < (place.get(key) ?? 0))
      .sort((a, b) => b.length - a.length)[0];
    best.push([...(before ?? []), key]);
  }
  return new Set(best.sort((a, b) => b.length - a.length)[0] ?? []);
};

const changedOrder = (part: string, from: [string, string][], to: [string, string][]): Change[] => {
  const [old, next] = [from.map(([key]) => key), to.map(([key]) => key)];
  const both = old.filter((key) => next.includes(key));
  const stay = kept(
    both,
    next.filter((key) => old.includes(key)),
  );
  const says = new Map([...from, ...to]);
  const where = (keys: string[], key: string): string => {
    const before = keys[keys.indexOf(key) - 1];
    return before === undefined ? 'first' : `after “${says.get(before)}”`;
  };
  const moved = both.filter((key) => !stay.has(key));
  return moved.map((key) => ({
    part: `place of “${says.get(key)}” ${part}`,
    from: where(old, key),
    to: where(next, key),
  }));
};

/** The same question, whatever its words are, wherever it stands. */
const structure = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(structure);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'reads' && key !== 'at' && key !== 'guard');
  return Object.fromEntries(
    kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, key === 'anyOf' && Array.isArray(each) ? [...each].sort() : structure(each)]),
  );
};

/** A name for what a condition asks; the order of its parts says nothing. */
const keyOf = (given: AnyCondition): string =>
  given.kind === 'all' || given.kind === 'any'
    ? `${given.kind}(${given.of.map(keyOf).sort().join(' ')})`
    : JSON.stringify(structure(given));

/** Without what is there only because a question is asked at times, and without groups of one. */
const plain = (given: AnyCondition | undefined): AnyCondition | undefined => {
  if (given === undefined || given.guard) return undefined;
  if (given.kind !== 'all' && given.kind !== 'any') return given;
  const { kind } = given;
  const parts = given.of.flatMap((part): AnyCondition[] => {
    const each = plain(part);
    if (each === undefined) return [];
    return each.kind === kind ? each.of : [each];
  });
  if (parts.length < 2) return parts[0];
  return { ...given, of: parts } as AnyCondition;
};

const partsOf = (given: AnyCondition): AnyCondition[] =>
  given.kind === 'all' || given.kind === 'any' ? given.of : [given];

const isLeaf = (given: AnyCondition): given is AnyLeaf => given.kind !== 'all' && given.kind !== 'any';

type Sides = [old: Names, next: Names];

const changedLeaf = (part: string, from: AnyLeaf, to: AnyLeaf, [old, next]: Sides): Change[] => {
  const [before, after] = [leafSays(from, old), leafSays(to, next)];
  if (frameOf(before) !== frameOf(after)) return [{ part, from: whole(before), to: whole(after) }];
  return [{ part: `${part} ${frameOf(before)}`, from: before.value, to: after.value }];
};

type Pair = [from: AnyCondition, to: AnyCondition];

/** Those of the first that go with one of the second, two by two; both lists are left with the others. */
const pairedBy = (
  from: AnyCondition[],
  to: AnyCondition[],
  together: (one: AnyCondition, other: AnyCondition) => boolean,
): { pairs: Pair[]; gone: AnyCondition[]; come: AnyCondition[] } => {
  const come = [...to];
  const pairs: Pair[] = [];
  const gone = from.filter((one) => {
    const at = come.findIndex((each) => together(one, each));
    const [found] = at < 0 ? [] : come.splice(at, 1);
    if (found) pairs.push([one, found]);
    return !found;
  });
  return { pairs, gone, come };
};

/** Takes the parts of two groups that differ; gives those that ask about the same, two by two, and what is left over. */
const paired = (from: AnyCondition[], to: AnyCondition[], [old, next]: Sides) => {
  const about = (one: AnyCondition, names: Names): string =>
    isLeaf(one) ? `${one.kind} ${subjectOf(one, names)}` : one.kind;
  const alike = pairedBy(from, to, (one, other) => about(one, old) === about(other, next));
  // What stood in a group and stands alone now, or the other way round.
  const shares = (one: AnyCondition, other: AnyCondition): boolean => {
    const keys = new Set(partsOf(one).map(keyOf));
    return isLeaf(one) !== isLeaf(other) && partsOf(other).some((part) => keys.has(keyOf(part)));
  };
  const rest = pairedBy(alike.gone, alike.come, shares);
  return { ...rest, pairs: [...alike.pairs, ...rest.pairs] };
};

const without = (parts: AnyCondition[], others: AnyCondition[]): AnyCondition[] => {
  const keys = others.map(keyOf);
  return parts.filter((part) => {
    const at = keys.indexOf(keyOf(part));
    if (at >= 0) keys.splice(at, 1);
    return at < 0;
  });
};

const changedCondition = (part: string, from: AnyCondition, to: AnyCondition, sides: Sides): Change[] => {
  const [old, next] = sides;
  if (keyOf(from) === keyOf(to)) return [];
  if (isLeaf(from) && isLeaf(to)) return changedLeaf(part, from, to, sides);
  const otherJoin = !isLeaf(from) && !isLeaf(to) && from.kind !== to.kind;
  if (otherJoin) return [{ part, from: conditionSays(from, old), to: conditionSays(to, next) }];
  const { pairs, gone, come } = paired(without(partsOf(from), partsOf(to)), without(partsOf(to), partsOf(from)), sides);
  const join = [from, to].find((each) => !isLeaf(each))?.kind === 'any' ? ', or' : '';
  return [
    ...pairs.flatMap(([one, other]) => changedCondition(part, one, other, sides)),
    ...gone.map((one) => ({ part: `${part}${join}`, from: conditionSays(one, old) })),
    ...come.map((one) => ({ part: `${part}${join}`, to: conditionSays(one, next) })),
  ];
};

const changedConditions = (
  part: string,
  given: AnyCondition | undefined,
  now: AnyCondition | undefined,
  sides: Sides,
): Change[] => {
  const [from, to] = [plain(given), plain(now)];
  if (from && to) return changedCondition(part, from, to, sides);
  if (from) return [{ part, from: conditionSays(from, sides[0]) }];
  return to ? [{ part, to: conditionSays(to, sides[1]) }] : [];
};

const changedFacet = (from: Facet | undefined, to: Facet | undefined): Change[] => {
  const { part } = (from ?? to) as Facet;
  const kind = from?.kind ?? to?.kind;
  if (kind === 'condition') {
    const [old, next] = [from, to] as (Extract<Facet, { kind: 'condition' }> | undefined)[];
    const names = (old?.names ?? next?.names) as Names;
    return changedConditions(part, old?.of, next?.of, [old?.names ?? names, next?.names ?? names]);
  }
  if (kind === 'words') {
    const [old, next] = [from, to] as (Extract<Facet, { kind: 'words' }> | undefined)[];
    const same = old?.key !== undefined && old.key === next?.key;
    return same ? [] : changedWords(part, old?.says, next?.says);
  }
  const [old, next] = [from, to] as (Extract<Facet, { kind: 'set' | 'refs' | 'order' }> | undefined)[];
  return kind === 'order'
    ? changedOrder(part, old?.of ?? [], next?.of ?? [])
    : changedSet(part, old?.of ?? [], next?.of ?? [], kind === 'set');
};

/** Takes the parts of a thing before and after; gives those that are different, in their order. */
export const changesBetween = (from: readonly Facet[], to: readonly Facet[]): Change[] => {
  const name = ({ part, kind }: Facet): string => `${kind} ${part}`;
  const [old, next] = [new Map(from.map((each) => [name(each), each])), new Map(to.map((each) => [name(each), each]))];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((each) => changedFacet(old.get(each), next.get(each)));
};
