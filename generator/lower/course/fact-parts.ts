/** What several kinds of facts over time are written with: of what, in which window, which of them, in what unit. */
import {
  type Derivation,
  type EventPick,
  type Id,
  listed,
  type SpanUnit,
  spanInWords,
  type Window,
} from '../../../engine/contract/index.js';
import { raiseFact } from '../../check/course/fact-problems.js';
import type { DerivedName } from '../../check/course/names.js';
import { raiseAmount } from '../../language/constructs/amount-problems.js';
import { parseSpan } from '../../language/constructs/amounts.js';
import type { Written } from '../../language/shape/shape.js';
import type { CourseScope } from './context.js';
import type { Lowering } from './lowering.js';

export interface Read {
  from: Derivation;
  reads: string;
  unit?: SpanUnit;
}
export type Of = { of: 'session' | Id; called: string };

const units: readonly SpanUnit[] = ['hours', 'days', 'working-days', 'weeks', 'months', 'years'];

export const needed = (each: DerivedName, key: string, example: string, { report }: Lowering): undefined =>
  void report(raiseFact('fact/key-missing', each.named.idAt, { id: each.named.id, key, kind: each.kind, example }));

/** `session`, or a happening. */
export const ofWhat = (written: Written<string> | undefined, lowering: Lowering): Of | undefined => {
  if (!written) return undefined;
  if (written.value === 'session') return { of: 'session', called: 'sessions' };
  const event = lowering.event(written);
  return event === undefined
    ? undefined
    : { of: event, called: `times that ${lowering.names.happenings.get(event)?.called ?? event}` };
};

export const pickOf = (
  written: Written<string>,
  lowering: Lowering,
): { pick: EventPick; reads: string } | undefined => {
  const found = lowering.resolver.point(written);
  if (!found) return undefined;
  if ('event' in found.point) return { pick: found.point.event, reads: found.reads };
  lowering.report(raiseFact('fact/not-an-event', written.at, { found: written.value }));
  return undefined;
};

const phasesOf = (written: Written<string>[] | undefined, { names, report }: Lowering): Id[] => {
  const known = names.phases.map(({ id }) => id);
  return (written ?? []).flatMap(({ value, at }) => {
    if (known.includes(value)) return [value];
    report(raiseFact('fact/no-such-phase', at, { name: value, known }));
    return [];
  });
};

export const windowOf = (
  { written }: DerivedName,
  lowering: Lowering,
): { window: Window; anyOne?: string; reads: string } => {
  const phases = phasesOf(written.in, lowering);
  const last = written['in-the-last'];
  const sessions = last && /^([1-9]\d{0,3}) sessions?$/.exec(last.value.trim())?.[1];
  const span = last && !sessions ? parseSpan(last.value) : undefined;
  if (last && !span && !sessions) lowering.report(raiseAmount('amount/span', last.at, { found: last.value }));
  const since = written.since && pickOf(written.since, lowering);
  const anyOne = written['in-any-one']?.value;
  const present = written['in-this']?.value;
  const reads = [
    phases.length > 0
      ? ` in ${listed(
          phases.map((id) => names(id)),
          'or',
        )}`
      : '',
    present ? ` in this ${present}` : '',
    span ? ` in the last ${spanInWords(span)}` : '',
    sessions ? (sessions === '1' ? ' in the last session' : ` in the last ${sessions} sessions`) : '',
    since ? ` since ${since.reads}` : '',
    written.ever?.value ? ', ever' : '',
  ];
  return {
    ...(anyOne && { anyOne }),
    window: {
      ...(written.ever?.value && { ever: true as const }),
      ...(phases.length > 0 && { phases }),
      ...(anyOne && { anyOne }),
      ...(present && { this: present }),
      ...(span && { last: span }),
      ...(sessions && { lastSessions: Number(sessions) }),
      ...(since && { since: since.pick }),
    },
    reads: reads.join(''),
  };
};
const names = (id: Id): string => `the phase “${id.replaceAll('-', ' ')}”`;

export const whereOf = ({ written }: DerivedName, scope: CourseScope, lowering: Lowering) => {
  const where = written.where && lowering.condition(written.where, scope);
  return { ...(where && { where }), reads: where ? ` where ${where.reads}` : '' };
};

export const unitOf = (each: DerivedName, lowering: Lowering): SpanUnit | undefined => {
  const [written, second] = each.written.in ?? [];
  if (!written) return needed(each, 'in', 'in: weeks', lowering);
  const found = units.find((unit) => unit === written.value.replace(' ', '-'));
  if (!found || second)
    lowering.report(
      raiseFact('fact/unit', (second ?? written).at, { id: each.named.id, found: (second ?? written).value }),
    );
  return found;
};
