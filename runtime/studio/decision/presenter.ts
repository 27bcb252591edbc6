import {
  type Bundle,
  type ClauseId,
  type Criterion,
  type CriterionVerdict,
  type Decided,
  type Evaluation,
  type Id,
  type Missing,
  type Outcome,
  type Reason,
  type Role,
  type Verdict,
  wordsFor,
} from '../../../engine/contract/index.js';
import { formsTogether, isKeptApart } from '../../portal/form/kept-apart.js';
import { fieldId } from '../../portal/form/validate-page.js';
import { localDay, momentInWords } from '../../portal/words/dates.js';
import { capital, inOneSentence } from '../../portal/words/lists.js';
import {
  clauseInWords,
  factInWords,
  factNamed,
  roleInWords,
  rolesInWords,
  sentenceInWords,
} from '../../portal/words/names.js';
import { keptApart } from '../../portal/words/values.js';
import type { Draft } from '../../server/drafts.js';
import { caseAddress, formAddress } from '../addresses.js';
import { presentWhy, type ShownWhy } from './why-presenter.js';
import { causeWords, outcomeWords, roleHeadings, verdictWords } from './words.js';

export interface Cited {
  label: string;
  says: string;
}
export interface ShownReason {
  words: string;
  mark: { word: string; look: Verdict };
  anchor: string;
  clauses: Cited[];
}
export interface MissingItem {
  words: string;
  cause: string;
  href?: string;
  maybe: boolean;
}
export interface ShownCriterion {
  anchor: string;
  words: string;
  reads: string;
  mark: { word: string; look: Verdict };
  clauses: Cited[];
  reading?: string;
  ours?: string;
  applies?: ShownWhy;
  test?: ShownWhy;
  changes: string[];
  stale?: string;
  inexact: boolean;
}
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
  missing: { who: string; items: MissingItem[] }[];
  criteria: { heading: string; items: ShownCriterion[] }[];
  unusable: string[];
}

/** Clauses as they are cited; one that says just what was said already is not said twice. */
const cited = (bundle: Bundle, ids: ClauseId[], said = ''): Cited[] =>
  ids.map((id) => {
    const clause = bundle.clauses.find((one) => one.id === id);
    const says = clause ? sentenceInWords(bundle, clause.says) : '';
    return { label: clauseInWords(bundle, id), says: says === said ? '' : says };
  });

const anchorOf = (id: Id): string => `criterion-${id}`;

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

const isHers = (bundle: Bundle, id: Id): boolean => {
  const fact = factNamed(bundle, id);
  return fact !== undefined && isKeptApart(bundle)(fact);
};

const readsHers = (bundle: Bundle, ids: Id[]): boolean => ids.some((id) => isHers(bundle, id));

const missingItem = (bundle: Bundle, base: string, missing: Missing): MissingItem => {
  const href = askedAt(bundle, base, missing.fact);
  return {
    words: factInWords(bundle, missing.fact),
    cause: causeWords[missing.cause],
    ...(href ? { href } : {}),
    maybe: missing.maybe === true,
  };
};

/** What is missing by who could supply it. Of what is hers only that something is kept apart. */
const presentMissing = (bundle: Bundle, base: string, missing: Missing[]): DecisionPresenter['missing'] => {
  const groups = new Map<string, MissingItem[]>();
  for (const one of missing.filter((item) => !isHers(bundle, item.fact))) {
    const who = one.from.length > 0 ? capital(rolesInWords(bundle, one.from)) : 'Whoever knows';
    groups.set(who, [...(groups.get(who) ?? []), missingItem(bundle, base, one)]);
  }
  const shown = [...groups].map(([who, items]) => ({ who, items }));
  if (!missing.some((item) => isHers(bundle, item.fact))) return shown;
  return [...shown, { who: keptApart, items: [] }];
};

const readBy = (conditions: Criterion['test'][]): Id[] => {
  const ids: Id[] = [];
  const walk = (condition: Criterion['test']): void => {
    if (condition.kind === 'all' || condition.kind === 'any') {
      condition.of.forEach(walk);
      return;
    }
    ids.push(condition.fact);
    if ((condition.kind === 'dated' || condition.kind === 'apart') && 'fact' in condition.than)
      ids.push(condition.than.fact);
    if (condition.kind === 'some-entry') walk(condition.where);
  };
  conditions.forEach(walk);
  return [...new Set(ids)];
};

const reads = ({ applies, test }: Criterion): Id[] => readBy(applies ? [applies, test] : [test]);

const asked = (bundle: Bundle, ids: Id[], joining: string): string =>
  inOneSentence([...new Set(ids.map((id) => `“${factInWords(bundle, id)}”`))], joining);

const changesOf = (bundle: Bundle, criterion: Criterion, verdict: CriterionVerdict): string[] => {
  if (verdict.missing.length > 0) return [`An answer to ${asked(bundle, verdict.missing, 'and')}.`];
  const used = reads(criterion).filter((id) => id !== 'today' && factNamed(bundle, id));
  return used.length > 0 ? [`Another answer to ${asked(bundle, used, 'or')}.`] : [];
};

const presentCriterion = (bundle: Bundle, criterion: Criterion, verdict: CriterionVerdict): ShownCriterion => {
  const { origin } = criterion;
  const base = {
    anchor: anchorOf(criterion.id),
    words: sentenceInWords(bundle, wordsFor(criterion, verdict.verdict)),
    reads: sentenceInWords(bundle, criterion.reads),
    clauses: cited(bundle, origin.clauses),
    ...(origin.reading ? { reading: sentenceInWords(bundle, origin.reading) } : {}),
    ...(origin.ours ? { ours: sentenceInWords(bundle, origin.ours) } : {}),
    inexact: !criterion.exact,
  };
  if (readsHers(bundle, reads(criterion))) {
    return { ...base, mark: { word: keptApart, look: 'not-applicable' }, changes: [], inexact: false };
  }
  const stale = verdict.stale
    .filter((id) => !isHers(bundle, id))
    .map((id) => factNamed(bundle, id)?.called ?? 'an answer');
  return {
    ...base,
    mark: verdictWords[verdict.role][verdict.verdict],
    ...(verdict.why.applies ? { applies: presentWhy(bundle, verdict.why.applies) } : {}),
    test: presentWhy(bundle, verdict.why.test),
    changes: changesOf(bundle, criterion, verdict),
    ...(stale.length > 0
      ? { stale: `This was judged before a change to: ${inOneSentence(stale)}. Somebody should look at it again.` }
      : {}),
  };
};

const presentCriteria = (bundle: Bundle, evaluation: Evaluation): DecisionPresenter['criteria'] => {
  const roles: Role[] = ['requires', 'excludes', 'weighs-against'];
  return roles
    .map((role) => ({
      heading: roleHeadings[role],
      items: evaluation.criteria.flatMap((verdict) => {
        const criterion = bundle.criteria.find((one) => one.id === verdict.id);
        return criterion?.decides && criterion.role === role ? [presentCriterion(bundle, criterion, verdict)] : [];
      }),
    }))
    .filter((group) => group.items.length > 0);
};

/** Of what is not known, the clauses are only named: there may be many, and each criterion says them below. */
const citedBriefly = (bundle: Bundle, { clauses, verdict, words }: Reason): Cited[] =>
  cited(bundle, clauses, sentenceInWords(bundle, words)).map(({ label, says }) => ({
    label,
    says: verdict === 'unknown' ? '' : says,
  }));

const weight: Record<Role, number> = { excludes: 0, requires: 1, 'weighs-against': 2 };

const presentReasons = (bundle: Bundle, evaluation: Evaluation): ShownReason[] =>
  [...evaluation.decision.reasons]
    .sort((a, b) => weight[a.role] - weight[b.role])
    .filter((reason) => {
      const criterion = bundle.criteria.find((one) => one.id === reason.criterion);
      return !criterion || !readsHers(bundle, reads(criterion));
    })
    .map((reason) => ({
      words: sentenceInWords(bundle, reason.words),
      mark: verdictWords[reason.role][reason.verdict],
      anchor: anchorOf(reason.criterion),
      clauses: citedBriefly(bundle, reason),
    }));

/** Who decides, and who is to be asked before. */
const presentBy = (bundle: Bundle, evaluation: Evaluation): string[] => {
  const { decision } = bundle;
  if (!decision) return [];
  const by = rolesInWords(bundle, decision.by, decision.jointly ? 'and' : 'or');
  const together = decision.jointly ? 'together by' : 'by';
  const first = decision.by.length > 0 ? [`The decision is made ${together} ${by}. What stands here prepares it.`] : [];
  const turnsOnHers = (role: Id): boolean =>
    decision.consulting.some((one) => one.role === role && one.when && readsHers(bundle, readBy([one.when])));
  const consulted = evaluation.decision.consulting
    .filter((one) => one.verdict !== 'not-met' || turnsOnHers(one.role))
    .map((one) => {
      const who = roleInWords(bundle, one.role);
      if (turnsOnHers(one.role)) return `Whether the ${who} is to be consulted is kept apart.`;
      return one.verdict === 'met'
        ? `The ${who} is to be consulted.`
        : `Whether the ${who} is to be consulted is not known yet.`;
    });
  const considering =
    decision.considering.length > 0
      ? [`To be considered: ${inOneSentence(decision.considering.map((words) => sentenceInWords(bundle, words)))}.`]
      : [];
  const refusal = decision.refusalNeedsReason ? ['A refusal must give its reason.'] : [];
  return [...first, ...consulted, ...considering, ...refusal];
};

const settledWords = (evaluation: Evaluation): string =>
  evaluation.decision.settled
    ? 'This is settled: nothing that is still open could change it.'
    : 'This is not settled: what is listed under “Still missing” could change it.';

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
      settled: settledWords(evaluation),
      by: presentBy(bundle, evaluation),
    },
    reasons: presentReasons(bundle, evaluation),
    missing: presentMissing(bundle, base, evaluation.decision.missing),
    criteria: presentCriteria(bundle, evaluation),
    unusable: unusableWords(bundle, draft, evaluation),
  };
};
