/** The events that sessions, appointments, groups and appeals bring. */
import type { At, Happening, Id } from '../../../engine/contract/index.js';
import { type ClauseFinder, originOf, type WrittenOrigin } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Written } from '../../language/shape/shape.js';
import { inWords } from '../declare-questions.js';
import { byHerOwn, type People } from './happenings.js';

const ids = (written: Written<Id>[] | undefined): Id[] => (written ?? []).map((each) => each.value);

/** The phases that are appointments of their own: assessed before the start. */
export const assessmentsIn = (definition: WrittenDefinition): Id[] =>
  (definition.sessions?.phases ?? []).flatMap(({ id, value }) =>
    value?.kind?.value === 'assessment' && value['before-start']?.value ? [id] : [],
  );

const appointmentEvents = (id: Id, called: string): { id: Id; called: string }[] => [
  { id: `${id}-offered`, called: `${called} was offered` },
  { id: `${id}-attended`, called: `${called} was attended` },
  { id: `${id}-missed`, called: `${called} was missed` },
  { id: `${id}-cancelled`, called: `${called} was cancelled` },
];

/** Gives the happenings of those sections. */
export const sectionHappenings = (
  definition: WrittenDefinition,
  people: People,
  clauses: ClauseFinder,
): Happening[] => {
  const make = (
    made: { id: Id; called: string },
    source: Happening['source'],
    by: Id[],
    written: WrittenOrigin,
    idAt: At,
    fields: Happening['fields'] = [],
  ): Happening => ({
    ...made,
    source,
    by,
    fields,
    hers: byHerOwn(by, people),
    origin: originOf(written, idAt, clauses),
  });
  // Seeing her is being in touch with her; where he is there himself he knows of it.
  const withHer = (who: Id[], made: Happening): Happening =>
    who.some(people.isHer) && !who.includes('participant') ? { ...made, hers: true } : made;
  const assessments = new Set(assessmentsIn(definition));
  const phases = (definition.sessions?.phases ?? []).flatMap(({ id, idAt, value }) =>
    value && assessments.has(id)
      ? appointmentEvents(id, `the ${(value.called?.value ?? inWords(id)).toLowerCase()}`).map((each) =>
          make(each, 'appointment', [], value, idAt),
        )
      : [],
  );
  const appointments = (definition.appointments ?? []).flatMap(({ id, idAt, value }) =>
    value
      ? appointmentEvents(id, value.called?.value ?? `the ${inWords(id)}`).map((each) =>
          withHer(ids(value.with), make(each, 'appointment', ids(value.by), value, idAt)),
        )
      : [],
  );
  const groups = (definition.groups ?? []).flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const event = `${id}-places-taken`;
    const number: Happening['fields'][number] = {
      id: `${event}.number`,
      name: 'number',
      kind: 'number',
      ask: 'How many places are taken?',
      called: 'how many places are taken',
      options: [],
      required: true,
    };
    const called = `places in ${value.called.value} were counted`;
    return [make({ id: event, called }, 'act', [], value, idAt, [number])];
  });
  const appeals = (definition.appeals?.steps ?? []).flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const from = ids(definition.appeals?.from);
    const to = value.to ? [value.to.value] : [];
    const appeal = `the appeal “${value.called?.value ?? inWords(id)}”`;
    return [
      make({ id: `${id}-lodged`, called: `${appeal} was lodged` }, 'appeal', from, value, idAt),
      make({ id: `${id}-answered`, called: `${appeal} was answered` }, 'appeal', to, value, idAt),
    ];
  });
  return [...phases, ...appointments, ...groups, ...appeals];
};
