/** The definitions that cases are decided by, each compiled once and kept for as long as the server runs. */
import type { Bundle } from '../../../engine/contract/index.js';
import type { CaseStore } from '../store/contract.js';

export interface Definitions {
  /** The definition with that digest. Throws where none was ever kept: a case without its definition is our fault. */
  find(programme: string, digest: string): Promise<Bundle>;
  /** The same, of those met before; for whoever cannot wait. */
  known(digest: string): Bundle | undefined;
  /** From now on known. */
  keep(bundle: Bundle): Bundle;
}

/** Takes where definitions are kept, which may be made only later. */
export const definitionsFrom = (store: () => Pick<CaseStore, 'definition'>): Definitions => {
  const kept = new Map<string, Bundle>();
  const keep = (bundle: Bundle): Bundle => {
    const known = kept.get(bundle.digest);
    // The engine makes each object ready once, so that there must not be two of one definition.
    if (!known) kept.set(bundle.digest, bundle);
    return known ?? bundle;
  };
  return {
    keep,
    known: (digest) => kept.get(digest),
    async find(programme, digest) {
      const found = kept.get(digest) ?? (await store().definition(programme, digest));
      if (!found) throw new Error(`The definition ${digest} of ${programme} is not kept.`);
      return keep(found);
    },
  };
};
