/** Who there is, what is asked, and what decides: people, sites, forms, questions, criteria, the decision. */
import {
  type Bundle,
  type Criterion,
  capital,
  type Fact,
  type Page,
  spanInWords,
} from '../../engine/contract/index.js';
import { headingOf } from '../lower/outline-words.js';
import { condition, type Facet, order, ref, refs, set, setOf, words, yesNo } from './changes.js';
import type { AnyCondition } from './condition-words.js';
import type { Names } from './names.js';
import { ownWords, type Side, type Thing, type ThingKind, thing } from './thing.js';

const aboutProgramme = ({ programme }: Bundle): Facet[] => [
  words('title', programme.title),
  words('provider', programme.provider),
  words('service', programme.service),
  words('title in the document', programme.sourceTitle),
  words('line under the title', programme.strapline),
  words('model', programme.model),
  words('time zone', programme.timeZone),
  words('working days', programme.workingDays),
  set(
    'contact',
    programme.contact.map(({ label, value }) => [label, `${label}: ${value}`]),
  ),
];

const peopleOf = ({ bundle, names }: Side): Thing[] =>
  bundle.people.map((person) =>
    thing(`roles/${person.id}`, person.id, 'role', capital(person.called), person.origin, [
      words('called', person.called),
      setOf('also called', person.alsoCalled),
      words('side', person.side),
      ref('is one of', person.is, names.role),
      ref('supports', person.supports, names.role),
    ]),
  );

const sitesOf = ({ bundle }: Side): Thing[] =>
  bundle.sites.map((site) =>
    thing(`sites/${site.id}`, site.id, 'site', site.label, site.origin, [
      words('called', site.label),
      set(
        'details',
        site.details.map(({ label, value }) => [label, `${label}: ${value}`]),
      ),
    ]),
  );

const requiredSays = ({ required }: Fact): string =>
  required.kind === 'always' ? 'yes' : required.kind === 'when' ? 'in some case' : 'as far as known';

const bandSays = ({ label, from, to }: NonNullable<Fact['bands']>[number]): string =>
  `${label} ${from ?? 'any'} to ${to ?? 'any'}`;

/** What of a condition was not already asked of what it stands in. */
const ownCondition = (
  whole: AnyCondition | undefined,
  around: (AnyCondition | undefined)[],
): AnyCondition | undefined => {
  if (whole?.kind !== 'all') return around.some((each) => each && sameCondition(each, whole)) ? undefined : whole;
  const parts = (whole.of as AnyCondition[]).filter(
    (part) => !around.some((each) => each && partsOf(each).some((other) => sameCondition(other, part))),
  );
  return { ...whole, of: parts } as AnyCondition;
};
const partsOf = (whole: AnyCondition): AnyCondition[] => (whole.kind === 'all' ? [whole, ...whole.of] : [whole]);
const sameCondition = (one: AnyCondition | undefined, other: AnyCondition | undefined): boolean =>
  one?.reads === other?.reads && one?.kind === other?.kind;

/** What is asked in a fact, whatever asks it. */
const askedFacets = (fact: Fact, { names }: Side, around: (AnyCondition | undefined)[] = []): Facet[] => [
  words('asks', fact.ask),
  words('called', fact.called),
  words('hint', fact.hint),
  words('kind of answer', fact.kind.replaceAll('-', ' ')),
  set(
    'options',
    fact.options.map(({ id, label }) => [id, label]),
  ),
  ...fact.options.map(({ label, onlyWhen }) => condition(`offers “${label}” when`, onlyWhen, names)),
  words('at least', fact.number?.atLeast),
  words('at most', fact.number?.atMost),
  words('unit', fact.number?.unit),
  yesNo('whole numbers', fact.number?.whole),
  set(
    'bands',
    (fact.bands ?? []).map((band) => [band.id, bandSays(band)]),
  ),
  words('has to be answered', requiredSays(fact)),
  condition('has to be answered when', fact.required.kind === 'when' ? fact.required.condition : undefined, names),
  condition('asked when', ownCondition(fact.onlyWhen, around), names),
  ref('asked for each', fact.each, names.role),
  ref('about', fact.about, names.role),
  refs('from', fact.from, names.role),
  refs('judged by', fact.judgedBy, names.role),
  refs('looks at', fact.looksAt, names.fact),
  words('lapses after', fact.lapsesAfter && spanInWords(fact.lapsesAfter)),
];

const pageFacets = (page: Page, names: Names): Facet[] => [
  words('heading', page.heading),
  condition('there when', page.onlyWhen, names),
  order(
    'on the page',
    page.asks.map((id) => [id, names.fact(id)]),
  ),
];

const formsOf = (side: Side): Thing[] => {
  const { bundle, names } = side;
  return bundle.forms.flatMap((form) => [
    thing(`forms/${form.id}`, form.id, 'form', form.title, form.origin, [
      words('title', form.title),
      refs('filled in by', form.from, names.role),
      order(
        'in the form',
        form.pages.map(({ id, heading }) => [id, heading]),
      ),
    ]),
    ...form.pages.map((page) =>
      thing(`forms/${form.id}/${page.id}`, page.id, 'page', page.heading, page.origin, pageFacets(page, names)),
    ),
  ]);
};

const factKinds: Record<Fact['source'], ThingKind> = {
  form: 'question',
  judgement: 'judgement',
  consent: 'consent',
  document: 'signed document',
  instrument: 'instrument',
};

const factsOf = (side: Side): Thing[] => {
  const { bundle } = side;
  const criteria = new Set(bundle.criteria.map(({ id }) => id));
  const facts = new Map(bundle.facts.map((fact) => [fact.id, fact]));
  const pages = bundle.forms.flatMap((form) => form.pages.map((page) => ({ form, page })));
  return bundle.facts
    .filter(({ id }) => !criteria.has(id))
    .map((fact) => {
      const entries = fact.within === undefined ? undefined : facts.get(fact.within);
      const on = pages.find(({ page }) => page.asks.includes(fact.within ?? fact.id));
      const around = [on?.page.onlyWhen, entries?.onlyWhen];
      const place = on && words('stands on', `${on.page.heading} (${on.form.title})`, `${on.form.id}/${on.page.id}`);
      return thing(fact.id, fact.id, factKinds[fact.source], fact.ask, fact.origin, [
        ...askedFacets(fact, side, around),
        ...(place ? [place] : []),
      ]);
    });
};

const criterionKinds: Record<Criterion['role'], ThingKind> = {
  requires: 'eligibility',
  excludes: 'exclusion',
  'weighs-against': 'exclusion',
};

const criteriaOf = (side: Side): Thing[] => {
  const { bundle, names } = side;
  const facts = new Map(bundle.facts.map((fact) => [fact.id, fact]));
  return bundle.criteria.map((criterion) => {
    const { id, role, decides, origin } = criterion;
    const fact = facts.get(criterion.fact ?? '');
    return thing(id, id, decides ? criterionKinds[role] : 'criterion', headingOf(id), origin, [
      words('decides', decides ? role.replaceAll('-', ' ') : 'nothing by itself'),
      condition('applies when', criterion.applies, names),
      condition(decides && fact?.id !== id ? role.replaceAll('-', ' ') : 'holds when', criterion.test, names),
      ...(fact?.id === id ? askedFacets(fact, side, [criterion.applies]) : []),
      ownWords('reason', criterion.words, origin, side),
    ]);
  });
};

const decisionOf = ({ bundle, names }: Side): Thing[] => {
  const { decision } = bundle;
  if (!decision) return [];
  return [
    thing('decision', 'decision', 'decision', 'Who decides', decision.origin, [
      refs('decided by', decision.by, names.role),
      yesNo('together', decision.jointly),
      setOf('taking account of', decision.considering),
      refs(
        'consulted',
        decision.consulting.map(({ role }) => role),
        names.role,
      ),
      ...decision.consulting.map(({ role, when }) =>
        condition(`the ${names.role(role)} is consulted when`, when, names),
      ),
      yesNo('a refusal must carry a reason', decision.refusalNeedsReason),
    ]),
  ];
};

/** Takes one side; gives its programme, people, sites, forms, questions, criteria and decision. */
export const askedThings = (side: Side): Thing[] => {
  const { programme } = side.bundle;
  return [
    thing('programme', 'programme', 'programme', programme.title, programme.origin, aboutProgramme(side.bundle)),
    ...peopleOf(side),
    ...sitesOf(side),
    ...formsOf(side),
    ...factsOf(side),
    ...criteriaOf(side),
    ...decisionOf(side),
  ];
};
