/** Who could make up for a session that he missed at another one: those who missed its topic first. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { CatchUp } from '../../server/groups/contract.js';
import { dayInWords, localDay } from '../words/dates.js';
import { topicInWords } from './register-presenter.js';

/** One session that somebody missed and has not made up for. */
export interface Owed {
  ref: string;
  name: string;
  href: string;
  about: string;
  words: string;
  topic: string;
  /** It was on the topic of the session that is looked at. */
  isMatch: boolean;
  /** Where he is to make up for it already. */
  booked: string;
  /** Why it cannot be made up for here. */
  not: string;
}

/** A session as those are looked at who could make up for another at it. */
export interface Here {
  topic: Id | undefined;
  day: string;
  catchUps: readonly CatchUp[];
  /** Whoever has a place in it: one session counts once, unless the definition says otherwise. */
  seated: ReadonlySet<string>;
  /** Whether a session made up for there would be credited, by what the definition says of how late and how many. */
  isCredited(found: OpenCase, about: string): boolean;
}

const whyNot = (
  bundle: Bundle,
  found: OpenCase,
  about: string,
  { day, catchUps, seated, isCredited }: Here,
): string => {
  const { ref } = found.stored;
  const sessions = bundle.course?.sessions;
  if (sessions?.catchUp?.inOwn !== true && seated.has(ref)) return 'He has a place in this session, and it counts once';
  if (catchUps.some((one) => one.ref === ref && one.day === day && one.about !== about))
    return 'He makes up for another here, and this session counts once';
  return isCredited(found, about) ? '' : 'It would not count any more by then';
};

/**
 * Takes cases and a session; gives what is owed: first what can be made up for there, of it matches, then by how long ago it
 * was.
 */
export const owedOf = (bundle: Bundle, cases: readonly OpenCase[], at: Here): Owed[] => {
  const zone = bundle.programme.timeZone;
  const { topic, day, catchUps } = at;
  const owed = cases.flatMap((found) => {
    const { stored, evaluation } = found;
    return (evaluation.ledger ?? [])
      .filter((session) => session.absence === true && session.caughtUp === undefined && session.credited !== true)
      .filter((session) => session.stay === evaluation.stay && localDay(session.on, zone) < day)
      .map((session) => ({
        ref: stored.ref,
        name: stored.name,
        href: `/${stored.programme}/cases/${stored.ref}`,
        about: session.key,
        on: localDay(session.on, zone),
        topic: topicInWords(bundle, session.topic),
        isMatch: topic !== undefined && session.topic === topic,
        here: catchUps.some((one) => one.ref === stored.ref && one.about === session.key && one.day === day),
        booked: session.catchUpBooked,
        not: whyNot(bundle, found, session.key, at),
      }));
  });
  return owed
    .sort(
      (a, b) =>
        Number(a.not !== '') - Number(b.not !== '') ||
        Number(b.isMatch) - Number(a.isMatch) ||
        (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
    )
    .map(({ on, here, booked, ...one }) => ({
      ...one,
      words: dayInWords(on),
      booked: here ? 'To come to this session' : booked === undefined ? '' : 'Has been arranged for another',
    }));
};
