import type { Bundle, LedgerEntry } from '../../../engine/contract/index.js';
import { idInWords, notDueWords, sessionWord } from '../words/course.js';
import { localDay, momentInWords } from '../words/dates.js';
import { capital, counted } from '../words/lists.js';

/** How a session is drawn. Each has a shape of its own. */
export type CellLook =
  | 'attended'
  | 'part'
  | 'absent'
  | 'caught-up'
  | 'cancelled'
  | 'not-due'
  | 'ahead'
  | 'not-recorded'
  | 'disputed'
  | 'credit';

export interface Cell {
  key: string;
  look: CellLook;
  /** "12 Jan". */
  short: string;
  on: string;
  word: string;
  what: string;
  credited: string;
  absence: string;
  more: string[];
}
export interface LedgerPresenter {
  /** In the order of their days, those of one phase together. */
  groups: { title: string; cells: Cell[] }[];
  /** The signs that occur, with their words. */
  legend: { look: CellLook; word: string }[];
  counts: string;
}

const looks: Record<CellLook, string> = {
  attended: 'Attended',
  part: 'Attended, and counts as an absence',
  absent: 'Absent',
  'caught-up': 'Absent, caught up',
  cancelled: 'Cancelled, or a closure day',
  'not-due': 'Not due',
  ahead: 'Planned',
  'not-recorded': 'Not recorded',
  disputed: 'Two records disagree',
  credit: 'Credited without a session',
};

const lookOf = (entry: LedgerEntry): CellLook => {
  if (entry.credit) return 'credit';
  if (entry.notDue === 'cancelled' || entry.notDue === 'closure-day') return 'cancelled';
  if (entry.notDue === 'not-yet') return 'ahead';
  if (entry.notDue) return 'not-due';
  if (entry.disputed) return 'disputed';
  if (!entry.recorded) return 'not-recorded';
  if (entry.caughtUp) return 'caught-up';
  if (entry.present) return entry.absence ? 'part' : 'attended';
  return 'absent';
};

const wordOf = (bundle: Bundle, entry: LedgerEntry, look: CellLook): string => {
  const outcome = sessionWord(bundle, 'outcomes', entry.outcome);
  if (look === 'caught-up' && entry.caughtUp) {
    return `${outcome || 'Absent'}, caught up on ${momentInWords(entry.caughtUp, bundle.programme.timeZone)}`;
  }
  if (entry.notDue) return notDueWords[entry.notDue];
  return (look === 'attended' || look === 'part' || look === 'absent') && outcome ? outcome : looks[look];
};

const yesNo = (value: boolean | undefined | null): string =>
  value === undefined || value === null ? 'Not known' : value ? 'Yes' : 'No';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const shortDay = (day: string): string => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`;

/** Traits that the table has a column for, or that the sign says. */
const columns = ['present', 'credited', 'absence'];

const traitsOf = (bundle: Bundle, { traits }: LedgerEntry): string[] =>
  Object.entries(traits)
    .filter(([id]) => !columns.includes(id))
    .map(([id, value]) => {
      const derived = bundle.course?.derived.find((one) => one.id === id);
      if (derived?.hers) return '';
      return `${capital(derived?.called ?? idInWords(id))}: ${yesNo(value).toLowerCase()}`;
    });

const topicOf = (bundle: Bundle, { topic }: LedgerEntry): string =>
  topic === undefined
    ? ''
    : (bundle.course?.sessions?.topics.find((one) => one.id === topic)?.title ?? capital(idInWords(topic)));

const cellOf = (bundle: Bundle, entry: LedgerEntry): Cell => {
  const zone = bundle.programme.timeZone;
  const look = lookOf(entry);
  const due = !entry.notDue;
  return {
    key: `${entry.stay}-${entry.key}-${entry.on}`,
    look,
    short: shortDay(localDay(entry.on, zone)),
    on: momentInWords(entry.on, zone),
    word: wordOf(bundle, entry, look),
    what: [sessionWord(bundle, 'kinds', entry.kind), topicOf(bundle, entry)].filter((word) => word !== '').join(', '),
    credited: due ? yesNo(entry.credited) : '',
    absence: due && !entry.credit ? yesNo(entry.absence) : '',
    more: [
      ...(entry.catchUpBooked && !entry.caughtUp
        ? [`Catch-up booked for ${momentInWords(entry.catchUpBooked, zone)}`]
        : []),
      ...(entry.contact ? ['Contact was made about it'] : []),
      ...traitsOf(bundle, entry).filter((words) => words !== ''),
    ],
  };
};

const titleOf = (bundle: Bundle, entry: LedgerEntry, stays: boolean): string => {
  const phase = sessionWord(bundle, 'phases', entry.phase) || 'Sessions';
  return stays ? `${phase} (stay ${entry.stay})` : phase;
};

/** A session that was planned for after the end of his passage, and came to nothing: it is of no matter any more. */
export const isLeftOver = ({ notDue, recorded }: Pick<LedgerEntry, 'notDue' | 'recorded'>): boolean =>
  notDue === 'after-end' && !recorded;

/** The ledger as a strip of signs and as a table: one cell for each session. */
export const presentLedger = (bundle: Bundle, whole: readonly LedgerEntry[]): LedgerPresenter => {
  const ledger = whole.filter((entry) => !isLeftOver(entry));
  const stays = new Set(ledger.map((entry) => entry.stay)).size > 1;
  const groups: LedgerPresenter['groups'] = [];
  for (const entry of ledger) {
    const title = titleOf(bundle, entry, stays);
    const cell = cellOf(bundle, entry);
    const last = groups.at(-1);
    if (last?.title === title) last.cells.push(cell);
    else groups.push({ title, cells: [cell] });
  }
  const seen = new Set(groups.flatMap((group) => group.cells.map((cell) => cell.look)));
  const legend = (Object.keys(looks) as CellLook[])
    .filter((look) => seen.has(look))
    .map((look) => ({ look, word: looks[look] }));
  const count = (of: (entry: LedgerEntry) => boolean): number => ledger.filter(of).length;
  const absences = count((entry) => entry.absence === true && !entry.notDue);
  const unrecorded = count((entry) => !entry.recorded && !entry.notDue && !entry.credit);
  const counts = `${count((entry) => entry.credited === true)} credited, ${counted(absences, 'absence')}, ${unrecorded} not recorded.`;
  return { groups, legend, counts };
};
