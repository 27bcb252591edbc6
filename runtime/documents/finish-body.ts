import { stopped } from '../portal/words/lists.js';
import {
  attribute,
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

/** A column without anything in it is no column: nothing was told there of any row. */
const dropEmptyColumns = (table: Element): void => {
  const [head] = rowsOf(table, 'thead');
  const rows = rowsOf(table, 'tbody').map(elementsIn);
  if (head === undefined || rows.length === 0) return;
  const isEmpty = (_: Element, at: number): boolean =>
    at > 0 && rows.every((cells) => cells[at]?.tagName === 'td' && textOf(cells[at]) === '');
  const empty = new Set(elementsIn(head).flatMap((cell, at) => (isEmpty(cell, at) ? [at] : [])));
  for (const row of [head, ...rowsOf(table, 'tbody')])
    if (empty.size > 0)
      fill(
        row,
        elementsIn(row).filter((_, at) => !empty.has(at)),
      );
};

/** A table that its author filled in keeps all its columns, and says where nothing was written. */
const sayEmptyCells = (table: Element): void => {
  for (const cell of rowsOf(table, 'tbody').flatMap(elementsIn))
    if (cell.tagName === 'td' && textOf(cell) === '') fill(cell, [textNode('Nothing written')]);
};

const finishTable = (table: Element): void => {
  if (hasClass(table, 'document-table-narrative')) sayEmptyCells(table);
  else dropEmptyColumns(table);
  labelCells(table);
};

/** Of the key to a strip, what occurs in it. */
const keepKeyOf = (strip: Element, key: Element): void => {
  const occur = new Set(elementsIn(strip).map((mark) => attribute(mark, 'data-mark')));
  fill(
    key,
    elementsIn(key).filter((one) => occur.has(attribute(one, 'data-mark'))),
  );
};

const finishStrips = (elements: Element[]): void => {
  const keys = elements.filter((one) => hasClass(one, 'document-key'));
  for (const [at, strip] of elements.filter((one) => hasClass(one, 'document-strip')).entries()) {
    const key = keys[at];
    if (key) keepKeyOf(strip, key);
  }
};

/** A role that stands alone begins as a line does. */
const giveCapital = (role: Element): void => {
  const words = textOf(role);
  fill(role, [textNode(words.charAt(0).toUpperCase() + words.slice(1))]);
};

const draftMark = (element: Element): boolean => hasClass(element, 'document-draft');

/**
 * Takes the body of a document as its template gives it, and what still lacks in it, if anything; gives it ready to
 * stand in a page, with what lacks said at its head.
 */
export const finishBody = (body: string, lacking: string | undefined): string => {
  const tree = fragmentOf(body.trim());
  const elements = within(tree);
  for (const table of elements.filter(({ tagName }) => tagName === 'table')) finishTable(table);
  for (const role of elements.filter((one) => hasClass(one, 'document-role'))) giveCapital(role);
  finishStrips(elements);
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
