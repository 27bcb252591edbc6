/** The print's clothes: black on white, A4, and readable on a narrow screen. */

/** Words as a CSS string, which can end neither the string nor the stylesheet. */
const cssString = (words: string): string =>
  `"${words.replace(/[\s\p{Cc}]+/gu, ' ').replace(/["\\<>]/g, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;

/** What stands in the margins of every printed page. */
interface Margins {
  topLeft: string;
  topRight: string;
  bottomLeft: string;
}

/** The rules of the printed page: A4, with the margins' words and "Page 2 of 5". */
export const pageStyle = ({ topLeft, topRight, bottomLeft }: Margins): string => {
  const face = 'font: 9pt Arial, "Helvetica Neue", Helvetica, sans-serif; color: #000;';
  return `@page {
  size: A4;
  margin: 24mm 20mm 22mm;
  @top-left { content: ${cssString(topLeft)}; ${face} width: 70%; text-align: left; vertical-align: bottom; padding-bottom: 4mm; }
  @top-right { content: ${cssString(topRight)}; ${face} font-weight: bold; width: 30%; text-align: right; vertical-align: bottom; padding-bottom: 4mm; }
  @bottom-left { content: ${cssString(bottomLeft)}; ${face} width: 70%; text-align: left; vertical-align: top; padding-top: 4mm; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); ${face} width: 30%; text-align: right; vertical-align: top; padding-top: 4mm; }
}
`;
};

/** How a document looks, whatever page it stands in: everything is within `.document`. */
export const documentStyle = `.document {
  box-sizing: border-box;
  max-width: 46rem;
  color: #000;
  background: #fff;
  font: 1rem/1.45 Arial, "Helvetica Neue", Helvetica, sans-serif;
  overflow-wrap: break-word;
  font-variant-numeric: tabular-nums;
}
.document :where(h1, h2, h3, p, ul, ol, dl, dd, table, figure) { margin: 0; }
.document :where(p, ul, ol, dl, table, .document-scroll) + :where(*) { margin-top: 0.75rem; }
.document h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; font-weight: 700; }
.document h2 { margin: 0 0 0.5rem; font-size: 1.1875rem; line-height: 1.3; font-weight: 700; }
.document h3 { margin: 1rem 0 0.25rem; font-size: 1rem; font-weight: 700; }
.document p, .document li, .document dd { max-width: 70ch; }
.document ul, .document ol { padding-left: 1.5rem; }
.document li + li { margin-top: 0.5rem; }
.document .document-head { padding-bottom: 1rem; border-bottom: 2px solid #000; }
.document .document-provider { margin-bottom: 0.25rem; font-weight: 700; }
.document-message .document-head { padding-bottom: 0; border-bottom: 0; }
.document-message .document-provider { margin: 0; font-size: 1.1875rem; }
.document .document-programme { margin: 0 0 1.75rem; padding-bottom: 0.5rem; border-bottom: 2px solid #000; }
.document .document-to + .document-to { margin-top: 0; }
.document .document-day { margin: 1rem 0 1.75rem; }
.document-message h1 { margin: 0; font-size: 1.375rem; }
.document h1 + .document-about { margin-top: 0.25rem; }
.document .document-draft, .document .document-statement, .document .document-programme { max-width: none; }
.document .document-draft { margin: 0 0 1rem; padding: 0.5rem 0.75rem; border: 2px solid #000; font-weight: 700; }
.document .document-marks { position: absolute; }
.document .document-strip { display: flex; flex-wrap: wrap; gap: 0.25rem; margin-top: 0.75rem; }
.document .document-mark { flex: none; width: 1.25rem; height: 1.25rem; vertical-align: -0.25rem; }
.document .document-key { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; margin-top: 0.5rem; padding: 0; list-style: none; font-size: 0.9375rem; }
.document .document-key li { margin: 0; }
.document .document-key .document-mark { width: 1rem; height: 1rem; vertical-align: -0.1875rem; }
.document dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.1875rem 0; }
.document dt { flex: 0 0 11rem; font-weight: 700; }
.document .document-terms dt { flex-basis: 15rem; }
.document dd { flex: 1 1 14rem; min-width: 0; }
.document dd + dd { margin-left: 12rem; }
.document li > p + dl { margin-top: 0.25rem; }
.document li .document-terms dt { flex-basis: 13.5rem; }
.document .document-on, .document .document-decision { font-weight: 700; }
.document dd .document-on { font-weight: inherit; }
.document .document-heading { margin-top: 1.75rem; }
.document .document-heading + div.document-heading, .document header + div.document-heading { margin-top: 1.25rem; }
.document table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.35; }
.document caption { padding-bottom: 0.375rem; font-weight: 700; text-align: left; }
.document th, .document td { padding: 0.375rem 0.5rem; border: 1px solid #767676; text-align: left; vertical-align: top; }
.document thead th, .document thead td { background: #f0f0f0; }
.document tbody th { font-weight: 400; }
.document .document-table-narrative tbody th { font-weight: 700; }
.document h2 + .document-scroll .document-table-narrative caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.document .document-heading + .document-statement { margin-top: 1.75rem; padding-top: 1rem; border-top: 1px solid #767676; }
.document .document-foot { margin-top: 1.75rem; padding-top: 0.75rem; border-top: 2px solid #000; }
.document .document-foot > * + * { margin-top: 0.75rem; }
.document-message .document-foot { border-top: 1px solid #767676; }
.document .document-contact { display: flex; flex-wrap: wrap; gap: 0 1.5rem; font-size: 0.9375rem; }
.document .document-contact > div { gap: 0 0.5rem; padding: 0.125rem 0; }
.document .document-contact dt, .document .document-contact dd { flex: 0 1 auto; }
.document .document-version { font-size: 0.9375rem; }
@media (min-width: 40.0625rem) {
  .document .document-table-attendance tbody th, .document .document-table-absences tbody th, .document td[data-label="Day"] { white-space: nowrap; }
}
@media (max-width: 40rem) {
  .document h1 { font-size: 1.5rem; }
  .document dl > div { display: block; }
  .document dd + dd { margin-left: 0; }
  .document table, .document tbody, .document tr, .document td, .document tbody th, .document caption { display: block; box-sizing: border-box; width: auto; }
  .document thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .document tr { padding: 0.375rem 0; border-top: 1px solid #767676; }
  .document tbody tr:last-child { border-bottom: 1px solid #767676; }
  .document td, .document tbody th { padding: 0.125rem 0; border: 0; }
  .document tbody th { font-weight: 700; }
  .document td:empty { display: none; }
  .document td[data-label]::before { content: attr(data-label) ": "; }
}
@media print {
  .document { max-width: none; font-size: 11pt; }
  .document h1 { font-size: 20pt; }
  .document-message h1 { font-size: 15pt; }
  .document h2 { font-size: 13pt; }
  .document h1, .document h2, .document h3, .document caption { break-after: avoid; }
  .document tr, .document li, .document dl > div, .document .document-draft, .document .document-signatures { break-inside: avoid; }
  .document p { orphans: 3; widows: 3; }
  .document .document-heading { margin-top: 15pt; }
  .document dl > div { padding: 1.5pt 0; }
  .document .document-foot { margin-top: 15pt; }
  .document .document-summary, .document .document-strip, .document .document-key { break-inside: avoid; break-after: avoid; }
  .document .document-table-topics, .document .document-table-risk, .document .document-table-decisions, .document .document-table-narrative { break-inside: avoid; }
  .document tbody tr:nth-child(-n + 2) { break-before: avoid; }
  .document thead { display: table-header-group; }
  .document table { font-size: 10pt; }
  .document thead th, .document thead td { print-color-adjust: exact; }
}
`;

/** How the page of a document that was saved as a file looks around it: on paper its version is at the foot of each page. */
export const sheetStyle = `html { background: #fff; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; padding: 1.25rem; }
main { box-sizing: border-box; max-width: 46rem; margin: 0 auto; }
@media print { body { padding: 0; } main { max-width: none; } .document .document-version { display: none; } }
`;
