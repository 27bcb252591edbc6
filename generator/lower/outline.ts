/** The definition in plain English, section by section, each item with its clauses. */
import {
  type Bundle,
  capital,
  type Fact,
  type Id,
  listed,
  type OutlineItem,
  type OutlineSection,
  type Person,
} from '../../engine/contract/index.js';
import { headingOf, item } from './outline-words.js';

type Told = Omit<Bundle, 'rules' | 'digest' | 'map' | 'outline'>;

const calledBy = (people: Person[]) => {
  const called = new Map(people.map((person) => [person.id, person.called]));
  return (id: Id): string => called.get(id) ?? id.replaceAll('-', ' ');
};
type Called = ReturnType<typeof calledBy>;

const kindSays: Record<Fact['kind'], string> = {
  'yes-no': 'Yes or no.',
  choice: 'One of',
  choices: 'Any of',
  number: 'A number',
  date: 'A date.',
  'date-time': 'A date and time.',
  text: '',
  'long-text': 'In their own words.',
  name: 'A name.',
  address: 'An address.',
  phone: 'A telephone number.',
  email: 'An e-mail address.',
  file: 'A file.',
  signature: 'A signature.',
  entries: '',
};

const answerSays = ({ kind, options, number }: Fact): string => {
  if (kind === 'choice' || kind === 'choices')
    return `${kindSays[kind]}: ${options.map((option) => option.label).join('; ')}.`;
  const known = options.filter((option) => option.means).map((option) => option.label);
  if (kind === 'yes-no' && known.length > 0) return `Yes, no, or “${known.join('”, or “')}”.`;
  if (kind !== 'number') return kindSays[kind];
  const least = number?.atLeast === undefined ? '' : ` from ${number.atLeast}`;
  const most = number?.atMost === undefined ? '' : ` up to ${number.atMost}`;
  return `A number${least}${most}${number?.unit ? `, in ${number.unit}` : ''}.`;
};

const requiredSays = ({ required }: Fact): string | undefined => {
  if (required.kind === 'always') return 'Must be answered.';
  return required.kind === 'when' ? `Must be answered when ${required.condition.reads}.` : undefined;
};

const questionItem = (facts: Map<Id, Fact>, called: Called) => {
  const go = (id: Id): OutlineItem[] => {
    const fact = facts.get(id);
    if (!fact) return [];
    const each = fact.each ? `Asked for each ${called(fact.each)}.` : undefined;
    const when = fact.onlyWhen ? `Asked only when ${fact.onlyWhen.reads}.` : undefined;
    return [
      item(
        id,
        fact.ask,
        fact.origin,
        [answerSays(fact), each, requiredSays(fact), when],
        (fact.asks ?? []).flatMap(go),
      ),
    ];
  };
  return go;
};

const formSections = (told: Told, facts: Map<Id, Fact>, called: Called): OutlineSection[] =>
  told.forms.map((form) => ({
    id: `form-${form.id}`,
    title: form.title,
    items: [
      ...(form.origin.reading === undefined ? [] : [item(form.id, 'The form as a whole', form.origin, [])]),
      ...form.pages.map((page) =>
        item(
          page.id,
          page.heading,
          page.origin,
          [
            page.onlyWhen && `There only when ${page.onlyWhen.reads}.`,
            `Filled in by the ${listed(form.from.map(called), 'or')}.`,
          ],
          page.asks.flatMap(questionItem(facts, called)),
        ),
      ),
    ],
  }));

const criterionItems = (told: Told, roles: string[], facts: Map<Id, Fact>, called: Called): OutlineItem[] =>
  criteriaAsItems(
    told.criteria.filter((criterion) => criterion.decides && roles.includes(criterion.role)),
    facts,
    called,
  );

const criteriaAsItems = (criteria: Told['criteria'], facts: Map<Id, Fact>, called: Called): OutlineItem[] =>
  criteria.map((criterion) => {
    const fact = facts.get(criterion.fact ?? '');
    const judge = fact?.judgedBy?.length ? `Judged by the ${listed(fact.judgedBy.map(called), 'or')}.` : undefined;
    return item(criterion.id, headingOf(criterion.id), criterion.origin, [criterion.words, criterion.reads, judge]);
  });

const judgementItems = (told: Told, called: Called): OutlineItem[] => {
  const declared = new Set(told.criteria.map((criterion) => criterion.fact));
  return told.facts
    .filter((fact) => fact.source === 'judgement' && !declared.has(fact.id))
    .map((fact) =>
      item(fact.id, headingOf(fact.id), fact.origin, [
        fact.ask,
        answerSays(fact),
        fact.onlyWhen && `Judged only when ${fact.onlyWhen.reads}.`,
        fact.judgedBy?.length ? `Judged by the ${listed(fact.judgedBy.map(called), 'or')}.` : undefined,
      ]),
    );
};

const instrumentItems = (told: Told): OutlineItem[] =>
  told.facts
    .filter((fact) => fact.source === 'instrument')
    .map((fact) => {
      const bands = (fact.bands ?? []).map(({ label, from, to }) => {
        if (to === undefined) return `${label} is ${from} or more`;
        return from === undefined ? `${label} is ${to} or less` : `${label} is ${from} to ${to}`;
      });
      return item(fact.id, fact.ask.replace(/: score$/, ''), fact.origin, [
        fact.number?.atMost === undefined
          ? undefined
          : `Scores from ${fact.number.atLeast ?? 0} to ${fact.number.atMost}.`,
        bands.length > 0 ? `${capital(bands.join('; '))}.` : undefined,
      ]);
    });

const decisionItems = ({ decision }: Told, called: Called): OutlineItem[] => {
  if (!decision) return [];
  const who = decision.by.map((role) => `the ${called(role)}`);
  const says = [
    decision.jointly
      ? `Decided together by ${listed(who, 'and')}; each has to agree.`
      : `Decided by ${listed(who, 'or')}.`,
    ...decision.considering.map((each) => `Taking account of: ${each.replace(/\.$/, '')}.`),
    ...decision.consulting.map(({ role, reads }) => `The ${called(role)} is consulted ${reads}.`),
    decision.refusalNeedsReason ? 'A refusal must carry a reason.' : undefined,
  ];
  return [item('decision', 'Who decides', decision.origin, says)];
};

const said = (told: Told, called: Called): OutlineSection[] => [
  {
    id: 'expects',
    title: 'What is expected',
    items: told.expects.map((each) =>
      item(each.id, capital(called(each.of)), each.origin, [`${each.to.replace(/\.$/, '')}.`]),
    ),
  },
  {
    id: 'statements',
    title: 'What is said',
    items: told.statements.map((each) => item(each.id, headingOf(each.id), each.origin, [each.says])),
  },
];

const silence = (told: Told): OutlineSection[] => {
  const at = told.programme.origin;
  const none = { clauses: [], at: at.at };
  return [
    {
      id: 'background',
      title: 'Background',
      items:
        told.background.length > 0
          ? [item('background', 'Clauses that inform', { at: at.at, clauses: told.background }, [])]
          : [],
    },
    {
      id: 'not-stated',
      title: 'What the document does not say',
      items: told.notStated.map((topic) => item(topic, capital(topic), none, [])),
    },
    {
      id: 'settled',
      title: 'Settled',
      items: told.settled.map((each) =>
        item(
          each.inForce,
          `${listed(each.between, 'and')} say different things`,
          { ...each.origin, clauses: each.between },
          [`${each.inForce} is in force, settled by ${each.by}.`, each.because],
        ),
      ),
    },
  ];
};

/** Gives the outline, what is said of time after the decision; sections with nothing in them are left out. */
export const outlineOf = (told: Told, overTime: OutlineSection[] = []): OutlineSection[] => {
  const called = calledBy(told.people);
  const facts = new Map(told.facts.map((fact) => [fact.id, fact]));
  const about = told.programme;
  const sections: OutlineSection[] = [
    {
      id: 'programme',
      title: 'The programme',
      items: [
        item('programme', about.title, about.origin, [
          about.strapline,
          `Run by ${about.provider}${about.service ? `, ${about.service}` : ''}.`,
          about.model && `It follows the ${about.model} model.`,
          ...about.contact.map(({ label, value }) => `${label}: ${value}`),
        ]),
      ],
    },
    {
      id: 'people',
      title: 'People and roles',
      items: told.people.map((person) =>
        item(person.id, capital(person.called), person.origin, [
          person.alsoCalled.length > 0 ? `Also called ${listed(person.alsoCalled, 'or')}.` : undefined,
          person.is && `Is one of the ${called(person.is)}.`,
          person.supports && `Supports the ${called(person.supports)}.`,
        ]),
      ),
    },
    {
      id: 'sites',
      title: 'Areas and times',
      items: told.sites.map((site) =>
        item(
          site.id,
          site.label,
          site.origin,
          site.details.map(({ label, value }) => `${label}: ${value}`),
        ),
      ),
    },
    ...formSections(told, facts, called),
    { id: 'eligibility', title: 'Eligibility', items: criterionItems(told, ['requires'], facts, called) },
    {
      id: 'exclusions',
      title: 'Exclusions',
      items: criterionItems(told, ['excludes', 'weighs-against'], facts, called),
    },
    {
      id: 'criteria',
      title: 'What is named elsewhere, and decides nothing by itself',
      items: criteriaAsItems(
        told.criteria.filter(({ decides }) => !decides),
        facts,
        called,
      ),
    },
    { id: 'judgements', title: 'Judgements', items: judgementItems(told, called) },
    { id: 'instruments', title: 'Instruments', items: instrumentItems(told) },
    { id: 'decision', title: 'The decision', items: decisionItems(told, called) },
    ...overTime,
    ...said(told, called),
    ...silence(told),
  ];
  return sections.filter((section) => section.items.length > 0);
};
