import { documentStyle, pageStyle, sheetStyle } from './style.js';

/** What a page says of its document besides the document itself. */
export interface PageAbout {
  title: string;
  /** Whom it is about. */
  person: string;
  provider: string;
  /** Of the definition. */
  version: string;
  /** It is not finished, or has not gone out. */
  draft: boolean;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);

/** What stands at the head and the foot of every printed page. */
const runningHead = ({ title, person }: PageAbout): string => [person, title].filter(Boolean).join(' · ');
const runningFoot = ({ provider, version }: PageAbout): string => `${provider} · Definition ${version}`;

/** A whole page that needs nothing else: takes the body of a document, and gives it with its styles for screen and print. */
export const pageOf = (body: string, about: PageAbout): string => {
  const head = runningHead(about);
  const foot = runningFoot(about);
  const margins = { topLeft: head, topRight: about.draft ? 'Draft' : '', bottomLeft: foot };
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped([about.title, about.person].filter(Boolean).join(' – '))}</title>
<meta name="author" content="${escaped(about.provider)}">
<style>
${pageStyle(margins)}${sheetStyle}${documentStyle}</style>
</head>
<body data-head="${escaped(head)}" data-foot="${escaped(foot)}"${about.draft ? ' data-draft' : ''}>
<main>
${body.trim()}
</main>
</body>
</html>
`;
};
