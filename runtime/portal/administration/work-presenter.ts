/** Who stands in for whom, and what is in use. */
import type { Bundle } from '../../../engine/contract/index.js';
import type { Colleague } from '../../server/people/grants.js';
import type { DefinitionInUse, StandInRow } from '../../server/store/people-store.js';
import { hoursInWords } from '../groups/words.js';
import { colleagueCalled, colleagueInWords } from '../words/colleagues.js';
import { dayInWords, momentInWords } from '../words/dates.js';

export interface StandInLine {
  id: string;
  words: string;
}

/** "Rita looks after the work of Tom from Monday 2 March 2026 to Friday 6 March 2026". */
export const presentStandIns = (rows: readonly StandInRow[], people: readonly Colleague[]): StandInLine[] => {
  const called = (id: string): string => colleagueCalled(people, id);
  return rows.map(({ id, away, covers, since, until }) => ({
    id,
    words: `${called(covers)} looks after the work of ${called(away)} ${
      since === until ? `on ${dayInWords(since)}` : `from ${dayInWords(since)} to ${dayInWords(until)}`
    }`,
  }));
};

/** Those who work inside, to choose from. */
export const insiders = (people: readonly Colleague[]): { value: string; label: string }[] => [
  { value: '', label: 'Choose' },
  ...people
    .filter(({ grants }) => grants.some(({ side }) => side !== null))
    .map((person) => ({ value: person.id, label: colleagueInWords(person) })),
];

export interface DefinitionLine {
  words: string;
  cases: string;
  began: string;
}

/** By which definitions cases are decided; that of new cases first. */
export const presentDefinitions = (bundle: Bundle, rows: readonly DefinitionInUse[]): DefinitionLine[] => {
  const { timeZone } = bundle.programme;
  const day = (instant: string): string => momentInWords(instant, timeZone);
  const present = rows.find(({ digest }) => digest === bundle.digest);
  const line = (row: DefinitionInUse, words: string): DefinitionLine => ({
    words,
    cases: row.cases === 1 ? '1 case' : `${row.cases} cases`,
    began: day(row.first) === day(row.last) ? day(row.first) : `${day(row.first)} to ${day(row.last)}`,
  });
  return [
    ...(present
      ? [line(present, 'As it is now')]
      : [{ words: 'As it is now', cases: 'No case yet', began: 'The next one that is begun' }]),
    ...rows
      .filter(({ digest }) => digest !== bundle.digest)
      .map((row, n, earlier) =>
        line(row, earlier.length === 1 ? 'As it was before' : `As it was before, ${n + 1} of ${earlier.length}`),
      ),
  ];
};

export interface SiteLine {
  label: string;
  details: { label: string; value: string }[];
}
/** The sites as they are declared, hours in words. */
export const presentSites = ({ sites }: Pick<Bundle, 'sites'>): SiteLine[] =>
  sites.map(({ label, details, slots = [] }) => ({
    label,
    details: details.map((detail) => {
      const slot = slots.find((one) => one.label === detail.label);
      if (!slot) return detail;
      const parts = [slot.day, hoursInWords(slot), slot.venue].filter((part) => part !== undefined && part !== '');
      return { ...detail, value: parts.join(', ') };
    }),
  }));
