/** Where labels begin: what is hers by its origin, what a definition keeps apart, what may come from the partner. */
import type { Bundle, Document, Happening, Id } from '../../../engine/contract/index.js';
import { actingAs } from './sight.js';

/** What labels are worked out of: a bundle's content, as lowered. */
export type Told = Pick<Bundle, 'people' | 'forms' | 'facts' | 'criteria' | 'decision' | 'course' | 'documents'>;

/**
 * The way from each labelled thing to what is kept apart, as names; by `fact x` (also a criterion, a question of a
 * happening and the state of a form), `event x`, `duty x`, `rule x`, `step x`, `phase x`, `session-kind x`, `return x`,
 * `appeal x`, `document x`.
 */
export type Paths = Map<string, Id[]>;

const ownEvents = /-(received|complete)$/;
const eventKeys = ({ id, fields }: Happening): [string, Id[]][] => [
  [`event ${id}`, [id]],
  ...fields.map((field): [string, Id[]] => [`fact ${field.id}`, [field.id]]),
];

/** What a document brings, by how the names end. */
const documentActs = ['sent', 'issued', 'requested', 'written', 'reviewed'] as const;

/** Somebody, or what they write, is the partner's side. */
export type IsHer = (role: Id) => boolean;

/** Who has the same letter knows that she has it. */
const hisSide: readonly Id[] = ['participant', 'referrer'];
/** That a letter went to her, and to whoever else is no more than told of it, is being in touch with her. */
const lettersToHer = (documents: readonly Document[], isHer: IsHer): [string, Id[]][] =>
  documents
    .filter(({ to }) => to.some(isHer) && !to.some((role) => hisSide.includes(role)))
    .flatMap(({ id }) => documentActs.map((act): [string, Id[]] => [`event ${id}-${act}`, [`${id}-${act}`]]));

/** What is hers by who gave it, who recorded it, whom it is about and to whom it goes. */
export const hersSeeds = ({ facts, course, documents }: Told, isHer: IsHer): Paths => {
  const paths: Paths = new Map(lettersToHer(documents ?? [], isHer));
  for (const { id, hers } of facts) if (hers) paths.set(`fact ${id}`, [id]);
  const happenings = course?.happenings ?? [];
  const said = new Set(happenings.flatMap(({ id, hers, anyOf }) => (hers && !anyOf ? [id] : [])));
  for (const each of happenings) {
    for (const field of each.fields) if (field.hers) paths.set(`fact ${field.id}`, [field.id]);
    if (!each.hers) continue;
    for (const [key, path] of eventKeys(each)) paths.set(key, path);
    const first = (each.anyOf ?? []).find((one) => said.has(one));
    if (first !== undefined) paths.set(`event ${each.id}`, [each.id, first]);
    // A form that is hers is also a name for how far it is.
    const form = each.id.replace(ownEvents, '');
    if (each.source === 'form') paths.set(`fact ${form}`, [form]);
  }
  return paths;
};

/** What a name under `keeps` stands for. */
const keptKeys = (name: Id, { facts, criteria, forms, course }: Told): [string, Id[]][] => {
  const self: [string, Id[]] = [`fact ${name}`, [name]];
  const happening = course?.happenings.find(({ id }) => id === name);
  if (happening) return eventKeys(happening);
  const fact = facts.find(({ id }) => id === name);
  if (fact) return [self, ...(fact.asks ?? []).map((id): [string, Id[]] => [`fact ${id}`, [id]])];
  const form = forms.find(({ id }) => id === name);
  if (form) {
    const asked = form.pages.flatMap(({ asks }) => asks).flatMap((id) => keptKeys(id, { ...emptied, facts }));
    return [self, [`event ${name}-received`, [name]], [`event ${name}-complete`, [name]], ...asked];
  }
  const isField = course?.happenings.some(({ fields }) => fields.some(({ id }) => id === name));
  const isDerived = course?.derived.some(({ id }) => id === name);
  return isField || isDerived || criteria.some(({ id }) => id === name) ? [self] : [];
};
const emptied: Told = { people: [], forms: [], facts: [], criteria: [] };

/** What a definition keeps apart under these names. */
export const keptSeeds = (names: readonly Id[], told: Told): Paths =>
  new Map(names.flatMap((name) => keptKeys(name, told)));

/** Whether some of these roles are such and others are not; where nobody is named, it is anybody inside. */
const mixed = (roles: readonly Id[], people: Told['people'], isOfHers: IsHer): boolean => {
  const named = roles.length > 0 ? roles : people.filter(({ side }) => side === 'inside').map(({ id }) => id);
  return actingAs(named, people).some(isOfHers) && !named.every(isOfHers);
};

/** What is recorded, answered or judged by somebody of hers or by others: each one may come from the partner. */
export const mixedSeeds = ({ people, facts, forms, course }: Told, isOfHers: IsHer): Paths => {
  // Of a document, what its author writes; of what anybody inside may record, what is told with it.
  const tells = ({ source, fields, by }: Happening): boolean =>
    ((source === 'record' || source === 'appeal') && (by.length > 0 || fields.length > 0)) ||
    source === 'form' ||
    ((source === 'report' || source === 'message') && fields.length > 0);
  const happenings = (course?.happenings ?? []).filter(
    (each) => !each.hers && tells(each) && mixed(each.by, people, isOfHers),
  );
  const given = facts.filter(({ hers, from, judgedBy }) => !hers && mixed(judgedBy ?? from, people, isOfHers));
  const states = forms.filter(({ from }) => mixed(from, people, isOfHers));
  return new Map([
    ...happenings.flatMap(eventKeys),
    ...[...given, ...states].map(({ id }): [string, Id[]] => [`fact ${id}`, [id]]),
  ]);
};

/**
 * Of what is hers, what is of nobody in particular; and by itself what is of one entry, which another may not see.
 */
export const othersSeeds = (
  told: Told,
  entries: Id,
  isHer: IsHer,
): [others: Paths, own: { entries: Id; seeds: Paths }] => {
  const own = new Set([
    `fact ${entries}`,
    ...told.facts.flatMap(({ id, within }) => (within === entries ? [`fact ${id}`] : [])),
    ...(told.course?.happenings ?? []).flatMap((each) =>
      each.about === entries ? eventKeys(each).map(([key]) => key) : [],
    ),
  ]);
  const all = [...hersSeeds(told, isHer)];
  return [
    new Map(all.filter(([key]) => !own.has(key))),
    { entries, seeds: new Map(all.filter(([key]) => own.has(key))) },
  ];
};
