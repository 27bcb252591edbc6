/** A handbook as Markdown. */
import type { Block, Handbook, HandbookSection } from './handbook-types.js';

/** Letters that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_<>[\]]/g, '\\$&').replace(/^([#+-])/, '\\$1');
const cell = (text: string): string => escaped(text).replace(/\|/g, '\\|');
const row = (cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const blockAsMarkdown = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `### ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text).replace(/^(\d+)\. /, '$1\\. ');
    case 'list': {
      const items = block.items.map((item, n) => `${block.ordered ? `${n + 1}.` : '-'} ${escaped(item)}`).join('\n');
      return block.intro === undefined ? items : `${escaped(block.intro)}\n\n${items}`;
    }
    case 'table':
      return [row(block.head), `| ${block.head.map(() => '---').join(' | ')} |`, ...block.rows.map(row)].join('\n');
  }
};
const sectionAsMarkdown = ({ title, blocks }: HandbookSection): string =>
  [`## ${title}`, ...blocks.map(blockAsMarkdown)].join('\n\n');

/** Takes a handbook; gives it as a Markdown file that ends in one line feed. */
export const handbookMarkdown = ({ title, provider, strapline, lead, sections }: Handbook): string => {
  const head = [`# ${escaped(title)}`, `${escaped(provider)}: ${lead.charAt(0).toLowerCase()}${lead.slice(1)}`];
  const line = strapline === undefined ? [] : [`*${escaped(strapline)}*`];
  return `${[...head, ...line, ...sections.map(sectionAsMarkdown)].join('\n\n')}\n`;
};
