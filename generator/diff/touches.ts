/** What a difference may do to a case, and what reads the thing that is different. */
import type { Bundle } from '../../engine/contract/index.js';
import { headingOf } from '../lower/outline-words.js';
import type { Thing, ThingKind } from './thing.js';

const bearings: Record<ThingKind, string> = {
  programme: 'what is said of the programme',
  role: 'who may do and see what',
  site: 'where and when it is held',
  form: 'what is asked',
  page: 'what is asked',
  question: 'what is asked',
  judgement: 'what people judge',
  consent: 'who is accepted',
  'signed document': 'who is accepted',
  instrument: 'what is measured',
  eligibility: 'who is accepted',
  exclusion: 'who is accepted',
  criterion: 'what reads it',
  decision: 'who decides',
  step: 'which steps can be taken',
  'need of a step': 'which steps can be taken',
  sessions: 'how sessions are counted',
  phase: 'how sessions are counted',
  'kind of session': 'how sessions are counted',
  topic: 'what sessions are about',
  'catch-up': 'how sessions are counted',
  credit: 'how sessions are counted',
  group: 'whether there is a place',
  appointment: 'what is offered',
  record: 'what is recorded',
  'derived fact': 'what is counted',
  rule: 'what is recommended',
  duty: 'what is due, and when',
  return: 'who can come back',
  'step of an appeal': 'how to appeal',
  report: 'what is told to whom',
  message: 'what is told to whom',
  heading: 'what is told to whom',
  'information kept apart': 'who may see what',
  expectation: 'what is said',
  statement: 'what is said',
  background: 'what is said',
  settlement: 'which clause is in force',
  clause: 'the words behind what follows from it',
  'topic that is not stated': 'what is said',
};

/** What of a case may come out otherwise where a thing of this kind is different. */
export const bearingOf = (kind: ThingKind): string => bearings[kind];

const isRead: ReadonlySet<ThingKind> = new Set([
  'question',
  'judgement',
  'consent',
  'signed document',
  'instrument',
  'eligibility',
  'exclusion',
  'criterion',
  'derived fact',
  'record',
]);

/** Whether an id stands anywhere in a value as a whole text. */
const names = (value: unknown, id: string): boolean => {
  if (value === id) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => names(each, id));
};

/** Takes a thing; gives what reads it by name: criteria, derived facts, rules, duties, steps and documents. */
export const readersOf = (bundle: Bundle, { id, kind }: Pick<Thing, 'id' | 'key' | 'kind'>): string[] => {
  if (!isRead.has(kind)) return [];
  const { criteria, course, documents } = bundle;
  const read = (one: { id: string }, parts: unknown): boolean => one.id !== id && names(parts, id);
  return [
    ...new Set([
      ...criteria.filter((one) => read(one, [one.applies, one.test])).map((one) => headingOf(one.id)),
      ...(course?.derived ?? []).filter((one) => read(one, one.from)).map((one) => headingOf(one.id)),
      ...[...(course?.rules ?? []), ...(course?.duties ?? [])]
        .filter((one) => read(one, [one.trigger, one.onlyWhen, one.unless, one.until]))
        .map((one) => headingOf(one.id)),
      ...(course?.steps ?? []).filter((one) => read(one, one.needs)).map((one) => headingOf(one.id)),
      ...(documents ?? []).filter((one) => read(one, one.headings)).map(({ title }) => title),
    ]),
  ];
};
