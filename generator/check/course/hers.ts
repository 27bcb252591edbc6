/** That what the partner says, or how she can be reached, decides nothing of his place and reaches nobody but who supports her. */
import {
  type At,
  type Course,
  type CourseCondition,
  type CourseRule,
  changesCase,
  type Duty,
  type Effect,
  type Id,
} from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { firstOf } from '../../lower/course/labels.js';
import { collect, type NamedIn, nothing } from '../../lower/course/walk.js';
import type { Paths } from '../../lower/information/seeds.js';
import { readBy } from '../../lower/information/things.js';
import type { Problem } from '../../problem/problem.js';
import { raiseCriterion } from '../criterion-problems.js';
import type { Declarations } from '../declarations.js';
import type { CourseNames } from './names.js';
import { raiseWhole } from './whole-problems.js';

interface Checking {
  course: Course;
  definition: WrittenDefinition;
  declarations: Declarations;
  names: CourseNames;
  report: (problem: Problem) => void;
}

const ofHisPlace = new Set<Effect['verb']>([...changesCase, 'keep', 'refuse']);
/** Whatever the words of a block, it refuses him something. */
const isOfHisPlace = ({ force, effects }: CourseRule): boolean =>
  force === 'block' || effects.some(({ verb }) => ofHisPlace.has(verb));

interface Reader {
  what: string;
  at: At;
  named: NamedIn;
}

/** All that decides what becomes of him, with what it goes by. */
const deciding = ({ rules, steps, returns, sessions, appeals }: Course): Reader[] => {
  const by = (condition: CourseCondition | undefined): NamedIn => collect(condition, nothing());
  return [
    ...rules.filter(isOfHisPlace).map((rule) => ({
      what: `the rule “${rule.id}”`,
      at: rule.origin.at,
      named: readBy(rule),
    })),
    ...steps.flatMap((step) =>
      step.needs.map(({ condition, at }) => ({ what: `the step “${step.id}”`, at, named: by(condition) })),
    ),
    ...returns.flatMap(({ id, when, needs, keeps, origin }) =>
      [by(when), by(needs), { ...nothing(), facts: new Set(keeps) }].map((named) => ({
        what: `“${id}” under “returns”`,
        at: origin.at,
        named,
      })),
    ),
    ...(sessions?.phases ?? []).map(({ id, needs, origin }) => ({
      what: `the phase “${id}”`,
      at: origin.at,
      named: by(needs),
    })),
    ...(sessions?.kinds ?? []).map(({ id, onlyWhen, origin }) => ({
      what: `the kind of session “${id}”`,
      at: origin.at,
      named: by(onlyWhen),
    })),
    ...(sessions?.credits ?? []).map(({ event, origin }) => ({
      what: 'what credits sessions',
      at: origin.at,
      named: { ...nothing(), events: new Set([event]) },
    })),
    ...appeals.map(({ id, against, origin }) => ({
      what: `the appeal “${id}”`,
      at: origin.at,
      named: { ...nothing(), events: new Set(against) },
    })),
  ];
};

/** What tells whom an effect comes to. */
export type Reaching = Pick<Checking, 'definition' | 'names' | 'declarations'>;
/** The roles that an effect reaches; undefined where nobody says whom. */
export const reachedBy = (effect: Effect, { definition, names, declarations }: Reaching): (Id | undefined)[] => {
  const { verb, object = '', to } = effect;
  const ids = (written: { value: Id }[] | undefined): (Id | undefined)[] =>
    written && written.length > 0 ? written.map(({ value }) => value) : [undefined];
  const written = <T>(section: { id: Id; value?: T }[] | undefined): T | undefined =>
    section?.find(({ id }) => id === object)?.value;
  switch (verb) {
    case 'send':
    case 'issue':
      return to === undefined ? ids(names.documents.find(({ id }) => id === object)?.written.to) : [to];
    case 'contact':
      return [object];
    case 'forward':
      return [to];
    case 'refer-back':
      return [to ?? 'referrer'];
    case 'offer': {
      const appointment = written(definition.appointments);
      return appointment ? ids(appointment.with) : ['participant'];
    }
    case 'ask':
      return declarations.facts.get(object)?.fact.judgedBy ?? [];
    case 'record': {
      const happening = names.happenings.get(object);
      return !happening || happening.hers ? [] : happening.by.length > 0 ? happening.by : [undefined];
    }
    case 'hold':
    case 'do':
      return spokenTo(effect, { definition, names, declarations });
    default:
      return [];
  }
};

const tells = 'notify|tell|inform|ring|call|phone|telephone|text|e-?mail|alert|write to|speak to|talk to';
const meets = '(?:hold|have|arrange|call) .+ with';
/** Whom outside words of one’s own say is told or met; of a meeting that is an appointment, whoever takes part. */
const spokenTo = ({ says }: Effect, { definition, names: { people } }: Reaching): Id[] => {
  const said = says.toLowerCase();
  const named = people.outside.filter((role) => {
    const called = [role, people.called(role)].map((word) => word.toLowerCase().replaceAll('-', '.')).join('|');
    return new RegExp(`^(?:${tells}|${meets})(?: the| his| her)? (?:${called})\\b`).test(said);
  });
  const held = (definition.appointments ?? []).flatMap(({ id, value }): Id[] => {
    const called = [id, id.replaceAll('-', ' '), value?.called?.value.toLowerCase() ?? id];
    const isHeld = called.some((word) => new RegExp(`^hold (?:an? |the )?${escaped(word)}\\b`).test(said));
    return isHeld ? (value?.with ?? []).map(({ value: role }) => role) : [];
  });
  return [...named, ...held.filter((role) => people.outside.includes(role))];
};
const escaped = (word: string): string => word.replace(/^(?:an?|the) /, '').replace(/[^\p{L}\p{N} ]/gu, '.');

/** What an effect hands on by its name, as what carries labels: a form with all that it asks, an answer, a score. */
export const handedOn = ({ verb, says }: Effect, { definition, declarations: { facts } }: Reaching): string[] => {
  if (verb !== 'forward') return [];
  const named: string[] = says.match(/[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*/g) ?? [];
  const forms = (definition.forms ?? []).filter(
    ({ id, value }) =>
      named.includes(id) || (value && says.toLowerCase().includes(` ${value.title.value.toLowerCase()} `)),
  );
  const asked = [...facts.values()].filter(({ form }) => forms.some(({ id }) => id === form?.id));
  const ids = [...named, ...forms.map(({ id }) => id), ...asked.map(({ fact }) => fact.id)];
  return [...ids.map((id) => `fact ${id}`), ...named.map((id) => `event ${id}`)];
};

/** Her, whoever supports her, and whom she may have asked to be told: not him, not who referred him, not other staff. */
const mayBeReached = (role: Id | undefined, { definition, names: { people } }: Checking): boolean => {
  if (role === undefined) return false;
  if (people.isHer(role) || people.supporters.has(role)) return true;
  const referrers = definition.forms?.[0]?.value?.from.map(({ value }) => value) ?? [];
  return people.outside.includes(role) && ![...referrers, 'participant', 'referrer'].includes(role);
};

const checkReached = (opening: CourseRule | Duty, path: Id[], checking: Checking): void => {
  // What opens a document of its own is looked at with the document.
  if (checking.names.documents.some(({ duty }) => duty?.id === opening.id)) return;
  for (const effect of 'does' in opening ? opening.does : opening.effects) {
    const wrong = reachedBy(effect, checking).find((role) => !mayBeReached(role, checking));
    const { called } = checking.names.people;
    if (reachedBy(effect, checking).every((role) => mayBeReached(role, checking))) continue;
    const whom = wrong === undefined ? 'nobody knows whom' : `the ${called(wrong)}`;
    const { says } = effect;
    checking.report(raiseWhole('effect/hers', opening.origin.at, { id: opening.id, says, whom, path }));
  }
};

/** What is handed on by its name: a form, an answer, a score. Gives whether something of hers would be. */
const checkForwarded = (opening: CourseRule | Duty, paths: Paths, checking: Checking): boolean => {
  let told = false;
  for (const effect of 'does' in opening ? opening.does : opening.effects) {
    if (effect.verb !== 'forward' || mayBeReached(effect.to, checking)) continue;
    const path = paths.get(handedOn(effect, checking).find((key) => paths.has(key)) ?? '') ?? [];
    const whom = `the ${checking.names.people.called(effect.to ?? '')}`;
    const { says } = effect;
    if (path.length === 0) continue;
    checking.report(raiseWhole('effect/hers', opening.origin.at, { id: opening.id, says, whom, path }));
    told = true;
  }
  return told;
};

/** What tells by its coming: not that somebody of hers, whose it is, has done it. */
const comingBy = (opening: CourseRule | Duty): NamedIn => {
  const named = readBy(opening);
  named.events.delete(`${opening.id}-done`);
  return named;
};

/** A recommendation or a duty of hers is given to those who support her, and to them by name. */
const checkGiven = (opening: CourseRule | Duty, path: Id[], { names: { people }, report }: Checking): void => {
  const isDuty = 'does' in opening;
  const by = isDuty ? opening.by : [...opening.by, ...opening.confirmedBy];
  const others = by.filter((role) => !people.isHer(role) && !people.supporters.has(role)).map(people.called);
  if (by.length > 0 && others.length === 0) return;
  const what = `the ${isDuty ? 'duty' : 'rule'} “${opening.id}”`;
  report(raiseWhole('duty/hers', opening.origin.at, { what, path, others, known: [...people.supporters] }));
};

/** What a judgement of a rule is shown beside the question: no fact that rests on what is hers. */
const checkLooksAt = (paths: Paths, { names, declarations, report }: Checking): void => {
  for (const { id, looksAt } of names.plain.asks)
    for (const { value, at } of looksAt ?? [])
      if (!declarations.facts.has(value) && paths.has(`fact ${value}`))
        report(raiseCriterion('criterion/looks-at-hers', at, { id, fact: value }));
};

/** Takes a lowered course with what it was made from, and all that is hers; reports each way by which what is hers would be known or decide. */
export const checkHers = (checking: Checking, paths: Paths): void => {
  const { course, report } = checking;
  const told = new Set<string>();
  for (const { what, at, named } of deciding(course)) {
    const path = firstOf(named, paths);
    const key = `${what} ${path?.join(' ')}`;
    if (path && !told.has(key)) report(raiseWhole('rule/hers', at, { what, path }));
    told.add(key);
  }
  for (const opening of [...course.duties, ...course.rules]) {
    const isHandedOn = checkForwarded(opening, paths, checking);
    const path = paths.get(`${'does' in opening ? 'duty' : 'rule'} ${opening.id}`)?.slice(1);
    if (!path || (!('does' in opening) && isOfHisPlace(opening))) continue;
    checkGiven(opening, path, checking);
    const comes = firstOf(comingBy(opening), paths);
    if (comes && !isHandedOn) checkReached(opening, comes, checking);
  }
  checkLooksAt(paths, checking);
};
