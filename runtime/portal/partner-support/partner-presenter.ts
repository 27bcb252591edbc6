/** The page of one partner: what is safe now, what she wants, what is owed to her, what was done and recorded. */
import type { DutyVerdict } from '../../../engine/contract/index.js';
import { herDuties, isOwed, metHow } from '../../server/partner-support/contact.js';
import type { Ground, Review } from '../../server/partner-support/contract.js';
import { ways } from '../../server/partner-support/contract.js';
import { onRecord } from '../../server/partner-support/on-record.js';
import type { HerCase, HerLine } from '../../server/partner-support/partner-support.js';
import { wayInWords, wayTitle } from '../../server/partner-support/safe-ways.js';
import { dutyLooks, dutyWords, effectsInWords, happeningsInWords, undatedInWords } from '../words/course.js';
import { datesInWords, dayInWords, lastDayBefore, localDay } from '../words/dates.js';
import { capital, inOneSentence, stopped } from '../words/lists.js';
import { clauseInWords, roleInWords, rolesInWords, sentenceInWords } from '../words/names.js';
import { herAddress, herCaseAddress } from './addresses.js';
import { cautionsNow } from './attempt-form.js';
import { detailRows } from './details-form.js';
import type { Row } from './hers-view.js';
import { reachNow } from './reach-form.js';
import { hasRecordPage, recordsOf } from './record-controller.js';
import { type Recorded, recordedOf, type Said } from './recorded-presenter.js';
import { lastContact, whatSheWants } from './recorded-words.js';
import {
  attemptLines,
  instantInWords,
  keptBy,
  outcomeWords,
  reachRows,
  reviewWords,
  wayRows,
  wishesInWords,
  wishRows,
} from './said-words.js';
import { namedFor } from './who-supports.js';

export interface ShownDuty {
  id: string;
  words: string;
  /** What is to be done, where that is said: the sentence may be one that forbids something as well. */
  does: string;
  due: string;
  whyDue: string;
  state: string;
  look: string;
  by: string;
  link?: { words: string; href: string };
}
export interface ShownReview {
  id: string;
  words: string;
  asked: string;
  answer: string;
  why: string[];
}
export interface PartnerPresenter {
  called: string;
  his: { words: string; href: string };
  gone: boolean;
  at: string;
  cautions: string[];
  /** Ways that are safe, in one sentence. */
  safe: string;
  ways: Row[];
  reach: Row[];
  reachBy: string;
  wishes: { words: string; rows: Row[]; by: string };
  duties: ShownDuty[];
  done: ShownDuty[];
  promised?: { words: string; on: string; late: boolean };
  attempts: Said[];
  /** What stands there where no attempt was recorded. */
  noAttempts: string;
  details: Row[];
  records: { words: string; href: string }[];
  recorded: Recorded[];
  reviews: ShownReview[];
  /** What the document says of telling others. */
  sharing: { label: string; says: string }[];
  assigned?: { name: string; hasLeft: boolean };
  /** What was said before, the latest first. */
  before: Said[];
  /** Of its form. */
  key: string;
}

/** A duty in words, with what would meet it; `records`: whether whoever looks may record that something was done. */
export const shownDuty = (
  { whole }: Pick<HerLine, 'whole'>,
  { id, words, does, state, due, whyDue, by, subject }: DutyVerdict,
  at: string,
  records: (what: string) => boolean = () => true,
): ShownDuty => {
  const zone = whole.programme.timeZone;
  const met = metHow(whole, id);
  const owed = isOwed(state);
  const link =
    met?.kind === 'contact'
      ? { words: 'Record contact with her', href: `${at}/contact` }
      : met?.kind === 'document'
        ? { words: 'What you may tell her today', href: `${at}/tell` }
        : met && records(met.what) && { words: 'Record that it was done', href: `${at}/record/${met.what}` };
  return {
    id: `${id} ${subject ?? ''} ${due ?? ''}`,
    words: sentenceInWords(whole, words),
    does: does.length === 0 ? '' : effectsInWords(whole, does),
    due: due === undefined ? undatedInWords(whole, id) : `Due ${dayInWords(lastDayBefore(due, zone))}`,
    whyDue: whyDue === '' ? '' : capital(datesInWords(happeningsInWords(whole, whyDue))),
    state: dutyWords[state],
    look: dutyLooks[state],
    by: by.length === 0 ? '' : `For the ${rolesInWords(whole, by)}`,
    ...(owed && link && { link }),
  };
};

const dutiesOf = (her: HerCase): { owed: ShownDuty[]; done: ShownDuty[] } => {
  const { whole, evaluation } = her.found;
  const ids = new Set(herDuties(whole).map(({ id }) => id));
  const hers = (evaluation.duties ?? []).filter(({ id }) => ids.has(id));
  const shown = (owed: boolean): ShownDuty[] =>
    hers
      .filter(({ state }) => isOwed(state) === owed)
      .map((duty) => shownDuty({ whole }, duty, herAddress(her), (what) => hasRecordPage(her, what)));
  return { owed: shown(true), done: shown(false) };
};

const attemptsOf = ({ known, found }: HerCase): Said[] =>
  known.attempts
    .map(({ id, said, by }) => ({
      id,
      on: instantInWords(said.when, found.bundle.programme.timeZone),
      words: `${outcomeWords[said.outcome]}, ${wayInWords(said.way)}`,
      more: [...attemptLines(said), `Recorded by ${by}`],
    }))
    .reverse();

/** What was last promised to happen next, and has not been followed by another attempt. */
export const promisedTo = ({ known }: Pick<HerCase, 'known'>): { words: string; on: string } | undefined => {
  const last = known.attempts.at(-1)?.said;
  return last && last.next !== '' ? { words: last.next, on: last.nextOn } : undefined;
};

const beforeOf = ({ known, found }: HerCase): Said[] => {
  const zone = found.bundle.programme.timeZone;
  const lines = (rows: Row[]): string[] => rows.map(({ label, lines: each }) => `${label}: ${each.join(', ')}`);
  const all = [
    ...known.reach.slice(0, -1).map((row) => ({
      row,
      words: 'How she could be reached',
      more: lines([...wayRows(row.said), ...reachRows(row.said)]),
    })),
    ...known.wishes
      .slice(0, -1)
      .map((row) => ({ row, words: wishesInWords(row.said), more: lines(wishRows(row.said)) })),
    ...known.assigned.slice(0, -1).map((row) => ({ row, words: `Supported by ${row.said.name}`, more: [] })),
  ].sort((a, b) => (a.row.at < b.row.at ? 1 : a.row.at > b.row.at ? -1 : 0));
  return all.map(({ row, words, more }) => ({
    id: row.id,
    on: instantInWords(row.at, zone),
    words,
    more: [...more, keptBy(row, zone)],
  }));
};

const reviewsOf = (
  { found, partner }: HerCase,
  reviews: readonly Review[],
  grounds: readonly Ground[],
): ShownReview[] => {
  const zone = found.bundle.programme.timeZone;
  return reviews.flatMap((review) => {
    const ground = grounds.find((one) => one.review === review.id);
    // Another partner's ground is hers, and so is that it was she.
    if (ground?.entry !== partner.key) return [];
    const { answered } = review;
    return [
      {
        id: review.id,
        words: review.words,
        asked: `Asked of the ${roleInWords(found.bundle, review.forRole)} at ${instantInWords(review.asked, zone)}, by ${ground.by}`,
        answer: answered
          ? [reviewWords[answered.outcome], answered.says].filter(Boolean).join('. ')
          : 'Not looked at yet',
        why: ground.ground === '' ? [] : ground.ground.split(/\r?\n/),
      },
    ];
  });
};

/** Takes one partner, the reviews of the case with their grounds, and the instant. */
export const presentPartner = (
  her: HerCase,
  {
    reviews,
    grounds,
    supporters,
    now,
    key,
  }: {
    reviews: readonly Review[];
    grounds: readonly Ground[];
    /** The ids of those who support partners now. */
    supporters: ReadonlySet<string>;
    now: string;
    key: string;
  },
): PartnerPresenter => {
  const { found, known, partner } = her;
  const { bundle, stored } = found;
  const zone = bundle.programme.timeZone;
  const reach = reachNow(her);
  const [saidReach, saidWishes] = [known.reach.at(-1), known.wishes.at(-1)];
  const safe = ways.filter((way) => reach.ways[way] === 'yes').map((way) => wayInWords(way));
  const duties = dutiesOf(her);
  const promised = promisedTo(her);
  const named = namedFor(known, supporters);
  const told = { whole: found.whole, known, recorded: onRecord(found.whole, found.events) };
  return {
    called: her.called,
    his: { words: stored.name, href: herCaseAddress(stored) },
    gone: partner.gone,
    at: herAddress(her),
    cautions: cautionsNow(her, now),
    safe: safe.length === 0 ? 'No way is known to be safe.' : `Safe, by what she said: ${inOneSentence(safe)}.`,
    ways: ways.map((way) => wayRows(reach).find(({ label }) => label === wayTitle(way)) ?? { label: '', lines: [] }),
    reach: reachRows(reach),
    reachBy: saidReach ? keptBy(saidReach, zone) : '',
    wishes: {
      words: whatSheWants(told).join('. '),
      rows: saidWishes ? wishRows(saidWishes.said) : [],
      by: saidWishes ? keptBy(saidWishes, zone) : '',
    },
    duties: duties.owed,
    done: duties.done,
    ...(promised && {
      promised: {
        ...promised,
        on: promised.on === '' ? '' : dayInWords(promised.on),
        late: promised.on !== '' && promised.on < localDay(now, zone),
      },
    }),
    attempts: attemptsOf(her),
    noAttempts: stopped(lastContact(told)),
    details: detailRows(bundle, partner.answers),
    records: recordsOf(her),
    recorded: recordedOf(her),
    reviews: reviewsOf(her, reviews, grounds),
    sharing: found.whole.clauses
      .filter(({ kind }) => kind === 'info-sharing')
      .map(({ id, says }) => ({ label: clauseInWords(found.whole, id), says: sentenceInWords(found.whole, says) })),
    ...(named && { assigned: named }),
    before: beforeOf(her),
    key,
  };
};
