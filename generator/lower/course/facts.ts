/** From facts over time as written to derivations. */
import { type Breaker, type DerivedFact, type Id, listed, type Point } from '../../../engine/contract/index.js';
import { raiseFact } from '../../check/course/fact-problems.js';
import { type DerivedName, derivedKind } from '../../check/course/names.js';
import type { Written } from '../../language/shape/shape.js';
import type { CourseScope } from './context.js';
import { needed, type Of, ofWhat, pickOf, type Read, unitOf, whereOf, windowOf } from './fact-parts.js';
import { share, spent } from './fact-shares.js';
import { type Lowering, scopeOfEach, scopeOfEvent, statesOf } from './lowering.js';

const counted = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const what = ofWhat(each.written['count-of'], lowering);
  const { window, anyOne, reads: within } = windowOf(each, lowering);
  if (!what) return undefined;
  const { reads, ...where } = whereOf(each, scopeOfEvent(what.of, lowering), lowering);
  const number = anyOne ? `in any one ${anyOne} the most ${what.called}` : `the number of ${what.called}`;
  const per = perOf(each, lowering);
  const plus = plusOf(each, lowering);
  const every = per ? `one for every ${per} of ` : '';
  const added =
    plus.length > 0
      ? `, and ${listed(
          plus.map(({ shape }) => shape.called),
          'and',
        )} added`
      : '';
  return {
    from: {
      kind: 'count',
      of: what.of,
      ...where,
      window,
      ...(per && { per }),
      ...(plus.length > 0 && { plus: plus.map(({ named }) => named.id) }),
    },
    reads: `${every}${number}${reads}${within}${added}`,
  };
};

const perOf = ({ written }: DerivedName, { report }: Lowering): number | undefined => {
  const per = written['one-for-every'];
  if (!per) return undefined;
  if (Number.isInteger(per.value) && per.value > 1) return per.value;
  report(raiseFact('fact/per', per.at, { n: per.value }));
  return undefined;
};

/** Other numbers of the case, added to a count. */
const plusOf = ({ written }: DerivedName, { names: { derived }, resolver, report }: Lowering): DerivedName[] =>
  (written.plus ?? []).flatMap(({ value, at }) => {
    const found = derived.get(value);
    const isNumber = (each: DerivedName): boolean => each.shape.kind === 'number' && each.scope === undefined;
    resolver.uses.facts.add(value);
    if (found && isNumber(found)) return [found];
    const known = [...derived.values()].filter(isNumber).map(({ named: { id } }) => id);
    report(raiseFact('fact/not-a-number', at, { name: value, known }));
    return [];
  });

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
    case 'share-of':
      return share(each, lowering);
    case 'time-in':
      return spent(each, lowering);
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
