/** Everything that can carry a label, each with what it is worked out from. */
import type {
  Course,
  CourseCondition,
  CourseRule,
  Criterion,
  DerivedFact,
  Document,
  Duty,
  Effect,
  Fact,
  Happening,
  Id,
} from '../../../engine/contract/index.js';
import { collect, inDerivation, inTrigger, type NamedIn, nothing } from '../course/walk.js';
import { routesIn } from './document-routes.js';
import type { Told } from './seeds.js';

/** `key` as in `Paths`; `id` its name there. */
export interface Thing {
  key: string;
  id: Id;
  named: NamedIn;
  /** The entries of which it is one for each. */
  within?: Id;
  /** All that is named is the list of those entries. */
  listing?: true;
}

/** What opens and ends a rule or a duty, and when it is due. */
export const openedBy = (opening: CourseRule | Duty): NamedIn => {
  const found = inTrigger(opening.trigger, nothing());
  collect(opening.onlyWhen, found);
  collect(opening.unless, found);
  for (const event of opening.until) found.events.add(event);
  if ('due' in opening)
    for (const each of [opening.due, opening.from]) {
      if ('fact' in each && each.fact !== undefined) found.facts.add(each.fact);
      if ('event' in each && each.event !== undefined) found.events.add(each.event);
    }
  return found;
};

/** The events that answer a recommendation or meet a duty. */
const answeredBy = (opening: CourseRule | Duty): Id[] => {
  if ('metBy' in opening) return opening.metBy;
  const { effects, either } = opening;
  return (either ? effects : effects.slice(0, 1)).flatMap(({ doneBy }) => doneBy);
};

/** The list of which there is one for each. */
const listed = (forEach: Id | undefined): NamedIn => ({
  ...nothing(),
  facts: new Set(forEach === undefined || forEach === 'session' ? [] : [forEach]),
});
/** What a rule or a duty goes by: what opens and ends it, whom it is for, when it is due, and what shows it done. */
export const readBy = (opening: CourseRule | Duty): NamedIn => {
  const found = openedBy(opening);
  for (const event of answeredBy(opening)) found.events.add(event);
  for (const fact of listed(opening.forEach).facts) found.facts.add(fact);
  return found;
};

/** Records are made for other reasons too; what else shows that something was done shows that it was asked for. */
const showing = new Set<Effect['verb']>(['send', 'issue', 'offer', 'ask', 'forward', 'hold', 'do']);
const shownBy = (opening: CourseRule | Duty, happenings: ReadonlyMap<Id, Happening>): Id[] =>
  ('does' in opening ? opening.does : opening.effects)
    .filter(({ verb }) => showing.has(verb))
    .flatMap(({ doneBy }) => doneBy)
    .filter((id) => happenings.has(id));

const conditions = (...all: (CourseCondition | undefined)[]): NamedIn => {
  const found = nothing();
  for (const each of all) collect(each, found);
  return found;
};

/** Whether it is asked, whether it must be answered, what is offered; of a judgement, what it rests on. */
const ofFact = ({ id, within, onlyWhen, required, options, looksAt }: Fact): Thing => {
  const named = conditions(
    onlyWhen,
    required.kind === 'when' ? required.condition : undefined,
    ...options.map((option) => option.onlyWhen),
  );
  for (const each of looksAt ?? []) named.facts.add(each);
  named.facts.delete(id);
  return { key: `fact ${id}`, id, named, ...(within !== undefined && { within }) };
};

const ofCriterion = ({ id, applies, test, fact }: Criterion): Thing => {
  const named = conditions(applies, test);
  if (fact !== undefined && fact !== id) named.facts.add(fact);
  return { key: `fact ${id}`, id, named };
};

const ofDerived = (fact: DerivedFact, isEvent: (id: Id) => boolean): Thing[] => {
  const { id, scope, from } = fact;
  const key = `fact ${id}`;
  const named = inDerivation(fact);
  const of = nothing();
  if (scope !== undefined && scope !== 'session') (isEvent(scope) ? of.events : of.facts).add(scope);
  const within = scope !== undefined && scope !== 'session' && !isEvent(scope) ? { within: scope } : {};
  return [
    { key, id, named, ...within },
    { key, id, named: of, ...within, ...('within' in within && { listing: true as const }) },
    ...('field' in from ? [{ key, id, named: { ...nothing(), facts: new Set([from.field]) }, ...within }] : []),
  ];
};

const each = (forEach: Id | undefined): { within?: Id } =>
  forEach === undefined || forEach === 'session' ? {} : { within: forEach };

const ofOpening = (opening: CourseRule | Duty, happenings: ReadonlyMap<Id, Happening>): Thing[] => {
  const kind = 'metBy' in opening ? 'duty' : 'rule';
  const { id } = opening;
  const key = `${kind} ${id}`;
  const within = each(opening.forEach);
  const self = { ...nothing(), [kind === 'duty' ? 'duties' : 'rules']: new Set([opening.id]) };
  return [
    { key, id, named: openedBy(opening), ...within },
    { key, id, named: listed(opening.forEach), ...within, listing: true },
    { key, id, named: { ...nothing(), events: new Set(answeredBy(opening)) }, ...within },
    ...shownBy(opening, happenings).map((event) => ({ key: `event ${event}`, id: event, named: self, ...within })),
  ];
};

const ofHappening = ({ id, anyOf, fields, about }: Happening): Thing[] => [
  ...(anyOf ? [{ key: `event ${id}`, id, named: { ...nothing(), events: new Set(anyOf) } }] : []),
  ...fields.map((field) => ({
    key: `fact ${field.id}`,
    id: field.id,
    named: { ...nothing(), events: new Set([id]) },
    ...each(about),
  })),
];

/** What becomes of him, and what stands between him and it. */
const ofPlace = ({ steps, sessions, returns, appeals }: Course): Thing[] => [
  ...steps.map(({ id, needs }) => ({
    key: `step ${id}`,
    id,
    named: conditions(...needs.map(({ condition }) => condition)),
  })),
  ...(sessions?.phases ?? []).map(({ id, needs }) => ({ key: `phase ${id}`, id, named: conditions(needs) })),
  ...(sessions?.kinds ?? []).map(({ id, onlyWhen }) => ({
    key: `session-kind ${id}`,
    id,
    named: conditions(onlyWhen),
  })),
  ...returns.map(({ id, when, needs, keeps }) => {
    const named = conditions(when, needs);
    for (const fact of keeps) named.facts.add(fact);
    return { key: `return ${id}`, id, named };
  }),
  ...appeals.map(({ id, against }) => ({
    key: `appeal ${id}`,
    id,
    named: { ...nothing(), events: new Set(against) },
  })),
];

/** Whoever hears of what came of it hears that it was offered. */
const ofAppointment = ({ id, source }: Happening): Thing[] => {
  const offered = id.replace(/-(attended|missed|cancelled)$/, '-offered');
  if (source !== 'appointment' || offered === id) return [];
  return [{ key: `event ${id}`, id, named: { ...nothing(), events: new Set([offered]) } }];
};

/** What stands in a document but under a heading that is released, and what opens it. */
const ofDocument = (document: Document, told: Told): Thing[] => {
  const { id, forEach, duty, kind } = document;
  const opening = told.course?.duties.find((one) => one.id === duty);
  const routes = routesIn(document, told);
  const key = `document ${id}`;
  const within = each(forEach);
  const listing = { named: listed(forEach), ...within, listing: true as const };
  const goesOut = kind === 'message' ? 'sent' : 'issued';
  const acts = [goesOut, 'requested', 'written', 'reviewed'];
  const sent = { ...nothing(), events: new Set([`${id}-${goesOut}`]) };
  return [
    ...routes.filter(({ released }) => !released).map(({ named }) => ({ key, id, named, ...within })),
    ...(opening ? [{ key, id, named: openedBy(opening), ...within }] : []),
    { key, id, ...listing },
    ...acts.map((act) => ({ key: `event ${id}-${act}`, id: `${id}-${act}`, ...listing })),
    // That it was written or reviewed tells that it was called for.
    ...['written', 'reviewed'].map((act) => ({
      key: `event ${id}-${act}`,
      id: `${id}-${act}`,
      named: sent,
      ...within,
    })),
    ...routes
      .filter(({ released }) => released)
      .map(({ heading, named }) => ({
        key: `event ${id}-${heading}-released`,
        id: `${id}-${heading}-released`,
        named,
        ...within,
      })),
  ];
};

/** Takes a bundle's content; gives all that can carry a label, each thing after what it most often rests on. */
export const thingsOf = (told: Told): Thing[] => {
  const { facts, criteria, course, documents } = told;
  const happenings = new Map((course?.happenings ?? []).map((one) => [one.id, one]));
  return [
    ...facts.map(ofFact),
    ...criteria.map(ofCriterion),
    ...(course?.derived ?? []).flatMap((one) => ofDerived(one, (id) => happenings.has(id))),
    ...[...(course?.rules ?? []), ...(course?.duties ?? [])].flatMap((one) => ofOpening(one, happenings)),
    ...[...happenings.values()].flatMap((one) => [...ofHappening(one), ...ofAppointment(one)]),
    ...(course ? ofPlace(course) : []),
    ...(documents ?? []).flatMap((one) => ofDocument(one, told)),
  ];
};
