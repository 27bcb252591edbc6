/** What each kind of criterion tests. */
import type { Condition, Fact, Id } from '../../engine/contract/index.js';
import type { DeclaredCriterion } from '../check/declarations.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import { joined } from './expand-parts.js';

type Written = (written: WrittenCondition, holds?: boolean) => Condition;

const labels = (fact: Fact['options'], ids: Id[]): string =>
  ids.map((id) => (fact.find((option) => option.id === id)?.label ?? id).toLowerCase()).join(' or ');

/** The answers to a judgement, a consent or a document with which a requirement is met. */
const letsIn = (declared: DeclaredCriterion): Id[] => {
  if (declared.written['consent-of']) return ['given'];
  return declared.written.document ? ['signed'] : declared.mustBe;
};

const nouns = { judgement: 'the judgement', consent: 'the consent', document: 'the document' } as const;

/** The declared fact is one of the answers that let him in; with `holds` false, it is one of the others. */
const answered = (
  declared: DeclaredCriterion,
  fact: Pick<Fact, 'id' | 'options' | 'called' | 'source'>,
  holds: boolean,
): Condition => {
  const good = letsIn(declared);
  const anyOf = fact.options.map((option) => option.id).filter((id) => good.includes(id) === holds);
  const noun = nouns[fact.source as keyof typeof nouns];
  const reads = `${noun} “${fact.called}” is ${labels(fact.options, anyOf)}`;
  return { kind: 'is', fact: fact.id, anyOf, negated: false, reads, at: declared.idAt };
};

/**
 * Takes a criterion and the fact that it declares, if any; gives its test: for a requirement what must hold, for an
 * exclusion what counts against him; with `holds` false, the denial of that.
 */
export const testOf =
  (
    declared: DeclaredCriterion,
    fact: Pick<Fact, 'id' | 'options' | 'called' | 'source'> | undefined,
    condition: Written,
  ) =>
  (holds: boolean): Condition => {
    const { written, role } = declared;
    const checked = written.requires ?? written.excludes ?? written['weighs-against'];
    const requires = role === 'requires';
    const main = checked ? condition(checked, holds) : answered(declared, fact as Fact, requires === holds);
    if (!written.unless) return main;
    const joins = requires === holds ? 'any' : 'all';
    return joined(joins, [main, condition(written.unless, requires === holds)]);
  };
