import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Answer,
  type Answers,
  type Bundle,
  type Fact,
  formState,
  type QuestionState,
} from '../../../engine/index.js';
import type { JsonSchema } from '../../../generator/emit/json-schema.js';
import { toJsonSchema } from '../../../generator/emit/to-json-schema.js';
import { compile } from '../../../generator/index.js';
import { definitionTexts } from '../../../runtime/bundle-files/definition-texts.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';
import { bundleForEmit, is, leaf, options, question } from './bundle-for-emit.js';

const runs = process.env.SOAK ? 20_000 : 300;
const today = '2026-03-02';

/** Some answer that fits the question, or none. */
const answerTo = (bundle: Bundle, fact: Fact): fc.Arbitrary<Answer | undefined> => {
  const ids = fact.options.map(({ id }) => id);
  const oneOf = (values: (string | number)[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  switch (fact.kind) {
    case 'yes-no':
    case 'choice':
      return oneOf(ids);
    case 'choices':
      return fc.option(fc.subarray(fact.options.filter(({ means }) => !means).map(({ id }) => id)), { nil: undefined });
    case 'number': {
      const { atLeast = 0, atMost = 100 } = fact.number ?? {};
      return oneOf(
        [atLeast, 4, 5, 17, 18, atMost, ...ids].filter((n) => typeof n === 'string' || (n >= atLeast && n <= atMost)),
      );
    }
    case 'date':
      return oneOf(['1985-03-27', '2007-12-31', '2008-01-01', '2026-03-02', ...ids]);
    case 'entries': {
      const asks = (fact.asks ?? []).flatMap((id) => bundle.facts.find((one) => one.id === id) ?? []);
      const entry = fc.record(
        Object.fromEntries(asks.map((one) => [one.id.slice(fact.id.length + 1), answerTo(bundle, one)])),
      );
      return fc.option(fc.array(entry, { maxLength: 3 }), { nil: undefined }) as fc.Arbitrary<Answer | undefined>;
    }
    default:
      return fc.constant(undefined);
  }
};

const answersTo = (bundle: Bundle): fc.Arbitrary<Answers> =>
  fc
    .record(
      Object.fromEntries(
        bundle.facts
          .filter(({ within, source }) => within === undefined && source === 'form')
          .map((fact) => [fact.id, answerTo(bundle, fact)]),
      ),
    )
    .map((answers) => JSON.parse(JSON.stringify(answers)) as Answers);

const isEmpty = (answer: unknown): boolean =>
  answer === undefined || answer === null || (Array.isArray(answer) && answer.length === 0);

/** What the engine says is asked, required and not answered: "children/0/name". */
const lackingBy = (questions: QuestionState[], answers: Record<string, unknown>, prefix = ''): string[] =>
  questions.flatMap(({ fact, required, visible, entries }) => {
    const name = fact.split('.').at(-1) ?? fact;
    const given = answers[name] as Record<string, unknown>[] | undefined;
    if (required && isEmpty(answers[name])) return [`${prefix}${name}`];
    if (visible !== 'yes') return [];
    return (entries ?? []).flatMap((entry, n) => lackingBy(entry, given?.[n] ?? {}, `${prefix}${name}/${n}/`));
  });

const checkForms = (bundle: Bundle, alter = (schema: JsonSchema): JsonSchema => schema): void => {
  for (const form of bundle.forms) {
    const { schema, unsaid } = toJsonSchema(bundle, form);
    const check = new Ajv({ allErrors: true }).compile(alter(schema));
    fc.assert(
      fc.property(answersTo(bundle), (answers) => {
        const { pages } = formState(bundle, form.id, answers, { today });
        const engine = lackingBy(
          pages.flatMap((page) => page.questions),
          answers,
        ).filter((path) => !unsaid.some(({ fact }) => fact === path));
        check(answers);
        const found = (check.errors ?? [])
          .filter(({ keyword }) => keyword === 'required' || keyword === 'minItems')
          .map((e) => [e.instancePath.slice(1), e.params.missingProperty].filter(Boolean).join('/'));
        expect([...new Set(found)].sort()).toEqual([...new Set(engine)].sort());
      }),
      { numRuns: runs },
    );
  }
};

test('a form asks by its schema for what the engine says must be answered, and for nothing else', () => {
  checkForms(bundleForEmit);
});

test('a schema that lost one condition, or asks for one answer too many, is found out', () => {
  const first = (bundleForEmit.forms[0] && toJsonSchema(bundleForEmit, bundleForEmit.forms[0]).schema.allOf) ?? [];
  const asking = first.map((part, index) => ({ part, index })).filter(({ part }) => part.then?.required);
  expect(asking.length).toBeGreaterThan(1);
  for (const { index } of asking) {
    const without = (schema: JsonSchema) => ({ ...schema, allOf: (schema.allOf ?? []).filter((_, n) => n !== index) });
    expect(() => checkForms(bundleForEmit, without)).toThrow('Property failed');
  }
  const more = (schema: JsonSchema) => ({ ...schema, required: [...(schema.required ?? []), 'age'] });
  expect(() => checkForms(bundleForEmit, more)).toThrow('Property failed');
});

test('an option that is open only at times is refused exactly where the engine does not offer it', () => {
  const [open] = options('court');
  const facts = [
    question('source', 'choice', 'Source', { options: options('agency', 'self', 'not-known') }),
    question('age', 'number', 'Age', { number: { whole: true } }),
    question('area', 'choice', 'Area', {
      options: [
        ...options('north', 'south'),
        { id: 'court', label: open?.label ?? '', onlyWhen: is('source', 'agency') },
      ],
    }),
    question('kinds', 'choices', 'Kinds', {
      options: [
        ...options('one'),
        {
          id: 'two',
          label: 'Two',
          onlyWhen: leaf({ kind: 'compares', fact: 'age', comparison: 'less-than', to: 18 }),
        },
      ],
    }),
  ];
  const [form] = bundleForEmit.forms;
  if (form === undefined) throw new Error('the bundle has a form');
  const page = { id: 'p', heading: 'P', asks: facts.map(({ id }) => id), origin: form.origin };
  const { decision: _, ...rest } = bundleForEmit;
  const bundle: Bundle = { ...rest, facts, criteria: [], forms: [{ ...form, pages: [page] }] };
  const check = new Ajv({ allErrors: true, strict: true }).compile(
    toJsonSchema(bundle, { ...form, pages: [page] }).schema,
  );
  fc.assert(
    fc.property(answersTo(bundle), (answers) => {
      const [, , area, kinds] = formState(bundle, form.id, answers, { today }).pages[0]?.questions ?? [];
      const fits =
        (answers.area === undefined || area?.options.includes(String(answers.area)) === true) &&
        ((answers.kinds as string[] | undefined) ?? []).every((kind) => kinds?.options.includes(kind));
      expect(check(answers)).toBe(fits);
    }),
    { numRuns: runs },
  );
});

for (const folder of [...(await findDefinitions('definitions')), ...(await findDefinitions('examples'))]) {
  const { bundle } = compile(await definitionTexts(folder));
  test(`the forms of ${folder} ask by their schemas for what the engine says must be answered`, () => {
    if (bundle === undefined) throw new Error('it cannot be built');
    checkForms(bundle);
  });
}
