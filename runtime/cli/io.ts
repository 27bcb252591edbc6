/** What a command may touch of the world around it, so that a test can stand in for a terminal. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether each stream is a terminal that takes colours. */
  colour: { out: boolean; err: boolean };
  /** Where somebody sits who can be asked; absent where nobody does. */
  terminal?: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };
  /** Ends what would go on for ever: watching and serving. */
  stop?: AbortSignal;
}

/** Said by a command that was not asked properly: its words go to stderr, and the exit is 2. */
export class UsageFault extends Error {}

/** The exits: all well; problems, failures or a refusal to decide; asked wrongly. */
export const exit = { well: 0, failed: 1, usage: 2 } as const;

/** Takes an error of the file system; gives a sentence about it, without codes or a trace. */
export const faultInWords = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault);
  const { code, path } = fault as NodeJS.ErrnoException;
  const place = path === undefined ? '' : ` “${path}”`;
  if (code === 'ENOENT') return `There is no file or folder${place}.`;
  if (code === 'EACCES' || code === 'EPERM') return `There is no permission to use${place || ' it'}.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `A file stands where a folder is needed${place && ':'}${place}.`;
  if (code === 'EISDIR') return `A folder stands where a file is needed${place && ':'}${place}.`;
  if (code === 'ENOSPC') return 'The disk is full.';
  return fault.message;
};
