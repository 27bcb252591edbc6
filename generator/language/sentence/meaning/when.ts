/** When something happened: `in the last 2 weeks`, `since first incident`, `by 16:00 the next day`. */
import type { EventPick, Span, When } from '../../../../engine/contract/index.js';
import type { EventNode, TimeNode, WhenNode, WordNode } from '../ast.js';
import { type Fault, fault } from '../fault.js';
import { printDuration } from '../print.js';
import type { Scope } from '../scope.js';
import { findEvent } from './events.js';

/** `reads` begins with a space. */
export type WhenFound = { when: When; reads: string } | { faults: Fault[]; instead?: WhenNode };

/** A length of time as the contract has it. */
export const timeOf = ({ n, unit }: TimeNode): Span => ({ n, unit });

const furthest: Record<Span['unit'], number> = {
  hours: 1_752_000,
  days: 73_000,
  'working-days': 52_000,
  weeks: 10_400,
  months: 2400,
  years: 200,
};
/** No two moments of a case lie further apart than a life. */
export const tooLong = (time: TimeNode | undefined): Fault[] =>
  time && time.n > furthest[time.unit] ? [fault('sentence/too-far-apart', time, { found: printDuration(time) })] : [];

/** Takes when something is said to have happened; gives what that becomes, and its English. */
export const checkWhen = (node: WhenNode, scope: Scope): WhenFound => {
  const faults = 'span' in node ? tooLong(node.span) : [];
  if (node.kind === 'last') {
    const reads = ` in the last ${node.span.n === 1 ? printDuration(node.span).slice(2) : printDuration(node.span)}`;
    return faults.length > 0 ? { faults } : { when: { kind: 'last', span: timeOf(node.span) }, reads };
  }
  const found = findAfter(node, scope);
  if ('fault' in found) {
    const instead = found.instead && faults.length === 0 ? withEvent(node, found.instead) : undefined;
    return { faults: [...faults, found.fault], ...(instead && { instead }) };
  }
  return faults.length > 0 ? { faults } : { when: lowered(node, found.of), reads: reads(node, found.reads) };
};

type Later = Exclude<WhenNode, { kind: 'last' }>;
type After = { of: EventPick | 'session'; reads: string };

const findAfter = (node: Later, scope: Scope): After | { fault: Fault; instead?: WordNode } => {
  const of = node.of;
  if (!of || of.kind === 'session') {
    if (scope.session) return { of: 'session', reads: 'the session' };
    return { fault: fault('sentence/no-session', of ?? node, { found: of ? 'the session' : 'the next day' }) };
  }
  const found = findEvent(of.event, scope);
  if ('fault' in found) return found;
  const latest = node.kind === 'since' || node.kind === 'before';
  return { of: pick(of, found.event, latest), reads: pickReads(of, found.called) };
};

/** Of `since` and `before` the latest counts where nothing else is said; otherwise whichever there is. */
const pick = ({ which }: EventNode, event: string, latest: boolean): EventPick => {
  if (which === 'first') return { event, which: 1 };
  return which === 'latest' || latest ? { event, which: 'latest' } : { event };
};

const pickReads = ({ which }: EventNode, called: string): string => {
  if (which === undefined) return called;
  return `the ${which === 'first' ? 'first' : 'last'} time that ${called}`;
};

const withEvent = (node: Later, event: WordNode): WhenNode | undefined => {
  if (node.of?.kind !== 'event') return undefined;
  const of: EventNode = { ...node.of, event };
  return node.kind === 'since' ? { ...node, of } : { ...node, of };
};

const lowered = (node: Later, of: After['of']): When => {
  if (node.kind === 'within') return { kind: 'within', span: timeOf(node.span), of };
  if (node.kind === 'by')
    return { kind: 'by', time: node.time, span: node.span ? timeOf(node.span) : { n: 1, unit: 'days' }, of };
  if (node.kind === 'before') return { kind: 'before', ...(node.span && { span: timeOf(node.span) }), of };
  return { kind: 'since', of: of === 'session' ? { event: of } : of };
};

const reads = (node: Later, after: string): string => {
  switch (node.kind) {
    case 'since':
      return ` since ${after}`;
    case 'before':
      return `${node.span ? ` at least ${printDuration(node.span)}` : ''} before ${after}`;
    case 'within':
      return ` within ${printDuration(node.span)} after ${after}`;
    case 'by':
      return node.span
        ? ` by ${node.time}, ${printDuration(node.span)} after ${after}`
        : ` by ${node.time} on the day after ${after}`;
  }
};
