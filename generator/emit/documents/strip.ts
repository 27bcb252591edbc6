/** The attendance strip: one mark a session, in the shapes that it has everywhere, drawn without a stylesheet. */
import { each, type Lines, plain, when } from './markup.js';

const box = '<rect x="2" y="2" width="24" height="24" rx="2" fill="none" stroke="currentColor" stroke-width="2"/>';
const thin = '<rect x="2" y="2" width="24" height="24" rx="2" fill="none" stroke="currentColor"/>';
const lines = (path: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="currentColor" stroke-width="${width}"/>`;

/** Each mark that a row may have: its shape, the tick being a hole, and what it means. */
const marks: [mark: string, means: string, shape: string][] = [
  [
    'full',
    'Attended',
    '<path fill="currentColor" fill-rule="evenodd" d="M2 2H26V26H2ZM6.9 15.6L12.5 21.2L21.7 10.5L19.4 8.5L12.4 16.8L9.1 13.4Z"/>',
  ],
  ['half', 'Attended or credited, not both', `${box}<path d="M2 26L26 2V26Z" fill="currentColor"/>`],
  [
    'empty',
    'Not attended',
    '<rect x="3.5" y="3.5" width="21" height="21" rx="2" fill="none" stroke="currentColor" stroke-width="4"/>',
  ],
  ['crossed', 'Cancelled, or a closure day', `${box}${lines('M6 6L22 22M22 6L6 22', 2)}`],
  ['not-due', 'Not due', `${thin}${lines('M2 12L12 2M2 20L20 2M6 26L26 6M14 26L26 14', 1.5)}`],
  [
    'not-recorded',
    'Not recorded',
    '<rect x="2" y="2" width="24" height="24" rx="2" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3"/><circle cx="14" cy="14" r="4.5" fill="currentColor"/>',
  ],
];

const named = (mark: string): string => `document-mark-${mark}`;
const drawn = (mark: string, title: string): string =>
  `<svg class="document-mark" data-mark="${mark}" width="20" height="20" viewBox="0 0 28 28" aria-hidden="true">${title}<use href="#${named(mark)}"/></svg>`;

/** The shapes, once in each document that has a strip. */
export const shapesOfMarks: Lines = [
  '<svg class="document-marks" width="0" height="0" aria-hidden="true">',
  marks.map(([mark, , shape]) => `<symbol id="${named(mark)}" viewBox="0 0 28 28">${shape}</symbol>`),
  '</svg>',
];

const saysTheSame = 'One mark for each session, in the order of their days. The table below says the same in words.';

/** Takes the path of rows, each with its mark; gives their strip, and what the marks mean. */
export const strip = (rows: string): Lines =>
  when(rows, [
    `<div class="document-strip" role="img" aria-label="${plain(saysTheSame)}">`,
    each(rows, [drawn('{{mark}}', '<title>{{day}}: {{outcome}}</title>')]),
    '</div>',
    '<ul class="document-key" aria-hidden="true">',
    marks.map(([mark, means]) => `<li data-mark="${mark}">${drawn(mark, '')} ${plain(means)}</li>`),
    '</ul>',
  ]);
