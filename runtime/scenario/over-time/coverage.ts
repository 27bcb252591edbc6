/** Which rules, duties, steps, ways back and documents no scenario exercises. */
import type { Bundle, Evaluation, Id } from '../../../engine/contract/index.js';
import type { Expected } from '../../../generator/scenario/scenario.js';

export type CourseNever =
  | 'raised'
  | 'not-raised'
  | 'opened'
  | 'not-opened'
  | 'met'
  | 'refused'
  | 'applied'
  | 'looked-at';

interface Never {
  criterion: Id;
  never: CourseNever[];
}

/**
 * Takes what was found at each expectation; gives the rules (grounds and steps of ladders among them) that were never
 * raised, or never not; the duties that were never opened, or never not; the steps that never had, or never lacked, what
 * they need; and the ways back that never applied.
 */
export const uncoveredOverTime = ({ course }: Bundle, evaluations: Evaluation[]): Never[] => {
  if (course === undefined) return [];
  const played = evaluations.filter(({ state }) => state !== undefined);
  const { rules, duties, steps, returns } = course;
  const never = (criterion: Id, ...seen: [word: CourseNever, isSeen: boolean][]): Never[] => {
    const words = seen.filter(([, isSeen]) => !isSeen).map(([word]) => word);
    return words.length === 0 ? [] : [{ criterion, never: words }];
  };
  const withOrWithout = (id: Id, ids: (one: Evaluation) => Id[], words: [CourseNever, CourseNever]): Never[] => {
    const with_ = played.filter((one) => ids(one).includes(id)).length;
    return never(id, [words[0], with_ > 0], [words[1], with_ < played.length]);
  };
  return [
    // One that holds rules of its own raises nothing itself.
    ...rules
      .filter(({ id, effects }) => effects.length > 0 || !rules.some((one) => one.within === id))
      .flatMap(({ id }) => withOrWithout(id, raisedIn, ['raised', 'not-raised'])),
    ...duties.flatMap(({ id }) => withOrWithout(id, openedIn, ['opened', 'not-opened'])),
    ...steps
      .filter(({ needs }) => needs.length > 0)
      .flatMap(({ id }) => {
        const verdicts = played.flatMap(({ steps: found = [] }) => found.filter(({ step }) => step === id));
        return never(
          id,
          ['met', verdicts.some(({ verdict }) => verdict === 'met')],
          ['refused', verdicts.some(({ verdict }) => verdict !== 'met')],
        );
      }),
    ...returns.flatMap(({ id }) => never(id, ['applied', played.some((one) => one.returning?.return === id)])),
  ];
};

const raisedIn = ({ recommendations = [] }: Evaluation): Id[] =>
  recommendations.filter(({ state }) => state !== 'perhaps').map(({ rule }) => rule);

const openedIn = ({ duties = [] }: Evaluation): Id[] => duties.map(({ id }) => id);

/** Takes what all scenarios expect; gives the reports and messages that none of them looks at. */
export const unseenDocuments = ({ documents = [] }: Bundle, expected: Pick<Expected, 'overTime'>[]): Never[] => {
  const seen = new Set(expected.flatMap(({ overTime }) => (overTime?.documents ?? []).map(({ document }) => document)));
  return documents.filter(({ id }) => !seen.has(id)).map(({ id }) => ({ criterion: id, never: ['looked-at'] }));
};
