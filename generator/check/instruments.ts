/** That the bands of an instrument share no score, and lie within its scores. */

import { raiseInstrument } from '../language/constructs/instrument-problems.js';
import type { WrittenInstruments, WrittenRange } from '../language/constructs/instruments.js';
import type { Problem } from '../problem/problem.js';

const least = (range: WrittenRange): number => range.from ?? Number.NEGATIVE_INFINITY;
const most = (range: WrittenRange): number => range.to ?? Number.POSITIVE_INFINITY;
const share = (one: WrittenRange, other: WrittenRange): boolean =>
  least(one) <= most(other) && least(other) <= most(one);

const reads = ({ from, to }: WrittenRange): string => {
  if (to === undefined) return `at least ${from}`;
  return from === undefined ? `at most ${to}` : `${from} to ${to}`;
};

/** Checks every band of every instrument. */
export const checkInstruments = (written: WrittenInstruments, report: (problem: Problem) => void): void => {
  for (const { value } of written) {
    const bands = (value?.bands ?? []).flatMap((band) => (band.value ? [{ id: band.id, range: band.value }] : []));
    bands.forEach(({ id, range }, i) => {
      for (const other of bands.slice(0, i))
        if (share(range, other.range)) {
          const related = [{ at: other.range.at, message: `“${other.id}” is here.` }];
          report(raiseInstrument('instrument/bands-overlap', range.at, { one: other.id, other: id }, related));
        }
      if (value?.scores && !share(range, value.scores))
        report(raiseInstrument('instrument/band-outside', range.at, { band: id, scores: reads(value.scores) }));
    });
  }
};
