/** Things that only go by another name: recognised where all else is equal, and looked through everywhere. */
import type { Bundle, Id } from '../../engine/contract/index.js';
import { type Change, changesBetween, type Facet } from './changes.js';
import type { Thing } from './thing.js';

export interface Rename {
  kind: Thing['kind'];
  from: Id;
  to: Id;
  /** The key that it has now. */
  key: string;
}

/** Too little is said of these for two to be known as one. */
const bare: ReadonlySet<Thing['kind']> = new Set([
  'background',
  'topic that is not stated',
  'need of a step',
  'step',
  'settlement',
  'credit',
]);

const spaced = (id: Id): string => id.slice(id.lastIndexOf('.') + 1).replaceAll('-', ' ');

/** What something is called where nobody said so is its name in words. */
const followsFromName = ({ part, from, to }: Change, old: Thing, next: Thing): boolean =>
  part === 'called' &&
  from?.toLowerCase().endsWith(spaced(old.id)) === true &&
  to?.toLowerCase().endsWith(spaced(next.id)) === true;

/**
 * The same with another name in its conditions and sets: a judgement that decides reads itself, and a duty is met by what
 * it brings.
 */
const named = <T>(value: T, from: Id, to: Id): T => {
  if (typeof value === 'string') {
    const isOwn = value === from || (value.startsWith(from) && /[.-]/.test(value.charAt(from.length)));
    return (isOwn ? `${to}${value.slice(from.length)}` : value) as T;
  }
  if (Array.isArray(value)) return value.map((each) => named(each, from, to)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each, from, to)])) as T;
};
const facetsNamed = ({ facets, id }: Thing, to: Id): Facet[] =>
  facets.map((facet) => ('of' in facet && facet.of ? ({ ...facet, of: named(facet.of, id, to) } as Facet) : facet));

const isSame = (old: Thing, next: Thing): boolean =>
  old.kind === next.kind &&
  old.id !== next.id &&
  changesBetween(facetsNamed(old, next.id), next.facets).every((change) => followsFromName(change, old, next));

/** Takes the things of both sides; gives those that only go by another name now. */
export const renamesBetween = (old: readonly Thing[], next: readonly Thing[]): Rename[] => {
  const [had, have] = [new Set(old.map(({ key }) => key)), new Set(next.map(({ key }) => key))];
  const come = next.filter(({ key, kind }) => !had.has(key) && !bare.has(kind));
  return old
    .filter(({ key, kind }) => !have.has(key) && !bare.has(kind))
    .flatMap((gone): Rename[] => {
      const at = come.findIndex((each) => isSame(gone, each));
      if (at < 0) return [];
      const [found] = come.splice(at, 1);
      return found ? [{ kind: gone.kind, from: gone.id, to: found.id, key: found.key }] : [];
    });
};

/** Words by which the bundle tells its own things apart; a thing of that name is not looked through. */
const ownWords: ReadonlySet<string> = new Set([
  'form',
  'report',
  'message',
  'record',
  'session',
  'duty',
  'rule',
  'choice',
  'number',
  'date',
  'text',
  'name',
  'address',
  'phone',
  'email',
  'file',
  'signature',
  'entries',
  'document',
  'consent',
  'judgement',
  'instrument',
  'contact',
  'act',
  'appeal',
  'appointment',
  'fact',
  'event',
  'month',
  'week',
  'year',
  'phase',
  'first',
  'latest',
]);

/** Takes a bundle, and the names that things have now; gives it as if they had always had them. */
export const withNames = (bundle: Bundle, renames: readonly Rename[], known: ReadonlySet<string>): Bundle => {
  const names = new Map(renames.filter(({ from }) => !ownWords.has(from)).map(({ from, to }) => [from, to]));
  const cache = new Map<string, string>();
  const renamed = (text: string): string => {
    const found = cache.get(text) ?? renamedOnce(text);
    cache.set(text, found);
    return found;
  };
  const renamedOnce = (text: string): string => {
    const whole = names.get(text);
    if (whole !== undefined) return whole;
    for (const [from, to] of names) {
      const mark = text.charAt(from.length);
      if (!text.startsWith(from) || !/[.\-/]/.test(mark)) continue;
      const now = `${to}${text.slice(from.length)}`;
      // What a thing brings is named after it: `mid-way-issued`.
      if (mark === '.' || (mark === '-' && known.has(now) && !known.has(text))) return now;
    }
    return text;
  };
  const go = (value: unknown): unknown => {
    if (typeof value === 'string') return renamed(value);
    if (Array.isArray(value)) return value.map(go);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [renamed(key), go(each)]));
  };
  return names.size === 0 ? bundle : (go(bundle) as Bundle);
};
