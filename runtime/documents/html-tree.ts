/** HTML as a tree, as far as rendering a document needs it: elements, text, attributes. */
import {
  defaultTreeAdapter,
  html as names,
  parse,
  parseFragment,
  serialize,
  serializeOuter as serializeElement,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;

/** A whole page as a tree. */
export const treeOf = (page: string): Tree.Document => parse(page);
/** The body of a document as a tree. */
export const fragmentOf = (body: string): Tree.DocumentFragment => parseFragment(body);

export const isElement = (node: Tree.Node): node is Element => 'tagName' in node;
export const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === '#text';

/** What stands in an element; nothing in a text. */
export const childrenOf = (node: Tree.Node): Node[] => ('childNodes' in node ? node.childNodes : []);
export const elementsIn = (node: Tree.Node): Element[] => childrenOf(node).filter(isElement);

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;
export const setAttribute = (element: Element, name: string, value: string): void => {
  element.attrs = [...element.attrs.filter((one) => one.name !== name), { name, value }];
};
export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** Every element below a node, in the order in which they stand. */
export const within = (node: Tree.Node): Element[] => elementsIn(node).flatMap((one) => [one, ...within(one)]);
export const firstWithin = (node: Tree.Node, is: (element: Element) => boolean): Element | undefined =>
  within(node).find(is);

/** All text below a node, white space as one space. */
export const textOf = (node: Tree.Node): string => rawText(node).replace(/\s+/g, ' ').trim();
const rawText = (node: Tree.Node): string => (isText(node) ? node.value : childrenOf(node).map(rawText).join(''));

/** A new element with that text in it. */
export const elementOf = (tag: string, attrs: Record<string, string>, children: Node[] = []): Element => {
  const element = defaultTreeAdapter.createElement(
    tag,
    names.NS.HTML,
    Object.entries(attrs).map(([name, value]) => ({ name, value })),
  );
  for (const child of children) defaultTreeAdapter.appendChild(element, child);
  return element;
};
export const textNode = (value: string): Tree.TextNode => defaultTreeAdapter.createTextNode(value);

/** Puts other children in the place of those that an element has. */
export const fill = (element: Tree.ParentNode, children: Node[]): void => {
  element.childNodes = [];
  for (const child of children) defaultTreeAdapter.appendChild(element, child);
};

/** What stands in a tree, as HTML. */
export const htmlIn = (tree: Tree.ParentNode): string => serialize(tree);
/** A node itself, as HTML. */
export const htmlOf = (node: Node): string =>
  isText(node) || isElement(node) ? serializeElement(node) : `<!--${node.nodeName}-->`;
