/** `clause`, `reading`, `ours`: the three keys by which a declared thing answers to the provider's document. */
import type { At, ClauseId, Origin } from '../../../engine/contract/index.js';
import { type Field, oneOrMore, optional, scalar, text, type Written } from '../shape/shape.js';

/** One clause, or the clauses from one to another. */
export interface ClauseRef {
  from: string;
  to: string;
  at: At;
}

const clauseRef = scalar<ClauseRef>('a clause, or a range such as EX-003 to EX-006', { type: 'string' }, (node) => {
  const [from = '', to] = node.text.trim().split(/\s+to\s+/);
  return { from, to: to ?? from, at: node.at };
});

export const clauseRefs = oneOrMore(clauseRef);

export const originFields = {
  clause: optional(clauseRefs, 'where the document says it: a clause, several, or a range'),
  reading: optional(text(), 'the document is unclear; this is how it was taken'),
  ours: optional(text(), 'the document does not say it; why it is here'),
} satisfies Record<string, Field<unknown>>;

export interface WrittenOrigin {
  at: At;
  clause?: ClauseRef[];
  reading?: Written<string>;
  ours?: Written<string>;
}

/** Gives the clauses that some references stand for, in their order; unknown ones are left out. */
export type ClauseFinder = (refs: ClauseRef[]) => ClauseId[];

/** Gives a thing's origin; a thing without a clause of its own has that of what it stands in. */
export const originOf = (
  written: WrittenOrigin | undefined,
  at: At,
  find: ClauseFinder,
  inherited: ClauseId[] = [],
): Origin => ({
  at,
  clauses: written?.clause ? find(written.clause) : inherited,
  ...(written?.reading && { reading: written.reading.value }),
  ...(written?.ours && { ours: written.ours.value }),
});
