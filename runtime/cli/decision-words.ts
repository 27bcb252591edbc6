/** A decision as another program reads it, and as a person does. */
import type {
  Bundle,
  CaseEvent,
  CriterionVerdict,
  DecisionVerdict,
  EvaluationFor,
  Id,
  Missing,
  Outcome,
} from '../../engine/index.js';
import { momentInWords } from '../portal/words/dates.js';
import { capital, inOneSentence } from '../portal/words/lists.js';
import { factInWords, factNamed, roleInWords, rolesInWords } from '../portal/words/names.js';
import type { Ink } from '../scenario/describe-results.js';
import { clausesInWords, criterionNamed, criterionWhy } from '../scenario/explain.js';
import { courseAsJson, isOverTime } from './course-json.js';
import { courseSections, stateInWords } from './course-words.js';

/**
 * Takes an evaluation; gives it as `rubric decide --format json` writes it, with ids and no types of ours. There is no
 * decision for somebody who may not see what it rests on.
 */
export const decisionAsJson = (bundle: Bundle, evaluation: EvaluationFor) => {
  const { decision, criteria, asOf } = evaluation;
  return {
    ...(decision && { decision: decidedAsJson(decision) }),
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      role: criterion.role,
      verdict: criterion.verdict,
      missing: criterion.missing,
      why: criterionWhy(bundle, criterion),
    })),
    asOf,
    ...courseAsJson(bundle, evaluation),
    warnings: warningsOf(bundle, evaluation),
  };
};

const decidedAsJson = (decision: DecisionVerdict) => ({
  outcome: decision.outcome,
  reasons: decision.reasons.map(({ criterion, verdict, words, clauses }) => ({
    id: criterion,
    verdict,
    reason: words,
    clauses,
  })),
  missing: decision.missing.map(({ fact }) => fact),
  settled: decision.settled,
  consulting: decision.consulting.map(({ role, verdict, reads, missing }) => ({
    role,
    verdict,
    reads,
    missing: missing.map(({ fact }) => fact),
  })),
});

const warningsOf = (bundle: Bundle, { unusable, criteria, ...course }: EvaluationFor): string[] => [
  ...unusable
    .filter(({ hers }) => !hers)
    .map(
      ({ fact, value, because }) =>
        `The answer ${JSON.stringify(value)} to “${factInWords(bundle, fact)}” is not used. ${because}`,
    ),
  ...criteria
    .filter(({ stale }) => stale.length > 0)
    .map(
      ({ id, stale }) =>
        `${judgedInWords(bundle, id)} was judged before this changed: ${inOneSentence(stale.map((fact) => `“${calledInWords(bundle, fact)}”`))}.`,
    ),
  ...(course.irregular ?? []).filter(({ hers }) => !hers).map(({ because }) => because),
  ...(course.warnings ?? []),
];

/** What was judged, by its question. */
const judgedInWords = (bundle: Bundle, id: Id): string => {
  const ask = factNamed(bundle, id)?.ask ?? criterionNamed(bundle, id)?.words;
  return ask === undefined ? 'A criterion' : `“${ask}”`;
};
const calledInWords = (bundle: Bundle, id: Id): string =>
  factNamed(bundle, id)?.ask ?? bundle.course?.derived.find((fact) => fact.id === id)?.called ?? id;

const outcomes: Record<Outcome, string> = {
  excluded: 'Excluded',
  'not-eligible': 'Not eligible',
  'not-enough-information': 'Not enough information',
  'needs-judgement': 'Needs a judgement',
  eligible: 'Eligible',
};

/**
 * Takes an evaluation, and the events as its reader may see them, by which entries are named; gives it in plain English:
 * the outcome, every reason with why, what is missing, and all criteria.
 */
export const decisionInWords = (
  bundle: Bundle,
  evaluation: EvaluationFor,
  ink: Ink,
  events: readonly CaseEvent[] = [],
): string => {
  const { decision, criteria, asOf } = evaluation;
  const sections = [
    ...(isOverTime(evaluation) ? courseSections(bundle, evaluation, events) : []).map(({ title, lines }) =>
      section(title, lines, ink),
    ),
    ...(decision ? decisionSections(bundle, decision, criteria, ink) : []),
    section(
      'Every condition',
      criteria.map((one) => `  ${verdictWords(one)}  ${criterionNamed(bundle, one.id)?.reads ?? one.id}`),
      ink,
    ),
    section(
      'Take note',
      warningsOf(bundle, evaluation).map((line) => `  ${line}`),
      ink,
    ),
  ];
  const head = headOf(decision, momentInWords(asOf, bundle.programme.timeZone), ink);
  const stands = isOverTime(evaluation) ? [`${stateInWords(bundle, evaluation)}.`] : [];
  return `${[head, ...stands, ...sections.flat()].join('\n')}\n`;
};

const headOf = (decision: DecisionVerdict | undefined, when: string, ink: Ink): string => {
  if (!decision) return `As of ${when}. What is decided rests on something that is not for this role to see.`;
  const settled = decision.settled ? 'Nothing that is still missing could change it.' : 'It may still change.';
  return `${ink.bold(outcomes[decision.outcome])}, as of ${when}. ${settled}`;
};

const decisionSections = (
  bundle: Bundle,
  decision: DecisionVerdict,
  criteria: CriterionVerdict[],
  ink: Ink,
): string[][] => [
  section(
    'Because',
    reasonLines(bundle, decision, criteria, (verdict) => verdict !== 'unknown'),
    ink,
  ),
  section(
    'Not known yet',
    reasonLines(bundle, decision, criteria, (verdict) => verdict === 'unknown'),
    ink,
  ),
  section('Still missing', missingLines(bundle, decision.missing), ink),
  section('To be consulted', consultingLines(bundle, decision), ink),
];

const verdicts: Record<CriterionVerdict['verdict'], string> = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'not known',
  'not-applicable': 'does not apply',
};
/** An exclusion is no condition to be met: it holds, or it does not. */
const held: typeof verdicts = { ...verdicts, met: 'holds', 'not-met': 'does not hold' };
const verdictWords = ({ role, verdict }: CriterionVerdict): string =>
  (role === 'requires' ? verdicts : held)[verdict].padEnd('does not apply'.length);

const section = (title: string, lines: string[], ink: Ink): string[] =>
  lines.length === 0 ? [] : ['', ink.bold(title), ...lines];

const reasonLines = (
  bundle: Bundle,
  { reasons }: DecisionVerdict,
  criteria: CriterionVerdict[],
  among: (verdict: CriterionVerdict['verdict']) => boolean,
): string[] =>
  reasons.flatMap((reason) => {
    const { criterion, words, clauses } = reason;
    if (!among(reason.verdict)) return [];
    const verdict = criteria.find(({ id }) => id === criterion);
    return [
      `  ${words}${clauses.length === 0 ? '' : `  (${clausesInWords(clauses)})`}`,
      ...(verdict === undefined ? [] : criterionWhy(bundle, verdict).map((line) => `    ${line}`)),
    ];
  });

const causes: Record<Missing['cause'], string> = {
  unanswered: 'not answered',
  'not-known': 'answered “not known”',
  'not-yet-recorded': 'not recorded yet',
  'awaiting-judgement': 'not judged yet',
};

const missingLines = (bundle: Bundle, missing: Missing[]): string[] =>
  missing.map(({ fact, cause, from, maybe }) => {
    const who = from.length === 0 ? '' : `, from the ${rolesInWords(bundle, from, 'or the')}`;
    const ask = factNamed(bundle, fact)?.ask;
    const asked = ask === undefined || ask === factInWords(bundle, fact) ? '' : ` “${ask}”`;
    return `  ${factInWords(bundle, fact)}:${asked} ${causes[cause]}${who}${maybe === true ? ' (may turn out not to matter)' : ''}`;
  });

const consultingLines = (bundle: Bundle, { consulting }: DecisionVerdict): string[] =>
  consulting
    .filter(({ verdict }) => verdict !== 'not-met')
    .map(({ role, verdict, reads }) => {
      const when = verdict === 'met' ? '' : ', if it turns out so';
      return `  ${capital(roleInWords(bundle, role))}: ${reads}${when}`;
    });
