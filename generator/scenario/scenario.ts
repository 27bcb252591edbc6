/** Scenarios: what should happen to whom. */
import type { At, CaseEvent, Id, Moment, Outcome, Verdict } from '../../engine/contract/index.js';
import type { ExpectedOverTime } from './over-time/expected.js';

/** A case, and what is expected of it at one or more times. A case to be decided expects nothing. */
export interface Scenario {
  /** A sentence; of a case without one, its file. */
  title: string;
  file: string;
  at: At;
  /** Ready for the engine. */
  events: CaseEvent[];
  expectations: Expected[];
}

/** What is expected at one time. What it does not name may be anything. */
export interface Expected {
  at: At;
  /** A day means its end. */
  asOf: Moment;
  outcome?: Outcome;
  criteria: { id: Id; verdict: Verdict; at: At }[];
  /** Exactly these, in any order. */
  missing?: Id[];
  reasons?: Id[];
  /** The roles that must be consulted, exactly. */
  consulting?: Id[];
  /** The criteria that rest on a judgement which saw something else than what is now so, exactly. */
  stale?: Id[];
  /** Of what is about time; absent where nothing of it is expected. */
  overTime?: ExpectedOverTime;
  /** The clause, and any arithmetic. */
  because: string;
  /** Nobody has written yet what should hold at this time. */
  nothing?: true;
}

/** Whether anything of a scenario could fail. */
export const expectsSomething = ({ expectations }: Pick<Scenario, 'expectations'>): boolean =>
  expectations.some(({ nothing }) => nothing !== true);
