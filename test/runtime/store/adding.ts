/**
 * A process of `killed.test.ts`: opens the store of a data folder and adds to its cases until it is killed. It says what was
 * acknowledged, one key a line, and never before it was.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { CaseEvent } from '../../../engine/index.js';
import { openStore } from '../../../runtime/server/store/open-store.js';

const [dataFolder = '', run = '', ...refs] = process.argv.slice(2);
const now = (): string => '2026-03-02T09:00:00Z';
const store = await openStore({
  dataFolder,
  now,
  project: (found) => ({
    asOf: '2026-03-02',
    stage: `after ${found.events.length}`,
    since: '2026-03-02',
    outcome: 'eligible',
    closed: false,
    work: [],
  }),
});
const staff = {
  programme: 'evening',
  person: 'staff-1',
  role: 'staff',
  side: 'inside',
  seesHers: false,
  sites: 'all',
} as const;

/** Each thing that is done adds two events to a case: one of his, one that was told by her. */
const pair = (ref: string, key: string): CaseEvent[] =>
  [1, 2].map((n) => ({
    id: `${key} ${ref} ${n}`,
    kind: 'happened',
    happened: '2026-03-02',
    learned: '2026-03-02',
    recorded: now(),
    by: { role: 'leader' },
    values: { severity: 'low' },
    what: 'incident',
    ...(n === 2 && { toldBy: 'partner' }),
  }));
const acknowledge = (key: string): void => void writeSync(1, `${key}\n`);

const toOne = async (ref: string): Promise<void> => {
  for (let n = 0; ; n += 1) {
    const key = `${run}.${n} to ${ref}`;
    await store.append(staff, { ref, key, events: pair(ref, key) });
    acknowledge(key);
  }
};
const toAll = async (): Promise<void> => {
  for (let n = 0; ; n += 1) {
    const key = `${run}.${n} to all`;
    await store.appendAll(
      staff,
      refs.map((ref) => ({ ref, key, events: pair(ref, key) })),
    );
    acknowledge(key);
  }
};
writeSync(1, 'open\n');
await Promise.all([...refs.map(toOne), toAll()]);
