/** Whether two houses that are alike but for her side answer alike, letter by letter, to whoever may not see it. */
import type { Fetched } from './crawl.js';
import type { TableRead } from './database.js';
import type { Filled } from './fill.js';

/** Without what is made anew in each house: references with the chain that is made of them, ids of people, what cannot be guessed. */
export const asAlways = (said: string, { refs, people }: Pick<Filled, 'refs' | 'people'>): string => {
  // How long a packed file is hangs on when it was made.
  const isPacked = /"content-type":"application\/(?:pdf|vnd)/.test(said.slice(0, 2_000));
  let text = isPacked ? said.replace(/"content-length":"\d+",?/, '') : said;
  for (const [n, ref] of refs.entries()) text = text.replaceAll(ref, `REF${n + 1}`);
  for (const { who, view } of people) if (view) text = text.replaceAll(view.person, `the ${who}`);
  text = text.replace(/"date":"[^"]*",?/g, '').replace(/"(?:hash|head)": "[^"]*"|"digest": "\\\\x[^"]*"/g, '"hash"');
  // When a Word file was made, to the thousandth: the house's own clock has none.
  text = text.replace(/\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z/g, 'then');
  // No word of a page is as long as a key and has a capital, a figure or a low line in it.
  return text.replace(/(?<![\w-])(?=[\w-]*[A-Z0-9_])[\w-]{16,64}(?![\w-])/g, (token) => `ANY${token.length}`);
};

const firstUnlike = (one: string, other: string): string => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 100);
  return `“${around(one)}” and not “${around(other)}”`;
};

/** What one person got in two houses, one after the other; gives in what they differ. */
export const unlikeAnswers = (
  who: string,
  [here, rich]: [Fetched[], Filled],
  [there, bare]: [Fetched[], Filled],
): string[] => {
  const asked = (told: Fetched[], house: Filled): string[] =>
    told.map(({ url, status }) => `${status} ${asAlways(url, house)}`);
  const [one, other] = [asked(here, rich), asked(there, bare)];
  const at = one.findIndex((line, n) => line !== other[n]);
  if (at >= 0 || one.length !== other.length)
    return [`${who} asks for ${one[at] ?? 'nothing more'} and not for ${other.at(at < 0 ? one.length : at)}`];
  return here.flatMap(({ url, said }, n) => {
    const [mine, theirs] = [asAlways(said, rich), asAlways(there[n]?.said ?? '', bare)];
    return mine === theirs ? [] : [`${who} at ${url}: ${firstUnlike(mine, theirs)}`];
  });
};

const rowsOf = ({ said }: TableRead, house: Filled): string => asAlways(said, house).split('\n').sort().join('\n');

/** The same of the rows of the database that somebody may read. */
export const unlikeRows = (
  who: string,
  [here, rich]: [TableRead[], Filled],
  [there, bare]: [TableRead[], Filled],
): string[] =>
  here.flatMap((read, n) => {
    const twin = there[n];
    if (read.table !== twin?.table) return [`${who} may read ${read.table} and not ${twin?.table}`];
    const [mine, theirs] = [rowsOf(read, rich), rowsOf(twin, bare)];
    return mine === theirs ? [] : [`${who} in ${read.table}: ${firstUnlike(mine, theirs)}`];
  });
