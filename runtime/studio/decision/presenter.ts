import {
  type Bundle,
  type Decided,
  type Evaluation,
  type Id,
  type Outcome,
  wordsFor,
} from '../../../engine/contract/index.js';
import {
  type CriteriaGroup,
  isHers,
  type MissingGroup,
  presentBy,
  presentCriteria,
  presentMissing,
  presentReasons,
  type ShownReason,
  settledWords,
} from '../../portal/case/criteria-presenter.js';
import { formsTogether } from '../../portal/form/kept-apart.js';
import { fieldId } from '../../portal/form/validate-page.js';
import { localDay, momentInWords } from '../../portal/words/dates.js';
import { outcomeWords } from '../../portal/words/decision.js';
import { factInWords, factNamed, sentenceInWords } from '../../portal/words/names.js';
import type { Draft } from '../../server/drafts.js';
import { caseAddress, formAddress } from '../addresses.js';

export interface DecisionPresenter {
  asOf: string;
  asOfParts: { day: string; month: string; year: string };
  asOfAction: string;
  notices: string[];
  notSent: { words: string; href: string }[];
  /** Forms whose answers were changed since, with where to send them again. */
  changed: { words: string; href: string }[];
  edit: { words: string; href: string }[];
  judgements: string;
  refused?: { because: string; differences: string[] };
  outcome?: { kind: Outcome; word: string; means: string; settled: string; by: string[] };
  reasons: ShownReason[];
  missing: MissingGroup[];
  criteria: CriteriaGroup[];
  unusable: string[];
}

/** The address of the page that asks for a fact: of a form, or of what people record. */
export const askedAt = (bundle: Bundle, base: string, id: Id): string | undefined => {
  const fact = factNamed(bundle, id);
  if (!fact) return undefined;
  if (fact.source !== 'form') return `${base}/judgements/${fact.id}`;
  const asked = fact.within ?? fact.id;
  for (const form of bundle.forms) {
    const page = form.pages.find((one) => one.asks.includes(asked));
    if (page) return `${base}/forms/${form.id}/pages/${page.id}#${fieldId([asked])}`;
  }
  return undefined;
};

const partsOf = (day: string): DecisionPresenter['asOfParts'] => {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
};

const noticesOf = (bundle: Bundle, draft: Draft, asOf: string): string[] => {
  const zone = bundle.programme.timeZone;
  const hers = (id: Id): boolean => draft.hers.includes(id) || isHers(bundle, id);
  const later = draft.events.filter(
    (event) => localDay(event.happened, zone) > asOf && !Object.keys(event.values).every(hers),
  );
  if (later.length === 0) return [];
  const first = later.map((event) => localDay(event.happened, zone)).sort()[0] ?? asOf;
  return [
    `Something was recorded after ${momentInWords(asOf, zone)}, first on ${momentInWords(first, zone)}. It does not count for the day chosen here.`,
  ];
};

/** Of an answer of hers not even that there is one. */
const unusableWords = (bundle: Bundle, draft: Draft, evaluation: Evaluation): string[] => {
  const ids = [...new Set(evaluation.unusable.filter(({ hers }) => !hers).map((one) => one.fact))].filter(
    (id) => !draft.hers.includes(id) && !isHers(bundle, id),
  );
  return ids.map((id) =>
    factNamed(bundle, id)
      ? `${factInWords(bundle, id)}: the answer given no longer fits the question, and counts as not answered.`
      : 'An answer to a question that is no longer asked. It does not count.',
  );
};

/**
 * The decision page: the outcome with every reason, each criterion with its why, and what is missing from whom.
 * `changed` are the forms whose answers are not as they were sent.
 */
export const presentDecision = (
  bundle: Bundle,
  draft: Draft,
  at: string,
  decided: Decided,
  asOf: string,
  changed: Id[] = [],
): DecisionPresenter => {
  const base = caseAddress(at, draft);
  const forms = formsTogether(bundle, draft.began).map((form) => ({
    id: form.id,
    words: form.title,
    href: formAddress(at, form.id, draft),
  }));
  const common = {
    asOf: momentInWords(asOf, bundle.programme.timeZone),
    asOfParts: partsOf(asOf),
    asOfAction: `${base}/decision`,
    notices: noticesOf(bundle, draft, asOf),
    notSent: forms.filter((form) => !draft.sent.includes(form.id)).map(({ words, href }) => ({ words, href })),
    edit: forms.filter((form) => draft.sent.includes(form.id)).map(({ words, href }) => ({ words, href })),
    changed: forms
      .filter((form) => changed.includes(form.id))
      .map(({ words, href }) => ({ words, href: `${href}/check` })),
    judgements: `${base}/judgements`,
  };
  if (!decided.decided) {
    const differences = decided.differences.map(({ of }) => {
      const criterion = bundle.criteria.find((one) => one.id === of);
      return criterion ? sentenceInWords(bundle, wordsFor(criterion, 'unknown')) : 'The decision as a whole';
    });
    const because = sentenceInWords(bundle, decided.because);
    return { ...common, refused: { because, differences }, reasons: [], missing: [], criteria: [], unusable: [] };
  }
  const { evaluation } = decided;
  const { outcome } = evaluation.decision;
  return {
    ...common,
    outcome: {
      kind: outcome,
      ...outcomeWords[outcome],
      settled: settledWords(evaluation.decision),
      by: presentBy(bundle, evaluation.decision),
    },
    reasons: presentReasons(bundle, evaluation.decision),
    missing: presentMissing(bundle, (id) => askedAt(bundle, base, id), evaluation.decision.missing),
    criteria: presentCriteria(bundle, evaluation),
    unusable: unusableWords(bundle, draft, evaluation),
  };
};
