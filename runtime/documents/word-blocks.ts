/** Paragraphs, lists and lists of terms of a document as parts of a Word file. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Paragraph,
  Tab,
  type Table,
  TextRun,
} from 'docx';
import {
  attribute,
  childrenOf,
  type Element,
  elementsIn,
  hasClass,
  isElement,
  isText,
  type Node,
  textOf,
} from './html-tree.js';
import { wordTable } from './word-table.js';
import { runsIn, runsOf } from './word-text.js';

export type Block = Paragraph | Table;

/** A twentieth of a point, Word's measure. */
const centimetres = (n: number): number => Math.round(n * 567);

/** Where the values of a list of terms begin. */
const terms = centimetres(5);

const headings: Record<string, IParagraphOptions> = {
  h1: { heading: HeadingLevel.HEADING_1 },
  h2: { heading: HeadingLevel.HEADING_2 },
  h3: { heading: HeadingLevel.HEADING_3 },
};
const inlines = new Set(['a', 'abbr', 'b', 'br', 'del', 'em', 'i', 's', 'span', 'strong', 'time']);
const isInline = (node: Node): boolean => isText(node) || (isElement(node) && inlines.has(node.tagName));

/** How the lists of a document are numbered; each ordered one by an instance of its own. */
export const numbering = {
  config: [
    { reference: 'bullets', format: LevelFormat.BULLET, text: '•' },
    { reference: 'numbers', format: LevelFormat.DECIMAL, text: '%1.' },
  ].map(({ reference, format, text }) => ({
    reference,
    levels: [0, 1, 2].map((level) => ({
      level,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: centimetres(0.7 * (level + 1)), hanging: centimetres(0.7) } } },
    })),
  })),
};

/** What is being walked through. */
interface Walk {
  /** How many lists there were: each begins at 1. */
  lists: { n: number };
  /** How far in, in lists. */
  depth: number;
}

const line = (style: (typeof BorderStyle)[keyof typeof BorderStyle], size: number) => ({
  style,
  size,
  space: 6,
  color: '000000',
});

/** The rule above what is signed, and the box around what is a draft. */
const bordered = (element: Element): IParagraphOptions => {
  if (!hasClass(element, 'document-draft')) return {};
  const side = line(BorderStyle.SINGLE, 12);
  return { border: { top: side, bottom: side, left: side, right: side } };
};

const term = (of: Element, walk: Walk): Block[] => {
  const left = centimetres(0.7 * walk.depth);
  const parts = elementsIn(of);
  const called = parts.filter(({ tagName }) => tagName === 'dt').flatMap((one) => runsIn(one));
  const values = parts.filter(({ tagName }) => tagName === 'dd');
  return (values.length === 0 ? [undefined] : values).map(
    (value, index) =>
      new Paragraph({
        style: 'Term',
        indent: { left: left + terms, hanging: terms },
        tabStops: [{ type: 'left', position: left + terms }],
        children: [
          ...(index === 0 ? called : []),
          new TextRun({ children: [new Tab()] }),
          ...(value ? runsIn(value) : []),
        ],
      }),
  );
};

const termsOf = (list: Element, walk: Walk): Block[] =>
  elementsIn(list).flatMap((one) => (one.tagName === 'div' ? term(one, walk) : []));

const itemsOf = (list: Element, walk: Walk): Block[] => {
  walk.lists.n += 1;
  const instance = walk.lists.n;
  const reference = list.tagName === 'ol' ? 'numbers' : 'bullets';
  const marked = { numbering: { reference, instance, level: Math.min(walk.depth, 2) } };
  return elementsIn(list).flatMap((item) => {
    const inner = { ...walk, depth: walk.depth + 1 };
    const [first, ...rest] = grouped(childrenOf(item));
    if (first === undefined) return [];
    // The mark stands at the first line of an item, what follows is as far in.
    const head =
      first.element && first.element.tagName !== 'p' ? [] : [new Paragraph({ ...marked, children: runs(first) })];
    return [...head, ...(head.length > 0 ? rest : [first, ...rest]).flatMap((group) => blocksOfGroup(group, inner))];
  });
};

/** Text and what stands in its line, together; or one element that is a block. */
interface Group {
  nodes: Node[];
  element?: Element;
}
const grouped = (nodes: Node[]): Group[] => {
  const groups: Group[] = [];
  for (const node of nodes) {
    if (isInline(node)) {
      const last = groups.at(-1);
      if (last && last.element === undefined) last.nodes.push(node);
      else groups.push({ nodes: [node] });
    } else if (isElement(node)) groups.push({ nodes: [node], element: node });
  }
  return groups.filter(({ nodes, element }) => element !== undefined || nodes.some((node) => !isBlank(node)));
};
const isBlank = (node: Node): boolean => isText(node) && node.value.trim() === '';
const runs = ({ nodes, element }: Group): TextRun[] => (element ? runsIn(element) : runsOf(nodes));

const indented = ({ depth }: Walk): IParagraphOptions =>
  depth === 0 ? {} : { indent: { left: centimetres(0.7 * depth) } };

/** The marks of a strip, as signs that Word's own fonts have. */
const signs: Record<string, string> = {
  ...{ full: '■', half: '◧', empty: '□', crossed: '☒' },
  ...{ 'not-due': '▨', 'not-recorded': '⊡' },
};
const sign = (drawn: Element): TextRun =>
  new TextRun({ text: `${signs[attribute(drawn, 'data-mark') ?? ''] ?? '□'} `, font: 'Segoe UI Symbol', size: 26 });

const stripOf = (strip: Element): Paragraph =>
  new Paragraph({
    keepNext: true,
    children: elementsIn(strip)
      .filter(({ tagName }) => tagName === 'svg')
      .map(sign),
  });

const keyOf = (key: Element): Paragraph =>
  new Paragraph({
    style: 'Cell',
    spacing: { after: 120 },
    children: elementsIn(key).flatMap((one) => [sign(one), new TextRun(`${textOf(one)}    `)]),
  });

const blocksOfGroup = (group: Group, walk: Walk): Block[] => {
  const { element } = group;
  if (element === undefined) return [new Paragraph({ ...indented(walk), children: runs(group) })];
  const { tagName } = element;
  if (hasClass(element, 'document-marks')) return [];
  if (hasClass(element, 'document-strip')) return [stripOf(element)];
  if (hasClass(element, 'document-key')) return [keyOf(element)];
  if (tagName === 'p') return [new Paragraph({ ...indented(walk), ...bordered(element), children: runsIn(element) })];
  const heading = headings[tagName];
  if (heading) return [new Paragraph({ ...heading, keepNext: true, children: runsIn(element) })];
  if (tagName === 'ul' || tagName === 'ol') return itemsOf(element, walk);
  if (tagName === 'dl') return termsOf(element, walk);
  if (tagName === 'table') return wordTable(element);
  return blocksIn(element, walk);
};

const rule = (): Paragraph =>
  new Paragraph({ style: 'Rule', border: { top: line(BorderStyle.SINGLE, 12) }, children: [] });

const blocksIn = (element: Element, walk: Walk): Block[] => {
  const blocks = grouped(childrenOf(element)).flatMap((group) => blocksOfGroup(group, walk));
  if (element.tagName === 'header') return [...blocks, rule()];
  return element.tagName === 'footer' ? [rule(), ...blocks] : blocks;
};

/** Takes what holds a document; gives its blocks in order. */
export const wordBlocks = (element: Element): Block[] => blocksIn(element, { lists: { n: 0 }, depth: 0 });
