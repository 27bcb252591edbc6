/** The answers in force at a point. What comes of the same answers is kept, for few points bring any. */
import { fold } from '../case/fold.js';
import type { CaseRecord } from '../case/record.js';
import { dayNumber, dayText } from '../contract/calendar.js';
import type { Point } from './anchor.js';
import type { Case, Records } from './case.js';

export const noRecords = (): Records => ({ records: new Map(), complete: new Map() });

/** Names the answers that there are at a point: whatever has the same name comes to the same. */
export const answersAt = ({ course, line }: Case, { ms, day }: Point): string => {
  let many = line.facts.length;
  while (many > 0 && (line.facts[many - 1]?.start ?? 0) > ms) many -= 1;
  return course.readsTheDay ? `${many} ${day}` : String(many);
};

/** The answers in force at a point. */
export const recordAt = (of: Case, point: Point): CaseRecord => {
  const { records } = of.records;
  const name = answersAt(of, point);
  const known = records.get(name);
  if (known) return onDay(known, dayText(point.day));
  const made = madeAt(of, point);
  records.set(name, made);
  return made;
};

const madeAt = ({ course, line }: Case, { ms, day }: Point): CaseRecord => {
  const known = line.facts.filter(({ start }) => start <= ms).flatMap(({ place }) => line.events[place] ?? []);
  const { given } = fold(known, dayText(day), course.folding);
  return course.normalise(given, dayText(day)).record;
};

/** The same answers on another day. */
const onDay = (record: CaseRecord, day: string): CaseRecord => {
  const last = record.answer.length - 1;
  if (record.answer[last] === day) return record;
  const [number, answer] = [record.number.slice(), record.answer.slice()];
  number[last] = dayNumber(day);
  answer[last] = day;
  const entries = record.entries.map((own) => own?.map((entry) => onDay(entry, day)));
  return { ...record, number, answer, entries };
};
