/** The reasons against him that whoever decides may choose from: those that rest on nothing kept apart. */
import type { Bundle, ClauseId, Id } from '../contract/bundle.js';
import type { CaseEvent, Moment } from '../contract/event.js';
import { wordsFor } from '../contract/words.js';
import { evaluate } from '../evaluate.js';
import { caseWith } from '../viewer/case-for.js';
import { nothingApart } from '../viewer/clearance.js';

export interface OfferedReason {
  criterion: Id;
  words: string;
  clauses: ClauseId[];
}

/**
 * Takes a bundle, the events of a case and the moment as of which it is asked; gives the words of each criterion that
 * counts against him and carries no label, in the order of the definition. Throws a RangeError for a time that is none.
 */
export const offeredReasons = (bundle: Bundle, events: readonly CaseEvent[], asOf: Moment): OfferedReason[] => {
  const seen = caseWith(bundle, events, nothingApart);
  const { criteria } = evaluate(seen.bundle, seen.events, { asOf, outlook: false });
  const verdicts = new Map(criteria.map(({ id, verdict }) => [id, verdict]));
  return seen.bundle.criteria.flatMap((criterion) => {
    const verdict = verdicts.get(criterion.id);
    const isAgainst = criterion.decides && verdict === (criterion.role === 'requires' ? 'not-met' : 'met');
    if (!isAgainst || verdict === undefined) return [];
    return [{ criterion: criterion.id, words: wordsFor(criterion, verdict), clauses: [...criterion.origin.clauses] }];
  });
};
