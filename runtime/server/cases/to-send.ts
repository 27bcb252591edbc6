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
): ToSend[] => {
  const standing = withoutCorrected(events);
  const answered = new Set<CaseEvent>();
  const asked = recommendations.flatMap((recommendation): ToSend[] => {
    const { state, hers, ended, effects: all, either } = recommendation;
    if (state !== 'confirmed' || hers || ended === undefined) return [];
    const those = standing.filter((event) => isAnswer(event, recommendation));
    // Of two of the same moment each has its own; what answered several at once is one.
    const confirmed = those.find((event) => !answered.has(event)) ?? those.at(-1);
    if (confirmed) answered.add(confirmed);
    const picked = either ? all.filter((_, n) => confirmed && (confirmed.effect ?? 0) === n) : all;
    return documents.flatMap((document): ToSend[] => {
      const effects = picked.filter((effect) => sends(effect, document));
      if (document.hers || effects.length === 0) return [];
      return [{ document, recommendation, effects, ...(confirmed && { confirmed }) }];
    });
  });
  const out = new Map<Document, Set<CaseEvent>>();
  for (const { document } of asked) if (!out.has(document)) out.set(document, answeredBy(document, asked, events));
  return asked.filter(({ document, recommendation: { ended = '' }, confirmed }) =>
    confirmed
      ? !out.get(document)?.has(confirmed)
      : !standing.some(({ what, happened }) => what === outOf(document) && happened >= ended),
  );
};

const withoutCorrected = (events: readonly CaseEvent[]): CaseEvent[] => {
  const corrected = new Set(events.map(({ supersedes }) => supersedes));
  return events.filter(({ id }) => !corrected.has(id));
};

/** What tells an act from every other, however often it was put right since; a session is one act, whatever its mark. */
export const actIn = (
  events: readonly CaseEvent[],
  { id, session, supersedes }: CaseEvent,
  met: readonly string[] = [],
): string => {
  if (session?.key !== undefined) return session.key;
  if (supersedes === undefined || met.includes(supersedes)) return id;
  const before = events.find((event) => event.id === supersedes);
  return before ? actIn(events, before, [...met, id]) : supersedes;
};

/**
 * The confirmations for which a document has gone out. Each time is for one of them: for the latest that was there by then,
 * as that is what goes out first; where there was none, for one that was recorded afterwards, of before it went out.
 */
const answeredBy = (document: Document, asked: readonly ToSend[], events: readonly CaseEvent[]): Set<CaseEvent> => {
  const places = new Map(events.map(({ id }, place) => [id, place]));
  const placeOf = (event: CaseEvent): number => places.get(actIn(events, event)) ?? -1;
  const those = asked.filter((one) => one.document === document).flatMap(({ confirmed }) => confirmed ?? []);
  const confirmations = [...new Set(those)].sort((a, b) => placeOf(a) - placeOf(b));
  const letters = withoutCorrected(events)
    .filter(({ what }) => what === outOf(document))
    .sort((a, b) => placeOf(a) - placeOf(b));
  // What is written of each child or agency goes out once for each of them.
  const entries = new Set(letters.map(({ about }) => about));
  return new Set(
    [...entries].flatMap((entry) =>
      matched(
        confirmations,
        letters.filter(({ about }) => about === entry),
        placeOf,
      ),
    ),
  );
};

const matched = (
  confirmations: readonly CaseEvent[],
  letters: readonly CaseEvent[],
  placeOf: (event: CaseEvent) => number,
): CaseEvent[] => {
  const done = new Set<CaseEvent>();
  const match = (letter: CaseEvent, isMeant: (confirmed: CaseEvent) => boolean): boolean => {
    const isOpen = (one: CaseEvent): boolean => !done.has(one) && one.happened <= letter.happened && isMeant(one);
    const found = confirmations.findLast(isOpen);
    if (found) done.add(found);
    return found !== undefined;
  };
  const spare = letters.filter((letter) => !match(letter, (one) => placeOf(one) < placeOf(letter)));
  for (const letter of spare) match(letter, () => true);
  return [...done];
};

/** Takes an effect of a rule or a duty; gives whether it sends that document. */
export const sends = ({ verb, object }: Effect, { id }: Pick<Document, 'id'>): boolean =>
  (verb === 'send' || verb === 'issue') && object === id;

/** A rule may have been confirmed several times, of each session and each time with something else picked. */
const isAnswer = ({ kind, rule, happened, about }: CaseEvent, answered: Recommendation): boolean =>
  kind === 'confirmed' &&
  rule === answered.rule &&
  happened === answered.ended &&
  (about === undefined || answered.subject === undefined || about === answered.subject);
