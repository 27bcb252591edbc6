/**
 * Common mistakes: what was written, what was meant. The passes put the tokens right one kind of mistake at a time, each
 * reporting it; what comes out must parse, or no correction is offered.
 */
import type { Meant } from './ast.js';
import { type Fault, fault } from './fault.js';
import { parseTokens } from './grammar.js';
import { mendClause } from './mend/clause.js';
import { type Clause, cutIntoClauses } from './mend/clauses.js';
import { mendForms } from './mend/forms.js';
import { mendHappening } from './mend/happening.js';
import { mendMarks } from './mend/marks.js';
import type { Mending } from './mend/mending.js';
import { inARow } from './mend/row.js';
import { mendWording } from './mend/wording.js';
import type { Token } from './tokens.js';

/** Takes the tokens of a text that is no sentence; gives its faults, and what was meant where that can be told. */
export const mend = (tokens: Token[]): { faults: Fault[]; meant?: Meant } => {
  const words = tokens.filter(({ kind }) => kind !== 'end');
  const [end = { start: 0, end: 0 }] = tokens.slice(-1);
  if (words.length === 0) return { faults: [fault('sentence/empty', { start: 0, end: end.end }, {})] };
  const row = inARow(words);
  if (row) return { faults: [row.fault] };
  const start: Mending = { tokens: words, faults: [], hopeless: false };
  const mending = [mendMarks, mendForms, mendHappening, mendWording].reduce((done, pass) => pass(done), start);
  const meant = mendClauses(cutIntoClauses(mending), mending, end);
  return meant && !mending.hopeless ? { faults: mending.faults, meant } : { faults: mending.faults };
};

const mendClauses = (clauses: Clause[], mending: Mending, end: { start: number; end: number }): Meant | undefined => {
  const sentences: { joined: Clause['joined']; meant: Meant }[] = [];
  let subject: Token | undefined;
  for (const clause of clauses) {
    const tokens = mendClause(clause, subject, mending);
    subject = tokens[0];
    const place = { start: tokens.at(-1)?.end ?? end.start, end: tokens.at(-1)?.end ?? end.end };
    const parsed = parseTokens([...tokens, { kind: 'end', text: '', ...place }]);
    if ('sentence' in parsed)
      sentences.push({ joined: clause.joined, meant: { kind: 'one', sentence: parsed.sentence } });
    else if (mending.hopeless && mending.faults.length > 0) return undefined;
    else {
      mending.faults.push(parsed.fault);
      mending.hopeless = true;
    }
  }
  return together(sentences);
};

/** “and” binds closer than “or”. */
const together = (sentences: { joined: Clause['joined']; meant: Meant }[]): Meant | undefined => {
  const groups: Meant[][] = [];
  for (const { joined, meant } of sentences) {
    if (joined === 'any' || groups.length === 0) groups.push([meant]);
    else groups.at(-1)?.push(meant);
  }
  const alternatives = groups.map(
    (group): Meant => (group.length === 1 && group[0] ? group[0] : { kind: 'all', of: group }),
  );
  return alternatives.length > 1 ? { kind: 'any', of: alternatives } : alternatives[0];
};
