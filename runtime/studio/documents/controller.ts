import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { createElement } from 'react';
import { type Bundle, type Document, receiversOf } from '../../../engine/contract/index.js';
import { offeredReasons } from '../../../engine/index.js';
import { hasChromium } from '../../documents/chromium.js';
import { howToPrint } from '../../documents/how-to-print.js';
import { renderBody, renderDocument } from '../../documents/render-document.js';
import { toPdf } from '../../documents/to-pdf.js';
import { toWord } from '../../documents/to-word.js';
import { asIfNotToldByHer } from '../../documents/told-by-her.js';
import { strikeWithheld } from '../../documents/withheld.js';
import { NotFound, Refused } from '../../portal/error-page/faults.js';
import { renderPage } from '../../portal/layout/render.js';
import { entriesOf } from '../../portal/words/entries.js';
import { playAddress } from '../addresses.js';
import { navigationOf } from '../navigation.js';
import { dayOf, type HerePlay, openPlay } from '../player/controller.js';
import type { Studio } from '../studio.js';
import { type Asked, presentCopy } from './copy-presenter.js';
import { DocumentCopy } from './copy-view.js';
import { presentDocuments } from './list-presenter.js';
import { Documents } from './list-view.js';

interface Here extends HerePlay {
  bundle: Bundle;
  day: string;
  /** The addresses of the play, and of its documents. */
  at: string;
  base: string;
}

const open = async (studio: Studio, request: FastifyRequest): Promise<Here> => {
  const here = await openPlay(studio, request);
  const { opened, play } = here;
  const at = playAddress(opened.at, play);
  const day = dayOf(here, (request.query as Record<string, unknown>).at);
  return { ...here, bundle: opened.loaded.bundle ?? opened.bundle, day, at, base: `${at}/documents` };
};

const frameOf = ({ opened: { at, live, bundle } }: Here, title: string, back: string) => ({
  title,
  where: bundle.programme.title,
  navigation: navigationOf(at, bundle, { at: 'play' }),
  live,
  back: { href: back, words: 'Back' },
  note: 'This case is invented, and kept only while this server runs.',
});

const listPage = (studio: Studio, here: Here): string => {
  const { bundle, play, day, base, at } = here;
  const evaluation = studio.evaluate(bundle, play.events, { asOf: day });
  const page = presentDocuments({ bundle, events: play.events, evaluation, day, base }, play.title, `${at}?on=${day}`);
  return renderPage(frameOf(here, 'Reports and messages', page.back), createElement(Documents, { page }));
};

const noSuchCopy = (): NotFound =>
  new NotFound('There is no such copy of a report or a message in this case. Its list says which there are.');

/** The copy that a request names. Throws `NotFound` where the document has none such. */
const askedOf = ({ bundle, play }: Here, id: string, query: Record<string, unknown>): Asked => {
  const document = (bundle.documents ?? []).find((one) => one.id === id);
  if (!document) throw new NotFound('This definition declares no report and no message of that name.');
  const receivers = receiversOf(bundle, document);
  const to = query.to === undefined ? receivers[0] : receivers.find((role) => role === query.to);
  if (to === undefined) throw noSuchCopy();
  return { document, to, ...entryOf(bundle, document, play.events, query.for), ...asOf(query.as) };
};

const asOf = (as: unknown): Pick<Asked, 'as'> => (as === 'supporter' ? { as } : {});

const entryOf = (
  bundle: Bundle,
  { forEach }: Document,
  events: Parameters<typeof entriesOf>[1],
  asked: unknown,
): Pick<Asked, 'entry'> => {
  if (forEach === undefined) return {};
  const keys = entriesOf(bundle, events, forEach).map(({ id }) => id);
  const entry = asked === undefined ? keys[0] : keys.find((key) => key === asked);
  if (entry === undefined) throw noSuchCopy();
  return { entry };
};

const dataOf = (
  studio: Studio,
  { bundle, play, day }: Here,
  { document, to, entry }: Asked,
  released: 'as-recorded' | 'all',
) =>
  studio.documentData(bundle, released === 'all' ? asIfNotToldByHer(bundle, document, play.events) : play.events, {
    document: document.id,
    to,
    ...(entry === undefined ? {} : { entry }),
    asOf: day,
    released,
  });

const bodyOf = (studio: Studio, here: Here, asked: Asked): { body: string; withholds: boolean } => {
  const shown = renderBody(here.bundle, asked.document, dataOf(studio, here, asked, 'as-recorded'));
  if (asked.as === undefined) return { body: shown, withholds: false };
  return strikeWithheld(shown, renderBody(here.bundle, asked.document, dataOf(studio, here, asked, 'all')));
};

const copyPage = async (studio: Studio, here: Here, asked: Asked): Promise<string> => {
  const { bundle, play, day, base } = here;
  const howTo = (await hasChromium()) ? {} : { howTo: howToPrint };
  const around = { bundle, events: play.events, day, base };
  const asks = asked.document.headings.some((heading) => heading.asks?.offers === 'reasons');
  const offered = asks ? offeredReasons(bundle, play.events, day).map(({ words }) => words) : [];
  const page = presentCopy(around, asked, { ...bodyOf(studio, here, asked), ...howTo, offered });
  const frame = { ...frameOf(here, asked.document.title, `${base}?at=${day}`), document: true };
  return renderPage(frame, createElement(DocumentCopy, { page }));
};

const types: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
};

const fileOf = async (html: string, ending: string): Promise<string | Buffer> => {
  if (ending === 'docx') return toWord(html);
  if (ending === 'html') return html;
  const pdf = await toPdf(html);
  if (pdf === 'no-chromium') throw new Refused(404, 'There is no PDF here', howToPrint);
  return pdf;
};

/** What a saved copy may be called: nothing in it can end the header it stands in. */
const fileName = (name: string): string => name.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'document';

const sendFile = async (studio: Studio, here: Here, asked: Asked, ending: string, reply: FastifyReply) => {
  const data = dataOf(studio, here, asked, 'as-recorded');
  const file = await fileOf(renderDocument(here.bundle, asked.document, data), ending);
  return reply
    .type(types[ending] ?? 'application/octet-stream')
    .header('content-disposition', `attachment; filename="${fileName(data.document.fileName)}.${ending}"`)
    .send(file);
};

export const documentRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:definition/play/:play/documents',
    async handler(request, reply) {
      const here = await open(studio, request);
      return reply.type('text/html; charset=utf-8').send(listPage(studio, here));
    },
  },
  {
    // A copy as a page, or where its name has an ending as a file.
    method: 'GET',
    url: '/:definition/play/:play/documents/:document',
    async handler(request, reply) {
      const here = await open(studio, request);
      const { document } = request.params as { document: string };
      const [, id = document, ending] = /^(.*)\.(docx|html|pdf)$/.exec(document) ?? [];
      const asked = askedOf(here, id, request.query as Record<string, unknown>);
      if (ending !== undefined) return sendFile(studio, here, asked, ending, reply);
      return reply.type('text/html; charset=utf-8').send(await copyPage(studio, here, asked));
    },
  },
];
