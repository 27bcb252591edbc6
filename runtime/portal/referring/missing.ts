/** What a referral still needs, as the provider's own message would say it to whoever sent it. */
import { type Bundle, type CaseEvent, documentData, type Form, type Id } from '../../../engine/index.js';

export interface StillNeeded {
  form: Id;
  /** The page that asks the first of it. */
  page?: Id;
  asks: string[];
}

/** The message that says what a form lacks, where one is declared that goes to this role. */
const messageOf = (bundle: Bundle, form: Id, role: Id) =>
  bundle.documents
    ?.filter(({ to, hers, forEach }) => to.includes(role) && !hers && forEach === undefined)
    .flatMap((document) =>
      document.headings
        .filter(
          ({ shows, releasedBy }) =>
            releasedBy.length === 0 && shows.some((one) => one.kind === 'missing' && one.form === form),
        )
        .map((heading) => ({ document, heading })),
    )[0];

/** Whether the provider asks the senders of a form for what it lacks: then it may be sent without that. */
export const asksForMissing = (bundle: Bundle, form: Id, role: Id): boolean =>
  messageOf(bundle, form, role) !== undefined;

const pageAsking = (bundle: Bundle, form: Form, asks: readonly string[]): Id | undefined =>
  form.pages.find((page) =>
    page.asks.some((id) => bundle.facts.some((fact) => fact.id === id && !fact.hers && asks.includes(fact.ask))),
  )?.id;

/**
 * Takes a case as far as it lies on his side, and in which role somebody sent it; gives what that message would list now,
 * whether or not it has gone out. Nothing where no message is declared, or nothing lacks.
 */
export const stillNeeded = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { form, role, now }: { form: Form; role: Id; now: string },
): StillNeeded | undefined => {
  const found = messageOf(bundle, form.id, role);
  if (!found) return undefined;
  const { document, heading } = found;
  // Of one that went out the list is as it was then; what is asked for here is what lacks now.
  const since = events.filter(({ what }) => what !== `${document.id}-sent` && what !== `${document.id}-issued`);
  const data = documentData(bundle, since, { document: document.id, to: role, asOf: now }).headings[heading.id];
  const asks = data?.stands ? (data.missing?.rows ?? []).map((row) => row.asks) : [];
  if (asks.length === 0) return undefined;
  const page = pageAsking(bundle, form, asks);
  return { form: form.id, ...(page !== undefined && { page }), asks };
};
