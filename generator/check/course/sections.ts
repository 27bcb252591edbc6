/** The sections on groups, appointments, the pathway, completion, returns, appeals and working days. */
import type { Amount } from '../../../engine/contract/course.js';
import { amountSays, boundsOf } from '../../language/constructs/amounts.js';
import type { WrittenAppointments } from '../../language/constructs/appointments.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import type { WrittenGroups } from '../../language/constructs/groups.js';
import type { WrittenNeeds } from '../../language/constructs/needs.js';
import type { ClauseFinder } from '../../language/constructs/origin.js';
import type { WrittenReturns } from '../../language/constructs/returns.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { isKebab } from '../../language/shape/shape.js';
import type { Problem } from '../../problem/problem.js';
import { checkDocuments } from '../documents/check-documents.js';
import { raiseNames } from '../name-problems.js';
import { raiseSection } from './section-problems.js';
import { checkSessions } from './sessions.js';
import { checkWorkingDays } from './working-days.js';

type Report = (problem: Problem) => void;

const placesSay = (amount: Amount): string => amountSays(amount, 'place').replace(/ places?$/, '');

const checkSharing = (written: WrittenGroups, report: Report): void => {
  const known = written.map(({ id }) => id);
  for (const { id, value } of written)
    for (const { value: name, at } of value?.['shares-with'] ?? []) {
      const other = written.find((each) => each.id === name)?.value;
      if (name === id) report(raiseSection('groups/shares-with-itself', at, { name }));
      else if (!known.includes(name))
        report(raiseSection('groups/no-such-group', at, { name, known: known.filter((each) => each !== id) }));
      else if (value?.places && other?.places) {
        const [says, saysOther] = [placesSay(value.places.value), placesSay(other.places.value)];
        const related = [{ at: other.places.at, message: `“${name}” says it here.` }];
        if (says !== saysOther)
          report(
            raiseSection('groups/pool-places', value.places.at, { one: id, other: name, says, saysOther }, related),
          );
      }
    }
};

const checkThresholds = (written: WrittenGroups, report: Report): void => {
  for (const { id: group, value } of written)
    for (const { id: found, idAt } of value?.thresholds ?? []) {
      const places = value?.places ? boundsOf(value.places.value).most : Number.POSITIVE_INFINITY;
      if (!/^[1-9]\d*$/.test(found)) report(raiseSection('groups/threshold', idAt, { found }));
      else if (Number(found) > places)
        report(raiseSection('groups/threshold-never', idAt, { at: Number(found), places, group }));
    }
};

const forces = ['must', 'should', 'may'] as const;
const checkAppointments = (written: WrittenAppointments, definition: WrittenDefinition, report: Report): void => {
  const assessments = (definition.sessions?.phases ?? []).filter(
    ({ value }) => value?.kind?.value === 'assessment' && value['before-start']?.value,
  );
  for (const { id: name, idAt, value } of written) {
    const said = forces.filter((force) => value?.[force]);
    const [force] = said;
    const phase = assessments.find(({ id }) => id === name);
    if (said.length > 1) report(raiseSection('appointments/two-forces', idAt, { name, forces: said }));
    else if (force && value?.[force] && !value['only-when'] && !value.faulty)
      report(raiseSection('appointments/no-opening', value[force].at, { name, force }));
    if (phase)
      report(
        raiseSection('appointments/also-a-phase', idAt, { name }, [
          { at: phase.idAt, message: `The phase “${name}” is declared here.` },
        ]),
      );
  }
};

const bareNames = (needs: WrittenNeeds | undefined): { name: string; at: Problem['at'] }[] => {
  if (!needs) return [];
  const conditions: WrittenCondition[] = (() => {
    if (needs.kind === 'list') return needs.of;
    if (needs.kind === 'condition') return [needs.condition];
    return needs.of.flatMap(({ value }) => (value ? [value.condition] : []));
  })();
  return conditions.flatMap((each) =>
    each.kind === 'sentence' && isKebab(each.node.text.trim()) ? [{ name: each.node.text.trim(), at: each.at }] : [],
  );
};

const checkNeeds = (definition: WrittenDefinition, criteria: readonly string[], report: Report): void => {
  const steps = Object.values(definition.pathway ?? {}).flatMap((step) =>
    typeof step === 'object' && 'needs' in step ? [step.needs] : [],
  );
  for (const { name, at } of [...steps, definition.completion?.needs].flatMap(bareNames))
    if (!criteria.includes(name)) report(raiseSection('pathway/no-such-criterion', at, { name, known: [...criteria] }));
  if (definition.pathway?.complete?.needs && definition.completion)
    report(raiseSection('completion/twice', definition.pathway.complete.at, {}));
};

const fixedStarts = ['again', 'where-he-left'];
const checkReturns = (written: WrittenReturns, definition: WrittenDefinition, report: Report): void => {
  const known = [...fixedStarts, ...(definition.sessions?.phases ?? []).map(({ id }) => id)];
  let forAll: WrittenReturns[number] | undefined;
  for (const each of written) {
    const { id: name, idAt, value } = each;
    if (forAll) {
      const related = [{ at: forAll.idAt, message: `“${forAll.id}” has no “when”.` }];
      report(raiseSection('returns/never-reached', idAt, { name, earlier: forAll.id }, related));
    }
    if (!value || value.faulty) continue;
    if (!value.when) forAll ??= each;
    if (value.starts && !known.includes(value.starts.value))
      report(raiseSection('returns/no-such-start', value.starts.at, { name: value.starts.value, known }));
    const besides = (['starts', 'keeps', 'needs'] as const).filter((key) => value[key]);
    if (value.refuses?.value && besides.length > 0)
      report(raiseSection('returns/refuses-and-starts', idAt, { name, keys: besides }));
  }
};

/** Reports an answer by a message that there is not. */
const checkAnswers = (definition: WrittenDefinition, report: Report): void => {
  const known = (definition.messages ?? []).map(({ id }) => id);
  for (const { value } of definition.appeals?.steps ?? []) {
    const message = value?.answered?.with;
    if (message && !known.includes(message.value))
      report(raiseSection('appeals/no-such-message', message.at, { name: message.value, known }));
  }
};

/** Reports a thing declared elsewhere by the name of a duty that an appeal or an appointment brings. */
const checkBroughtDuties = (definition: WrittenDefinition, report: Report): void => {
  const declared = new Map(
    [definition.duties, definition.partners, definition.rules, definition.facts]
      .flatMap((section): { id: string; idAt: Problem['at'] }[] => section ?? [])
      .map(({ id, idAt }) => [id, idAt]),
  );
  const check = (duty: string, idAt: Problem['at'], brings: string): void => {
    const at = declared.get(duty);
    if (at)
      report(raiseNames('name/twice', at, { name: duty }, [{ at: idAt, message: `${brings} brings this duty.` }]));
  };
  for (const { id, idAt } of definition.appeals?.steps ?? []) check(`answer-${id}`, idAt, `The step “${id}”`);
  for (const { id, idAt, value } of definition.appointments ?? [])
    if (forces.some((force) => value?.[force])) check(`offer-${id}`, idAt, `The appointment “${id}”`);
};

/**
 * Checks each of these sections within itself, and against what else a definition declares. `criteria`: the names of
 * the criteria that there are.
 */
export const checkCourseSections = (
  definition: WrittenDefinition,
  criteria: readonly string[],
  clauses: ClauseFinder,
  report: Report,
): void => {
  if (definition.sessions) checkSessions(definition.sessions, clauses, report);
  checkSharing(definition.groups ?? [], report);
  checkThresholds(definition.groups ?? [], report);
  checkAppointments(definition.appointments ?? [], definition, report);
  checkNeeds(definition, criteria, report);
  checkReturns(definition.returns ?? [], definition, report);
  for (const { id: name, idAt, value } of definition.appeals?.steps ?? [])
    if (value && !value.to && !value.faulty) report(raiseSection('appeals/nobody-answers', idAt, { name }));
  checkAnswers(definition, report);
  checkBroughtDuties(definition, report);
  checkDocuments(definition, report);
  checkWorkingDays(definition, report);
};
