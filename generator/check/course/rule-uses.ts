/** Of records, facts, rules and duties: the roles that they name, and what of them has to answer to a clause. */
import type { WrittenConsequence, WrittenRule } from '../../language/constructs/rules.js';
import { ordinals } from '../../language/constructs/rules.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Written } from '../../language/shape/shape.js';
import { dutyChapters, ruleChapters } from './declare-course.js';
import type { AnsweringThing } from './section-origins.js';
import type { RoleUse } from './section-roles.js';

const uses = (side: RoleUse['side'], ...written: (Written<string>[] | undefined)[]): RoleUse[] =>
  written.flatMap((each) => each ?? []).map((role) => ({ role, ...(side && { side }) }));

type Asking = WrittenConsequence & { 'judged-by'?: Written<string>[] };
const inConsequence = (written: Asking | undefined): RoleUse[] => [
  ...uses('inside', written?.['confirmed-by'], written?.['judged-by']),
  ...uses(undefined, written?.by),
];

/** A rule's own parts: its steps, and what follows answers. */
const partsOf = (written: WrittenRule): (Asking & { clause?: unknown; ours?: unknown })[] => {
  const steps = [...ordinals, 'further' as const].flatMap((key) => written[key] ?? []);
  const answers = [written, ...steps].flatMap((each) => [each['if-yes'] ?? [], each['if-no'] ?? []].flat());
  const grounds = (written.grounds ?? []).flatMap(({ value }) => value ?? []);
  return [...steps, ...answers, ...grounds];
};

const isSomebody = ({ value }: Written<string>): boolean => value !== 'session';

/** Gives every use of a role in these sections. */
export const rolesInRules = (definition: WrittenDefinition): RoleUse[] => [
  ...(definition.records ?? []).flatMap(({ value }) => [
    ...uses(undefined, value?.by),
    ...(value?.about && isSomebody(value.about) ? uses('outside', [value.about]) : []),
  ]),
  ...ruleChapters.flatMap((chapter) =>
    (definition[chapter] ?? []).flatMap(({ value }) =>
      value ? [value, ...partsOf(value)].flatMap(inConsequence) : [],
    ),
  ),
  ...dutyChapters.flatMap((chapter) =>
    (definition[chapter] ?? []).flatMap(({ value }) => [
      ...uses(undefined, value?.by),
      ...inConsequence(value?.['if-missed']),
    ]),
  ),
];

/** Gives records, rules and duties; a rule whose every part answers to a clause need not answer by itself. */
export const answeringRules = (definition: WrittenDefinition): AnsweringThing[] => {
  const rules = ruleChapters.flatMap((chapter) => definition[chapter] ?? []);
  const duties = dutyChapters.flatMap((chapter) => definition[chapter] ?? []);
  return [
    ...(definition.records ?? []).flatMap(({ id, idAt, value }) =>
      value ? [{ id, idAt, what: 'record', written: value }] : [],
    ),
    ...rules.flatMap(({ id, idAt, value }) => {
      const parts = value ? partsOf(value) : [];
      const spoken = parts.length > 0 && parts.every(({ clause, ours }) => Boolean(clause ?? ours));
      return value && !spoken ? [{ id, idAt, what: 'rule', written: value }] : [];
    }),
    ...duties.flatMap(({ id, idAt, value }) => (value ? [{ id, idAt, what: 'duty', written: value }] : [])),
  ];
};
