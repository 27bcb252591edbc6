/** What is known of sessions without being declared. */
import type { Id, Option } from '../../../engine/contract/index.js';

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
