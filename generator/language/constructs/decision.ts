import type { Construct } from '../construct.js';
import { mapOf, name, oneOrMore, optional, type ReadBy, record, type Shape, text, yesNo } from '../shape/shape.js';
import { condition, type WrittenCondition } from './condition.js';
import { originFields } from './origin.js';

export type WrittenConsulting = { kind: 'always' } | { kind: 'when'; condition: WrittenCondition };
const consulting: Shape<WrittenConsulting> = {
  called: 'always, or a condition',
  schema: () => ({ anyOf: [{ const: 'always' }, condition.shape.schema()] }),
  read: (node, reading) => {
    if (node.kind === 'scalar' && node.text.trim() === 'always') return { kind: 'always' };
    const read = condition.shape.read(node, reading);
    return read && { kind: 'when', condition: read };
  },
};

const shape = record('a decision', {
  by: optional(oneOrMore(name('the name of a role')), 'who decides; of several, any one of them'),
  jointly: optional(oneOrMore(name('the name of a role')), 'who decides together; each has to agree'),
  considering: optional(oneOrMore(text()), 'what else they take into account'),
  consulting: optional(mapOf(consulting), 'whom they consult, by role: always, or when a condition holds'),
  'refusal-needs-reason': optional(yesNo, 'whether a refusal must carry a reason'),
  ...originFields,
});
export type WrittenDecision = ReadBy<typeof shape>;

export const decision: Construct<WrittenDecision> = {
  word: 'decision',
  title: 'The decision',
  doc: 'Who decides on a referral, whom they consult and when, and whether a refusal must say why.',
  example: `decision:
  by: staff
  consulting:
    service-lead: always
  refusal-needs-reason: yes
`,
  shape,
};
