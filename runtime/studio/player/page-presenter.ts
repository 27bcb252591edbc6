import type { Bundle } from '../../../engine/contract/index.js';
import { type ShownEvent, shownEvent } from '../../portal/case/event-words.js';
import type { Fault } from '../../portal/layout/error-summary.js';
import { playAddress } from '../addresses.js';
import { type Offer, offerOf } from './add-presenter.js';
import { type Around, type Axis, around, axisOf, daysBetween, daysOf } from './axis.js';
import type { NowPresenter } from './now-presenter.js';
import type { Play } from './plays.js';
import { fileNameFrom } from './scenario-text.js';

/** Everything around what is shown of one day. */
export interface PlayPresenter {
  title: string;
  caption: string;
  play: string;
  choose: string;
  axis: Axis;
  around: Around;
  /** Days from the first to the last, to the day shown, and to each mark. */
  length: number;
  at: number;
  marks: number[];
  now: NowPresenter;
  events: (ShownEvent & { added: boolean; ahead: boolean })[];
  offer: Offer;
  save: { title: string; name: string; mayWrite: boolean; saved?: string };
  faults: Fault[];
}

/** The page of a play on one day. `mayWrite`: the definition lies in a folder that may be written to from here. */
export const presentPlay = (
  bundle: Bundle,
  at: string,
  play: Play,
  now: NowPresenter,
  today: string,
  more: { mayWrite: boolean; saved?: string; faults?: Fault[]; title?: string; name?: string },
): PlayPresenter => {
  const zone = bundle.programme.timeZone;
  const axis = axisOf(play.events, zone, today, now.day);
  const events = play.events
    .map((event) => ({ event, day: daysOf(event, zone)[0] ?? today }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const title = more.title ?? (play.from ? `${play.title} (another way)` : '');
  return {
    title: play.title,
    caption: play.from ? 'A scenario, played' : 'A case, played',
    play: playAddress(at, play),
    choose: playAddress(at),
    axis,
    around: around(axis, now.day),
    length: daysBetween(axis.first, axis.last),
    at: daysBetween(axis.first, now.day),
    marks: axis.marks.map((day) => daysBetween(axis.first, day)),
    now,
    events: events.map(({ event, day }) => ({
      ...shownEvent(bundle, event, day),
      added: play.added.includes(event.id),
      ahead: day > now.day,
    })),
    offer: offerOf(bundle),
    save: {
      title,
      name: more.name ?? fileNameFrom(title),
      mayWrite: more.mayWrite,
      ...(more.saved ? { saved: more.saved } : {}),
    },
    faults: more.faults ?? [],
  };
};
