import type {
  Bundle,
  Condition,
  Criterion,
  Fact,
  FactKind,
  Form,
  Id,
  Leaf,
  Option,
  Origin,
} from '../../../engine/contract/index.js';

export const origin: Origin = {
  at: { file: 'programme.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
  clauses: ['EX-001'],
};

type Distributed<T> = T extends unknown ? Omit<T, 'negated'> & { negated?: boolean } : never;

/** A leaf of a condition, not negated unless it says so. */
export const leaf = (of: Distributed<Leaf>): Condition =>
  ({ reads: `${of.fact} …`, negated: false, ...of }) as Condition;
export const is = (fact: Id, ...anyOf: Id[]): Condition => leaf({ kind: 'is', fact, anyOf });
export const isNot = (fact: Id, ...anyOf: Id[]): Condition => leaf({ kind: 'is', fact, anyOf, negated: true });
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of, reads: 'all of these' });
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of, reads: 'any of these' });

export const options = (...ids: Id[]): Option[] =>
  ids.map((id) => ({
    id,
    label: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
    ...(id === 'not-known' || id === 'not-applicable' ? { means: id } : {}),
  }));

/** A question of a form, with what most questions have. */
export const question = (id: Id, kind: FactKind, ask: string, more: Partial<Fact> = {}): Fact => ({
  id,
  kind,
  source: 'form',
  ask,
  called: (id.split('.').at(-1) ?? id).replaceAll('-', ' '),
  options: kind === 'yes-no' ? options('yes', 'no') : [],
  about: 'participant',
  from: ['referrer'],
  required: { kind: 'as-known' },
  hers: false,
  origin,
  ...more,
});

const facts: Fact[] = [
  question('source', 'choice', 'Who is making the referral?', {
    options: options('agency', 'cafcass', 'self'),
    required: { kind: 'always' },
  }),
  question('worker', 'name', 'Name of the worker', {
    required: { kind: 'always' },
    onlyWhen: is('source', 'agency', 'cafcass'),
  }),
  question('born', 'date', 'His date of birth', { required: { kind: 'always' }, hint: 'For example 27 3 1985' }),
  question('seen', 'date-time', 'When was he last seen?'),
  question('age', 'number', 'Age', { number: { atLeast: 16, atMost: 99, whole: true, unit: 'years' } }),
  question('adviser', 'text', 'Name of his legal adviser', {
    onlyWhen: leaf({ kind: 'compares', fact: 'age', comparison: 'at-least', to: 18 }),
    required: { kind: 'when', condition: is('proceedings', 'yes') },
  }),
  question('proceedings', 'yes-no', 'Are proceedings pending?', { options: options('yes', 'no', 'not-known') }),
  question('abuse', 'choices', 'Behaviour used', {
    options: options('physical', 'financial', 'other'),
    required: { kind: 'always' },
  }),
  question('other-abuse', 'long-text', 'What else?', {
    onlyWhen: leaf({ kind: 'includes', fact: 'abuse', option: 'other' }),
  }),
  question('phone', 'phone', 'A safe telephone number'),
  question('email', 'email', 'E-mail address'),
  question('letter', 'file', 'A letter'),
  question('signed', 'signature', 'I understand this declaration', { required: { kind: 'always' } }),
  question('waited', 'number', 'Weeks waited', {
    number: { whole: false },
    options: options('not-known'),
  }),
  question('older', 'text', 'Asked by the schema of nobody', {
    onlyWhen: leaf({
      kind: 'apart',
      fact: 'born',
      comparison: 'at-least',
      duration: { n: 18, unit: 'years' },
      direction: 'before',
      than: { fact: 'today' },
    }),
    required: { kind: 'always' },
  }),
  question('children', 'entries', 'Children', {
    asks: ['children.name', 'children.age', 'children.school', 'children.order'],
    each: 'child',
    onlyWhen: isNot('source', 'self'),
    required: { kind: 'always' },
  }),
  question('children.name', 'name', 'Name', { within: 'children', required: { kind: 'always' } }),
  question('children.age', 'number', 'Age', { within: 'children', number: { whole: true, atLeast: 0 } }),
  question('children.school', 'text', 'School', {
    within: 'children',
    required: { kind: 'always' },
    onlyWhen: all(
      isNot('source', 'self'),
      leaf({ kind: 'compares', fact: 'children.age', comparison: 'more-than', to: 4 }),
    ),
  }),
  question('children.order', 'yes-no', 'Is there an order?', {
    within: 'children',
    onlyWhen: all(isNot('source', 'self'), is('proceedings', 'yes')),
  }),
  question('able', 'choice', 'Is he able to take part?', {
    source: 'judgement',
    options: options('yes', 'no'),
    from: ['staff'],
    judgedBy: ['staff'],
    onlyWhen: is('source', 'agency', 'cafcass', 'self'),
  }),
];

const form: Form = {
  id: 'referral',
  title: 'Referral form',
  from: ['referrer'],
  origin,
  pages: [
    { id: 'referrer', heading: 'The referrer', asks: ['source', 'worker'], origin },
    {
      id: 'him',
      heading: 'The client',
      asks: [
        'born',
        'seen',
        'age',
        'adviser',
        'proceedings',
        'abuse',
        'other-abuse',
        'phone',
        'email',
        'waited',
        'older',
      ],
      origin,
    },
    { id: 'family', heading: 'Family', asks: ['children'], onlyWhen: isNot('source', 'self'), origin },
    { id: 'confirmation', heading: 'Confirmation', asks: ['letter', 'signed'], origin },
  ],
};

const criteria: Criterion[] = [
  {
    id: 'no-proceedings',
    role: 'requires',
    kind: 'fact',
    decides: true,
    test: is('proceedings', 'no'),
    words: 'No proceedings may be pending.',
    reads: 'Proceedings are not pending.',
    exact: true,
    origin,
  },
  {
    id: 'able',
    role: 'requires',
    kind: 'judgement',
    decides: true,
    test: is('able', 'yes'),
    words: 'He must be able to take part.',
    reads: 'He is able to take part.',
    fact: 'able',
    exact: true,
    origin,
  },
];

/** A bundle with a question of every kind and with every sort of condition that a form can have. */
export const bundleForEmit: Bundle = {
  rubric: 1,
  digest: 'a'.repeat(64),
  programme: {
    id: 'example',
    title: 'Example programme',
    provider: 'Example',
    timeZone: 'Europe/London',
    contact: [{ label: 'Telephone', value: '01632 960000' }],
    origin,
  },
  people: [
    { id: 'referrer', side: 'outside', called: 'referrer', alsoCalled: [], origin },
    { id: 'staff', side: 'inside', called: 'group worker', alsoCalled: ['worker'], origin },
  ],
  sites: [{ id: 'north-town', label: 'North Town', details: [{ label: 'Venue', value: 'A hall' }], origin }],
  forms: [form],
  facts,
  criteria,
  decision: {
    by: ['staff'],
    jointly: false,
    considering: [],
    consulting: [{ role: 'staff', when: is('proceedings', 'not-known'), reads: 'when proceedings are not known' }],
    refusalNeedsReason: true,
    origin,
  },
  statements: [{ id: 'no-excuse', says: 'There is no excuse.', on: ['referral'], origin }],
  expects: [{ id: 'updates', of: 'referrer', to: 'Keep us up to date', origin }],
  background: ['EX-001'],
  notStated: ['fees'],
  settled: [],
  clauses: [{ id: 'EX-001', says: 'Say who refers.', force: 'must', line: '4', origin }],
  outline: [
    {
      id: 'eligibility',
      title: 'Eligibility',
      items: [
        {
          id: 'no-proceedings',
          heading: 'No proceedings',
          says: ['Proceedings are not pending.'],
          clauses: ['EX-001'],
          at: origin.at,
          items: [],
        },
      ],
    },
  ],
  rules: {
    conditions: {
      'no-proceedings/met': {
        name: 'programme.yaml:1:1 no-proceedings',
        fact: 'proceedings',
        operator: 'is-one-of',
        value: ['no'],
      },
      'decision/eligible': { all: [{ condition: 'no-proceedings/met' }] },
    },
    rules: [
      {
        name: 'no-proceedings/met',
        conditions: { condition: 'no-proceedings/met' },
        event: { type: 'met', params: { of: 'no-proceedings' } },
      },
    ],
  },
  map: { 'no-proceedings': { at: origin.at, clauses: ['EX-001'] } },
};
