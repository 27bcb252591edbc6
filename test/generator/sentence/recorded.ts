/** Sentences with what becomes of them, as text files that a person can read. */
import type { Read } from '../../../generator/language/sentence/check.js';
import { type Fault, problemOf } from '../../../generator/language/sentence/fault.js';
import type { LoweredSentence } from '../../../generator/language/sentence/lowered.js';
import { type ReadPoint, readEvent, readPoint } from '../../../generator/language/sentence/point.js';
import type { Scope } from '../../../generator/language/sentence/scope.js';
import { type ReadTrigger, readTrigger, type TriggerKey } from '../../../generator/language/sentence/trigger.js';

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

const leafAsText = (leaf: Exclude<LoweredSentence, { kind: 'all' | 'any' }>): string => {
  const { negated, reads: _, kind, ...rest } = leaf;
  const start = `${negated ? 'not ' : ''}${kind}`;
  if (leaf.kind !== 'lasted') return `${start} ${JSON.stringify(rest)}`;
  return `${start} ${JSON.stringify(leaf.span)}${leaf.more ? ' more' : ''}\n      ${loweredAsText(leaf.condition).replaceAll('\n', '\n  ')}`;
};

const loweredAsText = (lowered: LoweredSentence): string =>
  lowered.kind === 'all' || lowered.kind === 'any'
    ? `${lowered.kind} of:${lowered.of.map((part) => `\n      ${loweredAsText(part).replaceAll('\n', '\n  ')}`).join('')}`
    : leafAsText(lowered);

/** The same of a trigger, under its key, and of a point. */
export const triggerAsBlock = (text: string, scope: Scope): string => {
  const [, key = '', rest = ''] = /^(when|after|each|point|event): (.*)$/.exec(text) ?? [];
  const read = readUnder(key, rest, scope);
  const shift = key.length + 2;
  if ('faults' in read) {
    const faults = read.faults.map((found) => ({ ...found, start: found.start + shift, end: found.end + shift }));
    return [`> ${text}`, ...faults.map(faultAsText)].join('\n');
  }
  const { reads, uses: _, sentence: __, lowered, ...what } = { sentence: 0, lowered: undefined, ...read };
  return `> ${text}\n  ${reads}\n    ${lowered ? `condition ${loweredAsText(lowered)}` : JSON.stringify(what)}`;
};

const readUnder = (key: string, text: string, scope: Scope): ReadTrigger | ReadPoint => {
  if (key === 'point') return readPoint(text, scope);
  if (key === 'event') {
    const read = readEvent(text, scope);
    if ('faults' in read) return read;
    return { point: { event: { event: read.event } }, reads: read.called, uses: read.uses };
  }
  return readTrigger(text, scope, key as TriggerKey);
};

/** One block: the sentence with its English and its condition, or with its faults. */
export const asBlock = (text: string, read: Read): string =>
  'faults' in read
    ? [`> ${text}`, ...read.faults.map(faultAsText)].join('\n')
    : `> ${text}\n  ${read.reads}\n    ${loweredAsText(read.lowered)}`;
