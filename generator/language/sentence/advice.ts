/** How advice is worded. */

/** Every fault may carry the whole sentence as it should have been, or the lists of sentences, as YAML. */
export interface Corrected {
  say?: string;
}

/** Gives "Write: …" with the corrected sentence, on lines of its own if it is a list, or else the general advice. */
export const write = (say: string | undefined, otherwise: string, lead = 'Write:'): string => {
  if (say === undefined) return otherwise;
  return say.includes('\n') ? `${lead}\n${say}` : `${lead} ${say}`;
};
