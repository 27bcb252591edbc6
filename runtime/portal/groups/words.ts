/** When groups meet, and how full they are, in words. */
import { type Bundle, type Group as Declared, type Id, mostOf } from '../../../engine/contract/index.js';
import { weekdays } from '../../../engine/contract/words.js';
import type { Group, Timetable } from '../../server/groups/contract.js';
import { takenAt } from '../../server/groups/plan.js';
import { type Meeting, metOn } from '../../server/groups/timetable.js';
import { amountInWords, forceWords, rateInWords } from '../words/course.js';
import { dayInWords, timeInWords } from '../words/dates.js';
import { capital, counted, inOneSentence, stopped } from '../words/lists.js';

/** "6pm to 8pm", "6pm", or nothing. */
export const hoursInWords = ({ from, to }: Pick<Group, 'from' | 'to'>): string =>
  from === undefined ? '' : `${timeInWords(from)}${to === undefined ? '' : ` to ${timeInWords(to)}`}`;

/** "Mondays and Wednesdays, 6pm to 8pm, The hall", "every second Monday". */
export const meetsInWords = (group: Group): string => {
  const days = inOneSentence(group.days.map((day) => `${weekdays[day - 1]}s`));
  const rate = group.everyWeeks === 1 ? days : `${days}, every ${group.everyWeeks} weeks`;
  return [rate, hoursInWords(group), group.venue ?? ''].filter((part) => part !== '').join(', ');
};

/** How often sessions are to be, as the document says it: of the whole, or of each phase. */
export const oftenInWords = (bundle: Bundle): string[] => {
  const { rate, phases = [] } = bundle.course?.sessions ?? {};
  if (rate !== undefined && rate !== 'not-stated') return [`There is to be ${rateInWords(bundle, rate, 'session')}.`];
  const each = phases.flatMap(({ label, every, beforeStart }) =>
    every === undefined || beforeStart ? [] : [`${capital(label)}: ${rateInWords(bundle, every, 'session')}.`],
  );
  return each.length > 0 ? each : ['How often sessions are is not stated, so it is for you to say.'];
};

/** "Monday 13 April 2026, 6pm to 8pm". */
export const meetingInWords = (group: Group, { day }: Pick<Meeting, 'day'>): string =>
  [dayInWords(day), hoursInWords(metOn(group, day))].filter((part) => part !== '').join(', ');

export const siteInWords = (bundle: Bundle, site: Id | undefined): string =>
  bundle.sites.find(({ id }) => id === site)?.label ?? '';

/** Where a group is, unless its name says so. */
export const siteBesideName = (bundle: Bundle, { site, name }: Pick<Group, 'site' | 'name'>): string => {
  const said = siteInWords(bundle, site);
  return name.startsWith(said) ? '' : said;
};

export const declaredOf = (bundle: Bundle, { declared }: Pick<Group, 'declared'>): Declared | undefined =>
  bundle.course?.groups.find(({ id }) => id === declared);

/** How full a group is. Each has its own places, also of several of one kind, but for those that the definition has shared. */
export interface Fullness {
  taken: number;
  /** Absent where nobody says how many places there are. */
  places?: number;
  free?: number;
  words: string;
  shared: string;
  /** What the definition says to people once so many are taken. */
  says: string[];
}

export const fullnessOf = (bundle: Bundle, timetable: Timetable, group: Group, today: string): Fullness => {
  const declared = declaredOf(bundle, group);
  const pool = declared?.pool ?? [];
  const sharing = pool.length === 0 ? [] : [group.declared, ...pool];
  const others = timetable.groups.filter(({ id, declared: kind }) => id !== group.id && sharing.includes(kind));
  const taken = [group, ...others].reduce((sum, { id }) => sum + takenAt(timetable, id, today), 0);
  const places = group.places ?? (declared && mostOf(declared.places));
  const names = pool.map((id) => bundle.course?.groups.find((one) => one.id === id)?.label ?? id);
  const free = places === undefined ? undefined : Math.max(0, places - taken);
  return {
    taken,
    ...(places !== undefined && { places }),
    ...(free !== undefined && { free }),
    words:
      places === undefined
        ? `${counted(taken, 'place')} taken; how many there are is not stated`
        : `${taken} of ${counted(places, 'place')} taken, ${free} free`,
    shared: names.length > 0 ? `Places are shared with ${inOneSentence(names)}.` : '',
    says: (declared?.thresholds ?? []).filter(({ at }) => taken >= at).map(({ says }) => stopped(says)),
  };
};

/** What the definition says of staffing and of joining, each with its force. */
export const declaredInWords = (bundle: Bundle, group: Group): string[] => {
  const declared = declaredOf(bundle, group);
  if (!declared) return [];
  const { staffing, openUntil, places, thresholds } = declared;
  return [
    `Places: ${amountInWords(bundle, places)}.`,
    ...thresholds.map(({ at, says }) => `From ${counted(at, 'place')} taken: ${stopped(says)}`),
    ...(staffing
      ? [
          `${forceWords[staffing.force].word}: ${amountInWords(bundle, staffing.facilitators, 'facilitator')}${
            staffing.usually === undefined ? '' : `, usually ${staffing.usually}`
          }.`,
        ]
      : []),
    ...(openUntil ? [`Somebody can join up to session ${amountInWords(bundle, openUntil)}.`] : []),
  ];
};
