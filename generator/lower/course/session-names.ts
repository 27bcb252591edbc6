/** What stands in the section on sessions by name: kinds, outcomes, phases, topics. */
import type { Id, Option } from '../../../engine/contract/index.js';
import { knownKinds } from '../../language/constructs/session-defaults.js';
import {
  isText,
  titleOf,
  topicsOf,
  type WrittenPhase,
  type WrittenSessions,
} from '../../language/constructs/sessions.js';
import { toKebab } from '../../language/shape/shape.js';
import { headingOf } from '../outline-words.js';

export { knownKinds, knownTraits, usualOutcomes } from '../../language/constructs/session-defaults.js';

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
