/** Follows every link, and asks for every route of the server's own table, as one visitor. */
import type { PortalForTests, Visitor } from '../runtime/portal/portal-for-tests.js';
import { saidIn } from './files.js';

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

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = new Map<string, RegExp>();
const pattern = (url: string): RegExp => {
  const known = patterns.get(url);
  if (known) return known;
  const parts = url
    .split(/(:[A-Za-z]+|\*)/)
    .map((part) => (part.startsWith(':') ? '([^/]+)' : part === '*' ? '(.*)' : escaped(part)));
  const made = new RegExp(`^${parts.join('')}$`);
  patterns.set(url, made);
  return made;
};

/** The route that answers an address: of several that fit the one with the fewest blanks. */
export const routeOf = (routes: readonly Route[], path: string): string => {
  const fitting = routes.filter(({ url }) => pattern(url).test(path));
  return fitting.sort((a, b) => blanks(a.url) - blanks(b.url))[0]?.url ?? path;
};
const blanks = (url: string): number => (url.match(/:/g) ?? []).length + (url.endsWith('*') ? 10 : 0);

/** Where a page leads, and where its forms are sent. */
const links = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|action|data-[a-z-]+)="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replace(/&amp;/g, '&'))
    .filter((href) => !href.startsWith('/assets/') && !href.startsWith('//'));

/** Addresses that end a visit, and those that are answered for as long as somebody listens. */
const leaves = /^\/sign-out|\/live\//;

/** Asks for one address; gives what came, where it leads, and where it stands in the server's table. */
export const ask = async (
  { app }: Pick<PortalForTests, 'app'>,
  cookie: string,
  url: string,
  routes: readonly Route[],
  post?: { payload: string; type: string },
): Promise<Fetched & { leads: string[] }> => {
  const answer = await app.inject({
    method: post ? 'POST' : 'GET',
    url,
    headers: {
      ...{ cookie, host: 'localhost' },
      ...(post && { 'content-type': post.type, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }),
    },
    ...(post && { payload: post.payload }),
  });
  const type = String(answer.headers['content-type'] ?? '');
  const body =
    type === '' || /html|text|json|csv|javascript/.test(type) ? answer.body : await saidIn(answer.rawPayload);
  const to = answer.headers.location;
  return {
    ...{ route: routeOf(routes, url.replace(/\?.*$/, '')), url, status: answer.statusCode },
    said: `${JSON.stringify(answer.headers)}\n${body}`,
    leads: [...(type.includes('html') ? links(answer.body) : []), ...(to?.toString().startsWith('/') ? [`${to}`] : [])],
  };
};

export interface Walk {
  /** Addresses to begin with. */
  from: readonly string[];
  routes: readonly Route[];
  /** At most so many addresses of one route: pages of one kind are alike. */
  atMost?: number;
  /** Told of every address that is seen, whether or not it is asked for. */
  sees?(url: string): void;
  /** Whether a route is one to be asked for; every one where it is left out. */
  within?(route: string): boolean;
}

/** Gives every answer that a visitor got. */
export const walk = async (
  portal: Pick<PortalForTests, 'app'>,
  visitor: Visitor,
  { from, routes, atMost = 4, sees, within = () => true }: Walk,
): Promise<Fetched[]> => {
  const queue = [...new Set(from)];
  const known = new Set(queue);
  const counts = new Map<string, number>();
  const fetched: Fetched[] = [];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    sees?.(url);
    const route = routeOf(routes, url.replace(/\?.*$/, ''));
    const before = counts.get(route) ?? 0;
    // The studio holds definitions and no case.
    if (before >= (route.startsWith('/studio') ? 1 : atMost) || leaves.test(url) || !within(route)) continue;
    counts.set(route, before + 1);
    const { leads, ...answer } = await ask(portal, visitor.cookie(), url, routes);
    fetched.push(answer);
    for (const link of leads)
      if (!known.has(link)) {
        known.add(link);
        queue.push(link);
      }
  }
  return fetched;
};

/** What stands in the blanks of addresses that were seen, and the addresses of each route. */
export const addressBook = (routes: readonly Route[], programme: string) => {
  const seen = new Map<string, string[]>();
  const blanksSeen = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, name: string, value: string): void => {
    const all = map.get(name) ?? [];
    if (!all.includes(value)) map.set(name, [...all, value]);
  };
  const nothing: Record<string, string> = { programme, ref: '0000-0000', date: '2026-01-01' };
  const filled = (url: string, with_: (name: string) => string | undefined): string =>
    url.replace(/:([A-Za-z]+)/g, (_, name: string) => with_(name) ?? nothing[name] ?? 'AAAAAAAAAAAAAAAAAAAAAAAA');
  return {
    sees(url: string): void {
      const path = url.replace(/[?#].*$/, '');
      const route = routeOf(routes, path);
      add(seen, route, path);
      const names = [...route.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
      for (const [n, value] of (pattern(route).exec(path) ?? []).slice(1).entries())
        add(blanksSeen, names[n] ?? '*', value);
    },
    /** Addresses of a route: the first that were seen, else one made of what stands elsewhere in its blanks; and one of
     *  what there is not. */
    of(route: string, most = 2): string[] {
      const real = (seen.get(route) ?? []).slice(0, most);
      const made = filled(route, (name) => blanksSeen.get(name)?.[0]);
      return [...new Set([...(real.length > 0 ? real : [made]), filled(route, () => undefined)])];
    },
    /** Whether an address of the route was seen. */
    knows: (route: string): boolean => seen.has(route),
  };
};
export type AddressBook = ReturnType<typeof addressBook>;

/** Whether nobody is to ask for a route here: it would not end, or it ends the visit. */
export const isLeft = (url: string): boolean => leaves.test(url) || url.startsWith('/assets');

/** Pages on which those who support her see what is hers. */
export const isOfHerSide = (route: string): boolean => /^\/:programme\/(partner-support|releases)(\/|$)/.test(route);
