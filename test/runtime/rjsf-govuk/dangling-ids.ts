/** What a page points at and does not hold, and what it holds twice. Works on markup, so it needs no browser. */

const naming =
  /\s(for|list|form|headers|aria-(?:labelledby|describedby|controls|owns|details|activedescendant))="([^"]*)"/g;

/** Every id of a page, in order. */
export function idsIn(html: string): string[] {
  return Array.from(html.matchAll(/<[a-z][^>]*?\sid="([^"]*)"/gi), (found) => found[1] ?? '');
}

/** Takes markup; gives each reference to an id that is not there, as `for="x"` or `href="#x"`. */
export function danglingIds(html: string): string[] {
  const ids = new Set(idsIn(html));
  const named = Array.from(html.matchAll(naming), ([, attribute = '', value = '']) =>
    value
      .split(/\s+/)
      .filter((id) => !ids.has(id))
      .map((id) => `${attribute}="${id}"`),
  ).flat();
  const links = Array.from(html.matchAll(/\shref="#([^"]*)"/g), (found) => found[1] ?? '')
    .filter((id) => !ids.has(id))
    .map((id) => `href="#${id}"`);
  return [...named, ...links];
}

/** Ids that occur more than once. */
export function doubleIds(html: string): string[] {
  const ids = idsIn(html);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
