/** What a person confirmed is to be sent, and has not gone out since: nothing else reminds anybody of it. */
import type { Bundle, CaseEvent, Document, Recommendation } from '../../../engine/contract/index.js';
import { outOf } from '../../documents/acts.js';

export interface ToSend {
  document: Document;
  recommendation: Recommendation;
}

/** Takes what was recommended in a case; gives what of it is to be sent now, never anything of hers. */
export const toSend = (
  { documents = [] }: Pick<Bundle, 'documents'>,
  events: readonly CaseEvent[],
  recommendations: readonly Recommendation[],
): ToSend[] =>
  recommendations.flatMap((recommendation): ToSend[] => {
    const { state, hers, ended, effects, either, rule } = recommendation;
    if (state !== 'confirmed' || hers || ended === undefined) return [];
    const picked = events.findLast((event) => event.kind === 'confirmed' && event.rule === rule)?.effect;
    return effects
      .filter(({ verb }, n) => (verb === 'send' || verb === 'issue') && (!either || picked === n))
      .flatMap(({ object }) => documents.filter(({ id, hers: ofHers }) => id === object && !ofHers))
      .filter((document) => !events.some(({ what, happened }) => what === outOf(document) && happened >= ended))
      .map((document) => ({ document, recommendation }));
  });
