/** Roles: each that is used is declared, and on the right side. */
import type { Id } from '../../engine/contract/index.js';
import type { WrittenCriterion } from '../language/constructs/criteria.js';
import { peopleOf, type WrittenPerson } from '../language/constructs/people.js';
import type { WrittenAsked } from '../language/constructs/question.js';
import type { WrittenDefinition } from '../language/definition.js';
import type { Named, Written } from '../language/shape/shape.js';
import type { Problem } from '../problem/problem.js';
import { rolesInRules } from './course/rule-uses.js';
import { rolesInSections } from './course/section-roles.js';
import { herAmong } from './declare.js';
import { pagesOf } from './declare-questions.js';
import { raiseNames } from './name-problems.js';

type Side = 'inside' | 'outside';
interface Use {
  role: Written<Id>;
  side?: Side;
}
const uses = (side: Side | undefined, ...written: (Written<string> | Written<string>[] | undefined)[]): Use[] =>
  written
    .flatMap((each) => (each === undefined ? [] : Array.isArray(each) ? each : [each]))
    .map((role) => ({ role, ...(side && { side }) }));

const inQuestions = (asked: Named<WrittenAsked>[]): Use[] =>
  asked.flatMap(({ value }) => {
    if (!value || 'value' in value) return [];
    return [
      ...uses('outside', value.about, value.each),
      ...uses(undefined, value.from),
      ...inQuestions(value.asks ?? []),
    ];
  });
const inForms = (definition: WrittenDefinition): Use[] =>
  (definition.forms ?? []).flatMap(({ id, value }) => {
    if (!value) return [];
    const pages = pagesOf(id, value).flatMap((page) =>
      page.value ? [...uses('outside', page.value.about), ...inQuestions(page.value.asks)] : [],
    );
    return [...uses(undefined, value.from), ...uses('outside', value.about), ...pages];
  });
const inCriterion = (written: WrittenCriterion): Use[] => [
  ...uses('inside', written['judged-by']),
  ...uses('outside', written['consent-of']),
  ...uses(undefined, written['signed-by']),
];
const inCriteria = (definition: WrittenDefinition): Use[] =>
  [definition.criteria, definition.eligibility, definition.exclusions].flatMap((section) =>
    (section ?? []).flatMap((each) => ('id' in each && each.value ? inCriterion(each.value) : [])),
  );
const inPeople = (people: WrittenPerson[]): Use[] =>
  people.flatMap(({ written, side }) => {
    if ('value' in written) return [];
    return [
      ...uses(side, 'is' in written ? written.is : undefined),
      ...uses('outside', 'supports' in written ? written.supports : undefined),
    ];
  });
const inActs = (definition: WrittenDefinition): Use[] => [
  ...(definition.judgements ?? []).flatMap(({ value }) => uses('inside', value?.['judged-by'])),
  ...(definition.instruments ?? []).flatMap(({ value }) => [
    ...uses(undefined, value?.['answered-by']),
    ...uses('inside', value?.['scored-by']),
    ...uses('outside', value?.about),
  ]),
  ...uses('inside', definition.decision?.by, definition.decision?.jointly),
  ...(definition.decision?.consulting ?? []).flatMap(({ id, idAt }) => uses('inside', { value: id, at: idAt })),
  ...(definition.expects ?? []).flatMap(({ id, idAt }) => uses(undefined, { value: id, at: idAt })),
];

/** Words for somebody whom he has harmed, in the name of a role or in what it is called. */
const likeHer = /\b(?:ex|wife|girlfriend|spouse|survivors?|victims?|partners?(?! (?:agenc|organi|service|bod)))\b/i;

/** Reports somebody outside who sounds as if she were his partner, and of whom nothing would be kept apart. */
const checkHer = (definition: WrittenDefinition, people: WrittenPerson[], report: (problem: Problem) => void): void => {
  const isHer = herAmong(definition);
  for (const { id, idAt, side, written } of people) {
    const called = ('value' in written ? written : written.called).value;
    const words = id.replaceAll('-', ' ');
    if (side !== 'outside' || isHer(id) || fixed.has(id) || !(likeHer.test(words) || likeHer.test(called))) continue;
    report(raiseNames('name/like-a-partner', idAt, { name: id, called }));
  }
};
const fixed: ReadonlySet<Id> = new Set(['participant', 'referrer', 'child', 'agency']);

/** Checks every use of a role. */
export const checkPeople = (definition: WrittenDefinition, report: (problem: Problem) => void): void => {
  const people = peopleOf(definition.people);
  checkHer(definition, people, report);
  const sides = new Map(people.map((person) => [person.id, person.side]));
  const labels = new Map(
    people.map(({ id, written }) => [('value' in written ? written : written.called).value.toLowerCase(), id]),
  );
  const used = [
    ...inPeople(people),
    ...inForms(definition),
    ...inCriteria(definition),
    ...inActs(definition),
    ...rolesInSections(definition),
    ...rolesInRules(definition),
  ];
  const [first] = used;
  if (!definition.people && first) {
    report(raiseNames('name/no-people', first.role.at, { name: first.role.value }));
    return;
  }
  for (const { role, side } of used) {
    const found = sides.get(role.value);
    if (!found) {
      const called = labels.get(role.value.toLowerCase());
      const known = [...sides.keys()];
      report(raiseNames('name/no-such-role', role.at, { name: role.value, known, ...(called && { called }) }));
    } else if (side && found !== side)
      report(raiseNames('name/wrong-side', role.at, { name: role.value, expected: side }));
  }
};
