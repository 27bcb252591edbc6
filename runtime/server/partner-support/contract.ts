/**
 * What those who support a partner keep beside the case. Days are "2026-03-02", times "18:00", instants ISO 8601 in UTC.
 * Whoever asks does so from a viewpoint that may see her side; from any other the database has none of it.
 */
import type { Id } from '../../../engine/contract/index.js';

export const ways = ['telephone', 'text', 'email', 'letter', 'in-person', 'through-somebody'] as const;
export type Way = (typeof ways)[number];

/** What she said to a question; `not-asked`: nobody has asked her yet. */
export const saids = ['yes', 'no', 'not-asked'] as const;
export type Said = (typeof saids)[number];

/** A day of the week, from 1, Monday, on which it is safe; without times all of it. */
export interface SafeDay {
  day: number;
  from?: string;
  to?: string;
}

/** How she can safely be reached, as she last said. */
export interface Reach {
  /** What she is to be called, and asked for by. */
  called: string;
  ways: Record<Way, Said>;
  number: string;
  email: string;
  address: string;
  /** Through whom, and how that person is reached. */
  through: string;
  /** Whether a message may be left where she does not answer. */
  voicemail: Said;
  /** None: she said nothing of it. */
  safe: SafeDay[];
  /** When it is safe, in her own words. */
  times: string;
  codeWord: string;
  /** Who else may hear, and of what. */
  mayHear: string;
  note: string;
}

/** What she wants. */
export interface Wishes {
  support: Said;
  /** To be told of his attendance and progress. */
  told: Said;
  /** The day she said so. */
  on: string;
  note: string;
}

export const outcomes = ['reached', 'she-called', 'no-answer', 'message-left', 'somebody-else', 'not-made'] as const;
export type Outcome = (typeof outcomes)[number];

/** One attempt to reach her, or hers to reach the service. */
export interface Attempt {
  way: Way;
  outcome: Outcome;
  /** When it was: an instant. */
  when: string;
  note: string;
  /** What is to happen next, and by which day; empty where nothing is. */
  next: string;
  nextOn: string;
  /** Why it was made in a way, or at a time, that is not safe by what she said. */
  because: string;
  /** The happening that was recorded with it, if one was. */
  recorded?: Id;
}

/** Who supports her. */
export interface Assigned {
  person: string;
  name: string;
}

interface Bodies {
  reach: Reach;
  wishes: Wishes;
  attempt: Attempt;
  assigned: Assigned;
}
export type KindOfRow = keyof Bodies;

/** Something that was kept, by whom and when. */
export interface Kept<Kind extends KindOfRow> {
  id: string;
  ref: string;
  /** Which partner of the case. */
  entry: string;
  kind: Kind;
  at: string;
  by: string;
  role: Id;
  said: Bodies[Kind];
}
export type AnyKept = { [Kind in KindOfRow]: Kept<Kind> }[KindOfRow];

/** All that is kept of one partner, each from the earliest to the latest. */
export interface Known {
  reach: Kept<'reach'>[];
  wishes: Kept<'wishes'>[];
  attempts: Kept<'attempt'>[];
  assigned: Kept<'assigned'>[];
}

/** A review of his place that was asked for; as everybody inside sees it. */
export interface Review {
  id: string;
  ref: string;
  asked: string;
  words: string;
  /** The role that is to look at it. */
  forRole: Id;
  answered?: { at: string; by: string; role: Id; outcome: ReviewOutcome; says: string };
}
export const reviewOutcomes = ['stays-as-it-is', 'something-changes', 'looked-at-later'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** Why it was asked for: hers. */
export interface Ground {
  review: string;
  entry: string;
  at: string;
  by: string;
  ground: string;
}

/** Before anybody has asked her anything. */
export const nothingSaid: Reach = {
  called: '',
  ways: {
    telephone: 'not-asked',
    text: 'not-asked',
    email: 'not-asked',
    letter: 'not-asked',
    'in-person': 'not-asked',
    'through-somebody': 'not-asked',
  },
  number: '',
  email: '',
  address: '',
  through: '',
  voicemail: 'not-asked',
  safe: [],
  times: '',
  codeWord: '',
  mayHear: '',
  note: '',
};
