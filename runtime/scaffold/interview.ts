/** The interview in the terminal: one line a question, until every one is answered or the person has had enough. */
import { createInterface } from 'node:readline';
import type { Given, Question } from './questions.js';

/** Where a person sits: what they type, and what they see. */
export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

const opening = 'A line for each question. Enter takes what stands in [ ], Ctrl+C ends it and writes nothing.\n\n';

/** Lines as they are typed, also those typed ahead; nothing once the terminal was closed or Ctrl+C was pressed. */
const linesOf = ({ input, output }: Terminal, stop?: AbortSignal) => {
  const typed: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let ended = false;
  const reader = createInterface({ input, output });
  const end = (): void => {
    ended = true;
    waiting?.(undefined);
  };
  reader.on('line', (line) => {
    if (waiting === undefined) typed.push(line);
    else waiting(line);
  });
  reader.on('SIGINT', () => reader.close());
  reader.on('close', end);
  stop?.addEventListener('abort', () => reader.close(), { once: true });
  return {
    ask: (prompt: string): Promise<string | undefined> =>
      new Promise((resolve) => {
        reader.setPrompt(prompt);
        if (!ended || typed.length > 0) reader.prompt();
        waiting = (line) => {
          waiting = undefined;
          resolve(line);
        };
        if (typed.length > 0 || ended) waiting(typed.shift());
      }),
    close: (): void => reader.close(),
  };
};

/**
 * Asks the questions in their order, each again until its answer can be taken. Gives all answers, those `before` with
 * them; or nothing, where the person ended it.
 */
export const interview = async (
  questions: readonly Question[],
  before: Given,
  terminal: Terminal,
  stop?: AbortSignal,
): Promise<Given | undefined> => {
  const given: Given = { ...before };
  const lines = linesOf(terminal, stop);
  terminal.output.write(opening);
  try {
    for (const question of questions) {
      const value = await answerTo(question, given, lines, terminal);
      if (value === undefined) return undefined;
      given[question.name] = value;
    }
    return given;
  } finally {
    lines.close();
  }
};

const answerTo = async (
  { asks, why, usual, read }: Question,
  before: Given,
  lines: ReturnType<typeof linesOf>,
  { output }: Terminal,
): Promise<string | undefined> => {
  for (;;) {
    const typed = await lines.ask(`${asks} (${why}) [${usual}] `);
    if (typed === undefined) {
      output.write('\n');
      return undefined;
    }
    const answer = read(typed.trim() === '' ? usual : typed, before);
    if ('value' in answer) return answer.value;
    output.write(`  ${answer.fault}\n`);
  }
};
