import { randomBytes } from 'node:crypto';
import type { CaseEvent } from '../../../engine/contract/index.js';

/** An invented case while somebody plays it. */
export interface Play {
  id: string;
  /** The address of its programme. */
  programme: string;
  title: string;
  /** The scenario file it began with, if it did. */
  from?: string;
  events: CaseEvent[];
  /** The ids of those that were added here. */
  added: string[];
}

/** Where plays are kept. `find` gives a copy; nothing changes until it is saved. */
export interface Plays {
  begin(play: Omit<Play, 'id'>): Promise<Play>;
  find(id: string): Promise<Play | undefined>;
  save(play: Play): Promise<void>;
}

/** Plays in memory: gone when the server stops. Past `atMost`, the one that was not touched for longest goes. */
export const playsInMemory = (atMost = 500): Plays => {
  const kept = new Map<string, Play>();
  const keep = (play: Play): void => {
    kept.delete(play.id);
    kept.set(play.id, structuredClone(play));
    for (const oldest of kept.keys()) {
      if (kept.size <= atMost) break;
      kept.delete(oldest);
    }
  };
  return {
    async begin(play) {
      const begun: Play = { ...play, id: randomBytes(18).toString('base64url') };
      keep(begun);
      return structuredClone(begun);
    },
    async find(id) {
      const play = kept.get(id);
      return play && structuredClone(play);
    },
    async save(play) {
      keep(play);
    },
  };
};
