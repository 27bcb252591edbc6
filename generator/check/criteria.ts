/** What is checked of each criterion by itself. */
import { raiseAmount } from '../language/constructs/amount-problems.js';
import { parseSpan } from '../language/constructs/amounts.js';
import type { WrittenCriterion } from '../language/constructs/criteria.js';
import type { WrittenDefinition } from '../language/definition.js';
import { placeOf } from '../language/shape/shape.js';
import type { Problem } from '../problem/problem.js';
import { raiseCriterion } from './criterion-problems.js';
import type { Declarations, DeclaredCriterion } from './declarations.js';
import { unquantified } from './unquantified.js';

type Report = (problem: Problem) => void;
const kinds = ['requires', 'excludes', 'weighs-against', 'asks', 'consent-of', 'document'] as const;
type Kind = (typeof kinds)[number];

const belongs: Record<string, Kind[]> = {
  options: ['asks'],
  'must-be': ['asks'],
  'judged-by': ['asks'],
  'looks-at': ['asks'],
  to: ['consent-of'],
  'lapses-after': ['consent-of'],
  'signed-by': ['document'],
};

const placeIn = (declared: DeclaredCriterion, key: string) =>
  placeOf(declared.written[key as keyof WrittenCriterion], declared.idAt);

const checkKeys = (declared: DeclaredCriterion, kind: Kind, report: Report): void => {
  const { id, written } = declared;
  for (const [key, fits] of Object.entries(belongs))
    if (written[key as keyof WrittenCriterion] !== undefined && !fits.includes(kind))
      report(
        raiseCriterion('criterion/key-not-for-kind', placeIn(declared, key), {
          id,
          key,
          kind: `“${kind}”`,
          fits: `“${fits.join('” or “')}”`,
        }),
      );
};

const checkLapsing = ({ written }: DeclaredCriterion, report: Report): void => {
  const lapses = written['lapses-after'];
  const span = lapses && parseSpan(lapses.value);
  if (lapses && (!span || span.unit === 'hours' || span.unit === 'working-days'))
    report(raiseAmount('amount/span', lapses.at, { found: lapses.value }));
};

const checkSection = (declared: DeclaredCriterion, kind: Kind, report: Report): void => {
  const { id, section } = declared;
  const wrong = (key: string, better: string) =>
    report(raiseCriterion('criterion/wrong-section', placeIn(declared, key), { id, key, section, better }));
  if (section === 'exclusions' && kind === 'requires')
    wrong(kind, 'Write “excludes:” with what keeps somebody out, or move the criterion to eligibility.');
  if (section === 'eligibility' && (kind === 'excludes' || kind === 'weighs-against'))
    wrong(kind, 'Move it to exclusions, or write “requires:” with what must hold.');
};

const checkMustBe = (declared: DeclaredCriterion, { facts }: Declarations, report: Report): void => {
  const { id, written, mustBe } = declared;
  if (!written.asks) return;
  const options = (facts.get(id)?.fact.options ?? []).map((option) => option.id);
  if (written.options && !written['must-be']) {
    report(raiseCriterion('criterion/must-be-needed', declared.idAt, { id, options }));
    return;
  }
  for (const answer of mustBe)
    if (!options.includes(answer))
      report(raiseCriterion('criterion/must-be', placeIn(declared, 'must-be'), { id, answer, options }));
  const all = options.every((option) => mustBe.includes(option));
  if (all) report(raiseCriterion('criterion/must-be-all', placeIn(declared, 'must-be'), { id }));
};

/** A reason for people comes from its own words or from its clause. */
const checkWords = (declared: DeclaredCriterion, report: Report): void => {
  const { id, idAt, written, decides, role } = declared;
  if (!decides || written.faulty || written.clause || written.otherwise || written.reason) return;
  if (declared.section === 'exclusions' && written.requires) return;
  const key = role === 'requires' ? 'otherwise' : 'reason';
  report(raiseCriterion('criterion/no-words', idAt, { id, key }));
};

const checkOne = (declared: DeclaredCriterion, declarations: Declarations, report: Report): void => {
  const { id, idAt, written } = declared;
  checkWords(declared, report);
  const found = kinds.filter((kind) => written[kind] !== undefined);
  const [kind] = found;
  if (!kind) {
    if (!written.faulty) report(raiseCriterion('criterion/no-kind', idAt, { id }));
  } else if (found.length > 1)
    report(raiseCriterion('criterion/two-kinds', idAt, { id, keys: found.map((each) => `“${each}”`) }));
  else {
    checkKeys(declared, kind, report);
    checkSection(declared, kind, report);
    checkLapsing(declared, report);
    checkMustBe(declared, declarations, report);
  }
};

/** Checks every criterion, and that every judgement has somebody to make it. */
export const checkCriteria = (declarations: Declarations, report: Report): void => {
  for (const declared of declarations.criteria.values()) checkOne(declared, declarations, report);
  for (const { fact, idAt } of declarations.facts.values())
    if (fact.source === 'judgement' && (fact.judgedBy ?? []).length === 0)
      report(raiseCriterion('criterion/no-judge', idAt, { id: fact.id }));
};

/** Reports criteria that decide, where nothing says who does. */
export const checkDecider = (definition: WrittenDefinition, { criteria }: Declarations, report: Report): void => {
  const first = [...criteria.values()].find((criterion) => criterion.decides);
  if (first && !definition.decision && !definition.faulty)
    report(raiseCriterion('criterion/no-decision', first.idAt, {}));
};

/** Reports criteria that decide on an answer to a question whose words have no measure. */
export const checkUnquantified = (
  declarations: Declarations,
  factsOf: (criterion: DeclaredCriterion) => Iterable<string>,
  report: Report,
): void => {
  const told = new Set<string>();
  for (const declared of declarations.criteria.values())
    for (const id of factsOf(declared)) {
      const asked = declarations.facts.get(id);
      const word = asked?.fact.source === 'form' ? unquantified(asked.fact.ask) : undefined;
      if (!word || told.has(id)) continue;
      told.add(id);
      const related = asked ? [{ at: asked.idAt, message: `The question is asked here: “${asked.fact.ask}”` }] : [];
      report(raiseCriterion('criterion/unquantified', declared.idAt, { id: declared.id, word }, related));
    }
};
