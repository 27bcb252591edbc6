/** Sign-offs as the database keeps them. */
import { type QueryExecutorProvider, sql } from 'kysely';

/** What somebody who decides with others said of a decision. */
export interface SignOff {
  /** How many decisions had been recorded before: each begins a round of its own. */
  round: number;
  role: string;
  /** The happening that the role agrees to: `accepted`, `declined`, … */
  agreesTo: string;
  /** Absent where it lies on her side, or none was given. */
  reason?: string;
  name: string;
  at: string;
}

type Row = Omit<SignOff, 'agreesTo' | 'reason'> & { ref: string; agrees_to: string; reason: string | null };
type Asks = QueryExecutorProvider;

/** One statement each, within the transaction that is given. */
export const signOffStore = {
  /** Those of each of these cases on which anybody signed, the earliest first. */
  async ofAll(db: Asks, refs: readonly string[]): Promise<Map<string, SignOff[]>> {
    const { rows } = await sql<Row>`select ref, round, role, agrees_to, reason, name, at from rubric.sign_off
      where programme = current_setting('rubric.programme', true) and ref = any(${refs}) order by number`.execute(db);
    const signed = new Map<string, SignOff[]>();
    for (const { ref, agrees_to, reason, ...row } of rows) {
      const one = { ...row, agreesTo: agrees_to, ...(reason !== null && { reason }) };
      signed.set(ref, [...(signed.get(ref) ?? []), one]);
    }
    return signed;
  },
  /** Those of a case, the earliest first. */
  async of(db: Asks, ref: string): Promise<SignOff[]> {
    return (await signOffStore.ofAll(db, [ref])).get(ref) ?? [];
  },
  /** Gives whether it was added: one with that key may be there already. */
  async add(
    db: Asks,
    made: SignOff & { programme: string; ref: string; key: string; person: string },
  ): Promise<boolean> {
    const { rows } = await sql`insert into rubric.sign_off
      (programme, ref, key, round, role, agrees_to, reason, person, name, at)
      values (${made.programme}, ${made.ref}, ${made.key}, ${made.round}, ${made.role}, ${made.agreesTo},
        ${made.reason ?? null}, ${made.person}, ${made.name}, ${made.at})
      on conflict (programme, key) do nothing returning key`.execute(db);
    return rows.length > 0;
  },
  /** Keeps a reason on her side; only from a viewpoint that may see that. */
  async addReasonOfHers(db: Asks, programme: string, ref: string, key: string, reason: string): Promise<void> {
    await sql`insert into hers.sign_off_reason (programme, ref, key, reason)
      values (${programme}, ${ref}, ${key}, ${reason}) on conflict (programme, key) do nothing`.execute(db);
  },
  /** The reasons that lie on her side, the earliest first; only from a viewpoint that may see that. */
  async reasonsOfHers(
    db: Asks,
    programme: string,
    ref: string,
  ): Promise<{ name: string; at: string; reason: string }[]> {
    const { rows } = await sql<{ name: string; at: string; reason: string }>`select s.name, s.at, r.reason
      from hers.sign_off_reason r join rubric.sign_off s using (programme, key)
      where r.programme = ${programme} and r.ref = ${ref} order by s.number`.execute(db);
    return rows;
  },
};
