/** Whatever is taken out of a definition, and whatever its clauses are said to be about, no clause is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/contract/index.js';
import { compile, handbookMarkdown, handbookOf } from '../../../generator/index.js';
import { clauseKinds } from '../../../generator/language/constructs/said.js';
import { definitionTexts } from '../../../runtime/bundle-files/definition-texts.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';

const bundles = await Promise.all(
  [...(await findDefinitions('definitions')), 'examples/tollbeck-clear-road'].map(async (folder) => {
    const { bundle } = compile(await definitionTexts(folder));
    if (!bundle) throw new Error(`${folder} cannot be built.`);
    return { ...bundle, settled: [] };
  }),
);

/** Some of a list, by a bit for each. */
const some = <T>(things: T[], bits: number): T[] => things.filter((_, n) => ((bits >> (n % 24)) & 1) === 1);

const thinned = (bundle: Bundle, bits: number[], kinds: (string | undefined)[]): Bundle => {
  const [a = 0, b = 0, c = 0, d = 0] = bits;
  const { course } = bundle;
  return {
    ...bundle,
    sites: some(bundle.sites, a),
    forms: some(bundle.forms, b),
    criteria: some(bundle.criteria, c),
    statements: some(bundle.statements, d),
    expects: some(bundle.expects, a ^ c),
    documents: some(bundle.documents ?? [], b ^ d),
    ...(course && {
      course: {
        ...course,
        groups: some(course.groups, c ^ d),
        rules: some(course.rules, a ^ b),
        duties: some(course.duties, a ^ d),
        steps: some(course.steps, b ^ c),
        appeals: some(course.appeals, c),
      },
    }),
    clauses: bundle.clauses.map((clause, n) => {
      const kind = kinds[n % kinds.length];
      const { kind: _, ...rest } = clause;
      return kind === undefined ? rest : { ...rest, kind };
    }),
  };
};

test('Every clause in force is told, whatever else the definition holds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...bundles),
      fc.array(fc.nat(2 ** 24 - 1), { minLength: 4, maxLength: 4 }),
      fc.array(fc.constantFrom(undefined, ...clauseKinds), { minLength: 1, maxLength: 7 }),
      (bundle, bits, kinds) => {
        const thin = thinned(bundle, bits, kinds);
        const handbook = handbookOf(thin);
        const told = new Set(handbook.sections.flatMap(({ blocks }) => blocks.flatMap(({ clauses }) => clauses)));
        expect(thin.clauses.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
        expect(handbookMarkdown(handbook)).not.toMatch(/undefined|\[object/);
      },
    ),
    { numRuns: 60 },
  );
});
