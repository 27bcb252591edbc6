import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import qs from 'qs';
import { Refused } from '../portal/error-page/faults.js';

/** Bytes of a form without files, and of one file. */
const limits = { form: 512 * 1024, file: 2 * 1024 * 1024, fields: 2_000 };

/** What a form sent: names with brackets become records and lists. */
export type Sent = Record<string, unknown>;

const tooMuch = (): Refused =>
  new Refused(413, 'That is too much to send at once', 'This page was sent with more fields than it has.');

/**
 * Reads `root[partners][0][name]=…`. No name can reach an object's prototype; deep or long ones are refused. The character
 * of number 0 is left out: nobody can type it, and no database keeps it.
 */
export const readForm = (text: string): Sent => {
  try {
    return qs.parse(text.replace(/%00|\0/g, ''), {
      depth: 8,
      strictDepth: true,
      parameterLimit: limits.fields,
      throwOnLimitExceeded: true,
      arrayLimit: 200,
      allowPrototypes: false,
    }) as Sent;
  } catch {
    throw tooMuch();
  }
};

const pair = (name: string, value: string): string => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

const readParts = async (request: FastifyRequest): Promise<Sent> => {
  const pairs: string[] = [];
  const files = new Map<string, string>();
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      pairs.push(pair(part.fieldname, String(part.value)));
      continue;
    }
    const bytes = await part.toBuffer();
    if (!part.filename || bytes.length === 0) continue;
    // The text of a file would not go through the reader of names; a word in its place does.
    const token = `file-${files.size}`;
    const name = encodeURIComponent(part.filename.slice(-100));
    files.set(token, `data:${part.mimetype.slice(0, 100)};name=${name};base64,${bytes.toString('base64')}`);
    pairs.push(pair(part.fieldname, token));
  }
  const withFiles = (value: unknown): unknown => {
    if (typeof value === 'string') return files.get(value) ?? value;
    if (Array.isArray(value)) return value.map(withFiles);
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withFiles(part)]));
    }
    return value;
  };
  return withFiles(readForm(pairs.join('&'))) as Sent;
};

/** A limit that was passed has its own status; all else is a body that is no form. */
const refuseParts = (fault: unknown): never => {
  if (typeof (fault as { statusCode?: unknown }).statusCode === 'number') throw fault;
  throw new Refused(400, 'That could not be read', 'What was sent is not what this page sends.');
};

/** Makes `request.body` what a form sent, whichever of the two ways it was sent in. */
export const readBodies = async (app: FastifyInstance): Promise<void> => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: limits.form },
    (_request, body, done) => {
      try {
        done(null, readForm(String(body)));
      } catch (fault) {
        done(fault as Error);
      }
    },
  );
  await app.register(multipart, {
    limits: { fileSize: limits.file, files: 5, fields: limits.fields, fieldSize: limits.form, parts: limits.fields },
  });
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readParts(request).catch(refuseParts);
  });
};
