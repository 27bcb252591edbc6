import type { Key, ReactNode } from 'react';
import { TableHead } from './table-head.js';

/** What one column of a list holds; `look` are classes of its cells. */
export interface Column<Line> {
  head: string;
  cell: (line: Line) => ReactNode;
  look?: string;
}
/** The column that names a line, and leads to it. */
export const leadsTo = <Line extends { href: string }>(head: string, words: (line: Line) => string): Column<Line> => ({
  head,
  cell: (line) => (
    <a className="rubric-link" href={line.href}>
      {words(line)}
    </a>
  ),
});

interface ListTableProps<Line> {
  caption: ReactNode;
  /** The caption stands above the list; else it is there for screen readers only. */
  captioned?: boolean;
  /** The first names the line, unless lines have no name. */
  columns: readonly Column<Line>[];
  named?: boolean;
  lines: readonly Line[];
  keyOf: (line: Line, place: number) => Key;
  look?: string;
}

const Row = <Line,>({ columns, named, line }: Pick<ListTableProps<Line>, 'columns' | 'named'> & { line: Line }) => (
  <tr className="govuk-table__row">
    {columns.map(({ head, cell, look }, place) =>
      named && place === 0 ? (
        <th scope="row" className="govuk-table__header" key={head}>
          {cell(line)}
        </th>
      ) : (
        <td className={`govuk-table__cell${look ? ` ${look}` : ''}`} data-label={head} key={head}>
          {cell(line)}
        </td>
      ),
    )}
  </tr>
);

/** A list of what is alike, a line each; where there is no room for columns a line becomes a block, each value under its head. */
export const ListTable = <Line,>(list: ListTableProps<Line>) => {
  const { caption, captioned = false, columns, named = true, lines, keyOf, look } = list;
  return (
    <table className={`govuk-table rubric-stacked${look ? ` ${look}` : ''}`}>
      <caption className={captioned ? 'govuk-table__caption govuk-table__caption--m' : 'govuk-visually-hidden'}>
        {caption}
      </caption>
      <TableHead heads={columns.map(({ head }) => head)} />
      <tbody className="govuk-table__body">
        {lines.map((line, place) => (
          <Row columns={columns} named={named} line={line} key={keyOf(line, place)} />
        ))}
      </tbody>
    </table>
  );
};
