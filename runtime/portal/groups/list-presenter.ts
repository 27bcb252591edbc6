import type { Bundle } from '../../../engine/contract/index.js';
import type { Timetable } from '../../server/groups/contract.js';
import type { Moment } from '../../server/groups/plan.js';
import { hasEnded, meetingsFrom, metOn } from '../../server/groups/timetable.js';
import type { CaseLine } from '../../server/store/contract.js';
import { idInWords, stageWords } from '../words/course.js';
import { dayInWords, momentInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { fullnessOf, meetingInWords, meetsInWords, siteInWords } from './words.js';

export interface Waiting {
  ref: string;
  name: string;
  href: string;
  stage: string;
  since: string;
  site: string;
}
export interface ListPresenter {
  groups: {
    id: string;
    name: string;
    href: string;
    site: string;
    meets: string;
    places: string;
    says: string[];
    next: { words: string; href: string } | undefined;
    /** Days in the coming weeks on which nothing is held. */
    closed: string[];
  }[];
  ended: { words: string; href: string }[];
  /** What the definition has groups or meeting times for, and nobody has made yet. */
  toMake: { words: string; href: string }[];
  waiting: Waiting[];
  base: string;
}

/** A stage of a case, as a list shows it. */
export const stageInWords = (stage: string): string =>
  Object.hasOwn(stageWords, stage) ? stageWords[stage as keyof typeof stageWords] : capital(idInWords(stage));

export const waitingOf = (bundle: Bundle, lines: readonly CaseLine[]): Waiting[] =>
  lines.map(({ ref, name, programme, standing, site }) => ({
    ref,
    name,
    href: `/${programme}/cases/${ref}`,
    stage: stageInWords(standing.stage),
    since: momentInWords(standing.since, bundle.programme.timeZone),
    site: siteInWords(bundle, site),
  }));

/** What can be made a group of: each group that is declared, or else each time at which something is held at a site. */
export interface Source {
  /** As it stands in an address. */
  of: string;
  words: string;
}
export const sourcesOf = ({ course, sites }: Bundle): Source[] => {
  const declared = course?.groups ?? [];
  if (declared.length > 0) return declared.map(({ id, label }) => ({ of: id, words: label }));
  return sites.flatMap(({ id, label, slots = [] }) =>
    slots.map((slot, n) => ({ of: `${id}.${n}`, words: `${label}: ${slot.label}` })),
  );
};

/** Takes the definition, the groups, who waits and when it is; gives the list of groups. */
export const presentList = (
  bundle: Bundle,
  timetable: Timetable,
  lines: readonly CaseLine[],
  { today }: Moment,
  programme: string,
): ListPresenter => {
  const base = `/${programme}/groups`;
  const made = new Set(timetable.groups.flatMap((group) => (hasEnded(group, today) ? [] : (group.declared ?? []))));
  return {
    base,
    groups: timetable.groups
      .filter((group) => !hasEnded(group, today))
      .map((group) => {
        const meetings = meetingsFrom(group, today, 1, { bundle, closures: timetable.closures });
        const next = meetings.find(({ closed }) => closed === undefined);
        const { words, says } = fullnessOf(bundle, timetable, group, today);
        return {
          id: group.id,
          name: group.name,
          href: `${base}/${group.id}`,
          site: siteInWords(bundle, group.site),
          meets: meetsInWords(metOn(group, today)),
          places: words,
          says,
          next: next && { words: meetingInWords(group, next), href: `${base}/${group.id}/sessions/${next.day}` },
          closed: meetings.flatMap((each) =>
            each.closed === undefined ? [] : [`${meetingInWords(group, each)}: ${each.closed}`],
          ),
        };
      }),
    ended: timetable.groups
      .filter((group) => hasEnded(group, today))
      .map(({ id, name, last = '' }) => ({ words: `${name}, ended on ${dayInWords(last)}`, href: `${base}/${id}` })),
    toMake: sourcesOf(bundle)
      .filter(({ of }) => !made.has(of))
      .map(({ of, words }) => ({ words, href: `${base}/new?of=${encodeURIComponent(of)}` })),
    waiting: waitingOf(bundle, lines),
  };
};
