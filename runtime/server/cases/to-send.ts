/** What a person confirmed is to be sent, and has not gone out since: nothing else reminds anybody of it. */
import type { Bundle, CaseEvent, Document, Effect, Recommendation } from '../../../engine/contract/index.js';
import { outOf } from '../../documents/acts.js';

export interface ToSend {
  document: Document;
  recommendation: Recommendation;
  /** What of it sends the document: several, where it goes to several. */
  effects: Effect[];
  /** How it was confirmed; absent where somebody did what was recommended, which answers it as well. */
  confirmed?: CaseEvent;
}

/** Takes what was recommended in a case; gives what of it is to be sent now, never anything of hers. */
export const toSend = (
  { documents = [] }: Pick<Bundle, 'documents'>,
  events: readonly CaseEvent[],
  recommendations: readonly Recommendation[],
): ToSend[] =>
  recommendations.flatMap((recommendation): ToSend[] => {
    const { state, hers, ended, effects: all, either } = recommendation;
    if (state !== 'confirmed' || hers || ended === undefined) return [];
    const confirmed = events.findLast((event) => isAnswer(event, recommendation));
    const picked = either ? all.filter((_, n) => confirmed && (confirmed.effect ?? 0) === n) : all;
    return documents.flatMap((document): ToSend[] => {
      const effects = picked.filter((effect) => sends(effect, document));
      const isOut = events.some(({ what, happened }) => what === outOf(document) && happened >= ended);
      if (document.hers || effects.length === 0 || isOut) return [];
      return [{ document, recommendation, effects, ...(confirmed && { confirmed }) }];
    });
  });

/** Takes an effect of a rule or a duty; gives whether it sends that document. */
export const sends = ({ verb, object }: Effect, { id }: Pick<Document, 'id'>): boolean =>
  (verb === 'send' || verb === 'issue') && object === id;

/** A rule may have been confirmed several times, of each session and each time with something else picked. */
const isAnswer = ({ kind, rule, happened, about }: CaseEvent, answered: Recommendation): boolean =>
  kind === 'confirmed' &&
  rule === answered.rule &&
  happened === answered.ended &&
  (about === undefined || answered.subject === undefined || about === answered.subject);
