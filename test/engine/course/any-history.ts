/**
 * Random histories of any definition, by the names that it has: most of them make sense, some do not. Acts are told of the
 * past as well, are about sessions, entries or one another, correct one another, and some are told by the partner.
 */
import fc from 'fast-check';
import { actFor } from '../../../engine/contract/who-may.js';
import { type Answer, type Bundle, type CaseEvent, dayText, type Fact } from '../../../engine/index.js';
import { firstDay } from './anybodys-course.js';

/** One act, as numbers by which a definition's own names are picked. */
interface Drawn {
  kind: number;
  pick: number;
  day: number;
  hour: number;
  value: number;
  about: number;
  by: number;
  late: number;
  corrects: number;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.nat(99),
  pick: fc.nat(999),
  day: fc.nat(130),
  hour: fc.nat(19),
  value: fc.nat(999),
  about: fc.nat(19),
  by: fc.nat(19),
  late: fc.nat(29),
  corrects: fc.nat(39),
});

const picked = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const lived = ['started', 'suspended', 'resumed', 'leave-started', 'leave-ended', 'closed', 'returned', 'restarted'];
const contacts = ['heard-from-participant', 'caught-up', 'catch-up-booked'];
const entryKeys = ['ann', 'bea'];

/** Of 20 hours most are none: then only the day is told. */
const momentOf = (day: number, hour: number): string =>
  hour < 16 ? dayText(firstDay + day) : `${dayText(firstDay + day)}T${10 + hour - 16}:30:00Z`;

const answerTo = (fact: Pick<Fact, 'kind' | 'options' | 'asks'>, n: number, bundle: Bundle): Answer => {
  if (n % 13 === 0) return n % 2 === 0 ? null : 'not-known';
  switch (fact.kind) {
    case 'entries':
      return entryKeys.slice(0, 1 + (n % 2)).map((key) => ({
        key,
        ...Object.fromEntries(
          (fact.asks ?? []).flatMap((id) => {
            const asked = bundle.facts.find((each) => each.id === id);
            const answer = asked && answerTo(asked, n + key.length, bundle);
            return answer === undefined ? [] : [[id.slice(id.indexOf('.') + 1), answer as string]];
          }),
        ),
      }));
    case 'number':
      return n % 30;
    case 'date':
      return dayText(firstDay + (n % 150));
    case 'date-time':
      return `${dayText(firstDay + (n % 150))}T10:00`;
    case 'choices':
      return fact.options.filter((_, i) => (n >> i) % 2 === 0).map(({ id }) => id);
    default:
      return fact.options.length > 0 ? (picked(fact.options, n)?.id ?? '') : `Text ${n % 3}`;
  }
};

type Act = Pick<CaseEvent, 'kind'> & Partial<CaseEvent>;

const sessionOf = ({ pick, value, hour, day }: Drawn, { course }: Bundle): Act => {
  const on = dayText(firstDay + 7 * (1 + (pick % 16)));
  const key = pick % 3 === 0 ? {} : { key: `${on} evening` };
  const outcome = picked(course?.sessions?.outcomes ?? [], value)?.id ?? 'attended';
  const phase = pick % 11 === 0 ? { phase: picked(course?.sessions?.phases ?? [], value)?.id ?? 'none' } : {};
  const when = hour < 18 ? { on } : { on: `${on}T18:00:00Z`, ends: `${on}T20:00:00Z` };
  const said = value % 7 === 0 ? 'cancelled' : value % 5 === 0 ? 'planned' : 'held';
  const mark = { mark: said, ...when, ...key, ...phase, ...(said === 'held' && { outcome }) } as const;
  const happened = said === 'planned' ? momentOf(Math.min(day, pick % 100), 0) : on;
  return { kind: 'session', happened, session: mark };
};

const happeningOf = ({ pick, value }: Drawn, bundle: Bundle): Act => {
  const all = bundle.course?.happenings ?? [];
  const called = pick % 4 === 0 ? picked(lived, value) : pick % 4 === 1 ? picked(contacts, value) : undefined;
  const what = all.find(({ id }) => id === called) ?? picked(all, pick);
  const values = (what?.fields ?? []).map((field, n) => [field.name, answerTo(field, value + n, bundle)] as const);
  const role = what?.by[0];
  return {
    kind: 'happened',
    what: what?.id ?? 'nothing',
    values: Object.fromEntries(values),
    ...(role !== undefined && { by: { role } }),
  };
};

const answerOf = ({ pick, value }: Drawn, bundle: Bundle): Act => {
  const asked = bundle.facts.filter(({ within }) => within === undefined);
  const facts = [0, 1, 2].flatMap((n) => picked(asked, pick + n * 7) ?? []);
  const source = facts[0]?.source ?? 'form';
  const told = facts.filter((fact) => fact.source === source);
  const role = told[0]?.judgedBy?.[0];
  return {
    kind: actFor[source],
    values: Object.fromEntries(told.map((fact, n) => [fact.id, answerTo(fact, value + n, bundle)])),
    ...(role !== undefined && { by: { role } }),
  };
};

const actOf = (one: Drawn, bundle: Bundle): Act => {
  if (one.kind < 40) return sessionOf(one, bundle);
  if (one.kind < 75) return happeningOf(one, bundle);
  if (one.kind < 90) return answerOf(one, bundle);
  const rule = picked(bundle.course?.rules ?? [], one.pick);
  return {
    kind: one.value % 4 === 0 ? 'refused' : 'confirmed',
    rule: rule?.id ?? 'none',
    effect: one.value % 2,
    ...(rule?.confirmedBy[0] !== undefined && { by: { role: rule.confirmedBy[0] } }),
  };
};

const aboutOf = (one: Drawn, events: readonly CaseEvent[]): Pick<CaseEvent, 'about'> => {
  const on = dayText(firstDay + 7 * (1 + (one.pick % 16)));
  const abouts = [on, `${on} evening`, ...entryKeys, `e${(one.value % 40) + 1}`, events.at(-1)?.id ?? 'e1'];
  const about = abouts[one.about];
  return about === undefined ? {} : { about };
};

/** Takes a definition, gives random cases of it; in the order in which their events were recorded. */
export const anyHistory = (bundle: Bundle, mostActs = 30): fc.Arbitrary<CaseEvent[]> => {
  const inside = bundle.people.filter(({ side }) => side === 'inside').map(({ id }) => id);
  const all = bundle.people.map(({ id }) => id);
  return fc.array(drawn, { minLength: 3, maxLength: mostActs }).map((acts) => {
    const events: CaseEvent[] = [];
    for (const [n, one] of [firstAct, ...acts].entries()) {
      const { happened = momentOf(one.day, one.hour), by, values = {}, ...act } = actOf(one, bundle);
      const told = one.by === 0 ? { toldBy: 'partner' } : {};
      const recorded = one.late < 4 ? momentOf(one.day + 5 * (1 + one.late), 0) : happened;
      const who = one.by < 3 ? picked(all, one.pick) : one.by < 14 ? by?.role : undefined;
      const supersedes = one.corrects < 3 ? picked(events, one.value)?.id : undefined;
      events.push({
        id: `e${n}`,
        ...act,
        happened,
        learned: recorded,
        recorded,
        by: { role: who ?? picked(inside, one.by) ?? '' },
        values,
        ...aboutOf(one, events),
        ...told,
        ...(supersedes !== undefined && { supersedes }),
      });
    }
    return events;
  });
};

/** He has started, so that what comes after means something. */
const firstAct: Drawn = { kind: 50, pick: 0, day: 0, hour: 0, value: 0, about: 19, by: 3, late: 29, corrects: 39 };
