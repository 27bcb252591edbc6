/** Small bundles made by hand, so that the engine's tests need neither YAML nor a compiler. */
import type { CaseEvent } from '../../engine/contract/event.js';
import { actFor } from '../../engine/contract/who-may.js';
import {
  type Answer,
  type At,
  type Bundle,
  type Comparison,
  type Condition,
  type Criterion,
  type Duration,
  digestOf,
  type Fact,
  type Form,
  type Id,
  type LeafDated,
  type Option,
  type Origin,
  type Person,
  type Role,
} from '../../engine/index.js';
import { isExact, toJsonRules } from '../../generator/emit/to-json-rules.js';

export const at: At = { file: 'test.yaml', line: 3, column: 5, endLine: 3, endColumn: 20 };
const origin: Origin = { at, clauses: ['T-001'] };

/** A question of a form; whatever is given instead replaces the plain choice. */
export const fact = (id: Id, kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({
  id,
  kind,
  source: 'form',
  ask: `What is ${id}?`,
  called: id,
  options: kind === 'yes-no' ? optionsOf('yes', 'no') : [],
  about: 'participant',
  from: ['referrer'],
  required: { kind: 'as-known' },
  hers: false,
  origin,
  ...more,
});
export const optionsOf = (...ids: Id[]): Option[] =>
  ids.map((id) => ({
    id,
    label: id,
    ...(id === 'not-known' || id === 'not-applicable' ? { means: id } : {}),
  }));
export const yesNo = (id: Id, more: Partial<Fact> = {}): Fact => fact(id, 'yes-no', more);
export const choice = (id: Id, options: Id[], more: Partial<Fact> = {}): Fact =>
  fact(id, 'choice', { options: optionsOf(...options), ...more });
export const choices = (id: Id, options: Id[], more: Partial<Fact> = {}): Fact =>
  fact(id, 'choices', { options: optionsOf(...options), ...more });
export const whole = (id: Id, atLeast: number, atMost: number, more: Partial<Fact> = {}): Fact =>
  fact(id, 'number', { number: { atLeast, atMost, whole: true }, ...more });
export const judgement = (id: Id, looksAt: Id[] = []): Fact =>
  yesNo(id, { source: 'judgement', judgedBy: ['facilitator'], looksAt, from: ['facilitator'] });

/** Conditions; every leaf can be turned over by `not`. */
export const all = (...of: Condition[]): Condition => ({
  kind: 'all',
  of,
  reads: of.map((each) => each.reads).join(' and '),
});
export const any = (...of: Condition[]): Condition => ({
  kind: 'any',
  of,
  reads: of.map((each) => each.reads).join(' or '),
});
export const is = (id: Id, ...anyOf: Id[]): Condition => ({
  kind: 'is',
  negated: false,
  fact: id,
  anyOf,
  at,
  reads: `${id} is ${anyOf.join(' or ')}`,
});
export const includes = (id: Id, option: Id): Condition => ({
  kind: 'includes',
  negated: false,
  fact: id,
  option,
  at,
  reads: `${id} includes ${option}`,
});
export const compares = (id: Id, comparison: Comparison, to: number): Condition => ({
  kind: 'compares',
  negated: false,
  fact: id,
  comparison,
  to,
  at,
  reads: `${id} is ${comparison} ${to}`,
});
/** `than` is a day "2026-03-02" or a fact. */
export const dated = (id: Id, order: LeafDated['order'], than: string): Condition => ({
  kind: 'dated',
  negated: false,
  fact: id,
  order,
  than: thanOf(than),
  at,
  reads: `${id} is ${order} ${than}`,
});
export const apart = (
  id: Id,
  comparison: Exclude<Comparison, 'exactly'>,
  n: number,
  unit: Duration['unit'],
  direction: 'before' | 'after',
  than: string,
): Condition => ({
  kind: 'apart',
  negated: false,
  fact: id,
  comparison,
  duration: { n, unit },
  direction,
  than: thanOf(than),
  at,
  reads: `${id} is ${comparison} ${n} ${unit} ${direction} ${than}`,
});
export const answered = (id: Id): Condition => ({
  kind: 'answered',
  negated: false,
  fact: id,
  at,
  reads: `${id} is answered`,
});
export const someEntry = (id: Id, where: Condition): Condition => ({
  kind: 'some-entry',
  negated: false,
  fact: id,
  where,
  at,
  reads: `some of ${id} have ${where.reads}`,
});
const thanOf = (than: string): { day: string } | { fact: Id } => (/^\d/.test(than) ? { day: than } : { fact: than });
export const not = (condition: Condition): Condition => {
  if (condition.kind === 'all') return any(...condition.of.map(not));
  if (condition.kind === 'any') return all(...condition.of.map(not));
  return { ...condition, negated: !condition.negated, reads: `not ${condition.reads}` };
};

export const criterion = (id: Id, role: Role, test: Condition, more: Partial<Criterion> = {}): Criterion => ({
  id,
  role,
  kind: 'fact',
  decides: true,
  test,
  words: `The words of ${id}.`,
  reads: test.reads,
  exact: true,
  origin,
  ...more,
});
export const requires = (id: Id, test: Condition, more: Partial<Criterion> = {}): Criterion =>
  criterion(id, 'requires', test, more);
export const excludes = (id: Id, test: Condition, more: Partial<Criterion> = {}): Criterion =>
  criterion(id, 'excludes', test, more);
export const weighsAgainst = (id: Id, test: Condition, more: Partial<Criterion> = {}): Criterion =>
  criterion(id, 'weighs-against', test, more);

export const form = (id: Id, asks: Id[], more: Partial<Form> = {}): Form => ({
  id,
  title: id,
  from: ['referrer'],
  pages: [{ id: `${id}-page`, heading: id, asks, origin }],
  origin,
  ...more,
});

const person = (id: Id, side: Person['side'], more: Partial<Person> = {}): Person => ({
  id,
  side,
  called: id,
  alsoCalled: [],
  origin,
  ...more,
});
/** Who is who in every bundle of these tests. */
export const people: Person[] = [
  person('participant', 'outside', { called: 'client' }),
  person('referrer', 'outside'),
  person('court-officer', 'outside', { is: 'referrer' }),
  person('partner', 'outside'),
  person('staff', 'inside'),
  person('facilitator', 'inside', { is: 'staff' }),
  person('senior-facilitator', 'inside', { is: 'facilitator' }),
  person('service-lead', 'inside', { called: 'service lead' }),
];

/** A whole bundle around facts and criteria, with its emitted rules and its digest. */
export const bundleOf = (facts: Fact[], criteria: Criterion[], more: Partial<Bundle> = {}): Bundle => {
  const marked = criteria.map((each) => ({ ...each, exact: isExact(each, facts) }));
  const bundle: Bundle = {
    rubric: 1,
    digest: '',
    programme: { id: 'test', title: 'Test', provider: 'Test', timeZone: 'Europe/London', contact: [], origin },
    people,
    sites: [],
    forms: [
      form(
        'referral',
        facts.filter((each) => !each.within).map(({ id }) => id),
      ),
    ],
    facts,
    criteria: marked,
    statements: [],
    expects: [],
    background: [],
    notStated: [],
    settled: [],
    clauses: [],
    outline: [],
    rules: toJsonRules({ criteria: marked, facts }),
    map: {},
    ...more,
  };
  return redigested(bundle);
};
/** A copy of a bundle with the digest that its content has. */
export const redigested = (bundle: Bundle): Bundle => ({ ...bundle, digest: digestOf(bundle) });

let events = 0;
/** Answers given, by default on 2 March 2026; a moment, or parts of an event, may be given instead. */
export const answers = (values: Record<Id, Answer>, more: Partial<CaseEvent> | string = {}): CaseEvent => {
  const given = typeof more === 'string' ? { happened: more } : more;
  const happened = given.happened ?? '2026-03-02';
  events += 1;
  return {
    id: `event-${events}`,
    kind: 'answered',
    happened,
    learned: happened,
    recorded: happened,
    by: { role: 'referrer' },
    values,
    ...given,
  };
};

/** The same by the act and the person that each fact calls for. */
export const recorded = (bundle: Bundle, values: Record<Id, Answer>, more: Partial<CaseEvent> = {}): CaseEvent[] =>
  Object.entries(values).map(([id, value]) => {
    const asked = bundle.facts.find((each) => each.id === id);
    const role = asked?.judgedBy?.[0] ?? asked?.from[0] ?? 'referrer';
    return answers({ [id]: value }, { kind: actFor[asked?.source ?? 'form'], by: { role }, ...more });
  });
