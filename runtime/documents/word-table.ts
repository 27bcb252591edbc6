/** A table of a document as a table of a Word file. */
import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from 'docx';
import { type Element, elementsIn, hasClass, textOf } from './html-tree.js';
import { runsIn } from './word-text.js';

/** Between the margins of an A4 page, in twentieths of a point. */
const pageWidth = 9_638;

const rowsOf = (table: Element): { row: Element; head: boolean }[] =>
  elementsIn(table).flatMap((part) => {
    if (part.tagName === 'tr') return [{ row: part, head: false }];
    if (part.tagName !== 'thead' && part.tagName !== 'tbody') return [];
    return elementsIn(part)
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => ({ row, head: part.tagName === 'thead' }));
  });

/** Columns as wide as what stands in them asks for, within bounds. */
const widthsOf = (rows: Element[][]): number[] => {
  const columns = Math.max(...rows.map(({ length }) => length), 1);
  const wants = Array.from({ length: columns }, (_, at) =>
    Math.min(45, Math.max(9, ...rows.map((cells) => (cells[at] ? textOf(cells[at]).length : 0)))),
  );
  const all = wants.reduce((sum, want) => sum + want, 0);
  return wants.map((want) => Math.floor((pageWidth * want) / all));
};

const line = { style: BorderStyle.SINGLE, size: 4, color: '767676' };
const borders = { top: line, bottom: line, left: line, right: line };

const cellOf = (cell: Element, width: number, head: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders,
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0' } } : {}),
    children: [new Paragraph({ style: 'Cell', children: runsIn(cell) })],
  });

/** Takes a table; gives its caption, where that says more than the heading above, and the table, whose heading is repeated on each page. */
export const wordTable = (table: Element): (Paragraph | Table)[] => {
  const rows = rowsOf(table).map(({ row, head }) => ({ cells: elementsIn(row), head }));
  const widths = widthsOf(rows.map(({ cells }) => cells));
  const caption = elementsIn(table).find(({ tagName }) => tagName === 'caption');
  return [
    ...(caption && !hasClass(table, 'document-table-narrative')
      ? [new Paragraph({ style: 'Caption', keepNext: true, children: runsIn(caption) })]
      : []),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: rows.map(
        ({ cells, head }) =>
          new TableRow({
            tableHeader: head,
            cantSplit: true,
            children: cells.map((cell, at) => cellOf(cell, widths[at] ?? 0, head)),
          }),
      ),
    }),
    new Paragraph({ style: 'After', children: [] }),
  ];
};
