import type { Document, Id } from '../../../engine/contract/index.js';
import { type Shape, shapeOf } from './shape.js';

/** Takes documents; gives TypeScript of what the template of each is filled with, by its id; for authors of templates. */
export const dataTypes = (documents: Document[]): string =>
  [
    '/** What the template of each report and message is filled with. Every value is words, ready to print. */',
    'export interface DocumentData {',
    ...documents.map((document) => `  ${quoted(document.id)}: ${typeOf(shapeOf(document), '  ')};`),
    '}',
  ].join('\n');

const quoted = (id: Id): string => `'${id}'`;

const typeOf = (shape: Shape, indent: string): string => {
  if (shape === 'words') return 'string';
  if (shape === 'flag') return 'boolean';
  if ('list' in shape) return `${typeOf(shape.list, indent)}[]`;
  const parts = Object.entries(shape.record);
  const lines = parts.map(([name, part]) => `${indent}  ${quoted(name)}: ${typeOf(part, `${indent}  `)};`);
  return `{\n${lines.join('\n')}\n${indent}}`;
};
