import type { Bundle, DutyVerdict, Evaluation } from '../../../engine/contract/index.js';
import type { ExpectedDuty } from '../../../generator/scenario/over-time/expected.js';
import { type Differing, from, isSubject } from './differing.js';
import { isSameMoment } from './explain.js';

type Expected = Exclude<ExpectedDuty['each'], 'none'>;
type One = Expected[number];

/** Takes what is expected of duties; gives what differs. */
export const dutyDifferences = (bundle: Bundle, expected: ExpectedDuty[], found: Evaluation): Differing[] =>
  expected.flatMap((one) => {
    const opened = (found.duties ?? [])
      .filter(
        ({ id, subject }) =>
          id === one.duty && (one.subject === undefined || isSubject(bundle, found, one.subject, subject)),
      )
      .sort((a, b) => order(`${a.opened} ${a.due ?? ''}`, `${b.opened} ${b.due ?? ''}`));
    const seen = meant(bundle, one.each, opened);
    return isAsExpected(bundle, one.each, seen) ? [] : [differing(bundle, one, seen)];
  });

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isDue = (bundle: Bundle, due: string, duty: DutyVerdict): boolean =>
  duty.due === undefined ? due === 'none' : due !== 'none' && isSameMoment(bundle, due, duty.due);

/** Of one that is expected: the one that is due then, or else the latest; of several: all. */
const meant = (bundle: Bundle, each: ExpectedDuty['each'], opened: DutyVerdict[]): DutyVerdict[] => {
  if (each === 'none' || each.length !== 1) return opened;
  const due = each[0]?.due;
  const thatDay = due === undefined ? [] : opened.filter((duty) => isDue(bundle, due, duty));
  return (thatDay.length > 0 ? thatDay : opened).slice(-1);
};

const isAsExpected = (bundle: Bundle, each: ExpectedDuty['each'], seen: DutyVerdict[]): boolean => {
  if (each === 'none') return seen.length === 0;
  return each.length === seen.length && each.every((one, index) => isOne(bundle, one, seen[index]));
};

const isOne = (bundle: Bundle, { state, due, left }: One, duty: DutyVerdict | undefined): boolean =>
  duty !== undefined &&
  (state === undefined || state === duty.state) &&
  (due === undefined || isDue(bundle, due, duty)) &&
  (left === undefined || left === duty.left);

interface Said {
  state?: string;
  due?: string;
  left?: number;
}
/** What is expected and what was found, in the same words, so that the difference can be seen. */
const inWords = ({ state, due, left }: Said): string =>
  [
    ...(state === undefined ? [] : [state]),
    ...(due === undefined ? [] : [due === 'none' ? 'with no day it is due' : `due ${due}`]),
    ...(left === undefined ? [] : [`${left} left`]),
  ].join(', ');

const differing = (bundle: Bundle, { duty, subject, each }: ExpectedDuty, seen: DutyVerdict[]): Differing => {
  const declared = bundle.course?.duties.find(({ id }) => id === duty);
  const asked = each === 'none' ? [] : each;
  const asks = (key: keyof One): boolean => asked.some((one) => one[key] !== undefined);
  const found = seen.map(({ state, due = 'none', left }) =>
    inWords({
      ...(asks('state') || each === 'none' ? { state } : {}),
      ...(asks('due') ? { due } : {}),
      ...(asks('left') ? { left } : {}),
    }),
  );
  return {
    of: `duty ${duty}${subject === undefined ? '' : ` of ${subject}`}`,
    expected: asked.map(inWords).join('; ') || 'none',
    found: found.join('; ') || 'none',
    why: [
      ...(declared === undefined ? [] : [declared.reads]),
      ...seen.flatMap(({ opened, openedBy, whyDue }) => [
        `opened ${opened}${openedBy === undefined ? '' : ` by ${openedBy}`}`,
        ...(whyDue === '' ? [] : [whyDue]),
      ]),
    ],
    ...from(declared?.origin),
  };
};
