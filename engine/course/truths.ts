/** Three values with what they rest on, what they lack, and when they may change by themselves. */
import { no, type Truth, unknown, yes } from '../condition/truth.js';
import type { Lacking } from '../contract/course-verdict.js';

/** A truth and its grounds: `used` are places of events in the case's list; `wakes` milliseconds, Infinity for never. */
export interface Found {
  truth: Truth;
  used: readonly number[];
  lacks: readonly Lacking[];
  wakes: number;
}

const nothing: readonly never[] = [];
export const found = (
  truth: Truth,
  used: readonly number[] = nothing,
  lacks: readonly Lacking[] = nothing,
  wakes = Number.POSITIVE_INFINITY,
): Found => ({ truth, used, lacks: truth === unknown ? lacks : nothing, wakes });

export const truthOf = (holds: boolean): Truth => (holds ? yes : no);

const turnedTruth = (truth: Truth): Truth => (truth === unknown ? unknown : truth === yes ? no : yes);
/** Takes a finding, gives its denial. */
export const denied = (one: Found, negated: boolean): Found =>
  negated ? { ...one, truth: turnedTruth(one.truth) } : one;

const merged = <T>(lists: (readonly T[])[]): readonly T[] => {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length < 2 ? (filled[0] ?? nothing) : [...new Set(filled.flat())];
};

/** What is lacking, each thing once. */
export const eachOnce = (lacks: readonly Lacking[]): Lacking[] => [
  ...new Map(lacks.map((lack) => [`${lack.kind} ${lack.of}`, lack])).values(),
];

/** Joins findings: what decides it gives the grounds; of an unknown one, only what is unknown lacks something. */
export const joined = (kind: 'all' | 'any', parts: readonly Found[]): Found => {
  const decides = kind === 'any' ? yes : no;
  const deciding = parts.filter(({ truth }) => truth === decides);
  const open = parts.filter(({ truth }) => truth === unknown);
  const truth = deciding.length > 0 ? decides : open.length > 0 ? unknown : kind === 'any' ? no : yes;
  const grounds = deciding.length > 0 ? deciding : truth === unknown ? open : parts;
  return {
    truth,
    used: merged((truth === unknown ? parts : grounds).map(({ used }) => used)),
    lacks: truth === unknown ? merged(open.map(({ lacks }) => lacks)) : nothing,
    wakes: Math.min(Number.POSITIVE_INFINITY, ...parts.map(({ wakes }) => wakes)),
  };
};

/** Of a number between two bounds, how a comparison with it comes out. `most` may be Infinity. */
export const compared = (
  comparison: 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'exactly',
  { least, most }: { least: number; most: number },
  to: number,
): Truth => {
  switch (comparison) {
    case 'at-least':
      return least >= to ? yes : most < to ? no : unknown;
    case 'more-than':
      return least > to ? yes : most <= to ? no : unknown;
    case 'at-most':
      return most <= to ? yes : least > to ? no : unknown;
    case 'less-than':
      return most < to ? yes : least >= to ? no : unknown;
    case 'exactly':
      return least === to && most === to ? yes : to < least || to > most ? no : unknown;
  }
};
