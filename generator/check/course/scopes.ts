/** What a sentence over time may name, by where it stands: in the case, of a session, a happening, an entry. */
import type { Id } from '../../../engine/contract/index.js';
import type { FactShape, Named, Scope } from '../../language/sentence/scope.js';
import type { CourseScope } from '../../lower/course/context.js';
import type { Declarations } from '../declarations.js';
import { inWords } from '../declare-questions.js';
import { entryScope } from '../resolve.js';
import type { CourseNames } from './names.js';

const asFact = (fact: FactShape | undefined): Named | undefined => fact && { kind: 'fact', fact };

/** What every sentence over time may name. Answers come first, then what is worked out, happens, or is built in. */
const caseScope = (names: CourseNames, outer: Scope): Scope => {
  const { derived, happenings, builtIn, plain } = names;
  const rules = new Set(plain.rules.map(({ id }) => id));
  const duties = new Set([...plain.duties.map(({ id }) => id), ...names.sectionDuties]);
  const event = (name: string): Named | undefined => {
    const found = happenings.get(name);
    return found && { kind: 'event', id: name, called: found.called, ...(rules.has(name) && { rule: inWords(name) }) };
  };
  const ofCase = (name: string): FactShape | undefined => {
    const found = derived.get(name);
    return found && !found.scope ? found.shape : undefined;
  };
  const find = (name: string): Named | undefined => {
    const answer = outer.find(name);
    if (answer) return answer;
    const fact = ofCase(name) ?? builtIn.get(name);
    if (fact) return asFact(fact);
    const happened = event(name);
    if (happened) return happened;
    if (duties.has(name)) return { kind: 'duty', id: name, called: inWords(name) };
    return rules.has(name) ? { kind: 'rule', id: name, called: inWords(name) } : undefined;
  };
  const ofCaseNames = [...derived.keys()].filter((name) => ofCase(name));
  const elsewhere = (name: string): string | undefined => {
    const of = derived.get(name)?.scope;
    if (of) return `worked out for each ${of === 'session' ? 'session' : 'of several'}`;
    if (plain.rules.some(({ within }) => within === name)) return 'several rules, each of which has a name of its own';
    return outer.elsewhere?.(name);
  };
  const { time: _, ...rest } = outer;
  return {
    ...rest,
    find,
    names: [...new Set([...outer.names, ...ofCaseNames, ...happenings.keys(), ...builtIn.keys(), ...duties, ...rules])],
    elsewhere,
  };
};

const within = (outer: Scope, inner: Map<string, FactShape>): Scope => ({
  ...outer,
  find: (name) => asFact(inner.get(name)) ?? outer.find(name),
  names: [...inner.keys(), ...outer.names],
});

/** Gives the scope of each place where a condition over time may stand. */
export const courseScopes = (names: CourseNames, declarations: Declarations, outer: Scope) => {
  const ofCase = caseScope(names, outer);
  const derivedFor = (scope: Id): [string, FactShape][] =>
    [...names.derived.values()].filter((each) => each.scope === scope).map(({ shape }) => [shape.id, shape]);
  const fieldsOf = (happening: Id): [string, FactShape][] =>
    (names.happenings.get(happening)?.fields ?? []).map((field) => [field.name, { ...field, source: 'form' }]);
  return (scope: CourseScope = { kind: 'case' }): Scope => {
    if (scope.kind === 'case') return ofCase;
    if (scope.kind === 'session')
      return { ...within(ofCase, new Map([...names.ofSession, ...derivedFor('session')])), session: true };
    if (scope.kind === 'happening') return within(ofCase, new Map([...fieldsOf(scope.of), ...derivedFor(scope.of)]));
    return within(entryScope(scope.of, declarations, ofCase), new Map(derivedFor(scope.of)));
  };
};
