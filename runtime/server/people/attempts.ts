/** How often somebody may try: five wrong codes or passwords lock an address out for a quarter of an hour. */
import { type AttemptRow, bySystem, peopleStore, type Within } from '../store/people-store.js';

/** Wrong attempts before a lock-out, and codes that are sent to one address within the same time. */
export const atMost = 5;
const lockMinutes = 15;

export interface Attempts {
  /** Counts a try before it is made, so that tries at the same time count too. The instant it is locked until, or none. */
  begin(email: string): Promise<string | undefined>;
  /** It went wrong. The instant it is locked until, where this was one too many. */
  wrong(email: string): Promise<string | undefined>;
  right(email: string): Promise<void>;
  /** A code is about to be sent. The instant from which one can be sent again, where there were too many. */
  sending(email: string): Promise<string | undefined>;
  /** When the latest code was sent. */
  sentAt(email: string): Promise<string | undefined>;
}

const fresh: AttemptRow = { failed: 0, locked_until: null, sent: 0, sent_since: null, last_sent: null };

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** Takes the database and the server's clock. Whether an address is anybody's makes no difference here. */
export const countAttempts = (within: Within, now: () => string): Attempts => {
  const change = <T>(email: string, step: (row: AttemptRow) => { row: AttemptRow; gives: T }): Promise<T> =>
    within(bySystem(), async (db) => {
      const { row, gives } = step((await peopleStore.attempts(db, email)) ?? fresh);
      await peopleStore.keepAttempts(db, email, row);
      return gives;
    });
  const isAfter = (instant: string | null): instant is string => instant !== null && instant > now();
  const lock = (row: AttemptRow) => {
    const until = later(now(), lockMinutes);
    return { row: { ...row, failed: 0, locked_until: until }, gives: until };
  };

  return {
    begin: (email) =>
      change<string | undefined>(email, (row) => {
        if (isAfter(row.locked_until)) return { row, gives: row.locked_until };
        if (row.failed >= atMost) return lock(row);
        return { row: { ...row, failed: row.failed + 1, locked_until: null }, gives: undefined };
      }),
    wrong: (email) =>
      change<string | undefined>(email, (row) => (row.failed >= atMost ? lock(row) : { row, gives: undefined })),
    right: (email) =>
      change<void>(email, (row) => ({ row: { ...row, failed: 0, locked_until: null }, gives: undefined })),
    sending: (email) =>
      change<string | undefined>(email, (row) => {
        if (isAfter(row.locked_until)) return { row, gives: row.locked_until };
        const until = row.sent_since === null ? null : later(row.sent_since, lockMinutes);
        if (!isAfter(until)) return { row: { ...row, sent: 1, sent_since: now(), last_sent: now() }, gives: undefined };
        if (row.sent >= atMost) return { row, gives: until };
        return { row: { ...row, sent: row.sent + 1, last_sent: now() }, gives: undefined };
      }),
    sentAt: (email) =>
      within(bySystem(), async (db) => (await peopleStore.attempts(db, email))?.last_sent ?? undefined),
  };
};
