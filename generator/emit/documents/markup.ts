/** The small change of a template: text that stands as it is, paths, and the few shapes that recur. */
import type { Id } from '../../../engine/contract/index.js';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
  '\\': '&#92;',
};

/** Takes words; gives them as they stand in HTML, and so that Handlebars sees nothing in them. */
export const plain = (words: string): string => words.replace(/[&<>"'{}\\]/g, (letter) => entities[letter] ?? letter);

/** Takes an id; gives it as one step of a path: in brackets where a dot or a figure in it would be read otherwise. */
export const step = (id: Id): string => (/^[a-z][a-z-]*$/.test(id) && id !== 'this' ? id : `[${id}]`);

/** Lines, those of inner parts two spaces further in. */
export type Lines = (string | Lines)[];
export const written = (lines: Lines, indent = ''): string =>
  lines.map((line) => (typeof line === 'string' ? `${indent}${line}\n` : written(line, `${indent}  `))).join('');

/** Something that stands only at times. */
export const when = (path: string, then: Lines, otherwise?: Lines): Lines => [
  `{{#if ${path}}}`,
  ...then,
  ...(otherwise === undefined ? [] : ['{{else}}', ...otherwise]),
  '{{/if}}',
];
export const unless = (path: string, then: Lines): Lines => [`{{#unless ${path}}}`, ...then, '{{/unless}}'];
export const each = (path: string, then: Lines): Lines => [`{{#each ${path}}}`, ...then, '{{/each}}'];

/** Said where there is nothing to list. */
export const nothing = (words: string): string => `<p class="document-none">${plain(words)}</p>`;

/** One line of a list of terms. */
export const termed = (label: string, value: string): string => `<div><dt>${plain(label)}</dt><dd>${value}</dd></div>`;
/** The same, where there may be no value. */
export const termedIf = (path: string, label: string, value = `{{${path}}}`): Lines =>
  when(path, [termed(label, value)]);

/** Labels and values of the data, as a list of terms; nothing where there are none. */
export const labelled = (path: string): Lines =>
  when(path, [
    '<dl class="document-terms">',
    [...each(path, ['<div><dt>{{label}}</dt><dd>{{value}}</dd></div>'])],
    '</dl>',
  ]);

/** Words for a role that stand alone, so that whoever prints them may give them a capital. */
export const roleAt = (path: string): string => `<span class="document-role">{{${path}}}</span>`;

/** A column: its heading and the path of its cell, seen from a row; whether somebody's role stands in it. */
export interface Column {
  heading: string;
  cell: string;
  isRole?: boolean;
}
const cellOf = ({ cell, isRole }: Column): string => `<td>${isRole ? roleAt(cell) : `{{${cell}}}`}</td>`;
/** Takes the path to rows; gives their table. The first column heads its row; `more` are cells after the named ones. */
export const table = (
  { caption, rows, kind }: { caption: string; rows: string; kind: string },
  [first, ...others]: [Column, ...Column[]],
  more: { headings: string[]; cells: Lines; row?: string } = { headings: [], cells: [] },
): Lines => [
  '<div class="document-scroll">',
  [
    `<table class="document-table document-table-${kind}">`,
    [
      `<caption>${plain(caption)}</caption>`,
      '<thead>',
      [
        '<tr>',
        [first.heading, ...others.map(({ heading }) => heading), ...more.headings].map(
          (heading) => `<th scope="col">${plain(heading)}</th>`,
        ),
        '</tr>',
      ],
      '</thead>',
      '<tbody>',
      each(rows, [
        more.row ?? '<tr>',
        [`<th scope="row">{{${first.cell}}}</th>`, ...others.map(cellOf), ...more.cells],
        '</tr>',
      ]),
      '</tbody>',
    ],
    '</table>',
  ],
  '</div>',
];
