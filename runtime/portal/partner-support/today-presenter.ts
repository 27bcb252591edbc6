/** The day of those who support partners: what is owed to each, what was promised, whom there is to tell, and everybody. */
import type { HerLine } from '../../server/partner-support/partner-support.js';
import { dayInWords, localDay } from '../words/dates.js';
import { herCaseAddress } from './addresses.js';
import { promisedTo, type ShownDuty, shownDuty } from './partner-presenter.js';
import { lastContact, whatSheWants, wishesToHeed } from './recorded-words.js';
import { namedFor } from './who-supports.js';

export interface HerWork {
  called: string;
  his: string;
  href: string;
  /** What whoever is about to reach her has to heed of what she wants. */
  heed: string[];
  duty: ShownDuty;
}
export interface HerListed {
  called: string;
  his: string;
  href: string;
  hisHref: string;
  wishes: string;
  last: string;
  by: string;
}
export interface HerToday {
  title: string;
  groups: { id: string; title: string; work: HerWork[] }[];
  /** Cases in which something is owed to a partner, and nobody has said who she is. */
  unnamed: { his: string; href: string }[];
  promised: { called: string; his: string; href: string; words: string; on: string; late: boolean }[];
  partners: HerListed[];
  all: number;
  pages: { words: string; href: string; current: boolean }[];
}

export const perPage = 50;
/** Days ahead of which what is due stands with what is due now. */
export const daysAhead = 14;

const isLate = ({ duty: { state } }: Owed): boolean => state === 'missed' || state === 'perhaps-missed';

interface Owed {
  line: HerLine;
  duty: HerLine['owed'][number];
}

const addressOf = (programme: string, { ref, key }: Pick<HerLine, 'ref' | 'key'>): string =>
  `${herCaseAddress({ programme, ref })}/${encodeURIComponent(key)}`;

/** Takes every partner in sight, the local day, and which page of the list is asked for. */
export const presentHerToday = (
  programme: string,
  lines: readonly HerLine[],
  {
    today,
    ahead,
    page = 1,
    unnamed = [],
    supporters,
  }: {
    today: string;
    ahead: string;
    page?: number;
    unnamed?: readonly { ref: string; his: string }[];
    /** The ids of those who support partners now. */
    supporters: ReadonlySet<string>;
  },
): HerToday => {
  const owed = lines.flatMap((line) => line.owed.map((duty): Owed => ({ line, duty })));
  const due = ({ line, duty }: Owed): string =>
    duty.due === undefined ? '~' : localDay(duty.due, line.whole.programme.timeZone);
  const sorted = [...owed].sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
  const isTold = ({ line, duty }: Owed): boolean => shownDuty(line, duty, '').link?.href === '/tell';
  const shown = (some: readonly Owed[]): HerWork[] =>
    some.map(({ line, duty }) => {
      const href = addressOf(programme, line);
      return { called: line.called, his: line.his, href, heed: wishesToHeed(line), duty: shownDuty(line, duty, href) };
    });
  const rest = sorted.filter((one) => !isTold(one) && !isLate(one));
  const groups = [
    { id: 'overdue', title: 'Overdue', work: shown(sorted.filter((one) => !isTold(one) && isLate(one))) },
    { id: 'today', title: 'Due today', work: shown(rest.filter((one) => due(one) <= today)) },
    { id: 'soon', title: 'Due soon', work: shown(rest.filter((one) => due(one) > today && due(one) <= ahead)) },
    { id: 'to-tell', title: 'To be told', work: shown(sorted.filter(isTold)) },
    { id: 'no-day', title: 'Later, or with no time stated', work: shown(rest.filter((one) => due(one) > ahead)) },
  ].filter(({ work }) => work.length > 0);
  const promised = lines
    .flatMap((line) => {
      const next = promisedTo(line);
      if (!next) return [];
      const { called, his } = line;
      return [
        { called, his, href: addressOf(programme, line), words: next.words, day: next.on === '' ? '~' : next.on },
      ];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ day, ...one }) => ({
      ...one,
      on: day === '~' ? 'no day was given' : `by ${dayInWords(day)}`,
      late: day < today,
    }));
  const count = Math.max(1, Math.ceil(lines.length / perPage));
  const base = `/${programme}/partner-support`;
  return {
    title: dayInWords(today),
    groups,
    unnamed: unnamed.map(({ ref, his }) => ({ his, href: herCaseAddress({ programme, ref }) })),
    promised,
    partners: lines.slice((page - 1) * perPage, page * perPage).map((line) => listed(programme, line, supporters)),
    all: lines.length,
    pages:
      count === 1
        ? []
        : Array.from({ length: count }, (_, n) => ({
            words: String(n + 1),
            href: `${base}?page=${n + 1}#partners`,
            current: n + 1 === page,
          })),
  };
};

/** A partner as a line of a list. */
export const listed = (programme: string, line: HerLine, supporters: ReadonlySet<string>): HerListed => {
  const named = namedFor(line.known, supporters);
  return {
    called: line.called,
    his: line.closed ? `${line.his} (his case is over)` : line.his,
    href: addressOf(programme, line),
    hisHref: herCaseAddress({ programme, ref: line.ref }),
    wishes: whatSheWants(line).join('. '),
    last: lastContact(line),
    by: named === undefined ? 'Nobody yet' : named.hasLeft ? `Nobody now: ${named.name} has left` : named.name,
  };
};
