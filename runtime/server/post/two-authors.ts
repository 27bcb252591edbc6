/** Two people write one document: what each of them wrote stands. */
import type { Paper, PaperText } from '../store/document-store.js';

/** A place at which somebody else wrote since, with what he wrote. */
export interface Both {
  name: string;
  theirs: string;
  by: string;
}

export interface Merged {
  /** All texts as they are to be kept. */
  texts: Record<string, string>;
  /** Names of those that change. */
  changed: string[];
  both: Both[];
}

/** The text that stood at a place on a page of that version. */
const textAt = (kept: readonly PaperText[], name: string, version: number): string =>
  kept.filter((one) => one.name === name && one.version <= version).at(-1)?.text ?? '';

/**
 * Takes a document as it stands, every text that was kept of it in order, and what somebody typed on a page of that
 * version. What only he changed is taken; what somebody else changed as well is left as it is, and told.
 */
export const merged = (
  now: Pick<Paper, 'texts'>,
  kept: readonly PaperText[],
  typed: { version: number; texts: Readonly<Record<string, string>> },
): Merged => {
  const result: Merged = { texts: { ...now.texts }, changed: [], both: [] };
  for (const [name, text] of Object.entries(typed.texts)) {
    const [base, current] = [textAt(kept, name, typed.version), now.texts[name] ?? ''];
    if (text === base || text === current) continue;
    if (current === base) {
      result.texts[name] = text;
      result.changed.push(name);
      continue;
    }
    const by = kept.filter((one) => one.name === name).at(-1)?.by_name ?? '';
    result.both.push({ name, theirs: current, by });
  }
  return result;
};
