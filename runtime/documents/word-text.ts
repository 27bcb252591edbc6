/** Words of a document as runs of a Word file. */
import { TextRun } from 'docx';
import { childrenOf, type Element, hasClass, isElement, isText, type Node } from './html-tree.js';

interface Look {
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  color?: string;
}

/** What is withheld, in the colour that it has everywhere, and struck out. */
const withheld: Look = { strike: true, color: '5B3A8C' };

const lookOf = (element: Element): Look => {
  const { tagName } = element;
  if (tagName === 'strong' || tagName === 'b' || tagName === 'dt' || tagName === 'th') return { bold: true };
  if (tagName === 'em' || tagName === 'i') return { italics: true };
  if (tagName === 'del' || tagName === 's') return withheld;
  if (tagName === 'p' && (hasClass(element, 'document-on') || hasClass(element, 'document-provider')))
    return { bold: true };
  return {};
};

/** Characters that XML has no way to write. */
const writable = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '·');

interface Piece {
  text: string;
  look: Look;
  breaks: boolean;
}

const piecesOf = (node: Node, look: Look): Piece[] => {
  if (isText(node)) return [{ text: writable(node.value).replace(/\s+/g, ' '), look, breaks: false }];
  if (!isElement(node)) return [];
  if (node.tagName === 'br') return [{ text: '', look, breaks: true }];
  const own = { ...look, ...lookOf(node) };
  return childrenOf(node).flatMap((child) => piecesOf(child, own));
};

/** White space at the ends falls away, and of two spaces that meet one. */
const tidied = (pieces: Piece[]): Piece[] => {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const before = kept.at(-1);
    const isStart = before === undefined || before.breaks || before.text.endsWith(' ');
    const text = isStart ? piece.text.replace(/^ /, '') : piece.text;
    if (text !== '' || piece.breaks) kept.push({ ...piece, text });
  }
  const last = kept.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  return kept;
};

/** Takes nodes that stand in one line; gives their runs. */
export const runsOf = (nodes: Node[], look: Look = {}): TextRun[] =>
  tidied(nodes.flatMap((node) => piecesOf(node, look))).map(
    ({ text, look: own, breaks }) => new TextRun({ text, ...own, ...(breaks ? { break: 1 } : {}) }),
  );

/** The same of an element, which may be bold by what it is. */
export const runsIn = (element: Element): TextRun[] => runsOf(childrenOf(element), lookOf(element));
