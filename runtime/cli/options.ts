import { InvalidArgumentError, Option } from 'commander';

/** `--format json`, for another program to read. */
export const asProblems = (): Option =>
  new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text');

/** A port of this machine. */
export const port = (written: string): number => {
  const n = Number(written);
  if (!/^\d+$/.test(written) || n > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return n;
};
