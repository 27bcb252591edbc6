/** That nobody is given what goes by something that they may not see: rules, duties, steps, judgements, questions. */
import {
  type At,
  type Bundle,
  type CourseCondition,
  type CourseRule,
  changesCase,
  type Duty,
  type Effect,
  type Fact,
  type Id,
  type KeptApart,
} from '../../../engine/contract/index.js';
import { firstOf } from '../../lower/course/labels.js';
import { collect, type NamedIn, nothing } from '../../lower/course/walk.js';
import type { Labels } from '../../lower/information/information.js';
import type { Paths } from '../../lower/information/seeds.js';
import { hers } from '../../lower/information/sight.js';
import { readBy } from '../../lower/information/things.js';
import type { Problem } from '../../problem/problem.js';
import { handedOn, type Reaching, reachedBy } from '../course/hers.js';
import { raiseInformation } from './information-problems.js';

type Content = Pick<Bundle, 'people' | 'forms' | 'facts' | 'criteria' | 'decision' | 'course' | 'documents'>;
export interface Flow {
  core: Content;
  labels: Labels;
  report: (problem: Problem) => void;
}

/** Somebody is given something, which goes by what is named; nobody where any of those inside may be. */
interface Given {
  what: string;
  at: At;
  roles: Id[];
  named: NamedIn;
  /** Of a rule or a duty, its own place among what carries a label. */
  key?: string;
}

const conditions = (...all: (CourseCondition | undefined)[]): NamedIn => {
  const found = nothing();
  for (const each of all) collect(each, found);
  return found;
};
const facts = (ids: Id[]): NamedIn => ({ ...nothing(), facts: new Set(ids) });

const isDuty = (opening: CourseRule | Duty): opening is Duty => 'does' in opening;
const keyOf = (opening: CourseRule | Duty): string => `${isDuty(opening) ? 'duty' : 'rule'} ${opening.id}`;
/** From it to what is kept apart, by the shortest way. */
const wayFrom = (key: string | undefined, named: NamedIn, paths: Paths): Id[] | undefined =>
  key === undefined ? firstOf(named, paths) : paths.get(key)?.slice(1);
const ofOpening = (opening: CourseRule | Duty): Given => ({
  what: `the ${isDuty(opening) ? 'duty' : 'rule'} “${opening.id}”`,
  at: opening.origin.at,
  roles: isDuty(opening) ? opening.by : [...opening.by, ...opening.confirmedBy],
  named: readBy(opening),
  key: keyOf(opening),
});

/** What becomes of him: of phases, kinds of session and what credits sessions nobody is named who decides. */
const ofPlace = ({ course, decision, criteria }: Content): Given[] => [
  ...(course?.steps ?? []).map(({ id, needs, by, origin }) => ({
    what: `the step “${id}”`,
    at: origin.at,
    roles: by,
    named: conditions(...needs.map(({ condition }) => condition)),
  })),
  ...(course?.sessions?.phases ?? []).map(({ id, needs, origin }) => ({
    what: `the phase “${id}”`,
    at: origin.at,
    roles: [],
    named: conditions(needs),
  })),
  ...(course?.sessions?.kinds ?? []).map(({ id, onlyWhen, origin }) => ({
    what: `the kind of session “${id}”`,
    at: origin.at,
    roles: [],
    named: conditions(onlyWhen),
  })),
  ...(course?.sessions?.credits ?? []).map(({ event, origin }) => ({
    what: 'what credits sessions',
    at: origin.at,
    roles: [],
    named: { ...nothing(), events: new Set([event]) },
  })),
  ...(course?.returns ?? []).map(({ id, when, needs, keeps, origin }) => {
    const named = conditions(when, needs);
    for (const fact of keeps) named.facts.add(fact);
    const roles = course?.steps.find((step) => step.id === 'return')?.by ?? [];
    return { what: `“${id}” under “returns”`, at: origin.at, roles, named };
  }),
  ...(course?.appeals ?? []).map(({ id, against, from, to, origin }) => ({
    what: `the appeal “${id}”`,
    at: origin.at,
    roles: [...from, to],
    named: { ...nothing(), events: new Set(against) },
  })),
  ...(decision
    ? criteria
        .filter(({ decides }) => decides)
        .map(({ id, origin }) => ({
          what: `the decision, which goes by “${id}”,`,
          at: origin.at,
          roles: decision.by,
          named: facts([id]),
        }))
    : []),
  ...(decision?.consulting ?? []).map(({ role, when }) => ({
    what: 'the consultation',
    at: decision?.origin.at as At,
    roles: [role],
    named: conditions(when),
  })),
];

/** Whoever fills in a form sees what they answered there. */
const askedWith = ({ forms, facts: all }: Content, fact: Fact): ReadonlySet<Id> => {
  const form = forms.find(({ pages }) => pages.some(({ asks }) => asks.includes(fact.within ?? fact.id)));
  const asked = (form?.pages ?? []).flatMap(({ asks }) => asks);
  return new Set(all.filter(({ id, within }) => asked.includes(within ?? id)).map(({ id }) => id));
};

/** What somebody is asked: whether at all, what is offered; of a judgement, what it looks at. */
const ofFact = (fact: Fact, core: Content): Given => {
  const { id, source, onlyWhen, required, options, looksAt, judgedBy, from, origin } = fact;
  const named = conditions(
    onlyWhen,
    required.kind === 'when' ? required.condition : undefined,
    ...options.map((option) => option.onlyWhen),
  );
  for (const each of looksAt ?? []) named.facts.add(each);
  if (source === 'form') for (const each of askedWith(core, fact)) named.facts.delete(each);
  const word = source === 'form' ? 'question' : source;
  return { what: `the ${word} “${id}”`, at: origin.at, roles: judgedBy ?? from, named };
};

const givenIn = (core: Content): Given[] => [
  ...core.facts.map((fact) => ofFact(fact, core)),
  ...ofPlace(core),
  ...[...(core.course?.rules ?? []), ...(core.course?.duties ?? [])].map(ofOpening),
];

const documents = new Set<Effect['verb']>(['send', 'issue']);
/** Whom somebody who may see it tells outside, in their own words, is for that person to say; a document says it itself. */
const checkReached = (opening: CourseRule | Duty, kept: Id, path: Id[], flow: Flow, reaching: Reaching): void => {
  const { labels, core, report } = flow;
  const { called, outside } = reaching.names.people;
  const found = labels.kept.find(({ id }) => id === kept);
  // What opens a document of its own is looked at with the document.
  if (core.documents?.some(({ duty }) => duty === opening.id)) return;
  for (const effect of isDuty(opening) ? opening.does : opening.effects) {
    const wrong = reachedBy(effect, reaching).find((role) => {
      if (role === undefined) return documents.has(effect.verb);
      return outside.includes(role) ? documents.has(effect.verb) : !labels.maySee(role, kept);
    });
    const none = reachedBy(effect, reaching).includes(undefined) && documents.has(effect.verb);
    if (wrong === undefined && !none) continue;
    const whom = wrong === undefined ? 'nobody knows whom' : `the ${called(wrong)}`;
    const { id, origin } = opening;
    const { says } = effect;
    const { called: what = kept, seenBy: known = [] } = found ?? {};
    report(raiseInformation('information/reaches', origin.at, { id, says, whom, kept: what, path, known }));
  }
};

/** What is kept apart and handed on by its name, to somebody who may not see it. */
const checkHandedOn = (
  opening: CourseRule | Duty,
  { id: kept, called, seenBy }: KeptApart,
  flow: Flow,
  reaching: Reaching,
): void => {
  const { labels, report } = flow;
  for (const effect of isDuty(opening) ? opening.does : opening.effects) {
    const key = handedOn(effect, reaching).find((each) => labels.paths.get(kept)?.has(each));
    const path = key === undefined ? undefined : labels.paths.get(kept)?.get(key);
    if (!path || (effect.to !== undefined && labels.maySee(effect.to, kept))) continue;
    const whom = `the ${reaching.names.people.called(effect.to ?? '')}`;
    const { id, origin } = opening;
    report(
      raiseInformation('information/reaches', origin.at, {
        id,
        says: effect.says,
        whom,
        kept: called,
        path,
        known: seenBy,
      }),
    );
  }
};

/** What a rule does to his case is done by its being confirmed: who may not see the rule would not know that it was. */
const checkChanges = (opening: CourseRule | Duty, kept: string, path: Id[], report: Flow['report']): void => {
  if (isDuty(opening)) return;
  const changing = opening.effects.find(({ verb }) => changesCase.has(verb));
  if (!changing) return;
  const { id, origin } = opening;
  report(raiseInformation('information/changes-case', origin.at, { id, says: changing.says, kept, path }));
};

/** Takes the content with its labels; reports what is given to somebody who may not see what it goes by. */
export const checkGivenApart = (flow: Flow, called: (role: Id) => string, reaching: Reaching | undefined): void => {
  const { core, labels, report } = flow;
  const given = givenIn(core);
  const openings = [...(core.course?.duties ?? []), ...(core.course?.rules ?? [])];
  for (const apart of labels.kept) {
    const { id: kept, called: words, seenBy: known } = apart;
    // What is hers is looked at by itself: it may decide nothing of his place at all.
    if (kept === hers) continue;
    const paths: Paths = labels.paths.get(kept) ?? new Map();
    for (const { what, at, roles, named, key } of given) {
      const path = wayFrom(key, named, paths);
      const others = roles.filter((role) => !labels.maySee(role, kept)).map(called);
      if (path && (roles.length === 0 || others.length > 0))
        report(raiseInformation('information/given', at, { what, kept: words, path, others, known }));
    }
    for (const opening of openings) {
      if (reaching) checkHandedOn(opening, apart, flow, reaching);
      const path = wayFrom(keyOf(opening), nothing(), paths);
      if (path) checkChanges(opening, words, path, report);
      if (path && reaching) checkReached(opening, kept, path, flow, reaching);
    }
  }
};
