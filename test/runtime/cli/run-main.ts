import type { Io } from '../../../runtime/cli/io.js';
import { main } from '../../../runtime/cli/main.js';

/** What a command wrote and how it ended. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs `rubric` with these words, without a terminal unless `io` says otherwise. */
export const rubric = async (words: string[], io: Partial<Io> = {}): Promise<Ran> => {
  const ran = { out: '', err: '' };
  const code = await main(words, {
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    colour: { out: false, err: false },
    ...io,
  });
  return { code, ...ran };
};
