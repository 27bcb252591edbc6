/** Whose work somebody looks after, and who looks after his. */
import type { Colleague } from '../../server/people/grants.js';
import type { StandInRow } from '../../server/store/people-store.js';
import { colleagueCalled, colleagueInWords } from '../words/colleagues.js';
import { dayInWords } from '../words/dates.js';

/** One hand-over, as a sentence without its full stop. */
export interface HandOverLine {
  id: string;
  words: string;
}
/** The page on which somebody's own work is handed over and taken back. */
export interface HandOverPresenter {
  action: string;
  /** What others handed over to whoever looks. */
  toMe: HandOverLine[];
  /** What he handed over himself, or had handed over for him. */
  mine: HandOverLine[];
  /** Those who may look after it, to choose from. */
  colleagues: { value: string; label: string }[];
}

const spell = ({ since, until }: Pick<StandInRow, 'since' | 'until'>, today: string): string => {
  if (since === until) return `on ${dayInWords(since)}`;
  return since <= today ? `until ${dayInWords(until)}` : `from ${dayInWords(since)} to ${dayInWords(until)}`;
};

/** Takes the hand-overs that are not over, everybody of the programme, and those who may stand in for whoever looks. */
export const presentHandOver = (
  { programme, person, today }: { programme: string; person: string; today: string },
  rows: readonly StandInRow[],
  people: readonly Colleague[],
  colleagues: readonly Colleague[],
): HandOverPresenter => {
  const called = (id: string): string => colleagueCalled(people, id);
  return {
    action: `/${programme}/hand-over`,
    toMe: rows
      .filter(({ covers }) => covers === person)
      .map((row) => ({ id: row.id, words: `You look after the work of ${called(row.away)} ${spell(row, today)}` })),
    mine: rows
      .filter(({ away }) => away === person)
      .map((row) => ({ id: row.id, words: `${called(row.covers)} looks after your work ${spell(row, today)}` })),
    colleagues: [
      { value: '', label: 'Choose' },
      ...colleagues.map((one) => ({ value: one.id, label: colleagueInWords(one) })),
    ],
  };
};
