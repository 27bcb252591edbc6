/** The roles that the sections on sessions, groups, appointments, the pathway, appeals, messages and reports name. */
import type { Amount } from '../../../engine/contract/course.js';
import type { Id } from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Written } from '../../language/shape/shape.js';
import { plainDocuments } from '../documents/plain-documents.js';

export interface RoleUse {
  role: Written<Id>;
  /** On which side of the service it has to be. */
  side?: 'inside' | 'outside';
}

const uses = (side: RoleUse['side'], ...written: (Written<Id> | Written<Id>[] | undefined)[]): RoleUse[] =>
  written.flatMap((each) => (each === undefined ? [] : each)).map((role) => ({ role, ...(side && { side }) }));

const saying = (...amounts: (Written<Amount> | undefined)[]): RoleUse[] =>
  amounts.flatMap((each) =>
    each?.value.kind === 'for-a-person' && each.value.role
      ? [{ role: { value: each.value.role, at: each.at }, side: 'inside' as const }]
      : [],
  );

const inPathway = ({ pathway, completion }: WrittenDefinition): RoleUse[] => [
  ...Object.values(pathway ?? {}).flatMap((step) =>
    typeof step === 'object' && 'by' in step ? uses('inside', step.by) : [],
  ),
  ...uses('inside', completion?.['confirmed-by']),
];

const inSessions = ({ sessions, groups }: WrittenDefinition): RoleUse[] => [
  ...saying(sessions?.total, ...(sessions?.phases ?? []).map(({ value }) => value?.sessions)),
  ...(groups ?? []).flatMap(({ value }) => saying(value?.places, value?.['open-until'], value?.staffing?.facilitators)),
];

/** Gives every use of a role in these sections. */
export const rolesInSections = (definition: WrittenDefinition): RoleUse[] => [
  ...inSessions(definition),
  ...inPathway(definition),
  ...(definition.appointments ?? []).flatMap(({ value }) => [
    ...uses(undefined, value?.with),
    ...uses('inside', value?.by),
  ]),
  ...uses('outside', definition.appeals?.from),
  ...(definition.appeals?.steps ?? []).flatMap(({ value }) => uses(undefined, value?.to)),
  ...plainDocuments(definition).flatMap(({ written, headings }) => [
    ...uses(undefined, written.to, written['on-request']),
    ...uses('outside', written['for-each']),
    ...uses('inside', written.by, written['reviewed-by']),
    ...headings.flatMap(({ content }) => uses('inside', content['released-by'])),
    ...uses('inside', written['if-missed']?.['confirmed-by']),
    ...uses(undefined, written['if-missed']?.by),
  ]),
];
