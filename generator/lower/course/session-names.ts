/** What stands in the section on sessions by name: kinds, outcomes, phases, topics. */
import type { Id, Option } from '../../../engine/contract/index.js';
import {
  isText,
  titleOf,
  topicsOf,
  type WrittenPhase,
  type WrittenSessions,
} from '../../language/constructs/sessions.js';
import { toKebab } from '../../language/shape/shape.js';
import { headingOf } from '../outline-words.js';

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
export const knownTraits: readonly Id[] = ['present', 'credited', 'absence'];

/** What a phase is called. */
export const phaseLabel = (id: Id, phase: WrittenPhase): string => phase.called?.value ?? headingOf(id);

/** The kind of sessions that a phase has which does not say. */
export const usualKind = (written: WrittenSessions): Id => written.kinds?.[0]?.id ?? 'group';

/** Those declared, and of the known ones those that something uses; without any declared, all that are known. */
export const kindsOf = (written: WrittenSessions): Option[] => {
  if (!written.kinds) return [...knownKinds];
  const declared = written.kinds.flatMap(({ id, value }) =>
    value ? [{ id, label: isText(value) ? value.value : value.called.value }] : [],
  );
  const replaced = written.kinds.flatMap(({ value }) =>
    value && !isText(value) ? (value['may-replace'] ?? []).map((each) => each.value) : [],
  );
  const used = [...replaced, ...(written.phases ?? []).map(({ value }) => value?.kind?.value ?? usualKind(written))];
  const known = knownKinds.filter(({ id }) => used.includes(id) && !declared.some((each) => each.id === id));
  return [...known, ...declared];
};

/** The topics, each with the name that its title makes. */
export const topicOptions = (written: WrittenSessions): Option[] =>
  topicsOf(written.topics).map((topic, i) => {
    const label = titleOf(topic).value;
    return { id: toKebab(label) || `topic-${i + 1}`, label };
  });
