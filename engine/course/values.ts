/** What a name in a condition over time stands for at a point. */
import { notApplicable, valued } from '../case/record.js';
import { unknown, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import type { Lacking } from '../contract/course-verdict.js';
import { today } from '../contract/regions.js';
import { derivedValue } from './derive/derived-value.js';
import { formState } from './forms.js';
import { isDue, traitOf } from './ledger.js';
import { plannedEnd } from './planned-end.js';
import type { Sight } from './sight.js';
import { grounds, noValue, optionValue, toldValue, truthValue, unknownValue, type Value } from './value.js';

/** Takes a fact's id; gives its value, or undefined where it is an answer, which is read off the record. */
export const namedValue = (id: Id, sight: Sight): Value | undefined => {
  const { view, scope } = sight;
  if (id.startsWith('session.')) {
    return scope.kind === 'session' ? sessionValue(id.slice('session.'.length), sight) : unknownValue([]);
  }
  if (scope.kind === 'happening' && id.startsWith(`${scope.happened.what}.`))
    return toldValue(scope.happened, id.slice(scope.happened.what.length + 1));
  const derived = view.course.derived.get(id);
  if (derived) return derivedValue(derived, sight);
  return id === today ? { kind: 'day', day: view.point.day, ...grounds() } : builtIn(id, sight);
};

const builtIn = (id: Id, { view }: Sight): Value | undefined => {
  const { life, phases, course } = view;
  switch (id) {
    case 'stage':
      return optionValue(life.stage);
    case 'decision':
      return optionValue(life.decision);
    case 'ending':
      return life.ending === undefined ? noValue() : optionValue(life.ending);
    case 'phase':
      return phases.current === undefined ? noValue() : optionValue(phases.current);
    case 'planned-end':
      return dayValue(plannedEnd(view));
    default: {
      const phase = phases.states.get(id);
      if (phase) {
        const { complete, begun } = phase;
        const uncredited = notRecorded(view.ledger.sessions.filter((session) => session.phase === id));
        if (complete === unknown) return unknownValue(uncredited);
        return optionValue(complete === yes ? 'complete' : begun ? 'under-way' : 'not-begun');
      }
      return course.forms.has(id) ? optionValue(formState(id, view)) : undefined;
    }
  }
};

const dayValue = (day: number | undefined): Value =>
  day === undefined ? noValue() : { kind: 'day', day, ...grounds() };

/** What asks for the sessions that nobody recorded. */
export const notRecorded = (sessions: readonly { key: string; recorded: boolean; disputed: boolean }[]): Lacking[] =>
  sessions.filter(({ recorded, disputed }) => !recorded || disputed).map(({ key }) => ({ kind: 'session', of: key }));

const sessionValue = (name: string, { scope, view }: Sight): Value => {
  if (scope.kind !== 'session') return unknownValue([]);
  const { session } = scope;
  const { used } = session;
  switch (name) {
    case 'outcome':
      if (session.outcome !== undefined) return optionValue(session.outcome, used);
      return isDue(session) ? unknownValue([{ kind: 'session', of: session.key }], used) : noValue(used);
    case 'kind':
    case 'phase':
    case 'topic': {
      const value = session[name];
      return value === undefined ? noValue(used) : optionValue(value, used);
    }
    case 'caught-up':
      return optionValue(session.caughtUp ? 'yes' : 'no', used);
    case 'contact':
      return optionValue(session.contact ? 'yes' : 'no', used);
    case 'recorded':
      return optionValue(session.recorded && !session.disputed ? 'yes' : 'no', used);
    default:
      return truthValue(traitOf(session, name, view.course), {
        used,
        lacks: [{ kind: 'session', of: session.key }],
        wakes: Number.POSITIVE_INFINITY,
      });
  }
};

/** The day that a fact holds: a derived one, a built-in one, or an answer. */
export const dayOf = (id: Id, sight: Sight): Value => {
  const value = namedValue(id, sight);
  if (value) return value;
  const { view, scope } = sight;
  const record = scope.kind === 'entry' ? scope.record : view.record();
  const number = view.course.table.numbers.get(id);
  if (number === undefined) return unknownValue([{ kind: 'fact', of: id }]);
  const state = record.state[number];
  if (state === notApplicable) return noValue();
  const place = view.of.places.get(record.event[number] ?? '') ?? -1;
  return state === valued
    ? { kind: 'day', day: record.number[number] ?? 0, ...grounds(place < 0 ? [] : [place]) }
    : unknownValue([{ kind: 'fact', of: id }]);
};
