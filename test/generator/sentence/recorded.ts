/** Sentences with what becomes of them, as text files that a person can read. */
import type { Leaf } from '../../../engine/contract/index.js';
import type { Read } from '../../../generator/language/sentence/check.js';
import { type Fault, problemOf } from '../../../generator/language/sentence/fault.js';
import type { LoweredSentence } from '../../../generator/language/sentence/lowered.js';

export const nowhere = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

export interface Recorded {
  text: string;
  block: string;
}

/** A file of blocks with empty lines between them; a block starts with `> ` and the sentence. */
export const blocksOf = (file: string): Recorded[] =>
  file
    .split(/\n\n(?=> )/)
    .filter((block) => block.startsWith('> '))
    .map((block) => ({ text: block.split('\n', 1)[0]?.slice(2) ?? '', block: block.trimEnd() }));

const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const faultAsText = (fault: Fault): string => {
  const { message, advice } = problemOf(fault, nowhere);
  const marks = `${' '.repeat(fault.start)}${'^'.repeat(Math.max(1, fault.end - fault.start))}`;
  return `  ${marks}\n  ${fault.code}\n    ${message}\n    ${indented(advice, '    ')}`;
};

const leafAsText = (leaf: Extract<LoweredSentence, { kind: Leaf['kind'] | 'criterion' }>): string => {
  const { negated, reads: _, kind, ...rest } = leaf;
  return `${negated ? 'not ' : ''}${kind} ${JSON.stringify(rest)}`;
};

const loweredAsText = (lowered: LoweredSentence): string =>
  lowered.kind === 'all' || lowered.kind === 'any'
    ? `${lowered.kind} of:${lowered.of.map((part) => `\n      ${loweredAsText(part).replaceAll('\n', '\n  ')}`).join('')}`
    : leafAsText(lowered);

/** One block: the sentence with its English and its condition, or with its faults. */
export const asBlock = (text: string, read: Read): string =>
  'faults' in read
    ? [`> ${text}`, ...read.faults.map(faultAsText)].join('\n')
    : `> ${text}\n  ${read.reads}\n    ${loweredAsText(read.lowered)}`;
