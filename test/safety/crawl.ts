/** Follows every link, and asks for every route of the server's own table, as one visitor. */
import { inflateRawSync } from 'node:zlib';
import type { PortalForTests, Visitor } from '../runtime/portal/portal-for-tests.js';

/** One answer, with all that came over the wire. */
export interface Fetched {
  route: string;
  url: string;
  status: number;
  /** Body and headers as text; of a file what it holds. */
  said: string;
}
export interface Route {
  method: string;
  url: string;
}

const pattern = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replace(/[.]/g, '\\.')
      .replace(/\\\.:/g, '\\.:')
      .replace(/:[A-Za-z]+(\([^)]*\))?/g, '[^/]+')
      .replace(/\*$/, '.*')}$`,
  );

/** The route that answers an address: of several that fit the one with the fewest blanks. */
export const routeOf = (routes: readonly Route[], path: string): string => {
  const fitting = routes.filter(({ url }) => pattern(url).test(path));
  return fitting.sort((a, b) => blanks(a.url) - blanks(b.url))[0]?.url ?? path;
};
const blanks = (url: string): number => (url.match(/:/g) ?? []).length + (url.endsWith('*') ? 10 : 0);

const links = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|action|data-[a-z-]+)="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replace(/&amp;/g, '&'))
    .filter((href) => !href.startsWith('/assets/') && !href.startsWith('//'));

/** What a Word file holds: each of its parts unpacked, by the list of parts at its end. */
export const unpacked = (file: Buffer): string => {
  const parts: string[] = [file.toString('latin1')];
  for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, begins] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)];
    const data = begins + 30 + file.readUInt16LE(begins + 26) + file.readUInt16LE(begins + 28);
    if (file.readUInt16LE(at + 10) === 8) parts.push(inflateRawSync(file.subarray(data, data + size)).toString('utf8'));
  }
  return parts.join('\n');
};

/** Addresses that end something, which a walk leaves alone. */
const leaves = /^\/(sign-out|live\/)/;

export interface Walk {
  /** Addresses to begin with. */
  from: readonly string[];
  routes: readonly Route[];
  /** At most so many addresses of one route: pages of one kind are alike. */
  atMost?: number;
}

/** Gives every answer that a visitor got. */
export const walk = async (
  { app }: Pick<PortalForTests, 'app'>,
  visitor: Visitor,
  { from, routes, atMost = 5 }: Walk,
): Promise<Fetched[]> => {
  const queue = [...new Set(from)];
  const known = new Set(queue);
  const counts = new Map<string, number>();
  const fetched: Fetched[] = [];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const route = routeOf(routes, url.replace(/\?.*$/, ''));
    const before = counts.get(route) ?? 0;
    // The studio holds definitions and no case.
    if (before >= (route.startsWith('/studio') ? 1 : atMost) || leaves.test(url)) continue;
    counts.set(route, before + 1);
    const answer = await app.inject({ method: 'GET', url, headers: { cookie: visitor.cookie(), host: 'localhost' } });
    const type = String(answer.headers['content-type'] ?? '');
    const body = /html|text|json|csv|javascript/.test(type) ? answer.body : unpacked(answer.rawPayload);
    fetched.push({ route, url, status: answer.statusCode, said: `${JSON.stringify(answer.headers)}\n${body}` });
    const found = type.includes('html') ? links(answer.body) : [];
    const next = answer.headers.location;
    for (const link of [...found, ...(typeof next === 'string' && next.startsWith('/') ? [next] : [])])
      if (!known.has(link)) {
        known.add(link);
        queue.push(link);
      }
  }
  return fetched;
};
