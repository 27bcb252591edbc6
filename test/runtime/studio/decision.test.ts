import { expect, test } from 'vitest';
import type {
  Bundle,
  CaseEvent,
  Condition,
  CriterionVerdict,
  Decided,
  DecisionVerdict,
  Evaluation,
  Saw,
  Verdict,
  Why,
} from '../../../engine/contract/index.js';
import { presentWhy } from '../../../runtime/portal/case/why-presenter.js';
import type { Draft } from '../../../runtime/server/drafts.js';
import { presentDecision } from '../../../runtime/studio/decision/presenter.js';
import { bundleOf, criterionOf, factOf, origin } from './made-by-hand.js';

const born = factOf({ id: 'date-of-birth', kind: 'date', ask: 'Date of birth', called: 'date of birth' });
const keen = factOf({
  id: 'keen',
  kind: 'yes-no',
  source: 'judgement',
  ask: 'Is he keen?',
  called: 'keenness',
  from: ['lead'],
});
const phone = factOf({ id: 'her-phone', kind: 'phone', ask: 'Her number', hers: true, from: ['partner'] });
const answered = (fact: string): Condition => ({
  kind: 'answered',
  fact,
  negated: false,
  reads: `${fact} is answered`,
});
const adult = criterionOf({
  id: 'is-adult',
  words: 'He must be 18 or over.',
  reads: 'Met when the date of birth is before 2008-03-02.',
  test: answered('date-of-birth'),
  origin: origin({ clauses: ['EX-059'], reading: 'Read as EX-060 is.' }),
});
const judged = criterionOf({ id: 'is-keen', words: 'He must be keen.', test: answered('keen'), fact: 'keen' });
const reached = criterionOf({ id: 'is-reached', words: 'She can be reached.', test: answered('her-phone') });
const toddlers = criterionOf({
  id: 'no-toddlers',
  role: 'excludes',
  words: 'No children under 3.',
  test: answered('keen'),
});

const bundle: Bundle = {
  ...bundleOf({
    clauses: ['EX-059', 'EX-060'],
    people: { referrer: 'referrer', lead: 'course lead', partner: 'partner' },
    facts: [born, keen, phone],
    criteria: [adult, judged, reached, toddlers],
    forms: [
      {
        id: 'referral',
        title: 'Referral form',
        from: ['referrer'],
        pages: [{ id: 'about-him', heading: 'About him', asks: ['date-of-birth', 'her-phone'], origin: origin() }],
        origin: origin(),
      },
    ],
  }),
};
const draft: Draft = {
  id: 'x',
  programme: 'example',
  began: 'referral',
  answers: {},
  typed: {},
  saved: [],
  events: [],
  sent: ['referral'],
  asked: ['date-of-birth', 'her-phone'],
  hers: ['her-phone'],
};

const why = (verdict: Why['verdict'], more: Partial<Why> = {}): Why => ({
  reads: 'the date of birth is answered',
  verdict,
  ...more,
});
const verdictOf = (id: string, verdict: Verdict, more: Partial<CriterionVerdict> = {}): CriterionVerdict => ({
  id,
  role: 'requires',
  verdict,
  missing: [],
  missingWhy: [],
  why: { test: why(verdict === 'not-applicable' ? 'unknown' : verdict) },
  stale: [],
  ...more,
});
const decidedWith = (
  decision: Partial<DecisionVerdict>,
  criteria: CriterionVerdict[] = [],
  more: Partial<Evaluation> = {},
): Decided => ({
  decided: true,
  evaluation: {
    asOf: '2026-03-02',
    criteria,
    unusable: [],
    decision: { outcome: 'eligible', settled: true, reasons: [], missing: [], consulting: [], ...decision },
    ...more,
  },
});
const present = (decided: Decided) => presentDecision(bundle, draft, '/example', decided, '2026-03-02');

test('The outcome, the day and whether it is settled are said in words', () => {
  const shown = present(decidedWith({ outcome: 'not-eligible' }));
  expect(shown.outcome).toMatchObject({ word: 'Not eligible', settled: expect.stringContaining('This is settled') });
  expect(shown.asOf).toBe('Monday 2 March 2026');
  expect(present(decidedWith({ settled: false })).outcome?.settled).toContain('This is not settled');
});

test('Each reason has its sentence, its clause and a way to its criterion', () => {
  const reasons = [
    {
      criterion: 'is-adult',
      role: 'requires' as const,
      verdict: 'not-met' as const,
      words: adult.words,
      clauses: ['EX-059'],
    },
  ];
  expect(present(decidedWith({ outcome: 'not-eligible', reasons })).reasons).toEqual([
    {
      words: 'He must be 18 or over.',
      mark: { word: 'Not met', look: 'not-met' },
      anchor: 'criterion-is-adult',
      clauses: [{ label: 'Clause 59', says: 'What ex says.' }],
    },
  ]);
});

test('An exclusion that is met is marked as something against him, not as something met', () => {
  const { criteria } = present(decidedWith({}, [verdictOf('no-toddlers', 'met', { role: 'excludes' })]));
  expect(criteria[0]).toMatchObject({
    heading: 'What excludes',
    items: [{ mark: { word: 'Excludes', look: 'not-met' } }],
  });
});

test('A criterion says its rule, its reading and what would change it, with days and clauses in words', () => {
  const verdict = verdictOf('is-adult', 'unknown', { missing: ['date-of-birth'] });
  const [group] = present(decidedWith({}, [verdict])).criteria;
  expect(group?.items[0]).toMatchObject({
    reads: 'Met when the date of birth is before Sunday 2 March 2008.',
    reading: 'Read as clause 60 is.',
    changes: ['An answer to “Date of birth”.'],
  });
  const known = present(decidedWith({}, [verdictOf('is-adult', 'met')])).criteria[0]?.items[0];
  expect(known?.changes).toEqual(['Another answer to “Date of birth”.']);
});

test('What is missing is listed by who could answer it, with the page that asks it', () => {
  const missing = [
    { fact: 'date-of-birth', cause: 'unanswered' as const, from: ['referrer'] },
    { fact: 'keen', cause: 'awaiting-judgement' as const, from: ['lead'], maybe: true as const },
  ];
  expect(present(decidedWith({ outcome: 'not-enough-information', missing })).missing).toEqual([
    {
      who: 'Referrer',
      items: [
        {
          words: 'Date of birth',
          cause: 'not answered yet',
          href: '/example/cases/x/forms/referral/pages/about-him#root_date-of-birth',
          maybe: false,
        },
      ],
    },
    {
      who: 'Course lead',
      items: [
        {
          words: 'Is he keen?',
          cause: 'waiting for a judgement',
          href: '/example/cases/x/judgements/keen',
          maybe: true,
        },
      ],
    },
  ]);
});

test('Of what is hers a decision says “Kept apart”, and neither what, nor how much, nor from whom', () => {
  const decided = decidedWith(
    {
      outcome: 'not-enough-information',
      missing: [{ fact: 'her-phone', cause: 'unanswered', from: ['partner'] }],
      reasons: [{ criterion: 'is-reached', role: 'requires', verdict: 'unknown', words: reached.words, clauses: [] }],
    },
    [
      verdictOf('is-reached', 'met', {
        why: { test: why('met', { saw: [{ fact: 'her-phone', value: '07700 900 982' }] }) },
      }),
    ],
    { unusable: [{ fact: 'her-phone', event: 'e', value: '07700 900 982', because: 'no phone number' }] },
  );
  const shown = present(decided);
  expect(shown.missing).toEqual([{ who: 'Kept apart', items: [] }]);
  expect(shown.reasons).toEqual([]);
  expect(shown.unusable).toEqual([]);
  expect(shown.criteria[0]?.items[0]).toMatchObject({ mark: { word: 'Kept apart' }, changes: [] });
  expect(shown.criteria[0]?.items[0]?.test).toBeUndefined();
  const said = JSON.stringify({ ...shown, criteria: [] });
  expect(said).not.toContain('07700');
  expect(said).not.toContain('Her number');
});

test('A refusal to decide is said plainly, with where the two ways differ and no outcome', () => {
  const shown = present({
    decided: false,
    because: 'The rules and the engine differ.',
    differences: [
      { of: 'is-adult', engine: 'met', rules: 'not-met' },
      { of: 'decision', engine: 'eligible', rules: 'nothing' },
    ],
  });
  expect(shown.outcome).toBeUndefined();
  expect(shown.refused).toEqual({
    because: 'The rules and the engine differ.',
    differences: ['He must be 18 or over.', 'The decision as a whole'],
  });
});

test('A judgement made before a change to what it rests on is marked for another look', () => {
  const { criteria } = present(decidedWith({}, [verdictOf('is-keen', 'met', { stale: ['date-of-birth'] })]));
  expect(criteria[0]?.items[0]?.stale).toBe(
    'This was judged before a change to: date of birth. Somebody should look at it again.',
  );
});

test('A change to what is hers is not said beside a judgement, nor is it counted', () => {
  const staleFor = (stale: string[]) =>
    present(decidedWith({}, [verdictOf('is-keen', 'met', { stale })])).criteria[0]?.items[0]?.stale;
  expect(staleFor(['her-phone'])).toBeUndefined();
  expect(staleFor(['her-phone', 'date-of-birth'])).toBe(
    'This was judged before a change to: date of birth. Somebody should look at it again.',
  );
});

test('What was recorded after the day decided for is counted and dated without what is only hers', () => {
  const event = (id: string, day: string, values: CaseEvent['values']): CaseEvent => ({
    id,
    kind: 'answered',
    happened: day,
    learned: day,
    recorded: `${day}T12:00:00Z`,
    by: { role: 'referrer' },
    values,
  });
  // "her-word" was hers when it was sent, and nothing of that name is asked now.
  const of = (...events: CaseEvent[]) =>
    presentDecision(
      bundle,
      { ...draft, hers: ['her-phone', 'her-word'], events },
      '/example',
      decidedWith({}),
      '2026-03-02',
    ).notices;
  expect(of(event('a', '2026-03-03', { 'her-phone': '07700' }), event('b', '2026-03-04', { 'her-word': 'x' }))).toEqual(
    [],
  );
  expect(
    of(event('a', '2026-03-03', { 'her-phone': '07700' }), event('b', '2026-03-05', { 'date-of-birth': '1985-03-27' })),
  ).toEqual([
    'Something was recorded after Monday 2 March 2026, first on Thursday 5 March 2026. It does not count for the day chosen here.',
  ]);
});

test('Whether somebody is to be consulted is kept apart where it turns on what is hers', () => {
  const when = answered('her-phone');
  const asks: Bundle = {
    ...bundle,
    decision: {
      by: ['lead'],
      jointly: false,
      considering: [],
      consulting: [{ role: 'partner', when, reads: when.reads }],
      refusalNeedsReason: false,
      origin: origin(),
    },
  };
  const by = (verdict: 'met' | 'not-met' | 'unknown') => {
    const decided = decidedWith({ consulting: [{ role: 'partner', verdict, reads: when.reads, missing: [] }] });
    return presentDecision(asks, draft, '/example', decided, '2026-03-02').outcome?.by;
  };
  expect(by('met')).toContain('Whether the partner is to be consulted is kept apart.');
  expect(by('met')).toEqual(by('unknown'));
  expect(by('met')).toEqual(by('not-met'));
});

test('An answer that fits no longer is named by its question, and one to a question that is gone by nothing', () => {
  const unusable = [
    { fact: 'date-of-birth', event: 'e', value: 'soon', because: 'no date' },
    { fact: 'old-question', event: 'e', value: 'x', because: 'no such question' },
  ];
  expect(present(decidedWith({}, [], { unusable })).unusable).toEqual([
    'Date of birth: the answer given no longer fits the question, and counts as not answered.',
    'An answer to a question that is no longer asked. It does not count.',
  ]);
});

test('An explanation names each fact by its question and each value by its words, part by part', () => {
  const shown = presentWhy(bundle, {
    reads: 'all of it',
    verdict: 'unknown',
    joins: 'all',
    of: [
      why('met', { saw: [{ fact: 'date-of-birth', value: '1985-03-27' }] }),
      why('unknown', {
        saw: [
          { fact: 'keen', cause: 'awaiting-judgement' },
          { fact: 'her-phone', value: '07700 900 982' },
        ],
      }),
      why('met', { saw: [{ fact: 'today', value: '2026-03-02' }] }),
    ],
  });
  expect(shown).toMatchObject({ joins: 'All of these must hold:', holds: 'not known' });
  expect(shown.of.map((part) => part.facts)).toEqual([
    [{ called: 'Date of birth', value: 'Wednesday 27 March 1985' }],
    [
      { called: 'Is he keen?', value: 'Waiting for a judgement' },
      { called: 'Kept apart', value: 'Kept apart' },
    ],
    [{ called: 'The day this is decided for', value: 'Monday 2 March 2026' }],
  ]);
});

test('That a question was asked at all is left out of an explanation, unless that is what failed', () => {
  const guard = (verdict: Why['verdict']) => why(verdict, { guard: true, reads: 'it is asked' });
  const asked = {
    reads: 'both',
    verdict: 'met' as const,
    joins: 'all' as const,
    of: [guard('met'), why('met', { reads: 'it is so' })],
  };
  expect(presentWhy(bundle, asked)).toMatchObject({ reads: 'It is so', of: [] });
  const notAsked = { ...asked, verdict: 'not-met' as const, of: [guard('not-met'), why('met', { reads: 'it is so' })] };
  expect(presentWhy(bundle, notAsked).of.map((part) => part.reads)).toEqual(['It is asked', 'It is so']);
});

test('What excludes is said before what is lacking', () => {
  const reason = (criterion: string, role: 'requires' | 'excludes') => ({
    criterion,
    role,
    verdict: role === 'excludes' ? ('met' as const) : ('not-met' as const),
    words: criterion,
    clauses: [],
  });
  const reasons = [reason('is-adult', 'requires'), reason('no-toddlers', 'excludes')];
  expect(present(decidedWith({ outcome: 'excluded', reasons })).reasons.map((one) => one.anchor)).toEqual([
    'criterion-no-toddlers',
    'criterion-is-adult',
  ]);
});

test('Of entries that hold something of hers an explanation does not even say how many there are', () => {
  const partners = factOf({
    id: 'partners',
    kind: 'entries',
    each: 'partner',
    asks: ['partners.phone', 'partners.name'],
  });
  const inner = [
    factOf({ id: 'partners.phone', within: 'partners', hers: true }),
    factOf({ id: 'partners.name', within: 'partners', ask: 'Her name' }),
  ];
  const saw: Saw[] = [
    { fact: 'partners', value: [{ phone: '07700' }, { name: 'Ann' }] },
    { fact: 'partners.name', value: 'Ann' },
  ];
  const shown = presentWhy(bundleOf({ facts: [partners, ...inner] }), why('met', { saw }));
  const apart = { called: 'Kept apart', value: 'Kept apart' };
  expect(shown.facts).toEqual([apart, apart]);
});
