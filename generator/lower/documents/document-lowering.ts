/** What the lowering of reports and messages needs besides what that of every section over time is given. */
import { type At, capital, type Id } from '../../../engine/contract/index.js';
import type { Declarations } from '../../check/declarations.js';
import { raiseDocument } from '../../check/documents/document-problems.js';
import type { PlainDocument } from '../../check/documents/plain-documents.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { CourseScope } from '../course/context.js';
import type { Lowering } from '../course/lowering.js';

export interface DocumentLowering extends Lowering {
  definition: WrittenDefinition;
  declarations: Declarations;
  document: PlainDocument;
  /** The fact of whose entries there is one each. */
  forEach?: Id;
  scope: CourseScope;
}

/** Where something stands, for a message: “mid-way › absences”. */
export const placeIn = ({ id }: PlainDocument, heading?: Id): string =>
  heading === undefined || heading === 'message' || heading === 'report' ? `“${id}”` : `“${id} › ${heading}”`;

/** A fact that a document can name: what it is, or why it cannot be named here. */
type FoundFact = { fact: Id; called: string; kind: string } | { because: string; write: string } | undefined;

/** What stands beside a value for its reader: what the author calls it, or else the question that was asked. */
export const labelOf = ({ id, called, ask }: { id: Id; called: string; ask?: string }): string => {
  const own = id.slice(id.lastIndexOf('.') + 1).replaceAll('-', ' ');
  return called === own && ask ? ask : capital(called.replace(/^the /, ''));
};

const ofEach = (of: string): FoundFact => ({
  because: `there is one for each ${of}`,
  write: `Write “for-each: ${of}” for the document, so that there is one for each, or name something of the case.`,
});

/** Takes a name; gives the answer or the fact that it stands for, which may be one of the entry in hand. */
export const factNamed = (name: string, lowering: DocumentLowering): FoundFact => {
  const { declarations, names, forEach } = lowering;
  const own = forEach === undefined ? undefined : declarations.facts.get(`${forEach}.${name}`);
  const answer = own ?? declarations.facts.get(name);
  if (answer) {
    const { id, kind, within, each } = answer.fact;
    if (within && within !== forEach) return ofEach(declarations.facts.get(within)?.fact.each ?? within);
    if (kind === 'entries')
      return {
        because: `it lists each ${each ?? 'of several'}`,
        write: `Write “for-each: ${each ?? name}” for the document, and name what is asked of each.`,
      };
    return { fact: id, called: labelOf(answer.fact), kind };
  }
  const derived = names.derived.get(name);
  if (derived) {
    if (derived.scope !== undefined && derived.scope !== forEach)
      return ofEach(derived.scope === 'session' ? 'session' : derived.scope);
    return { fact: name, called: labelOf({ id: name, called: derived.shape.called }), kind: derived.shape.kind };
  }
  const builtIn = names.builtIn.get(name);
  if (builtIn) return { fact: name, called: labelOf({ id: name, called: builtIn.called }), kind: builtIn.kind };
  const [event = '', question] = name.split('.');
  const field = names.happenings.get(event)?.fields.find((each) => each.name === question);
  return field && { fact: field.id, called: labelOf(field), kind: field.kind };
};

/** All that a blank can name. */
export const fillable = ({ declarations, names }: DocumentLowering): string[] => [
  ...[...declarations.facts.values()].filter(({ fact }) => fact.kind !== 'entries').map(({ fact }) => fact.id),
  ...names.derived.keys(),
  ...names.builtIn.keys(),
  ...[...names.happenings.values()].flatMap(({ fields }) => fields.map(({ id }) => id)),
];

/** Notes that a fact is used, so that it is not told that nothing reads it. */
export const use = (fact: Id, { resolver }: DocumentLowering): void => {
  resolver.uses.facts.add(fact);
  const [event, question] = fact.split('.');
  if (event !== undefined && question !== undefined) resolver.uses.events.add(event);
};

/** Reports each blank of words in which nothing is filled in. */
export const refuseBlanks = (
  words: { value: string; at: At } | undefined,
  what: string,
  { report }: Pick<DocumentLowering, 'report'>,
): void => {
  for (const [blank] of (words?.value ?? '').matchAll(/<[a-z][a-z0-9.-]*>/g))
    if (words) report(raiseDocument('document/misplaced-blank', words.at, { blank, what }));
};
