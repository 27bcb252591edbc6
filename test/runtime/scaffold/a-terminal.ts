/** A terminal with nobody at it: what is typed is given beforehand, and what is seen is kept. */
import { PassThrough } from 'node:stream';
import type { Terminal } from '../../../runtime/scaffold/interview.js';

export interface Typed {
  terminal: Terminal;
  seen(): string;
}

/** A terminal at which these lines are typed; `end` closes it after them, as Ctrl+D does. */
export const typing = (lines: string[], { end = true } = {}): Typed => {
  const input = new PassThrough();
  const output = new PassThrough();
  let seen = '';
  output.on('data', (piece) => {
    seen += String(piece);
  });
  input.write(lines.map((line) => `${line}\n`).join(''));
  if (end) input.end();
  return { terminal: { input, output }, seen: () => seen };
};

/** A terminal at which these keys are pressed one after the other, Ctrl+C among them. */
export const pressing = (keys: string): Typed => {
  const { terminal, seen } = typing([], { end: false });
  Object.assign(terminal.output, { isTTY: true, columns: 200 });
  (terminal.input as PassThrough).write(keys);
  return { terminal, seen };
};
