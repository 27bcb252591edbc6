/** The case line: what happened and what is due on one axis of days, with today. */
import { type CaseEvent, type DutyVerdict, dayNumber } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { dutyWords, ruleInWords } from '../words/course.js';
import { dayInWords, localDay } from '../words/dates.js';
import { shownEvent } from './event-words.js';
import { isLeftOver } from './ledger-presenter.js';
import { comingIn } from './shown-case.js';

/** A sign on the line; `x` in thousandths of its length. */
export interface LineSign {
  x: number;
  look: 'event' | 'session' | 'step' | 'due' | 'missed' | 'done';
  on: string;
  words: string;
  day: string;
}
export interface LinePresenter {
  signs: LineSign[];
  /** Where today is, in thousandths. */
  today: number;
  first: string;
  last: string;
  /** All of it in one sentence. */
  says: string;
}

const room = 14;

const lookOf = ({ session, what }: CaseEvent, steps: ReadonlySet<string>): LineSign['look'] =>
  session ? 'session' : what !== undefined && steps.has(what) ? 'step' : 'event';

const dutyLook = ({ state }: DutyVerdict): LineSign['look'] =>
  state === 'met' || state === 'met-late' ? 'done' : state === 'missed' ? 'missed' : 'due';

/** Nothing where nothing has happened yet. */
export const presentLine = (found: OpenCase): LinePresenter | undefined => {
  const { bundle, events, evaluation, today } = found;
  const coming = new Map(comingIn(found).map(({ event, words }) => [event, words]));
  const zone = bundle.programme.timeZone;
  const steps = new Set(
    (bundle.course?.happenings ?? []).filter(({ source }) => source === 'life').map(({ id }) => id),
  );
  const gone = new Set([
    ...events.flatMap(({ supersedes }) => supersedes ?? []),
    ...(evaluation.ledger ?? []).filter(isLeftOver).flatMap((session) => session.events),
  ]);
  const told = events
    .filter(
      ({ id, values, kind, supersedes }) =>
        !gone.has(id) && (kind !== 'answered' || supersedes === undefined || Object.keys(values).length > 0),
    )
    .map((event) => {
      const day = localDay(event.session?.on ?? event.happened, zone);
      return { day, look: lookOf(event, steps), words: coming.get(event.id) ?? shownEvent(bundle, event, day).words };
    });
  const owed = (evaluation.duties ?? [])
    .filter(({ due, state }) => due !== undefined && state !== 'lapsed')
    .map((duty) => ({
      day: localDay(duty.due ?? today, zone),
      look: dutyLook(duty),
      words: `${ruleInWords(bundle, duty.id).replace(/\.$/, '')}: ${dutyWords[duty.state].toLowerCase()}`,
    }));
  const all = [...told, ...owed].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const [first] = all;
  if (!first) return undefined;
  const end =
    [today, all.at(-1)?.day ?? today, ...(evaluation.plannedEnd ? [evaluation.plannedEnd.slice(0, 10)] : [])]
      .sort()
      .at(-1) ?? today;
  const start = first.day < today ? first.day : today;
  const span = Math.max(dayNumber(end) - dayNumber(start), room);
  const at = (day: string): number => Math.round(((dayNumber(day) - dayNumber(start)) / span) * 1000);
  const open = owed.filter(({ look }) => look !== 'done').length;
  return {
    signs: all.map(({ day, look, words }) => ({ x: at(day), look, words, day, on: dayInWords(day) })),
    today: at(today),
    first: dayInWords(start),
    last: dayInWords(end),
    says: `From ${dayInWords(start)} to ${dayInWords(end)}: ${told.length} things recorded, ${open} still due or missed.`,
  };
};
