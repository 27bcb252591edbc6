import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import { attribute, type Element, firstWithin, textOf, treeOf } from './html-tree.js';
import { numbering, wordBlocks } from './word-blocks.js';

const face = 'Arial';
const black = '000000';
/** To the right edge of what is written on an A4 page with margins of 2 cm, in twentieths of a point. */
const rightEdge = 9_638;

const heading = (size: number, before: number, after: number) => ({
  run: { font: face, size, bold: true, color: black },
  paragraph: { spacing: { before, after }, keepNext: true },
});

const paragraphStyle = (id: string, name: string, size: number, before: number, after: number, bold = false) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { size, bold, color: black },
  paragraph: { spacing: { before, after } },
});

const styles = {
  default: {
    document: {
      run: { font: face, size: 22, color: black, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    heading1: heading(40, 0, 200),
    heading2: heading(26, 320, 100),
    heading3: heading(22, 200, 80),
  },
  paragraphStyles: [
    paragraphStyle('Term', 'Term', 22, 0, 60),
    paragraphStyle('Cell', 'Cell', 20, 0, 0),
    paragraphStyle('Caption', 'Caption', 20, 120, 80, true),
    paragraphStyle('Rule', 'Rule', 8, 120, 60),
    paragraphStyle('After', 'After', 8, 0, 80),
    paragraphStyle('Running', 'Running', 18, 0, 0),
  ],
};

const running = (left: string, right: TextRun[]): Paragraph =>
  new Paragraph({
    style: 'Running',
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: 'right', position: rightEdge }],
    children: [new TextRun(left), new TextRun({ children: [new Tab()] }), ...right],
  });

const pageOf = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });

const named =
  (tag: string) =>
  ({ tagName }: Element): boolean =>
    tagName === tag;

/**
 * Takes a whole page as `renderDocument` gives it; gives a Word file with the same headings, paragraphs, lists and
 * tables in styles of their own, the person at the head of each page, and the version and page number at its foot.
 */
export const toWord = async (html: string): Promise<Buffer> => {
  const tree = treeOf(html);
  const body = firstWithin(tree, named('body'));
  const main = firstWithin(tree, named('main')) ?? body;
  const title = firstWithin(tree, named('title'));
  const author = firstWithin(tree, (one) => one.tagName === 'meta' && attribute(one, 'name') === 'author');
  const said = (name: string): string => (body && attribute(body, name)) ?? '';
  const isDraft = body !== undefined && attribute(body, 'data-draft') !== undefined;
  const file = new Document({
    title: title ? textOf(title) : '',
    creator: (author && attribute(author, 'content')) ?? '',
    lastModifiedBy: (author && attribute(author, 'content')) ?? '',
    description: said('data-foot'),
    styles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_361, bottom: 1_247, left: 1_134, right: 1_134, header: 680, footer: 567 },
          },
        },
        headers: {
          default: new Header({
            children: [running(said('data-head'), isDraft ? [new TextRun({ text: 'Draft', bold: true })] : [])],
          }),
        },
        footers: { default: new Footer({ children: [running(said('data-foot'), [pageOf])] }) },
        children: main ? wordBlocks(main) : [],
      },
    ],
  });
  return Packer.toBuffer(file);
};
