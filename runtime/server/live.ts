import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Library } from '../definition/library.js';
import { NotFound, Refused } from '../portal/error-page/faults.js';

const atMost = 200;
/** Milliseconds between signs of life, so that nothing in between takes a quiet stream for a dead one. */
const beat = 20_000;

/**
 * The stream at `/live/<definition>` that says "saved" whenever one of its files was saved. What changed is not in it:
 * whoever hears it asks for the page again.
 */
export const streamChanges = (app: FastifyInstance, library: Library, config: FastifyContextConfig = {}): void => {
  const open = new Set<() => void>();

  const stream = (request: FastifyRequest<{ Params: { definition: string } }>, reply: FastifyReply): void => {
    const definition = library.find(request.params.definition);
    if (!definition) throw new NotFound('There is no programme at this address.');
    if (open.size >= atMost) throw new Refused(503, 'Too many pages are open', 'Close some of them, and try again.');
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    });
    const say = (event: string, edition: number): void => {
      raw.write(`event: ${event}\ndata: ${edition}\n\n`);
    };
    raw.write('retry: 1000\n\n');
    say('now', definition.loaded().edition);
    const stop = definition.subscribe((loaded) => say('saved', loaded.edition));
    const beating = setInterval(() => raw.write(': still here\n\n'), beat);
    const end = (): void => {
      clearInterval(beating);
      stop();
      open.delete(end);
      raw.end();
    };
    open.add(end);
    raw.on('close', end);
    raw.on('error', end);
  };

  app.get<{ Params: { definition: string } }>('/live/:definition', { config }, async (request, reply) =>
    stream(request, reply),
  );
  app.addHook('preClose', async () => {
    for (const end of [...open]) end();
  });
};
