/** The decision of a case in parts: its grounds, what is missing from whom, and each criterion with its why. */
import {
  type Bundle,
  type ClauseId,
  type Criterion,
  type CriterionVerdict,
  type DecisionVerdict,
  type Evaluation,
  type Id,
  type Missing,
  type Reason,
  type Role,
  type Verdict,
  wordsFor,
} from '../../../engine/contract/index.js';
import { isKeptApart } from '../form/kept-apart.js';
import { causeWords, roleHeadings, verdictWords } from '../words/decision.js';
import { capital, inOneSentence } from '../words/lists.js';
import { clauseInWords, factInWords, factNamed, roleInWords, rolesInWords, sentenceInWords } from '../words/names.js';
import { keptApart } from '../words/values.js';
import { presentWhy, type ShownWhy } from './why-presenter.js';

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
/** What is missing, by who could supply it. */
export interface MissingGroup {
  who: string;
  items: MissingItem[];
}
export interface CriteriaGroup {
  heading: string;
  items: ShownCriterion[];
}
/** The address at which a fact is answered or recorded, if there is one for whoever looks. */
export type AddressOf = (fact: Id) => string | undefined;

/** Clauses as they are cited; one that says just what was said already is not said twice. */
const cited = (bundle: Bundle, ids: ClauseId[], said = ''): Cited[] =>
  ids.map((id) => {
    const clause = bundle.clauses.find((one) => one.id === id);
    const says = clause ? sentenceInWords(bundle, clause.says) : '';
    return { label: clauseInWords(bundle, id), says: says === said ? '' : says };
  });

const anchorOf = (id: Id): string => `criterion-${id}`;

/** Whether a fact is hers, or holds something of hers. */
export const isHers = (bundle: Bundle, id: Id): boolean => {
  const fact = factNamed(bundle, id);
  return fact !== undefined && isKeptApart(bundle)(fact);
};

const readsHers = (bundle: Bundle, ids: Id[]): boolean => ids.some((id) => isHers(bundle, id));

const missingItem = (bundle: Bundle, addressOf: AddressOf, missing: Missing): MissingItem => {
  const href = addressOf(missing.fact);
  return {
    words: factInWords(bundle, missing.fact),
    cause: causeWords[missing.cause],
    ...(href ? { href } : {}),
    maybe: missing.maybe === true,
  };
};

/** What is missing by who could supply it. Of what is hers only that something is kept apart. */
export const presentMissing = (bundle: Bundle, addressOf: AddressOf, missing: Missing[]): MissingGroup[] => {
  const groups = new Map<string, MissingItem[]>();
  for (const one of missing.filter((item) => !isHers(bundle, item.fact))) {
    const who = one.from.length > 0 ? capital(rolesInWords(bundle, one.from)) : 'Whoever knows';
    groups.set(who, [...(groups.get(who) ?? []), missingItem(bundle, addressOf, one)]);
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

/** Each criterion that decides, with how it stands and why, under what it is for. */
export const presentCriteria = (bundle: Bundle, evaluation: Pick<Evaluation, 'criteria'>): CriteriaGroup[] => {
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

/** Every ground of the outcome, the weightiest first. */
export const presentReasons = (bundle: Bundle, decision: DecisionVerdict): ShownReason[] =>
  [...decision.reasons]
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
export const presentBy = (bundle: Bundle, verdict: DecisionVerdict): string[] => {
  const { decision } = bundle;
  if (!decision) return [];
  const by = rolesInWords(bundle, decision.by, decision.jointly ? 'and' : 'or');
  const together = decision.jointly ? 'together by' : 'by';
  const first = decision.by.length > 0 ? [`The decision is made ${together} ${by}. What stands here prepares it.`] : [];
  const turnsOnHers = (role: Id): boolean =>
    decision.consulting.some((one) => one.role === role && one.when && readsHers(bundle, readBy([one.when])));
  const consulted = verdict.consulting
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

/** Whether what is still open could change it. */
export const settledWords = ({ settled }: Pick<DecisionVerdict, 'settled'>): string =>
  settled
    ? 'This is settled: nothing that is still open could change it.'
    : 'This is not settled: what is listed under “Still missing” could change it.';
