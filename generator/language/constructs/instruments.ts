import type { At, Fact } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import {
  mapOf,
  name,
  number,
  oneOrMore,
  optional,
  type ReadBy,
  record,
  required,
  type Shape,
  scalar,
  text,
} from '../shape/shape.js';
import { raiseInstrument } from './instrument-problems.js';
import { originFields } from './origin.js';

export interface WrittenRange {
  from?: number;
  to?: number;
  at: At;
}
const figure = '(-?\\d+(?:\\.\\d+)?)';
const patterns: [RegExp, (a: number, b: number) => { from?: number; to?: number }][] = [
  [new RegExp(`^${figure} to ${figure}$`), (from, to) => ({ from, to })],
  [new RegExp(`^at least ${figure}$`), (from) => ({ from })],
  [new RegExp(`^at most ${figure}$`), (to) => ({ to })],
  [new RegExp(`^${figure}$`), (from) => ({ from, to: from })],
];
const range: Shape<WrittenRange> = scalar(
  'a range, such as 0 to 9 or at least 14',
  { type: ['string', 'number'] },
  (node, reading) => {
    for (const [pattern, make] of patterns) {
      const found = pattern.exec(node.text.trim());
      if (!found) continue;
      const made = make(Number(found[1]), Number(found[2]));
      if (made.from !== undefined && made.to !== undefined && made.from > made.to)
        reading.report(raiseInstrument('instrument/range-empty', node.at, { found: node.text }));
      return { ...made, at: node.at };
    }
    reading.report(raiseInstrument('instrument/range', node.at, { found: node.text }));
    return undefined;
  },
);

const shape = mapOf(
  record('an instrument', {
    title: required(text(), 'its title'),
    'answered-by': optional(oneOrMore(name('the name of somebody')), 'with whom it is completed'),
    'scored-by': optional(oneOrMore(name('the name of a role')), 'who records the score; else whoever decides'),
    about: optional(name('the name of somebody outside'), 'whom it is about; the participant if left out'),
    items: optional(number, 'how many questions it has'),
    scores: optional(range, 'the scores it can give, such as 0 to 24'),
    bands: optional(mapOf(range), 'names for stretches of the score'),
    ...originFields,
  }),
);
export type WrittenInstruments = ReadBy<typeof shape>;

export const instruments: Construct<WrittenInstruments> = {
  word: 'instruments',
  title: 'Instruments',
  doc:
    'A checklist or test that gives a score. Its name stands for the score in sentences: “wellbeing is at least 14”, or ' +
    'for a band: “wellbeing is high”. Its questions are not part of the definition.',
  example: `instruments:
  wellbeing:
    title: Wellbeing scale
    answered-by: participant
    scores: 0 to 24
    bands: { low: 0 to 9, medium: 10 to 13, high: at least 14 }
`,
  shape,
};

/** The bands of an instrument, ends included. */
export const bandsOf = (written: NonNullable<WrittenInstruments[number]['value']>): NonNullable<Fact['bands']> =>
  (written.bands ?? []).flatMap(({ id, value }) =>
    value
      ? [
          {
            id,
            label: id.replaceAll('-', ' '),
            ...(value.from !== undefined && { from: value.from }),
            ...(value.to !== undefined && { to: value.to }),
          },
        ]
      : [],
  );
