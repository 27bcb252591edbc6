/**
 * The sentences of a handbook, each with its section: those of criteria, of the decision, of rules, duties, steps and
 * returns, and of every clause that nothing else tells. A clause's own sentence stands wherever it still says what the
 * definition does; where a number or a length of time has become another, the sentence is made of the rule itself.
 */
import {
  type Clause,
  type ClauseId,
  type Criterion,
  type Decision,
  listed,
  type Return,
  type Step,
} from '../../engine/contract/index.js';
import { criterionDiffers, differs } from './differs.js';
import type { SectionId } from './handbook-types.js';
import { type Needs, needsOfCondition, needsOfCriterion, needsOfRule, saysAll, saysAnotherForce } from './needs.js';
import { spanSays } from './number-words.js';
import { criterionSays, ruleSays, rulesOf, theOne } from './plain-rules.js';
import { ofClause, ofCriterion, ofNeed, ofRule, ofStep } from './sections.js';
import { catchUpClauses, catchUpSays } from './sessions.js';
import { asides } from './statements.js';
import { coveredBy, type Said, saidOf, sentenceOf, type Teller } from './teller.js';

interface Told {
  section: SectionId;
  clauses: ClauseId[];
  /** Words of the definition's own, which no clause has. */
  own?: string;
  needs: Needs;
  force?: string;
  /** Whether these words speak of another act. */
  isAnother?(words: string): boolean;
  /** All its clauses belong here, whatever each is about. */
  whole?: true;
  plainly(): string | undefined;
}

const ofItsClause = (teller: Teller, clause: Clause, section: SectionId): Said => ({
  text: teller.voice.spoken(sentenceOf(clause.says)),
  clauses: [clause.id],
  section,
  order: teller.order([clause.id]),
  ...(clause.line !== undefined && { line: clause.line }),
});

const joined = (clauses: Clause[]): string => clauses.map(({ says }) => says).join(' ');

/** What is told of one construct, given those of its clauses that nothing has told before. */
const tellOne = (told: Told, teller: Teller): Said[] => {
  const { clauses, own, section } = told;
  const all = clauses.flatMap((id) => teller.clause(id) ?? []);
  const fresh = teller.untold(clauses);
  const holds = isStillSo(told, all, fresh);
  const order = teller.order(clauses);
  const line = fresh[0]?.line;
  const whole = (text: string, of: ClauseId[]): Said => ({
    text: teller.voice.spoken(sentenceOf(text)),
    clauses: of,
    section,
    order,
    ...(line !== undefined && { line }),
  });
  const instead = holds ? undefined : told.plainly();
  if (instead !== undefined) {
    const gone = replaced(told, all, instead);
    const kept = fresh.filter(({ id }) => !gone.includes(id));
    teller.tell(clauses);
    return [whole(instead, gone), ...kept.map((clause) => ofItsClause(teller, clause, section))];
  }
  if (own === undefined) {
    const [first] = all;
    const here = fresh.filter(({ kind }) => told.whole || kind === first?.kind);
    teller.tell(here.map(({ id }) => id));
    return here.map((clause) => ofItsClause(teller, clause, section));
  }
  const covered = coveredBy(fresh, own, clauses);
  teller.tell(covered);
  return [whole(own, covered)];
};
const numeral =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|(?:fortnight|week|month|dai)ly|\w+th)\b/i;
/** Of several clauses those that the sentence made of the rule stands for; the others go on saying what they say. */
const replaced = ({ needs, force, isAnother }: Told, all: Clause[], instead: string): ClauseId[] => {
  const ids = (clauses: Clause[]): ClauseId[] => clauses.map(({ id }) => id);
  if (all.length < 2) return ids(all);
  const numbered = saysAll(joined(all), needs) ? [] : all.filter(({ says }) => numeral.test(says));
  if (numbered.length > 0) return ids(numbered);
  const other = all.filter((each) => contradicts(each, force, all) || isAnother?.(each.says));
  if (other.length > 0) return ids(other);
  const alike = (clause: Clause): number => saidOf(clause.says, instead);
  return ids([...all].sort((a, b) => alike(b) - alike(a)).slice(0, 1));
};
/** Whether what is written of it says what it does: its numbers and times, its force, and what is done. */
const isStillSo = ({ own, needs, force, isAnother }: Told, all: Clause[], fresh: Clause[]): boolean => {
  const words = own === undefined ? joined(all) : `${own} ${joined(all)}`;
  if (words.trim() === '' || !saysAll(words, needs)) return false;
  if (all.some((each) => contradicts(each, force, all))) return false;
  return fresh.length === 0 || !isAnother?.(words);
};
const contradicts = (clause: Clause, force: string | undefined, all: Clause[]): boolean =>
  force !== undefined && all.length === 1 && saysAnotherForce(clause.says, force);

const ofCriteria = (teller: Teller): Told[] =>
  teller.bundle.criteria
    .filter(({ decides }) => decides)
    .map((criterion) => ({
      section: ofCriterion(criterion),
      clauses: criterion.origin.clauses,
      ...(criterion.words !== criterion.reads && ownOf(criterion.words, criterion.origin.clauses, teller)),
      needs: needsOfCriterion(criterion),
      isAnother: (words: string) => criterionDiffers(words, criterion, teller),
      plainly: () => plainCriterion(criterion, teller),
    }));
const plainCriterion = (criterion: Criterion, teller: Teller): string =>
  criterion.kind === 'fact' || criterion.words === criterion.reads ? criterionSays(criterion, teller) : criterion.words;

/** Words that are no clause's own sentence. */
const ownOf = (words: string, clauses: ClauseId[], teller: Teller): { own?: string } =>
  clauses.some((id) => teller.clause(id)?.says.trim() === words.trim()) ? {} : { own: words };

const ofRules = (teller: Teller): Told[] =>
  rulesOf(teller.bundle)
    .filter(({ chapter }) => chapter !== 'appeals')
    .map((rule) => ({
      section: ofRule(rule, teller),
      clauses: rule.origin.clauses,
      needs: needsOfRule(rule),
      force: rule.force,
      isAnother: (words: string) => differs(words, rule, teller),
      plainly: () => ruleSays(rule, teller),
    }));

const ofSteps = (teller: Teller): Told[] =>
  (teller.bundle.course?.steps ?? []).flatMap((step) => [
    ...step.needs.map((need) => ({
      section: ofNeed(step.id, need.clauses, teller),
      clauses: need.clauses,
      ...(need.clauses.length === 0 && { own: need.words }),
      needs: needsOfCondition(need.condition),
      plainly: () => need.words,
    })),
    ...(step.needs.length === 0 ? [{ ...bare(step, teller), section: ofStep(step.id) }] : []),
  ]);
/** Where nothing is needed, a step has something to tell only if a clause speaks of it. */
const bare = (step: Step, { voice }: Teller): Omit<Told, 'section'> => ({
  clauses: step.origin.clauses,
  needs: { numbers: [], spans: step.atMost ? [step.atMost] : [], days: [] },
  plainly: () =>
    step.id === 'leave' && step.atMost ? `${voice.he} may be away for up to ${spanSays(step.atMost)}` : undefined,
});

const ofCatchUp = ({ bundle }: Teller): Told[] => {
  const sessions = bundle.course?.sessions;
  const catchUp = sessions?.catchUp;
  if (!catchUp) return [];
  const clauses = catchUpClauses(sessions);
  if (clauses.length === 0 && catchUp.origin.clauses.length > 0) return [];
  const { within, atMost = 0 } = catchUp;
  return [
    {
      section: 'attendance',
      clauses,
      needs: { numbers: atMost > 1 ? [atMost] : [], spans: within ? [within] : [], days: [] },
      plainly: () => catchUpSays(catchUp),
    },
  ];
};

const ofReturns = ({ bundle }: Teller): Told[] =>
  (bundle.course?.returns ?? []).map((each: Return) => ({
    section: 'returning' as const,
    clauses: each.origin.clauses,
    needs: needsOfCondition(each.when),
    plainly: () => each.reads,
  }));

/** What is said on no form: wherever its clause belongs, and without one among what the provider says of itself. */
const ofStatements = (teller: Teller): Told[] =>
  asides(teller).map(({ says, origin }) => {
    const [first] = origin.clauses.flatMap((id) => teller.clause(id) ?? []);
    return {
      section: first ? ofClause(first, teller) : 'about',
      clauses: origin.clauses,
      own: says,
      needs: { numbers: [], spans: [], days: [] },
      plainly: () => says,
    };
  });

/** Several people by one name: “the team”, “Women’s Services”. */
const isMany = (roles: string[]): boolean => roles.length === 1 && /(?:staff|team|s)$/i.test(roles[0] ?? '');
const decisionSays = (decision: Decision, { voice }: Teller): string => {
  const roles = decision.by.map((role) => theOne(voice.called(role)));
  return [
    decision.jointly
      ? `${listed(roles, 'and')} decide together, and each has to agree.`
      : `${listed(roles, 'or')} ${isMany(roles) ? 'decide' : 'decides'} on each referral.`,
    ...decision.considering.map(
      (each) => `The decision takes account of ${each.charAt(0).toLowerCase()}${each.slice(1)}.`,
    ),
    ...decision.consulting.map(
      ({ role, when }) => `${theOne(voice.called(role))} is ${when ? 'sometimes' : 'always'} consulted.`,
    ),
    decision.refusalNeedsReason ? `If we cannot offer ${voice.object} a place, we give the reason.` : '',
  ]
    .map((each) => (each === '' ? '' : sentenceOf(each)))
    .join(' ')
    .trim();
};
const ofDecision = (teller: Teller): Told[] => {
  const { decision } = teller.bundle;
  if (!decision) return [];
  const needs = { numbers: [], spans: [], days: [] };
  return [
    {
      section: 'deciding',
      whole: true,
      clauses: decision.origin.clauses,
      needs,
      plainly: () => decisionSays(decision, teller),
    },
  ];
};

/** Clauses in force that nothing has told, each where its construct or else its kind belongs. */
const leftOver = (teller: Teller): Said[] => {
  const left = teller.untold(teller.bundle.clauses.map(({ id }) => id));
  teller.tell(left.map(({ id }) => id));
  return left.map((clause) => ofItsClause(teller, clause, ofClause(clause, teller)));
};

/** Takes what has been told so far; gives every other sentence, in the order of the document. */
export const sentencesOf = (teller: Teller): Said[] => {
  const constructs = [
    ...ofCriteria(teller),
    ...ofDecision(teller),
    ...ofSteps(teller),
    ...ofRules(teller),
    ...ofCatchUp(teller),
    ...ofReturns(teller),
    ...ofStatements(teller),
  ];
  const said = constructs.flatMap((told) => tellOne(told, teller));
  return [...said, ...leftOver(teller)].sort((a, b) => a.order - b.order);
};
