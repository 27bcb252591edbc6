import type { FastifyReply } from 'fastify';
import { howToPrint } from '../../documents/how-to-print.js';
import { toPdf } from '../../documents/to-pdf.js';
import { toWord } from '../../documents/to-word.js';
import { Refused } from '../error-page/faults.js';

const types = {
  word: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
} as const;
export type FileKind = keyof typeof types;

/** What a saved copy may be called: nothing in it can end the header it stands in. */
const safe = (name: string): string => name.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'document';

const made = async (html: string, as: FileKind): Promise<Buffer> => {
  if (as === 'word') return toWord(html);
  const pdf = await toPdf(html);
  if (pdf === 'no-chromium') throw new Refused(404, 'There is no PDF here', howToPrint);
  return pdf;
};

/** Answers with a page that was kept, as a file. */
export const sendFile = async (
  reply: FastifyReply,
  as: FileKind,
  { html, fileName }: { html: string; fileName: string },
): Promise<FastifyReply> =>
  reply
    .type(types[as].type)
    .header('content-disposition', `attachment; filename="${safe(fileName)}.${types[as].ending}"`)
    .send(await made(html, as));

/** What stands between the head and the foot of a page that stands by itself. */
export const bodyOfPage = (html: string): string => /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;

/** The body of a document as part of a page that has a first heading of its own: its title is no heading there. */
export const underAHeading = (body: string): string =>
  body.replace(/<h1\b[^>]*>([\s\S]*?)<\/h1>/, '<p class="document-title">$1</p>');
