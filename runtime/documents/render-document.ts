import type { Bundle, Document, DocumentData } from '../../engine/contract/index.js';
import { renderTemplate, templateOf } from '../../generator/index.js';
import { finishBody } from './finish-body.js';
import { lackingIn } from './lacking.js';
import { type PageAbout, pageOf } from './page.js';

/** What the page of a document says of it. */
const aboutOf = (document: Document, data: DocumentData): PageAbout => ({
  title: data.document.title,
  person: data.person.name,
  provider: data.programme.provider,
  version: data.programme.version,
  draft: data.issued.on === '' || lackingIn(document, data) !== undefined,
});

/** Takes a document and what it is filled with; gives its body, an `<article>`, to stand in a page. */
export const renderBody = (bundle: Bundle, document: Document, data: DocumentData): string =>
  finishBody(renderTemplate(templateOf(bundle, document), data), lackingIn(document, data));

/** The same as a whole page that needs nothing else, with styles for screen and print and without a script. */
export const renderDocument = (bundle: Bundle, document: Document, data: DocumentData): string =>
  pageOf(renderBody(bundle, document, data), aboutOf(document, data));
