/** Somebody at a browser without scripts: keeps cookies, follows links, fills in the forms of the page he is on. */
export interface Page {
  status: number;
  address: string;
  html: string;
  /** What is to be read on it. */
  words: string;
  headers: Headers;
}

export interface Visitor {
  /** Goes to an address, and on to wherever that leads. */
  to(address: string): Promise<Page>;
  /** Sends the form of the page he is on that goes to `action`, or the one with this button, with its hidden fields. */
  send(form: { action?: string | RegExp; button?: string }, fields?: Record<string, string>): Promise<Page>;
  page(): Page;
}

const unescaped = (text: string): string =>
  text
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

export const wordsOn = (html: string): string =>
  unescaped(
    html
      .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

const formsOn = (html: string): { action: string; hidden: [string, string][]; inside: string }[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => ({
    action: attribute(tag, 'action') ?? '',
    inside,
    hidden: [...inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]): [string, string] => [
      attribute(input, 'name') ?? '',
      attribute(input, 'value') ?? '',
    ]),
  }));

/** A visitor to a server that runs at `url`. */
export const visitorTo = (url: string): Visitor => {
  const cookies = new Map<string, string>();
  let here: Page | undefined;

  const ask = async (address: string, init: RequestInit = {}): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const answer = await fetch(new URL(address, url), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && location) return ask(location);
    const html = await answer.text();
    here = { status: answer.status, address, html, words: wordsOn(html), headers: answer.headers };
    return here;
  };
  const page = (): Page => {
    if (!here) throw new Error('The visitor is on no page yet.');
    return here;
  };
  return {
    page,
    to: (address) => ask(address),
    async send({ action, button }, fields = {}) {
      const form = formsOn(page().html).find(
        (one) =>
          (action === undefined || (typeof action === 'string' ? one.action === action : action.test(one.action))) &&
          (button === undefined || wordsOn(one.inside).includes(button)),
      );
      if (!form) throw new Error(`No such form on ${page().address}: ${String(action ?? button)}`);
      const body = new URLSearchParams([...form.hidden, ...Object.entries(fields)]);
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
      return ask(form.action, { method: 'POST', headers, body: body.toString() });
    },
  };
};
