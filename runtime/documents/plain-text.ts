import { childrenOf, isElement, isText, treeOf } from './html-tree.js';

const blocks = new Set(
  'address article aside blockquote caption dd div dl dt figure footer h1 h2 h3 h4 header li main ol p section table tbody thead tr ul'.split(
    ' ',
  ),
);
const unseen = new Set(['head', 'script', 'style', 'template', 'title']);
type TreeNode = Parameters<typeof childrenOf>[0];

const inline = (node: TreeNode): string => {
  if (isText(node)) return node.value.replace(/\s+/g, ' ');
  if (!isElement(node)) return childrenOf(node).map(inline).join('');
  if (unseen.has(node.tagName)) return '';
  if (node.tagName === 'br') return '\n';
  const inside = childrenOf(node).map(inline).join('');
  if (node.tagName === 'td' || node.tagName === 'th') return `${inside}\t`;
  return blocks.has(node.tagName) ? `\n${inside}\n` : inside;
};

/** Takes HTML, a whole page or a part of one; gives its words, a line for each paragraph, and cells with tabs between. */
export const plainText = (html: string): string =>
  inline(treeOf(html))
    .split('\n')
    .map((line) =>
      line
        .replace(/ *\t */g, '\t')
        .replace(/[^\S\t]+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
