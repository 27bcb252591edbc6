import type { Answer, Bundle, Evaluation, Fact, FactSource, Id } from '../../../engine/contract/index.js';
import type { Draft } from '../../server/drafts.js';
import { caseAddress } from '../layout/navigation.js';
import { momentInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { roleInWords, rolesInWords } from '../words/names.js';
import { answerInWords } from '../words/values.js';

export type Recorded = Exclude<FactSource, 'form'>;

/** The words for each kind of thing that a person records. */
export const kindsRecorded: Record<Recorded, { heading: string; record: string }> = {
  judgement: { heading: 'Judgements', record: 'Record a judgement' },
  consent: { heading: 'Consents', record: 'Record a consent' },
  document: { heading: 'Signed documents', record: 'Record a signature' },
  instrument: { heading: 'Scores', record: 'Record a score' },
};

export interface ToRecord {
  id: Id;
  ask: string;
  href: string;
  by: string;
  /** What was recorded, as lines; none yet where there are none. */
  lines: string[];
  tag?: { word: string; look: string };
}
export interface JudgementsPresenter {
  groups: { heading: string; items: ToRecord[] }[];
  decision: string;
}

/** The latest thing recorded for a fact. */
export const latestOf = (draft: Draft, fact: Id): Draft['events'][number] | undefined =>
  draft.events.filter((event) => event.kind !== 'answered' && Object.hasOwn(event.values, fact)).at(-1);

/** Who may record it, by what the definition says of it. Those who support somebody record only what is about them. */
export const recordersOf = (bundle: Bundle, fact: Fact): Id[] => {
  const inside = bundle.people
    .filter((person) => person.side === 'inside' && (person.supports === undefined || person.supports === fact.about))
    .map((person) => person.id);
  if (fact.judgedBy && fact.judgedBy.length > 0) return fact.judgedBy;
  const from = fact.from.filter((role) => inside.includes(role));
  if (from.length > 0) return from;
  return inside.length > 0 ? inside : bundle.people.map((person) => person.id);
};

const linesOf = (bundle: Bundle, draft: Draft, fact: Fact): string[] => {
  // Whether there is anything is kept apart as well.
  if (fact.hers)
    return [capital(rolesInWords(bundle, recordersOf(bundle, fact))), 'What is recorded here is kept apart.'];
  const event = latestOf(draft, fact.id);
  if (!event) return [];
  const answer = event.values[fact.id] as Answer;
  const value = answerInWords(bundle, fact, answer).join(', ');
  const when = momentInWords(event.happened, bundle.programme.timeZone);
  const who = event.by.name
    ? `${event.by.name}, ${roleInWords(bundle, event.by.role)}`
    : roleInWords(bundle, event.by.role);
  return [value, `${capital(who)}, ${when}`, ...(event.reason ? [`Reason: ${event.reason}`] : [])];
};

const tagOf = (fact: Fact, recorded: boolean, evaluation: Evaluation | undefined): ToRecord['tag'] => {
  if (fact.hers) return undefined;
  if (recorded) return { word: 'Recorded', look: 'govuk-tag--green' };
  const missing = evaluation?.decision.missing.some((one) => one.fact === fact.id);
  return missing
    ? { word: 'Needed for the decision', look: 'govuk-tag--yellow' }
    : { word: 'Does not matter at present', look: 'govuk-tag--grey' };
};

/** All that people decide or record about a case, by kind. `evaluation` tells what the decision waits for. */
export const presentJudgements = (
  bundle: Bundle,
  draft: Draft,
  slug: string,
  evaluation: Evaluation | undefined,
): JudgementsPresenter => {
  const base = caseAddress(slug, draft);
  const groups = (Object.keys(kindsRecorded) as Recorded[]).map((kind) => ({
    heading: kindsRecorded[kind].heading,
    items: bundle.facts
      .filter((fact) => fact.source === kind && !fact.within)
      .map((fact): ToRecord => {
        const lines = linesOf(bundle, draft, fact);
        const tag = tagOf(fact, lines.length > 0, evaluation);
        return {
          id: fact.id,
          ask: fact.ask,
          href: `${base}/judgements/${fact.id}`,
          by: capital(rolesInWords(bundle, recordersOf(bundle, fact))),
          lines,
          ...(tag ? { tag } : {}),
        };
      }),
  }));
  return { groups: groups.filter((group) => group.items.length > 0), decision: `${base}/decision` };
};
