/**
 * What a programme asks for and a referral, by its sender's own words, does not have.
 *
 * Somebody outside never sees what is worked out of a case, only documents; the reason of a decision is written by whoever
 * decides. What is told here is neither: it holds the sender's own answers, as he has just given them, against criteria
 * that stand in the provider's public guidelines. Nothing that anybody else recorded goes into it, no judgement, and
 * nothing that carries a label; whoever reads the guidelines beside his own form comes to the same. It is no decision, and
 * says so: a person decides, and may see it differently.
 */
import { type Bundle, type CaseEvent, offeredReasons } from '../../../engine/index.js';

/** Takes the definition, what its sender sent and nothing else, and the present instant; gives the public words. */
export const askedForByOwnAnswers = (bundle: Bundle, sent: readonly CaseEvent[], now: string): string[] => {
  const own = sent.filter(({ kind }) => kind === 'answered');
  // A criterion that needs more than his answers is not known to fail by them alone, so that it is not among these.
  return offeredReasons(bundle, own, now)
    .filter(({ criterion }) => bundle.criteria.some(({ id, kind }) => id === criterion && kind === 'fact'))
    .map(({ words }) => words);
};
