import { randomBytes } from 'node:crypto';
import type { Answer, CaseEvent, Id } from '../../engine/contract/index.js';

/** What was sent from a page and could not be taken, to be shown again as it was typed. */
export interface Typed {
  values: Record<string, unknown>;
  /** Whether it was sent to be saved, so that its faults are to be shown; not so when an entry was added. */
  sent: boolean;
}

/** A case while people are still putting it together. */
export interface Draft {
  id: string;
  /** The address of its programme. */
  programme: string;
  /** The form that it began with: a form of the partner's is a case of its own. */
  began: Id;
  /** Answers of the forms, as far as they were taken. */
  answers: Record<Id, Answer>;
  /** By `<form>/<page>`. */
  typed: Record<string, Typed>;
  /** Pages that were saved, as `<form>/<page>`. */
  saved: string[];
  /** What has been recorded: forms sent, judgements made, consents, signatures and scores. */
  events: CaseEvent[];
  /** Forms that were sent. */
  sent: Id[];
  /** All that these asked when they were sent, answered or not. */
  asked: Id[];
  /** What of that was the partner's then, or at any time since. It is kept apart for good. */
  hers: Id[];
  /** The day for which it is decided, where it is not today. */
  asOf?: string;
}

/** Where drafts are kept. `find` gives a copy; nothing changes until it is saved. */
export interface Drafts {
  create(programme: string, form: Id): Promise<Draft>;
  find(id: string): Promise<Draft | undefined>;
  save(draft: Draft): Promise<void>;
}

/** An id that cannot be guessed: 144 random bits, in 24 characters. */
const unguessable = (): string => randomBytes(18).toString('base64url');

/** Drafts in memory: gone when the server stops. Past `atMost`, the one that was not touched for longest goes. */
export const draftsInMemory = (atMost = 2_000): Drafts => {
  const kept = new Map<string, Draft>();
  const keep = (draft: Draft): void => {
    kept.delete(draft.id);
    kept.set(draft.id, structuredClone(draft));
    for (const oldest of kept.keys()) {
      if (kept.size <= atMost) break;
      kept.delete(oldest);
    }
  };
  return {
    async create(programme, began) {
      const draft: Draft = {
        id: unguessable(),
        programme,
        began,
        answers: {},
        typed: {},
        saved: [],
        events: [],
        sent: [],
        asked: [],
        hers: [],
      };
      keep(draft);
      return structuredClone(draft);
    },
    async find(id) {
      const draft = kept.get(id);
      return draft && structuredClone(draft);
    },
    async save(draft) {
      keep(draft);
    },
  };
};
