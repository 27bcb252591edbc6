import type { Construct } from '../construct.js';
import { mapOf, name, oneOrMore, optional, type ReadBy, type RecordOf, record, text, yesNo } from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';

const returning = record('a return', {
  when: optional(condition.shape, 'who this is for; everybody whom no earlier one is for if left out'),
  starts: optional(
    name('again, where-he-left, or the name of a phase'),
    'where he starts: again, where-he-left, or a phase; again if left out',
  ),
  keeps: optional(
    oneOrMore(name('the name of a fact over time, or nothing')),
    'the counts that go on from the stay before; nothing if left out',
  ),
  needs: optional(condition.shape, 'what must hold before he comes back'),
  refuses: optional(yesNo, 'whether he cannot come back'),
  reason: optional(text(), 'the words said of it; the clause’s own if left out'),
  ...originFields,
});
export type WrittenReturn = RecordOf<typeof returning.fields>;

const shape = mapOf(returning);
export type WrittenReturns = ReadBy<typeof shape>;

export const returns: Construct<WrittenReturns> = {
  word: 'returns',
  title: 'Returns',
  doc: 'Somebody who comes back after the case was closed. The first that holds applies, so the order matters.',
  example: `returns:
  after-violence: { when: violent-to-agency-staff is yes, starts: again, clause: EX-001 }
  otherwise: { starts: where-he-left, needs: lives-with-children is answered }
`,
  shape,
};
