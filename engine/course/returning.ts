/** Which way back is open to somebody who left. */
import { no, unknown, yes } from '../condition/truth.js';
import type { Return } from '../contract/course.js';
import type { CourseEvaluation } from '../contract/course-verdict.js';
import type { Resumption } from './case.js';
import { isOver } from './life.js';
import type { Sight } from './sight.js';
import type { Happened } from './timeline.js';
import { type Found, found, joined } from './truths.js';

/** The first that holds, or that may hold. */
const applying = (sight: Sight): { way: Return; when: Found } | undefined => {
  for (const way of sight.view.course.course.returns) {
    const when = way.when ? sight.reads.condition(way.when, sight) : found(yes);
    if (when.truth !== no) return { way, when };
  }
  return undefined;
};

/** Takes a return and the sight of the moment before it; gives how he goes on. */
export const resumptionOf = (_returned: Happened, sight: Sight): Resumption => {
  const found = applying(sight);
  if (!found || found.when.truth === unknown) return { keeps: new Set(), continues: false, from: undefined };
  const { starts, keeps } = found.way;
  const isPhase = starts !== 'again' && starts !== 'where-he-left';
  return {
    keeps: new Set(keeps),
    continues: starts === 'where-he-left',
    from: isPhase ? starts : undefined,
  };
};

/** Once he has left: which way back applies, and whether what it needs is there. */
export const returningOf = (sight: Sight): CourseEvaluation['returning'] => {
  const { view } = sight;
  if (!isOver(view.life.stage) || view.course.course.returns.length === 0) return undefined;
  const found = applying(sight);
  if (!found) return { verdict: 'not-met', words: 'No way back is declared that applies.', lacks: [] };
  const { way, when } = found;
  const needs = way.needs ? sight.reads.condition(way.needs, sight) : undefined;
  const whole = joined('all', needs ? [when, needs] : [when]);
  const verdict = way.refuses && when.truth === yes ? no : whole.truth;
  return {
    return: way.id,
    verdict: verdict === yes ? 'met' : verdict === no ? 'not-met' : 'unknown',
    words: way.words,
    lacks: [...whole.lacks],
  };
};
