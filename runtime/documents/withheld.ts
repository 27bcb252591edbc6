import {
  childrenOf,
  type Element,
  elementOf,
  fill,
  fragmentOf,
  hasClass,
  htmlIn,
  htmlOf,
  isElement,
  isText,
  type Node,
  textNode,
} from './html-tree.js';

/** One place in two lists of nodes that tell the same: in both, or in one of them only. */
interface Place {
  shown?: Node;
  whole?: Node;
}

const isSame = (a: Node, b: Node): boolean => htmlOf(a) === htmlOf(b);

/** The longest list of places in which both are the same, with what stands between them. */
const aligned = (shown: Node[], whole: Node[]): Place[] => {
  const rows = shown.length + 1;
  const length = Array.from({ length: rows }, () => new Array<number>(whole.length + 1).fill(0));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = shown.length - 1; i >= 0; i -= 1) {
    for (let j = whole.length - 1; j >= 0; j -= 1) {
      const [a, b, row] = [shown[i], whole[j], length[i]];
      if (a && b && row) row[j] = isSame(a, b) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: Place[] = [];
  let [i, j] = [0, 0];
  while (i < shown.length || j < whole.length) {
    const [a, b] = [shown[i], whole[j]];
    if (a && b && isSame(a, b)) {
      places.push({ shown: a, whole: b });
      i += 1;
      j += 1;
    } else if (a && (!b || at(i + 1, j) >= at(i, j + 1))) {
      places.push({ shown: a });
      i += 1;
    } else if (b) {
      places.push({ whole: b });
      j += 1;
    }
  }
  return places;
};

const sameKind = (a: Node, b: Node): boolean =>
  isElement(a) && isElement(b) && a.tagName === b.tagName && openingOf(a) === openingOf(b);
const openingOf = ({ attrs }: Element): string => attrs.map(({ name, value }) => `${name}=${value}`).join(' ');

/** Of places that differ, those next to each other that are the same thing with other words become one. */
const paired = (places: Place[]): Place[] => {
  const result: Place[] = [];
  let gap: Place[] = [];
  const close = (): void => {
    const wholes = gap.flatMap(({ whole }) => (whole ? [whole] : []));
    for (const { shown } of gap) {
      if (!shown) continue;
      const partner = wholes.findIndex((one) => sameKind(shown, one));
      if (partner < 0) result.push({ shown });
      else {
        result.push(
          ...wholes.splice(0, partner + 1).map((whole, at) => (at === partner ? { shown, whole } : { whole })),
        );
      }
    }
    result.push(...wholes.map((whole) => ({ whole })));
    gap = [];
  };
  for (const place of places) {
    if (place.shown && place.whole) {
      close();
      result.push(place);
    } else gap.push(place);
  }
  close();
  return result;
};

/** What holds words and no blocks: what is struck out in it is struck out as a whole. */
const wordy = new Set(['caption', 'dd', 'dt', 'h1', 'h2', 'h3', 'li', 'p', 'span', 'strong', 'td', 'th']);
const blocks = new Set(['article', 'dl', 'div', 'footer', 'header', 'ol', 'p', 'section', 'table', 'ul']);
const holdsBlocks = (element: Element): boolean =>
  childrenOf(element).some((child) => isElement(child) && blocks.has(child.tagName));

/** The word, with the lock that its class draws: never the colour alone. */
const mark = (): Element => elementOf('span', { class: 'rubric-hers document-withheld__word' }, [textNode('Withheld')]);

const isBlank = (node: Node): boolean => isText(node) && node.value.trim() === '';

/** Strikes words out; the first of them says what that means. */
const struck = (nodes: Node[], said: { word: boolean }): Node[] => {
  if (nodes.every(isBlank)) return nodes;
  const first = said.word ? [] : [mark(), textNode(' ')];
  said.word = true;
  return [...first, elementOf('del', { class: 'document-withheld' }, nodes)];
};

/** What is drawn cannot be struck out: it stays as the recipient has it, and the table under it tells the rest. */
const isDrawn = (node: Node): boolean =>
  isElement(node) && ['document-strip', 'document-key', 'document-marks'].some((name) => hasClass(node, name));

const strike = (node: Node, said: { word: boolean }): Node[] => {
  if (isText(node)) return struck([node], said);
  if (!isElement(node)) return [node];
  if (isDrawn(node)) return [];
  if (wordy.has(node.tagName) && !holdsBlocks(node)) fill(node, struck(childrenOf(node), said));
  else
    fill(
      node,
      childrenOf(node).flatMap((child) => strike(child, said)),
    );
  return [node];
};

const merged = (shown: Node[], whole: Node[]): Node[] =>
  paired(aligned(shown, whole)).flatMap(({ shown: a, whole: b }) => {
    if (!b || isDrawn(b)) return a ? [a] : [];
    if (!a) return isText(b) ? [textNode(' '), ...struck([b], { word: false })] : strike(b, { word: false });
    if (isElement(a) && isElement(b) && !isSame(a, b)) fill(b, merged(childrenOf(a), childrenOf(b)));
    return [b];
  });

/**
 * Takes the body of a document as its recipient sees it, and as those see it who may see what is kept apart; gives the
 * one with what only the other has struck out, and marked with a word. Nothing is struck out where both are the same.
 */
export const strikeWithheld = (shown: string, whole: string): { body: string; withholds: boolean } => {
  if (shown === whole) return { body: shown, withholds: false };
  const tree = fragmentOf(whole);
  fill(tree, merged(childrenOf(fragmentOf(shown)), childrenOf(tree)));
  const body = htmlIn(tree);
  return { body, withholds: body.includes('<del class="document-withheld">') };
};
