/** What a case has on record of one partner, the latest first: what was corrected beside what corrects it. */
import type { CaseEvent } from '../../../engine/contract/index.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import { shownEvent } from '../case/event-words.js';
import { localDay } from '../words/dates.js';
import { herAddress } from './addresses.js';
import { wantedFor } from './record-controller.js';

export interface Said {
  id: string;
  on: string;
  words: string;
  more: string[];
}
/** What the case has on record, with what was recorded in its place before, and where it is corrected. */
export interface Recorded extends Said {
  before: Said[];
  /** It was recorded, and taken back: it does not count. */
  takenBack?: { reason: string };
  correct?: string;
}

const isTakingBack = ({ kind, values, supersedes }: CaseEvent): boolean =>
  kind === 'answered' && supersedes !== undefined && Object.keys(values).length === 0;

/** What was recorded in its place before, the latest first. */
const chainOf = (event: CaseEvent, byId: ReadonlyMap<string, CaseEvent>): CaseEvent[] => {
  const chain: CaseEvent[] = [];
  for (let at = byId.get(event.supersedes ?? ''); at && !chain.includes(at); at = byId.get(at.supersedes ?? ''))
    chain.push(at);
  return chain;
};

export const recordedOf = (her: HerCase): Recorded[] => {
  const { bundle, events } = her.found;
  const zone = bundle.programme.timeZone;
  const hers = new Set((bundle.course?.happenings ?? []).filter((one) => one.hers).map(({ id }) => id));
  const facts = new Set(bundle.facts.filter((fact) => fact.hers).map(({ id }) => id));
  const byId = new Map(events.map((event) => [event.id, event]));
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  const isHers = ({ what, values }: CaseEvent): boolean =>
    (what !== undefined && hers.has(what)) || Object.keys(values).some((id) => facts.has(id));
  /** Of a form what is hers; the rest stands on the ordinary page of his case. Whom it is about is the page's. */
  const ofHersAlone = ({ about: _, ...event }: CaseEvent): CaseEvent =>
    event.what === undefined
      ? { ...event, values: Object.fromEntries(Object.entries(event.values).filter(([id]) => facts.has(id))) }
      : event;
  const said = (event: CaseEvent): Said => {
    const { id, on, words, more } = shownEvent(bundle, ofHersAlone(event), localDay(event.happened, zone));
    return { id, on, words, more: more.filter((line) => line !== 'Corrects what was recorded before') };
  };
  const recorded = (event: CaseEvent): Recorded[] => {
    const chain = chainOf(event, byId);
    const [original] = isTakingBack(event) ? chain : [];
    const told = original ?? event;
    if (corrected.has(event.id) || !isHers(told)) return [];
    const before = chain.filter((one) => one !== original).map(said);
    if (original) return [{ ...said(original), before, takenBack: { reason: event.reason ?? '' } }];
    const correct = wantedFor(her, event) && `${herAddress(her)}/corrections/${encodeURIComponent(event.id)}`;
    return [{ ...said(event), before, ...(correct !== undefined && { correct }) }];
  };
  return events.flatMap(recorded).reverse();
};
