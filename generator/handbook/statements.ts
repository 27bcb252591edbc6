/** What the provider says in words of its own: on a form, on a page of it, or of itself. */
import type { Bundle, Id, Statement } from '../../engine/contract/index.js';
import type { Block } from './handbook-types.js';
import { coveredBy, paragraph, sentenceOf, type Teller } from './teller.js';

const pagesOf = ({ forms }: Bundle): Set<Id> => new Set(forms.flatMap(({ pages }) => pages.map(({ id }) => id)));

/** What is said on no page, and belongs to what the provider says of itself. */
const isAside = ({ on, origin }: Statement, { bundle, clause }: Teller): boolean => {
  const pages = pagesOf(bundle);
  if (on.some((id) => pages.has(id))) return false;
  if (!bundle.forms.some(({ id }) => on.includes(id))) return true;
  return origin.clauses.some((id) => ['report', 'informational'].includes(clause(id)?.kind ?? ''));
};

/** Those that no form shows, but for what stands in a report or a message alone. */
export const asides = (teller: Teller): Statement[] => {
  const documents = new Set((teller.bundle.documents ?? []).flatMap(({ id, of }) => [id, of]));
  return teller.bundle.statements.filter(
    (statement) =>
      isAside(statement, teller) && (statement.on.length === 0 || !statement.on.every((id) => documents.has(id))),
  );
};

/** Words about “this form” are put as somebody says them who does not hold it. */
const fromAfar = (says: string): string =>
  says.replace(/\bthis (form|page)\b/gi, 'the $1').replace(/\bour guidelines\b/g, 'these guidelines');

/** Gives what is said on these forms or pages, once, and tells its clauses. */
export const statementsOn = (ids: Id[], teller: Teller): Block[] => {
  const said = teller.bundle.statements
    .filter((statement) => statement.on.some((id) => ids.includes(id)) && !isAside(statement, teller))
    .map(({ says, origin }) => ({
      text: sentenceOf(fromAfar(says)),
      clauses: coveredBy(teller.untold(origin.clauses), says, origin.clauses),
      bare: origin.clauses.length === 0,
    }))
    .filter(({ clauses, bare }) => clauses.length > 0 || bare);
  const clauses = said.flatMap((each) => each.clauses);
  teller.tell(clauses);
  return said.length === 0 ? [] : [paragraph(said.map(({ text }) => text).join(' '), clauses)];
};
