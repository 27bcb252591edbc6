import { type Ink, noInk } from '../scenario/describe-results.js';

const ansi =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

/** Colours, if asked for. */
export const inkFor = (colour: boolean): Ink =>
  colour ? { red: ansi(31), green: ansi(32), quiet: ansi(2), bold: ansi(1) } : noInk;
