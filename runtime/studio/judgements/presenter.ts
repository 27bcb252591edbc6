import type { Bundle, CaseEvent, Evaluation, Fact, FactSource, Id } from '../../../engine/contract/index.js';
import { isKeptApart } from '../../portal/form/kept-apart.js';
import { momentInWords } from '../../portal/words/dates.js';
import { capital, inOneSentence } from '../../portal/words/lists.js';
import { roleInWords, rolesInWords } from '../../portal/words/names.js';
import { answerInWords } from '../../portal/words/values.js';
import type { Draft } from '../../server/drafts.js';
import { caseAddress } from '../addresses.js';
import { type RecordedFor, recordedFor } from './in-force.js';

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

/** Who may record it, by what the definition says of it. Those who support somebody record only what is about them. */
export const recordersOf = (bundle: Bundle, fact: Fact): Id[] => {
  const inside = bundle.people
    .filter((person) => person.side === 'inside' && (person.supports === undefined || person.supports === fact.about))
    .map((person) => person.id);
  if (fact.judgedBy && fact.judgedBy.length > 0) return fact.judgedBy;
  const from = fact.from.filter((role) => inside.includes(role));
  if (from.length > 0) return from;
  return inside.length > 0 ? inside : fact.from;
};

/** What else was recorded and does not count, so that nobody takes it for lost. */
const aside = (bundle: Bundle, fact: Fact, { inForce, since, later }: RecordedFor): string[] => {
  const said = (event: CaseEvent): string => {
    const value = answerInWords(bundle, fact, event.values[fact.id]).join(', ');
    return `“${value}” for ${momentInWords(event.happened, bundle.programme.timeZone)}`;
  };
  return [
    ...(inForce && since.length > 0
      ? [`Recorded since, for an earlier day: ${inOneSentence(since.map(said))}. The answer for the later day counts.`]
      : []),
    ...(later.length > 0
      ? [`Recorded for a later day than the one decided for: ${inOneSentence(later.map(said))}. It does not count yet.`]
      : []),
  ];
};

const linesOf = (bundle: Bundle, fact: Fact, recorded: RecordedFor): string[] => {
  // Whether there is anything is kept apart as well.
  if (isKeptApart(bundle)(fact))
    return [capital(rolesInWords(bundle, recordersOf(bundle, fact))), 'What is recorded here is kept apart.'];
  const { inForce } = recorded;
  if (!inForce) return aside(bundle, fact, recorded);
  const value = answerInWords(bundle, fact, inForce.values[fact.id]).join(', ');
  const when = momentInWords(inForce.happened, bundle.programme.timeZone);
  const role = roleInWords(bundle, inForce.by.role);
  const who = inForce.by.name ? `${inForce.by.name}, ${role}` : role;
  const reason = inForce.reason ? [`Reason: ${inForce.reason}`] : [];
  return [value, `${capital(who)}, ${when}`, ...reason, ...aside(bundle, fact, recorded)];
};

const tagOf = (bundle: Bundle, fact: Fact, recorded: boolean, evaluation: Evaluation | undefined): ToRecord['tag'] => {
  if (isKeptApart(bundle)(fact)) return undefined;
  if (recorded) return { word: 'Recorded', look: 'govuk-tag--green' };
  const missing = evaluation?.decision.missing.some((one) => one.fact === fact.id);
  return missing
    ? { word: 'Needed for the decision', look: 'govuk-tag--yellow' }
    : { word: 'Does not matter at present', look: 'govuk-tag--grey' };
};

/**
 * All that people decide or record about a case, by kind, as it counts on the day `asOf`. `evaluation` tells what the
 * decision waits for.
 */
export const presentJudgements = (
  bundle: Bundle,
  draft: Draft,
  at: string,
  evaluation: Evaluation | undefined,
  asOf: string,
): JudgementsPresenter => {
  const base = caseAddress(at, draft);
  const groups = (Object.keys(kindsRecorded) as Recorded[]).map((kind) => ({
    heading: kindsRecorded[kind].heading,
    items: bundle.facts
      .filter((fact) => fact.source === kind && !fact.within)
      .map((fact): ToRecord => {
        const recorded = recordedFor(bundle, draft.events, fact.id, asOf);
        const lines = linesOf(bundle, fact, recorded);
        const tag = tagOf(bundle, fact, recorded.inForce !== undefined, evaluation);
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
