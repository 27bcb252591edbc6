import type {
  At,
  Bundle,
  CaseEvent,
  ClauseId,
  CourseWhy,
  Id,
  Lacking,
  LedgerEntry,
  Origin,
} from '../../../engine/contract/index.js';
import { stageWords } from '../words/course.js';
import { datesInWords, momentInWords } from '../words/dates.js';
import { holdsWords } from '../words/decision.js';
import { capital } from '../words/lists.js';
import { clauseInWords, factNamed, sentenceInWords } from '../words/names.js';
import { eventInWords } from './event-words.js';
import type { ShownWhy } from './why-presenter.js';

/** A case as it is being explained. */
export interface Told {
  bundle: Bundle;
  events: readonly CaseEvent[];
  /** The day it is looked at. */
  day: string;
  /** The sessions by their keys. */
  sessions: ReadonlyMap<string, Pick<LedgerEntry, 'on' | 'phase'>>;
}

/** Where something comes from: its clauses, how they were read, its file and line. */
export interface Source {
  clauses: { label: string; says: string }[];
  reading?: string;
  ours?: string;
  where: string;
}

/** The clauses and the place of something declared. */
export const sourceOf = (bundle: Bundle, ids: ClauseId[], at: At | undefined, origin?: Origin): Source => ({
  clauses: ids.map((id) => {
    const clause = bundle.clauses.find((one) => one.id === id);
    return { label: clauseInWords(bundle, id), says: clause ? sentenceInWords(bundle, clause.says) : '' };
  }),
  ...(origin?.reading ? { reading: sentenceInWords(bundle, origin.reading) } : {}),
  ...(origin?.ours ? { ours: sentenceInWords(bundle, origin.ours) } : {}),
  where: at ? `${at.file}, line ${at.line}` : '',
});

/** A fact as it is asked, or as it is called where it is worked out. */
export const calledOf = (bundle: Bundle, id: Id): string => {
  const fact = factNamed(bundle, id);
  if (fact) return fact.ask;
  const derived = bundle.course?.derived.find((one) => one.id === id);
  return derived ? capital(derived.called) : capital(id.replace(/[-.]+/g, ' '));
};

/** What is to be found out, as a sentence without its full stop. */
export const lackingInWords = ({ bundle, sessions }: Told, { kind, of, until }: Lacking): string => {
  const zone = bundle.programme.timeZone;
  if (kind === 'session') {
    const on = sessions.get(of)?.on ?? (/^\d{4}-\d\d-\d\d/.test(of) ? of : undefined);
    return `Who was at the session of ${on ? momentInWords(on, zone) : 'a day that is not recorded'}`;
  }
  if (kind === 'not-yet') return until ? `Not known before ${momentInWords(until, zone)}` : 'Its time is not up yet';
  return kind === 'judgement' ? `A judgement: ${calledOf(bundle, of)}` : calledOf(bundle, of);
};

/** Whether a fact is hers, asked or worked out. */
export const isHersId = (bundle: Bundle, id: Id): boolean =>
  factNamed(bundle, id)?.hers === true || bundle.course?.derived.some((one) => one.id === id && one.hers) === true;

/** Whether what is to be found out is hers. */
export const isHersLacking = (bundle: Bundle, { of }: Lacking): boolean => isHersId(bundle, of);

const foundInWords = (found: string): string =>
  Object.hasOwn(stageWords, found) ? stageWords[found as keyof typeof stageWords] : datesInWords(found);

/** An explanation over time, with the events it rests on by their words. */
export const presentCourseWhy = (told: Told, why: CourseWhy): ShownWhy => ({
  reads: capital(sentenceInWords(told.bundle, why.reads)),
  verdict: why.verdict,
  holds: holdsWords[why.verdict],
  ...(why.joins && (why.of?.length ?? 0) > 1
    ? { joins: why.joins === 'all' ? 'All of these must hold:' : 'Any one of these is enough:' }
    : {}),
  facts: [
    ...(why.found === undefined ? [] : [{ called: 'Found', value: foundInWords(why.found) }]),
    ...(why.used ?? []).map((id) => ({ called: 'Rests on', value: eventInWords(told.bundle, told.events, id) })),
    ...(why.lacks ?? []).map((one) => ({ called: 'Not known', value: lackingInWords(told, one) })),
  ],
  of: (why.of ?? []).map((part) => presentCourseWhy(told, part)),
});
