/** What happened in a case, the latest first: who recorded it, when it was known, and what was corrected beside what corrects it. */
import type { CaseEvent } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { mayBeRecordedBy, wantedFor } from '../record/wanted.js';
import { localDay, momentInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { roleInWords } from '../words/names.js';
import { caseAddress } from './addresses.js';
import { type GroupNames, shownEvent } from './event-words.js';
import { isLeftOver } from './ledger-presenter.js';
import { comingIn } from './shown-case.js';

export interface TimelineItem {
  id: string;
  on: string;
  words: string;
  more: string[];
  /** Who recorded it, and when, where that was not when it happened. */
  recorded: string;
  /** What was recorded before, in its place; the latest first. */
  before: { words: string; on: string; recorded: string; more: string[] }[];
  /** It was recorded, and taken back: it does not count. */
  takenBack?: { reason: string; recorded: string };
  correct?: string;
}
export interface TimelinePresenter {
  items: TimelineItem[];
  /** What lies ahead, the next first: sessions that are planned. */
  ahead: TimelineItem[];
  all: number;
  /** The page that shows all of it, where this is not that. */
  more?: string;
}

const lately = 12;

/** Corrections of corrections lead back to the first. */
const chainOf = (event: CaseEvent, byId: ReadonlyMap<string, CaseEvent>): CaseEvent[] => {
  const chain: CaseEvent[] = [];
  for (let each = event.supersedes; each !== undefined && chain.every(({ id }) => id !== each); ) {
    const before = byId.get(each);
    if (!before) break;
    chain.push(before);
    each = before.supersedes;
  }
  return chain;
};

const isTakingBack = ({ kind, values, supersedes }: CaseEvent): boolean =>
  kind === 'answered' && supersedes !== undefined && Object.keys(values).length === 0;

/** Events as a timeline; `whole` for the page of its own, else the latest few. */
export const presentTimeline = (found: OpenCase, whole: boolean, groups?: GroupNames): TimelinePresenter => {
  const { bundle, events, actor } = found;
  const zone = bundle.programme.timeZone;
  const byId = new Map(events.map((event) => [event.id, event]));
  const corrected = new Set(
    events.flatMap(({ supersedes }) => (supersedes !== undefined && byId.has(supersedes) ? [supersedes] : [])),
  );
  const shown = (event: CaseEvent) => shownEvent(bundle, event, localDay(event.happened, zone), groups);
  const recordedWords = ({ by, recorded, happened }: CaseEvent): string => {
    const role = roleInWords(bundle, by.role);
    // A name is written as its bearer writes it, also where it is no more than an address.
    const who = by.name ? `${by.name}, ${role}` : capital(`the ${role}`);
    const late = localDay(recorded, zone) !== localDay(happened, zone);
    return `${who}${late ? `, recorded ${momentInWords(recorded, zone)}` : ''}`;
  };
  const moreOf = (event: CaseEvent): string[] =>
    shown(event).more.filter((line) => !line.startsWith('By the ') && line !== 'Corrects what was recorded before');
  const beforeOf = (event: CaseEvent): TimelineItem['before'] =>
    chainOf(event, byId).map((each) => ({
      words: shown(each).words,
      on: momentInWords(each.happened, zone),
      recorded: recordedWords(each),
      more: moreOf(each),
    }));
  const coming = new Map(comingIn(found).map(({ event, words }) => [event, words]));
  const itemOf = (event: CaseEvent): TimelineItem => {
    const [original] = isTakingBack(event) ? chainOf(event, byId) : [];
    const told = original ?? event;
    const wanted = original ? undefined : wantedFor(found, event);
    const may = wanted && mayBeRecordedBy(bundle, wanted, actor.role);
    return {
      id: event.id,
      on: momentInWords(told.session?.on ?? told.happened, zone),
      words: coming.get(told.id) ?? shown(told).words,
      more: moreOf(told),
      recorded: recordedWords(told),
      before: beforeOf(told),
      ...(original && {
        takenBack: { reason: event.reason ?? '', recorded: recordedWords({ ...event, happened: event.recorded }) },
      }),
      ...(may && { correct: `${caseAddress(found)}/corrections/${event.id}` }),
    };
  };
  const leftOver = new Set((found.evaluation.ledger ?? []).filter(isLeftOver).flatMap((session) => session.events));
  const instant = ({ session, happened }: CaseEvent): string => session?.on ?? happened;
  const standing = events
    .filter(({ id }) => !corrected.has(id) && !leftOver.has(id))
    .map((event, place) => ({ event, place }))
    .sort((a, b) =>
      instant(a.event) < instant(b.event) ? 1 : instant(a.event) > instant(b.event) ? -1 : b.place - a.place,
    )
    .map(({ event }) => event);
  const isAhead = (event: CaseEvent): boolean =>
    event.session?.mark === 'planned' && localDay(instant(event), zone) > found.today;
  const past = standing.filter((event) => !isAhead(event));
  const kept = whole ? past : past.slice(0, lately);
  return {
    items: kept.map(itemOf),
    ahead: standing.filter(isAhead).reverse().map(itemOf),
    all: standing.length,
    ...(kept.length < past.length && { more: `${caseAddress(found)}/timeline` }),
  };
};
