import type { Bundle, Fact, FactSource, Form, Id } from '../../engine/contract/index.js';
import { dataTypes } from './documents/data-types.js';
import { courseEvents, courseUnions } from './event-types.js';
import { factsById, localId, questionsOn, questionsWithin } from './questions.js';

/**
 * Takes a bundle; gives a TypeScript declaration file: the answers to each form, the events of a case, what the template
 * of each document is filled with, and its ids as unions of words.
 */
export const toTypes = (bundle: Bundle): string => {
  const facts = factsById(bundle);
  const sections = [
    `/** ${comment(bundle.programme.title)}: its answers, events, documents and verdicts. Written by rubric build. */`,
    unions(bundle),
    ...bundle.forms.map((form) => answersOf(form, facts)),
    allAnswers(bundle.forms),
    events(bundle, facts),
    ...(bundle.documents?.length ? [dataTypes(bundle.documents)] : []),
  ];
  return `${sections.join('\n\n')}\n`;
};

const unions = (bundle: Bundle): string =>
  [
    union('FormId', bundle.forms),
    union('FactId', bundle.facts),
    union('CriterionId', bundle.criteria),
    union('RoleId', bundle.people),
    ...courseUnions(bundle),
    `export type Verdict = 'met' | 'not-met' | 'unknown' | 'not-applicable';`,
    `export type Outcome = 'excluded' | 'not-eligible' | 'not-enough-information' | 'needs-judgement' | 'eligible';`,
    `/** A day "2026-03-02", or an instant "2026-03-02T17:30:00Z". */\nexport type Moment = string;`,
  ].join('\n');

const union = (name: string, things: { id: Id }[]): string =>
  `export type ${name} = ${anyOf(things.map(({ id }) => quoted(id)))};`;

const anyOf = (types: string[]): string => (types.length === 0 ? 'never' : types.join(' | '));
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
const comment = (text: string): string => text.replaceAll('*/', '* /').replace(/\s+/g, ' ');

const answersOf = (form: Form, facts: Map<Id, Fact>): string =>
  `/** The answers to “${comment(form.title)}”; what is absent has not been answered. */\n` +
  `export interface ${interfaceName(form)} {\n${fields(questionsOn(form, facts), facts, '  ')}\n}`;

const interfaceName = (form: Form): string => `${camel(form.id)}Answers`;
const camel = (id: Id): string => {
  const joined = id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return /^\d/.test(joined) ? `Form${joined}` : joined;
};

const fields = (questions: Fact[], facts: Map<Id, Fact>, indent: string): string =>
  questions
    .map(
      (fact) =>
        `${indent}/** ${comment(fact.ask)} */\n${indent}${quoted(localId(fact))}?: ${typeOf(fact, facts, indent)};`,
    )
    .join('\n');

const typeOf = (fact: Fact, facts: Map<Id, Fact>, indent: string): string => {
  const options = fact.options.map(({ id }) => quoted(id));
  switch (fact.kind) {
    case 'yes-no':
    case 'choice':
      return anyOf(options);
    case 'choices':
      return `(${anyOf(options)})[]`;
    case 'number':
      return anyOf(['number', ...options]);
    case 'entries':
      return `{\n${fields(questionsWithin(fact, facts), facts, `${indent}  `)}\n${indent}}[]`;
    default:
      return 'string';
  }
};

const allAnswers = (forms: Form[]): string =>
  `/** By form. */\nexport interface Answers {\n${forms
    .map((form) => `  ${quoted(form.id)}: ${interfaceName(form)};`)
    .join('\n')}\n}`;

const acts: Record<FactSource, string> = {
  form: 'answered',
  judgement: 'judged',
  consent: 'consented',
  document: 'signed',
  instrument: 'scored',
};

const events = (bundle: Bundle, facts: Map<Id, Fact>): string => {
  const kinds = (Object.keys(acts) as FactSource[]).filter((source) => valued(bundle, source).length > 0);
  const members = kinds.map((source) => {
    const name = camel(acts[source]);
    return { name, text: eventType(name, source, valued(bundle, source), facts) };
  });
  members.push(...courseEvents(bundle));
  return [
    baseEvent,
    ...members.map(({ text }) => text),
    `/** What happened to a case: an append-only list of these. */\nexport type CaseEvent = ${anyOf(members.map(({ name }) => name))};`,
  ].join('\n\n');
};

const valued = (bundle: Bundle, source: FactSource): Fact[] =>
  bundle.facts.filter((fact) => fact.source === source && fact.within === undefined);

const eventType = (name: string, source: FactSource, facts: Fact[], all: Map<Id, Fact>): string => {
  const values = facts
    .map((fact) => `    ${quoted(fact.id)}?: ${typeOf(fact, all, '    ')} | 'not-known' | 'not-applicable' | null;`)
    .join('\n');
  return `export interface ${name} extends Recorded {\n  kind: ${quoted(acts[source])};\n  values: {\n${values}\n  };\n}`;
};

const baseEvent = `interface Recorded {
  id: string;
  happened: Moment;
  learned: Moment;
  recorded: Moment;
  by: { role: RoleId; name?: string };
  toldBy?: RoleId;
  reason?: string;
  /** The id of the event that this one corrects. */
  supersedes?: string;
}
type None = { [name: string]: never };`;
