import { stopped } from '../portal/words/lists.js';
import {
  childrenOf,
  type Element,
  elementOf,
  elementsIn,
  fill,
  firstWithin,
  fragmentOf,
  hasClass,
  htmlIn,
  setAttribute,
  textNode,
  textOf,
  within,
} from './html-tree.js';

const rowsOf = (table: Element, part: 'thead' | 'tbody'): Element[] =>
  elementsIn(table)
    .filter(({ tagName }) => tagName === part)
    .flatMap(elementsIn)
    .filter(({ tagName }) => tagName === 'tr');

/** On a narrow screen a table has no columns, so each cell carries the heading of its own. */
const labelCells = (table: Element): void => {
  const labels = elementsIn(rowsOf(table, 'thead').at(-1) ?? table).map(textOf);
  for (const row of rowsOf(table, 'tbody')) {
    for (const [index, cell] of elementsIn(row).entries()) {
      const label = labels[index];
      if (cell.tagName === 'td' && label) setAttribute(cell, 'data-label', label);
    }
  }
};

const draftMark = (element: Element): boolean => hasClass(element, 'document-draft');

/**
 * Takes the body of a document as its template gives it, and what still lacks in it, if anything; gives it ready to
 * stand in a page, with what lacks said at its head.
 */
export const finishBody = (body: string, lacking: string | undefined): string => {
  const tree = fragmentOf(body.trim());
  for (const table of within(tree).filter(({ tagName }) => tagName === 'table')) labelCells(table);
  if (lacking !== undefined) sayLacking(tree, lacking);
  return htmlIn(tree);
};

const sayLacking = (tree: ReturnType<typeof fragmentOf>, lacking: string): void => {
  const said = [textNode(stopped(lacking))];
  const mark = firstWithin(tree, draftMark);
  if (mark) {
    fill(mark, said);
    return;
  }
  const first = firstWithin(tree, ({ tagName }) => tagName === 'article') ?? tree;
  fill(first, [elementOf('p', { class: 'document-draft' }, said), ...childrenOf(first)]);
};
