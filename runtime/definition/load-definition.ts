import { watch } from 'chokidar';
import type { Bundle } from '../../engine/contract/index.js';
import type { Text } from '../../generator/load/node.js';
import type { Problem } from '../../generator/problem/problem.js';
import { readTexts } from './read-texts.js';

export type Compile = (texts: Text[]) => { bundle?: Bundle; problems: Problem[] };

/** A definition as its files stood at one moment. */
export interface Loaded {
  /** The last one without a mistake; absent where there never was one. */
  bundle?: Bundle;
  problems: Problem[];
  texts: Text[];
  /** Whether `bundle` is older than the files, because they hold a mistake. */
  stale: boolean;
  /** Counts up with each change. */
  edition: number;
}

export interface Definition {
  folder: string;
  loaded(): Loaded;
  /** Calls back after each change; gives the function that stops it. */
  subscribe(listener: (loaded: Loaded) => void): () => void;
  close(): Promise<void>;
}

/** Milliseconds of quiet before files are read again: an editor often writes one file in several steps. */
const quiet = 60;

const ownFault = (folder: string, fault: unknown): Problem => ({
  code: 'rubric/own-fault',
  severity: 'error',
  message: 'Rubric failed while reading this definition. That is a fault of Rubric, not of the definition.',
  advice: `Undo the last change, and report it with these words: ${fault instanceof Error ? fault.message : String(fault)}`,
  at: { file: folder, line: 1, column: 1, endLine: 1, endColumn: 1 },
});

const compiled = (compile: Compile, texts: Text[]): { bundle?: Bundle; problems: Problem[] } => {
  try {
    return compile(texts);
  } catch (fault) {
    return { problems: [ownFault(texts[0]?.file ?? 'programme.yaml', fault)] };
  }
};

/**
 * Reads and compiles the definition in `folder`, and does so again whenever a YAML file in it changes. A mistake never
 * takes the last good bundle away. Rejects only where the folder cannot be read at the start.
 */
export const loadDefinition = async (
  folder: string,
  compile: Compile,
  options: { watching?: boolean } = {},
): Promise<Definition> => {
  let now: Loaded = { problems: [], texts: [], stale: false, edition: 0 };
  const listeners = new Set<(loaded: Loaded) => void>();

  const load = async (): Promise<void> => {
    const texts = await readTexts(folder);
    const { bundle, problems } = compiled(compile, texts);
    const kept = bundle ?? now.bundle;
    now = {
      ...(kept ? { bundle: kept } : {}),
      problems,
      texts,
      stale: !bundle && kept !== undefined,
      edition: now.edition + 1,
    };
  };
  await load();

  let soon: NodeJS.Timeout | undefined;
  const reload = async (): Promise<void> => {
    // A folder that is being moved or replaced is looked at again when its files come back.
    await load().catch(() => undefined);
    for (const listener of listeners) listener(now);
  };
  const changed = (): void => {
    clearTimeout(soon);
    soon = setTimeout(() => void reload(), quiet);
  };
  const watcher = options.watching === false ? undefined : watch(folder, { ignoreInitial: true, depth: 5 });
  watcher?.on('all', (_what, path) => {
    if (/\.yaml$/i.test(path)) changed();
  });
  if (watcher) await new Promise<void>((ready) => watcher.once('ready', () => ready()));

  return {
    folder,
    loaded: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      clearTimeout(soon);
      listeners.clear();
      await watcher?.close();
    },
  };
};
