/** Duties that a section other than `duties` brings. */
import type { Duty } from '../../../engine/contract/course.js';

/** Takes what is particular to a duty; gives it with the rest as it is where nothing is said. */
export const sectionDuty = (
  duty: Pick<Duty, 'id' | 'chapter' | 'trigger' | 'force' | 'by' | 'does' | 'words' | 'reads' | 'origin'> &
    Partial<Duty>,
): Duty => ({
  until: [],
  metBy: [...new Set(duty.does.flatMap((effect) => effect.doneBy))],
  times: 1,
  from: { kind: 'happened' },
  due: { kind: 'not-stated' },
  freezesIn: [],
  hers: false,
  ...duty,
});
