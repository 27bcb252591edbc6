/** The sessions of a case and its derived facts, as they are told. */
import { no, type Truth, unknown, yes } from '../../condition/truth.js';
import { dayText } from '../../contract/calendar.js';
import type { DerivedFact } from '../../contract/course.js';
import type { CourseFact, LedgerEntry } from '../../contract/course-verdict.js';
import { absenceOf, creditedOf, type Session, traitOf } from '../ledger.js';
import type { Replay } from '../replay-state.js';
import type { Sight } from '../sight.js';
import { sightOf, subjectsOf } from '../subjects.js';
import { eachOnce } from '../truths.js';
import type { Value } from '../value.js';
import { idsOf } from '../why.js';

const asBoolean = (truth: Truth): boolean | null => (truth === unknown ? null : truth === yes);
const known = <K extends string>(key: K, truth: Truth): Partial<Record<K, boolean>> =>
  truth === unknown ? {} : ({ [key]: truth === yes } as Record<K, boolean>);

/** Takes a replay at its point, gives its sessions in order. */
export const ledgerEntries = (replay: Replay): LedgerEntry[] =>
  replay.view.ledger.sessions.map((session) => entryOf(session, replay));

const entryOf = (session: Session, replay: Replay): LedgerEntry => {
  const { view } = replay;
  const { course } = view;
  const own = course.course.derived.filter(({ scope, kind }) => scope === 'session' && kind === 'yes-no');
  const sight: Sight = { ...sightOf(replay, view), scope: { kind: 'session', session } };
  const named = new Set((course.sessions?.outcomes ?? []).flatMap(({ traits }) => Object.keys(traits)));
  const traits = Object.fromEntries([
    ...[...named].map((trait) => [trait, asBoolean(traitOf(session, trait, course))] as const),
    ...own.map((fact) => [fact.id, asBoolean(truthOfValue(sight.reads.value(fact.id, sight)))] as const),
  ]);
  const { kind, phase, topic, outcome, notDue, caughtUp, booked } = session;
  return {
    key: session.key,
    on: session.when.moment,
    ...(kind !== undefined && { kind }),
    ...(phase !== undefined && { phase }),
    ...(topic !== undefined && { topic }),
    planned: session.planned,
    recorded: session.recorded,
    disputed: session.disputed,
    ...(outcome !== undefined && { outcome }),
    ...(notDue !== undefined && { notDue }),
    ...known('present', traitOf(session, 'present', course)),
    ...known('credited', creditedOf(session, course)),
    ...known('absence', absenceOf(session, course)),
    traits,
    ...(caughtUp && { caughtUp: caughtUp.moment }),
    ...(booked && { catchUpBooked: booked.moment }),
    contact: session.contact,
    credit: session.credit,
    stay: session.stay + 1,
    events: idsOf(session.used, { view }),
  };
};

const truthOfValue = (value: Value | undefined): Truth =>
  value?.kind === 'option' ? (value.option === 'yes' ? yes : no) : value?.kind === 'none' ? no : unknown;

/** Takes a replay at its point, gives the value of each derived fact, of each subject that it has. */
export const factsOf = (replay: Replay): CourseFact[] =>
  replay.case.course.course.derived.flatMap((fact) => {
    const { scope } = fact;
    const isOfHappenings = scope !== undefined && scope !== 'session' && replay.case.course.happenings.has(scope);
    if (isOfHappenings) return [];
    return subjectsOf(scope === undefined ? {} : { forEach: scope }, sightOf(replay, replay.view)).map(
      ({ subject, sight }) => factOf(fact, subject, sight),
    );
  });

const factOf = (fact: DerivedFact, subject: string | undefined, sight: Sight): CourseFact => {
  const value = sight.reads.value(fact.id, sight);
  return {
    id: fact.id,
    ...(subject !== undefined && { subject }),
    ...toldValue(value),
    used: value ? idsOf(value.used, sight) : [],
    lacks: value ? eachOnce(value.lacks) : [],
    hers: fact.hers,
  };
};

const toldValue = (value: Value | undefined): Pick<CourseFact, 'value' | 'least' | 'most'> => {
  switch (value?.kind) {
    case 'number': {
      const [least, most] = [Math.floor(value.least), Math.floor(value.most)];
      const upper = Number.isFinite(most) ? most : null;
      return { value: least === most ? least : null, least, most: upper };
    }
    case 'option':
      return { value: value.option };
    case 'day':
      return { value: dayText(value.day) };
    case 'none':
      return { value: 'not-applicable' };
    default:
      return { value: null };
  }
};
