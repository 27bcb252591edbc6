import type { Id } from '../../../engine/contract/index.js';
import type { Viewpoint } from '../store/contract.js';

/** A role that somebody holds: in a programme, at one of its sites or at all of them. */
export interface Grant {
  programme: string;
  role: Id;
  /** Absent: at all sites. */
  site?: Id;
}

/** Somebody who has signed in. */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  grants: readonly Grant[];
  /** Programmes whose people, roles and sites this person administers; `all` for the first administrator. */
  administers: 'all' | readonly string[];
}

/** Somebody who has signed in, acting in one role of one programme. */
export interface Actor extends Viewpoint {
  name: string;
  email: string;
  /** What the programme calls the role. */
  called: string;
  /** The roles that this person could act in here, this one among them. */
  roles: readonly Id[];
  supporter: boolean;
}
