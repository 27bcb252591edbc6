/** What is kept of partners beside their cases, and reviews of his place, as the database keeps them. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { AnyKept, Ground, Review, ReviewOutcome } from '../partner-support/contract.js';

type Db = QueryExecutorProvider;

const here = sql`programme = current_setting('rubric.programme', true)`;
const programme = sql`current_setting('rubric.programme', true)`;

interface SaidRow {
  id: string;
  ref: string;
  entry: string;
  kind: AnyKept['kind'];
  at: string;
  by_name: string;
  role: string;
  body: unknown;
}
interface ReviewRow {
  id: string;
  ref: string;
  asked: string;
  words: string;
  for_role: string;
  answered: string | null;
  answered_name: string | null;
  answered_role: string | null;
  outcome: string | null;
  says: string | null;
}

const keptOf = ({ by_name, body, ...row }: SaidRow): AnyKept => ({ ...row, by: by_name, said: body }) as AnyKept;

const reviewOf = ({ for_role, answered, answered_name, answered_role, outcome, says, ...row }: ReviewRow): Review => ({
  ...row,
  forRole: for_role,
  ...(answered !== null && {
    answered: {
      at: answered,
      by: answered_name ?? '',
      role: answered_role ?? '',
      outcome: outcome as ReviewOutcome,
      says: says ?? '',
    },
  }),
});

/** Of the viewpoint's programme; rows of cases out of its sight are not there. */
export const partnerStore = {
  /** Keeps the case for this transaction alone, so that two who change the same come one after the other. */
  async take(db: Db, ref: string): Promise<void> {
    await sql`select rubric.take(${[ref]})`.execute(db);
  },

  /** Keeps a row. False where one of that id was kept before. */
  async add(db: Db, row: AnyKept, person: string): Promise<boolean> {
    const { rows } = await sql`insert into hers.said (programme, ref, entry, id, kind, at, person, by_name, role, body)
      values (${programme}, ${row.ref}, ${row.entry}, ${row.id}, ${row.kind}, ${row.at}, ${person}, ${row.by},
        ${row.role}, ${JSON.stringify(row.said)}::json)
      on conflict do nothing returning id`.execute(db);
    return rows.length > 0;
  },

  /** Of these cases, in the order in which they were kept. */
  async said(db: Db, refs: readonly string[]): Promise<AnyKept[]> {
    const { rows } = await sql<SaidRow>`select id, ref, entry, kind, at, by_name, role, body from hers.said
      where ${here} and ref = any (${refs}) order by place`.execute(db);
    return rows.map(keptOf);
  },

  /** How far both streams of each case have come; those that are over stand last. */
  async versions(db: Db): Promise<{ ref: string; name: string; closed: boolean; his: number; hers: number }[]> {
    const { rows } = await sql<{ ref: string; name: string; closed: boolean; his: number; hers: number }>`
      select f.ref, f.name, f.closed, f.his, coalesce(s.number, 0) as hers
      from rubric.case_file f left join hers.stream s on s.programme = f.programme and s.ref = f.ref
      where f.programme = ${programme} order by f.closed, f.name_key, f.ref`.execute(db);
    return rows;
  },

  async addReview(db: Db, { id, ref, asked, words, forRole }: Review): Promise<boolean> {
    const { rows } = await sql`insert into rubric.review (programme, ref, id, asked, words, for_role)
      values (${programme}, ${ref}, ${id}, ${asked}, ${words}, ${forRole}) on conflict do nothing returning id`.execute(
      db,
    );
    return rows.length > 0;
  },

  async addGround(db: Db, ref: string, ground: Ground & { person: string; role: string }): Promise<void> {
    await sql`insert into hers.review_ground (programme, ref, entry, review, at, person, by_name, role, ground)
      values (${programme}, ${ref}, ${ground.entry}, ${ground.review}, ${ground.at}, ${ground.person}, ${ground.by},
        ${ground.role}, ${ground.ground})`.execute(db);
  },

  /** The earliest first; those asked for at one instant by their words, which say nothing of who asked. */
  async reviews(db: Db, ref: string): Promise<Review[]> {
    const { rows } =
      await sql<ReviewRow>`select id, ref, asked, words, for_role, answered, answered_name, answered_role,
        outcome, says from rubric.review where ${here} and ref = ${ref} order by asked, words, id`.execute(db);
    return rows.map(reviewOf);
  },

  async grounds(db: Db, ref: string): Promise<Ground[]> {
    const { rows } = await sql<Ground>`select review, entry, at, by_name as by, ground from hers.review_ground
      where ${here} and ref = ${ref} order by at, review`.execute(db);
    return rows;
  },

  /** False where somebody has answered it already. */
  async answer(db: Db, id: string, by: { person: string; name: string; role: string }, answer: ReviewAnswer) {
    const { rows } = await sql`update rubric.review set answered = ${answer.at}, answered_by = ${by.person},
        answered_name = ${by.name}, answered_role = ${by.role}, outcome = ${answer.outcome}, says = ${answer.says}
      where ${here} and id = ${id} and answered is null returning id`.execute(db);
    return rows.length > 0;
  },
};

export interface ReviewAnswer {
  at: string;
  outcome: ReviewOutcome;
  says: string;
}
