/** From facts over time as written to derivations. */
import type {
  Breaker,
  Derivation,
  DerivedFact,
  EventPick,
  Id,
  Point,
  SpanUnit,
  Window,
} from '../../../engine/contract/index.js';
import { raiseFact } from '../../check/course/fact-problems.js';
import { type DerivedName, derivedKind } from '../../check/course/names.js';
import { raiseAmount } from '../../language/constructs/amount-problems.js';
import { parseSpan, spanSays } from '../../language/constructs/amounts.js';
import type { Written } from '../../language/shape/shape.js';
import type { CourseScope } from './context.js';
import { type Lowering, listed, scopeOfEach, scopeOfEvent, statesOf } from './lowering.js';

interface Read {
  from: Derivation;
  reads: string;
  unit?: SpanUnit;
}
type Of = { of: 'session' | Id; called: string };

const units: readonly SpanUnit[] = ['hours', 'days', 'working-days', 'weeks', 'months', 'years'];

const needed = (each: DerivedName, key: string, example: string, { report }: Lowering): undefined =>
  void report(raiseFact('fact/key-missing', each.named.idAt, { id: each.named.id, key, kind: each.kind, example }));

/** `session`, or a happening. */
const ofWhat = (written: Written<string> | undefined, lowering: Lowering): Of | undefined => {
  if (!written) return undefined;
  if (written.value === 'session') return { of: 'session', called: 'sessions' };
  const event = lowering.event(written);
  return event === undefined
    ? undefined
    : { of: event, called: `times that ${lowering.names.happenings.get(event)?.called ?? event}` };
};

const pickOf = (written: Written<string>, lowering: Lowering): { pick: EventPick; reads: string } | undefined => {
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

const windowOf = ({ written }: DerivedName, lowering: Lowering): { window: Window; anyOne?: string; reads: string } => {
  const phases = phasesOf(written.in, lowering);
  const last = written['in-the-last'];
  const span = last && parseSpan(last.value);
  if (last && !span) lowering.report(raiseAmount('amount/span', last.at, { found: last.value }));
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
    span ? ` in the last ${spanSays(span)}` : '',
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
      ...(since && { since: since.pick }),
    },
    reads: reads.join(''),
  };
};
const names = (id: Id): string => `the phase “${id.replaceAll('-', ' ')}”`;

const whereOf = ({ written }: DerivedName, scope: CourseScope, lowering: Lowering) => {
  const where = written.where && lowering.condition(written.where, scope);
  return { ...(where && { where }), reads: where ? ` where ${where.reads}` : '' };
};

const counted = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const what = ofWhat(each.written['count-of'], lowering);
  const { window, anyOne, reads: within } = windowOf(each, lowering);
  if (!what) return undefined;
  const { reads, ...where } = whereOf(each, scopeOfEvent(what.of, lowering), lowering);
  const number = anyOne ? `in any one ${anyOne} the most ${what.called}` : `the number of ${what.called}`;
  return {
    from: { kind: 'count', of: what.of, ...where, window },
    reads: `${number}${reads}${within}`,
  };
};

const breakers = (written: Written<string>[] | undefined, lowering: Lowering): Breaker[] =>
  (written ?? []).flatMap((each): Breaker[] => {
    if (lowering.names.outcomes.some(({ id }) => id === each.value)) return [{ outcome: each.value }];
    const event = lowering.event(each);
    return event === undefined ? [] : [{ event }];
  });

const run = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const what = ofWhat(each.written['run-of'], lowering);
  const { window, reads: within } = windowOf(each, lowering);
  const brokenBy = breakers(each.written['broken-by'], lowering);
  if (!what) return undefined;
  const scope = scopeOfEvent(what.of, lowering);
  const { reads, where } = whereOf(each, scope, lowering);
  const skips = each.written.skips && lowering.condition(each.written.skips, scope);
  if (!each.written.where) needed(each, 'where', 'where: absence is yes', lowering);
  if (!where) return undefined;
  const leaving = skips ? `, leaving out those where ${skips.reads}` : '';
  const broken = (each.written['broken-by'] ?? []).map(
    ({ value }) => lowering.names.happenings.get(value)?.called ?? `“${value.replaceAll('-', ' ')}”`,
  );
  const ended = broken.length > 0 ? `; it ends when ${listed(broken, 'or')}` : '';
  return {
    from: { kind: 'run', of: what.of, where, ...(skips && { skips }), brokenBy, window },
    reads: `how many ${what.called} in a row, up to now,${reads.replace(/^ where/, ' were such that')}${leaving}${within}${ended}`,
  };
};

const unitOf = (each: DerivedName, lowering: Lowering): SpanUnit | undefined => {
  const [written, second] = each.written.in ?? [];
  if (!written) return needed(each, 'in', 'in: weeks', lowering);
  const found = units.find((unit) => unit === written.value.replace(' ', '-'));
  if (!found || second)
    lowering.report(
      raiseFact('fact/unit', (second ?? written).at, { id: each.named.id, found: (second ?? written).value }),
    );
  return found;
};
const pausedOf = ({ written }: DerivedName, lowering: Lowering) => {
  const paused = statesOf(written['pauses-in'], lowering);
  const reads =
    paused.length > 0
      ? `, leaving out time ${listed(
          paused.map((state) => state.replaceAll('-', ' ')),
          'or',
        )}`
      : '';
  return { paused, reads };
};

const elapsed = (each: DerivedName, points: Written<string>[], lowering: Lowering): Read | undefined => {
  const unit = unitOf(each, lowering);
  const { paused, reads } = pausedOf(each, lowering);
  const found = points.map((point) => lowering.resolver.point(point));
  const [since, until] = found;
  if (!unit || !since || found.some((point) => !point)) return undefined;
  const between: { since: Point; until?: Point } = { since: since.point, ...(until && { until: until.point }) };
  const from = until ? `from when ${since.reads} to when ${until.reads}` : `since ${since.reads}`;
  return {
    from: { kind: 'elapsed', ...between, unit, paused },
    reads: `how many ${unit.replaceAll('-', ' ')} it is ${from}${reads}`,
    unit,
  };
};

interface Question extends Of {
  field: Id;
  asks: string;
}
/** `incident.severity`. */
const questionOf = (written: Written<string>, lowering: Lowering): Question | undefined => {
  const [event, name, more] = written.value.trim().split('.');
  if (!event || !name || more !== undefined) {
    lowering.report(raiseFact('fact/not-a-question', written.at, { found: written.value }));
    return undefined;
  }
  const of = ofWhat({ value: event, at: written.at }, lowering);
  if (!of) return undefined;
  const known = of.of === 'session' ? [...lowering.names.ofSession.keys()] : fieldNames(of.of, lowering);
  if (!known.includes(name)) {
    lowering.report(raiseFact('fact/no-such-question', written.at, { name, event, known }));
    return undefined;
  }
  const asked = lowering.names.happenings.get(of.of)?.fields.find((each) => each.name === name);
  return { ...of, field: `${of.of}.${name}`, asks: asked?.called ?? name.replaceAll('-', ' ') };
};
const fieldNames = (happening: Id, { names: { happenings } }: Lowering): Id[] =>
  (happenings.get(happening)?.fields ?? []).map(({ name }) => name);

const when = ({ of }: Of, { names: { happenings } }: Lowering): string =>
  of === 'session' ? ' of a session' : ` when ${happenings.get(of)?.called ?? of}`;

const told = (each: DerivedName, which: 'latest' | 'first', lowering: Lowering): Read | undefined => {
  const question = each.written[which] && questionOf(each.written[which], lowering);
  const { window, reads: within } = windowOf(each, lowering);
  if (!question) return undefined;
  const { reads, ...where } = whereOf(each, scopeOfEvent(question.of, lowering), lowering);
  if (!derivedKind(each.shape.kind))
    lowering.report(raiseFact('fact/value-kind', each.named.idAt, { id: each.named.id, name: question.field }));
  return {
    from: { kind: 'value', which, of: question.of, field: question.field, ...where, window },
    reads: `the ${which} ${question.asks} told${when(question, lowering)}${reads}${within}`,
  };
};

const dayOf = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const found = each.written['day-of'] && pickOf(each.written['day-of'], lowering);
  const { window, reads: within } = windowOf(each, lowering);
  if (!found) return undefined;
  const which = found.pick.which === 1 ? 'first' : 'latest';
  const { reads, ...where } = whereOf(each, scopeOfEvent(found.pick.event, lowering), lowering);
  const called = lowering.names.happenings.get(found.pick.event)?.called ?? found.pick.event;
  return {
    from: { kind: 'day', which, of: found.pick.event, ...where, window },
    reads: `the day on which ${called}, the ${which}${reads}${within}`,
  };
};

const sum = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const question = each.written['sum-of'] && questionOf(each.written['sum-of'], lowering);
  const { window, reads: within } = windowOf(each, lowering);
  if (!question) return undefined;
  const { reads, ...where } = whereOf(each, scopeOfEvent(question.of, lowering), lowering);
  return {
    from: { kind: 'sum', of: question.of, field: question.field, ...where, window },
    reads: `the sum of each ${question.asks} told${when(question, lowering)}${reads}${within}`,
  };
};

const distinct = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const { written } = each;
  if (!written.distinct) return undefined;
  const of =
    written.of ?? (written.distinct.value.includes('.') ? undefined : needed(each, 'of', 'of: session', lowering));
  const text = of ? `${of.value}.${written.distinct.value}` : written.distinct.value;
  if (!text.includes('.')) return undefined;
  const question = questionOf({ value: text, at: written.distinct.at }, lowering);
  const { window, reads: within } = windowOf(each, lowering);
  if (!question) return undefined;
  const { reads, ...where } = whereOf(each, scopeOfEvent(question.of, lowering), lowering);
  return {
    from: { kind: 'distinct', of: question.of, field: question.field, ...where, window },
    reads: `how many different values of “${question.asks}” there were among the ${question.called}${reads}${within}`,
  };
};

const whether = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const { written, scope } = each;
  const stands: CourseScope =
    scope !== undefined && scope !== 'session' && lowering.names.happenings.has(scope)
      ? scopeOfEvent(scope, lowering)
      : scopeOfEach(scope);
  const condition = written.when && lowering.condition(written.when, stands);
  return condition && { from: { kind: 'whether', condition }, reads: `whether ${condition.reads}` };
};

const readFact = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const { written } = each;
  switch (each.kind) {
    case 'count-of':
      return counted(each, lowering);
    case 'run-of':
      return run(each, lowering);
    case 'time-since':
      return written['time-since'] && elapsed(each, [written['time-since']], lowering);
    case 'time-between': {
      const points = written['time-between'] ?? [];
      if (points.length !== 2)
        return needed(each, 'time-between', 'time-between: [referral-received, accepted]', lowering);
      return elapsed(each, points, lowering);
    }
    case 'latest':
    case 'first':
      return told(each, each.kind, lowering);
    case 'day-of':
      return dayOf(each, lowering);
    case 'sum-of':
      return sum(each, lowering);
    case 'distinct':
      return distinct(each, lowering);
    case 'when':
      return whether(each, lowering);
  }
};

const lowerFact = (each: DerivedName, lowering: Lowering): DerivedFact | undefined => {
  const { named, shape, scope } = each;
  const role = each.written['for-each'];
  if (role && scope && scope !== 'session' && scope === role.value && !lowering.names.happenings.has(scope))
    lowering.report(raiseFact('fact/for-each', role.at, { name: role.value }));
  const read = readFact(each, lowering);
  const kind = derivedKind(shape.kind);
  if (!read || !kind) return undefined;
  const ofEach =
    scope && role ? `, for each ${role.value === 'session' ? 'session' : lowering.called(role.value)}` : '';
  return {
    id: named.id,
    called: shape.called,
    kind,
    options: shape.options,
    ...(read.unit && { unit: read.unit }),
    ...(scope && { scope }),
    from: read.from,
    hers: false,
    reads: `${read.reads}${ofEach}`,
    origin: lowering.origin(each.written, named.idAt),
  };
};

/** Gives the derived facts, in the order written; one that is not understood is left out, and was reported. */
export const lowerDerived = (lowering: Lowering): DerivedFact[] =>
  [...lowering.names.derived.values()].flatMap((each) => lowerFact(each, lowering) ?? []);
