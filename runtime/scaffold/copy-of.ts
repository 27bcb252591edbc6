/** Makes a definition from another provider's: its rules, clauses and scenarios, under a name of its own. */
import { editYaml, loadYaml, type MapNode, type Node, type ScalarNode } from '../../generator/index.js';
import { type File, inHouseForm } from './fill-in.js';
import { slugOf } from './slug.js';

/** Who runs the new one, and what it is called. */
export interface Names {
  provider: string;
  title: string;
}

/** Words that stand for the first provider, and what stands there for the new one. */
type Instead = [was: string, is: string][];

const childOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.kind === 'map' ? node.entries.find(({ key }) => key.text === name)?.value : undefined;

const stepInto = (node: Node | undefined, name: string | number): Node | undefined =>
  typeof name === 'number' && node?.kind === 'list' ? node.items[name] : childOf(node, String(name));

const textOf = (node: Node | undefined): string => (node?.kind === 'scalar' ? node.text : '');

/** Contact details nobody has, of the same kind: an e-mail address, a web address, a telephone number or words. */
const invented = (was: string, n: number, slug: string): string => {
  if (was.includes('@')) return `${was.slice(0, was.indexOf('@'))}@${slug}.example`;
  if (/^(?:https?:|www\.)/.test(was)) return `https://${slug}.example`;
  if (/^[+\d][\d ()-]{6,}$/.test(was)) return `01632 9604${String(n).padStart(2, '0')}`;
  return '1 Example Street';
};

const contactOf = (programme: Node | undefined): string[] => {
  const contact = childOf(programme, 'contact');
  return contact?.kind === 'map' ? contact.entries.map(({ value }) => textOf(value)).filter((text) => text !== '') : [];
};

const insteadOf = (root: MapNode, { provider, title }: Names): Instead => {
  const programme = childOf(root, 'programme');
  const slug = slugOf(provider, 'provider');
  const instead: Instead = contactOf(programme).map((was, n) => [was, invented(was, n, slug)]);
  instead.push([textOf(childOf(programme, 'title')), title], [textOf(childOf(programme, 'provider')), provider]);
  // A name that holds another one goes first.
  return instead.filter(([was]) => was !== '').sort(([one], [other]) => other.length - one.length);
};

const sign = /[.*+?^${}()|[\]\\]/g;

/** One look over the words, so that what was put in is not looked at again. */
const replaced = (words: string, instead: Instead): string => {
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${instead.map(([was]) => was.replace(sign, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const by = new Map(instead);
  return words.replace(any, (was) => by.get(was) ?? was);
};

interface Place {
  path: (string | number)[];
  node: ScalarNode;
}

const placesIn = (node: Node | undefined, path: Place['path'] = []): Place[] => {
  if (node?.kind === 'map') return node.entries.flatMap(({ key, value }) => placesIn(value, [...path, key.text]));
  if (node?.kind === 'list') return node.items.flatMap((item, index) => placesIn(item, [...path, index]));
  return node ? [{ path, node }] : [];
};

const ownComments = (content: string, instead: Instead): string =>
  content.replace(/^ *#.*$/gm, (comment) => replaced(comment, instead));

const nodeAt = (file: File, path: Place['path']): Node | undefined =>
  path.reduce<Node | undefined>(stepInto, loadYaml(file).root);

/** A text of several lines keeps them, where that says what is meant; else it is written anew, on one. */
const withText = (file: File, { path, node }: Place, is: string, instead: Instead): string => {
  const lines = file.content.split('\n');
  const { line, endLine } = node.at;
  const inPlace = lines.map((one, n) => (n >= line - 1 && n < endLine ? replaced(one, instead) : one)).join('\n');
  if (endLine > line && textOf(nodeAt({ ...file, content: inPlace }, path)) === is) return inPlace;
  return editYaml(file, path, is).content ?? file.content;
};

/** What a file says, name by name, with the new names in its texts: to hold a change against. */
const saying = (places: Place[], instead?: Instead): string =>
  JSON.stringify(places.map(({ path, node }) => [path, instead ? replaced(node.text, instead) : node.text]));

/** Mostly the words can be put in where they stand. Where YAML would then read something else, text by text. */
const renamed = (given: File, instead: Instead): File => {
  const places = placesIn(loadYaml(given).root);
  const content = replaced(given.content, instead);
  const isMeant = saying(placesIn(loadYaml({ ...given, content }).root)) === saying(places, instead);
  return isMeant ? { ...given, content } : renamedApart(given, instead);
};

const renamedApart = ({ file, content }: File, instead: Instead): File => {
  let text = ownComments(content, instead);
  for (const place of placesIn(loadYaml({ file, content: text }).root)) {
    const is = replaced(place.node.text, instead);
    // Looked for again, since the lines before it may have become fewer.
    const node = is === place.node.text ? undefined : nodeAt({ file, content: text }, place.path);
    if (node?.kind === 'scalar') text = withText({ file, content: text }, { ...place, node }, is, instead);
  }
  return { file, content: text };
};

const withId = ({ file, content }: File, id: string): File => ({
  file,
  content: editYaml({ file, content }, ['programme', 'id'], id).content ?? content,
});

/**
 * Takes the files of a definition and the names of the new one; gives its files. Provider, title, id and contact
 * details are the new one's wherever they stand; ids, clauses, rules and scenarios stay.
 */
export const copyOf = (files: readonly File[], names: Names): File[] => {
  const declaring = files.find((one) => childOf(loadYaml(one).root, 'programme'));
  const root = declaring && loadYaml(declaring).root;
  if (!root) return [...files];
  const instead = insteadOf(root, names);
  const id = slugOf(names.title, 'programme');
  return files.map((one) => {
    const own = renamed(one, instead);
    return inHouseForm(one === declaring ? withId(own, id) : own);
  });
};
