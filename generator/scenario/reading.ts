/** What every part of the reading of scenarios needs: the definition's names, and a place to put problems. */

import { dayNumber } from '../../engine/contract/calendar.js';
import type { At, Bundle, Fact, Id } from '../../engine/contract/index.js';
import type { WhoMay } from '../../engine/contract/who-may.js';
import type { ListNode, MapNode, Node, ScalarNode } from '../load/node.js';
import { nearest } from '../problem/nearest.js';
import type { Problem } from '../problem/problem.js';
import { clockTimeOf, instantAt } from './clock.js';
import { raise } from './problems.js';

export interface Reading {
  bundle: Bundle;
  facts: Map<Id, Fact>;
  /** Who may give which fact its value. */
  who: WhoMay;
  problems: Problem[];
}

/** Takes a node that should be a map; gives it, or reports and gives nothing. */
export const asMap = (node: Node | undefined, what: string, reading: Reading): MapNode | undefined => {
  if (node === undefined || node.kind === 'map') return node;
  reading.problems.push(raise('scenario/unreadable', node.at, { what, shape: 'names with something after each' }));
  return undefined;
};

/** Takes a node that should be a list; one thing stands for a list of one. */
export const asList = (node: Node | undefined): Node[] => {
  if (node === undefined) return [];
  return node.kind === 'list' ? (node satisfies ListNode).items : [node];
};

/** Takes a node that should be a word or a text. */
export const asScalar = (node: Node | undefined, what: string, reading: Reading): ScalarNode | undefined => {
  if (node === undefined || node.kind === 'scalar') return node;
  reading.problems.push(raise('scenario/unreadable', node.at, { what, shape: 'a word' }));
  return undefined;
};

/** The values of a map by its keys, of which those that are none of `keys`, nor of the `rest`, are reported. */
export const readKeys = <K extends string>(
  map: MapNode,
  of: string,
  keys: readonly K[],
  reading: Reading,
  rest: readonly string[] = [],
): Partial<Record<K, Node>> => {
  const found: Partial<Record<K, Node>> = {};
  for (const { key, value } of map.entries) {
    const known = keys.find((candidate) => candidate === key.text);
    if (known !== undefined) {
      if (value !== undefined) found[known] = value;
    } else if (!rest.includes(key.text)) {
      const near = nearest(key.text, [...keys, ...rest]);
      reading.problems.push(raise('scenario/unknown-key', key.at, { word: key.text, of, keys: [...keys], near }));
    }
  }
  return found;
};

/** Takes a word; gives it if it is one of `words`, else reports what was meant by `report`. */
export const oneOf = <W extends string>(
  node: ScalarNode | undefined,
  words: readonly W[],
  reading: Reading,
  report: (at: At, word: string, near: string | undefined) => Problem,
): W | undefined => {
  if (node === undefined) return undefined;
  const found = words.find((word) => word === node.text);
  if (found === undefined) reading.problems.push(report(node.at, node.text, nearest(node.text, words)));
  return found;
};

const months = 'january february march april may june july august september october november december'.split(' ');

const writtenDay = (text: string): string => {
  const words = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text.trim());
  const month = months.indexOf((words?.[2] ?? '').toLowerCase()) + 1;
  const two = (n: number | string | undefined): string => String(n).padStart(2, '0');
  return words === null ? text.trim() : `${words[3]}-${two(month)}-${two(words[1])}`;
};

/** Takes "2026-03-02" or "2 March 2026"; gives "2026-03-02", or nothing where there is no such day. */
export const dayOf = (text: string): string | undefined => {
  const day = writtenDay(text);
  return /^\d{4}-\d\d-\d\d$/.test(day) && Number.isFinite(dayNumber(day)) ? day : undefined;
};

/**
 * Takes a day, with or without a time, of a month that there is; gives why there is no such day, "February 1990 has 28
 * days", or nothing where there is one or what was written is no day at all.
 */
export const whyNoSuchDay = (text: string): { found: string; because: string } | undefined => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]|$)/.exec(writtenDay(text));
  if (parts === null || Number.isFinite(dayNumber(`${parts[1]}-${parts[2]}-${parts[3]}`))) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const name = (months[month - 1] ?? '').replace(/^./, (first) => first.toUpperCase());
  if (name === '')
    return { found: parts[0].trim(), because: month < 1 ? 'months count from 1' : 'a year has 12 months' };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    found: `${day} ${name} ${year}`,
    because: day < 1 ? 'days count from 1' : `${name} ${year} has ${last} days`,
  };
};

const instant = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Takes a day, or an instant with its zone; gives it as the engine takes it, or nothing where there is no such time. */
export const momentOf = (text: string): string | undefined => {
  const day = dayOf(text);
  if (day !== undefined) return day;
  const found = instant.exec(text.trim());
  return found !== null && dayOf(found[1] ?? '') !== undefined ? text.trim() : undefined;
};

/** Takes "2026-01-12 18:00", local time of the programme; gives the instant, or nothing for what is no such time. */
const localMomentOf = (text: string, timeZone: string): string | undefined => {
  const [date = '', clock = '', ...more] = text.trim().split(/[T ]/);
  const [day, time] = [dayOf(date), clockTimeOf(clock)];
  return day === undefined || time === undefined || more.length > 0 ? undefined : instantAt(day, time, timeZone);
};

/** Takes the node of a time: a day, a local time or an instant; gives it, or reports it and gives nothing. */
export const readMoment = (node: Node | undefined, what: string, reading: Reading): string | undefined => {
  const scalar = asScalar(node, what, reading);
  if (scalar === undefined) return undefined;
  const moment = momentOf(scalar.text) ?? localMomentOf(scalar.text, reading.bundle.programme.timeZone);
  if (moment === undefined) reading.problems.push(raise('scenario/bad-date', scalar.at, { word: scalar.text }));
  return moment;
};
