/** Fills a record from answers, once: each is held to its question, and what does not fit counts as unanswered. */

import { dayNumber } from '../contract/calendar.js';
import type { Answer, EntryAnswers } from '../contract/event.js';
import { type Fit, fitterOf } from './fit.js';
import { type CaseRecord, copyOf, emptyRecord, type FactTable, localId, unanswered, valued } from './record.js';

/** The answers in force, by number of the fact, and the event that gave each. */
export interface Given {
  answers: (Answer | undefined)[];
  events: (string | undefined)[];
}

/** An answer that cannot be used: of the fact with this number, in the entry of that number if it is in one. */
export interface Unfit {
  fact: number;
  entry?: number;
  answer: Answer;
  because: string;
}

export type Filler = (given: Given, day: string, withdrawn: readonly Unfit[]) => { record: CaseRecord; unfit: Unfit[] };

/**
 * Takes the facts, gives what fills a record: from the answers given, the day "2026-03-02" that is today, and the
 * answers that are known to be unusable for another reason.
 */
export const fillerOf = (table: FactTable): Filler => {
  const fitters = table.facts.map(fitterOf);
  const ofCase = table.facts.flatMap((fact, i) => (fact.within ? [] : [i]));
  const kinds = ofCase.filter((i) => table.facts[i]?.kind === 'entries').map((i) => entryKindOf(table, i, fitters));
  return (given, day, withdrawn) => {
    const record = emptyRecord(table.facts.length);
    const unfit: Unfit[] = [];
    setToday(record, table.facts.length, day);
    for (const i of ofCase) {
      const answer = given.answers[i];
      const fit = fitters[i]?.(answer);
      if (!fit) continue;
      put(record, i, fit, given.events[i]);
      if (fit.because) unfit.push({ fact: i, answer: answer ?? null, because: fit.because });
    }
    for (const each of withdrawn) if (each.entry === undefined) withdraw(record, each, unfit);
    for (const kind of kinds) {
      if (record.state[kind.fact] === valued) record.entries[kind.fact] = entriesOf(record, kind, withdrawn, unfit);
    }
    return { record, unfit };
  };
};

/** Entries of one kind (children): the fact that lists them, and the questions asked of each. */
interface EntryKind {
  fact: number;
  asked: { fact: number; name: string; fitted: (answer: Answer | undefined) => Fit }[];
  known: ReadonlySet<string>;
}
const entryKindOf = (table: FactTable, fact: number, fitters: ((answer: Answer | undefined) => Fit)[]): EntryKind => {
  const asked = (table.asks[fact] ?? []).flatMap((number) => {
    const [question, fit] = [table.facts[number], fitters[number]];
    return question && fit ? [{ fact: number, name: localId(question), fitted: fit }] : [];
  });
  return { fact, asked, known: new Set(['key', ...asked.map(({ name }) => name)]) };
};

const entriesOf = (record: CaseRecord, kind: EntryKind, withdrawn: readonly Unfit[], unfit: Unfit[]): CaseRecord[] =>
  (record.answer[kind.fact] as EntryAnswers[]).map((entry, n) => {
    const own = copyOf(record);
    for (const { fact, name, fitted: toFitted } of kind.asked) {
      const answer = entry[name];
      const fitted = toFitted(answer);
      put(own, fact, fitted, record.event[kind.fact]);
      if (fitted.because) unfit.push({ fact, entry: n, answer: answer ?? null, because: fitted.because });
    }
    for (const name of Object.keys(entry)) {
      if (kind.known.has(name)) continue;
      unfit.push({
        fact: kind.fact,
        entry: n,
        answer: entry[name] ?? null,
        because: 'No such thing is asked of an entry.',
      });
    }
    for (const each of withdrawn) {
      if (each.entry === n && kind.asked.some(({ fact }) => fact === each.fact)) withdraw(own, each, unfit);
    }
    return own;
  });

const setToday = (record: CaseRecord, number: number, day: string): void => {
  record.state[number] = valued;
  record.number[number] = dayNumber(day);
  record.answer[number] = day;
};

const put = (record: CaseRecord, fact: number, fit: Fit, event: string | undefined): void => {
  record.state[fact] = fit.state;
  record.number[fact] = fit.number;
  record.answer[fact] = fit.answer;
  record.event[fact] = event;
  if (fit.chosen) record.chosen[fact] = fit.chosen;
};

const withdraw = (record: CaseRecord, each: Unfit, unfit: Unfit[]): void => {
  put(record, each.fact, { state: unanswered, number: 0, answer: null }, record.event[each.fact]);
  record.chosen[each.fact] = undefined;
  record.entries[each.fact] = undefined;
  unfit.push(each);
};
