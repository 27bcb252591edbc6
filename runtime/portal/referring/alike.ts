/** Cases that may be of one man: by his name and when he was born, as far as forms have them. A person decides. */
import type { Answer, Bundle, CaseEvent, Id } from '../../../engine/contract/index.js';
import type { Actor } from '../../server/access/actor.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Likeness } from '../../server/store/referral-store.js';
import type { Office } from '../office.js';
import { bornOn } from './who-it-is.js';

/** A case that looks like another. */
export interface Alike {
  ref: string;
  name: string;
  began: string;
  /** It is over. */
  closed: boolean;
  /** Whether both say when he was born, and the same; else one of them does not say. */
  bornAlike: boolean;
  /** What was last found of the two, if anybody has looked. */
  found?: Likeness;
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether two names are the same but for accents, capitals, marks and the order of their words. */
export const sameName = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0) return false;
  return a.join('') === b.join('') || [...a].sort().join(' ') === [...b].sort().join(' ');
};

const answersIn = (events: readonly CaseEvent[]): Record<Id, Answer> =>
  Object.fromEntries(events.filter(({ kind }) => kind === 'answered').flatMap(({ values }) => Object.entries(values)));

const bornIn = (bundle: Bundle, events: readonly CaseEvent[]): string | undefined => bornOn(bundle, answersIn(events));

/** Takes a case in sight of somebody inside; gives those in his sight that look like it, the earliest first. */
export const alikeTo = async (
  office: Pick<Office, 'store' | 'referrals'>,
  actor: Actor,
  { ref, name, bundle, events }: { ref: string; name: string; bundle: Bundle; events: readonly CaseEvent[] },
): Promise<Alike[]> => {
  const { lines } = await office.store.list(actor, { search: wordsOf(name).join(' '), closed: true, size: 50 });
  const others = lines.filter((line) => line.ref !== ref && sameName(line.name, name));
  if (others.length === 0) return [];
  const born = bornIn(bundle, events);
  const found = await office.referrals.likenesses(actor, ref);
  const alike = await Promise.all(
    others.map(async (line): Promise<Alike[]> => {
      const other = await office.store.open(actor, line.ref);
      const definition = other && (await office.store.definition(actor.programme, other.definition));
      const theirs = other && definition && bornIn(definition, other.events);
      if (born !== undefined && theirs !== undefined && born !== theirs) return [];
      const last = found.findLast((one) => one.ref === line.ref || one.other === line.ref);
      const { began, standing } = line;
      const bornAlike = born !== undefined && born === theirs;
      return [
        { ref: line.ref, name: line.name, began, closed: standing.closed, bornAlike, ...(last && { found: last }) },
      ];
    }),
  );
  return alike.flat().sort((a, b) => a.began.localeCompare(b.began));
};

/** What a case page says where others look like it and nobody has looked at that yet; nothing where there is nothing. */
export const alikeNotice = async (
  office: Pick<Office, 'store' | 'referrals'>,
  { stored: { ref, name }, bundle, events, actor }: OpenCase,
): Promise<{ words: string; href: string } | undefined> => {
  const open = (await alikeTo(office, actor, { ref, name, bundle, events })).filter(({ found }) => !found);
  if (open.length === 0) return undefined;
  const words =
    open.length === 1
      ? 'There is another referral of the same name. Is it the same man?'
      : `There are ${open.length} other referrals of the same name. Is it the same man?`;
  return { words, href: `/${actor.programme}/cases/${ref}/earlier` };
};
