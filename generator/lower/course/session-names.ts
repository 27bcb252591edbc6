/** What the sections on sessions let a sentence name, before any condition is read. */
import type { Happening } from '../../../engine/contract/course.js';
import type { Id, Option } from '../../../engine/contract/index.js';
import { type ClauseFinder, originOf } from '../../language/constructs/origin.js';
import {
  isText,
  titleOf,
  topicsOf,
  type WrittenPhase,
  type WrittenSessions,
} from '../../language/constructs/sessions.js';
import { toKebab } from '../../language/shape/shape.js';
import { headingOf } from '../outline-words.js';
import { aroundMeeting, happening, inSentence } from './happening.js';

/** Kinds of session that need no declaration. */
export const knownKinds: readonly Option[] = [
  { id: 'assessment', label: 'Assessment' },
  { id: 'group', label: 'Group session' },
  { id: 'one-to-one', label: 'One-to-one session' },
];
/** Where a definition declares no outcomes. */
export const usualOutcomes: readonly { id: Id; label: string; traits: Record<Id, boolean> }[] = [
  { id: 'attended', label: 'Attended', traits: { present: true, credited: true } },
  { id: 'late', label: 'Late', traits: { present: true, credited: true } },
  { id: 'absent', label: 'Absent', traits: { absence: true } },
];
/** Traits that the engine itself reads. */
export const knownTraits = ['present', 'credited', 'absence'] as const;

/** What a phase is called. */
export const phaseLabel = (id: Id, phase: WrittenPhase): string => phase.called?.value ?? headingOf(id);

/** The kind of sessions that a phase without one has. */
export const usualKind = (written: WrittenSessions): Id => written.kinds?.[0]?.id ?? 'group';

/** Those declared, and of those known without it the ones that a phase uses. */
export const kindsOf = (written: WrittenSessions): Option[] => {
  const declared = (written.kinds ?? []).flatMap(({ id, value }) =>
    value ? [{ id, label: isText(value) ? value.value : value.called.value }] : [],
  );
  const used = (written.phases ?? []).map(({ value }) => value?.kind?.value ?? usualKind(written));
  const named = (written.kinds ?? []).flatMap(({ value }) =>
    value && !isText(value) ? (value['may-replace'] ?? []).map((each) => each.value) : [],
  );
  const known = knownKinds.filter(({ id }) => [...used, ...named].includes(id));
  return [...known.filter(({ id }) => !declared.some((each) => each.id === id)), ...declared];
};

/** The topics, each with the name that its title makes. */
export const topicOptions = (written: WrittenSessions): Option[] =>
  topicsOf(written.topics).map((topic, i) => {
    const label = titleOf(topic).value;
    return { id: toKebab(label) || `topic-${i + 1}`, label };
  });

export interface SessionNames {
  outcomes: Option[];
  /** Yes-or-no facts of a session: present, credited, absence, and the provider's own. */
  traits: Id[];
  kinds: Option[];
  phases: Option[];
  topics: Option[];
}
/** Gives what a condition about a session can name, and the phases, which every condition can. */
export const namesOfSessions = (written: WrittenSessions | undefined): SessionNames => {
  const outcomes = written?.outcomes
    ? written.outcomes.map(({ id, value }) => ({ id, traits: (value ?? []).map((trait) => trait.id) }))
    : usualOutcomes.map(({ id, traits }) => ({ id, traits: Object.keys(traits) }));
  const kinds = written ? kindsOf(written) : [];
  return {
    outcomes: outcomes.map(({ id }) => ({ id, label: headingOf(id) })),
    traits: [...new Set([...knownTraits, ...outcomes.flatMap((each) => each.traits)])],
    kinds: kinds.length > 0 ? kinds : [...knownKinds],
    phases: (written?.phases ?? []).flatMap(({ id, value }) => (value ? [{ id, label: phaseLabel(id, value) }] : [])),
    topics: written ? topicOptions(written) : [],
  };
};

/** Whether a phase is an assessment that is offered before the start, and so brings the events of an appointment. */
export const isOffered = (phase: WrittenPhase): boolean =>
  phase['before-start']?.value === true && phase.kind?.value === 'assessment';

const ofEverySession: [Id, string][] = [
  ['session-held', 'a session was held'],
  ['session-attended', 'he was at a session'],
  ['session-missed', 'a session was missed'],
  ['session-cancelled', 'a session was cancelled'],
  ['catch-up-booked', 'a catch-up was booked'],
  ['caught-up', 'a session was caught up'],
];

/**
 * Gives the events of every session, about a session each, and those of the assessments. `otherwise` is where the
 * former come from in a definition without sessions.
 */
export const happeningsOfSessions = (
  written: WrittenSessions | undefined,
  clauses: ClauseFinder,
  otherwise: Happening['origin'],
): Happening[] => {
  const origin = written ? originOf(written, written.at, clauses) : otherwise;
  const about = { about: 'session' };
  return [
    ...ofEverySession.map(([id, called]) => happening(id, called, 'session', { at: origin.at, clauses: [] }, about)),
    ...(written?.phases ?? []).flatMap(({ id, idAt, value }) =>
      value && isOffered(value)
        ? aroundMeeting(id, `the ${inSentence(phaseLabel(id, value))}`, originOf(value, idAt, clauses, origin.clauses))
        : [],
    ),
  ];
};
