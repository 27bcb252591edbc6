/** Documents of cases as the database keeps them: being written, looked at before they go out, and gone out. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Id } from '../../../engine/contract/index.js';

type Db = QueryExecutorProvider;

/** On whose side a document lies: what is written to her, and nothing else, on hers. */
export type Side = 'his' | 'hers';

/** `look`: it waits for somebody who may see her side. `ready`: it may go out. */
export type PaperState = 'writing' | 'review' | 'look' | 'ready';

/** A document while it is written. `version` goes up with each change. */
export interface Paper {
  id: string;
  programme: string;
  ref: string;
  document: Id;
  /** The key of the entry that it is for; empty where there is one for all. */
  entry: string;
  version: number;
  state: PaperState;
  texts: Record<string, string>;
  recipients: Id[];
  author: string;
  author_name: string;
  /** What whoever sent it back says to the author. */
  note: string;
  begun: string;
  changed: string;
}
/** A text as it was kept once. */
export interface PaperText {
  name: string;
  version: number;
  text: string;
  by_name: string;
  at: string;
}
export interface Issue {
  id: string;
  programme: string;
  ref: string;
  document: Id;
  entry: string;
  title: string;
  kind: 'report' | 'message';
  at: string;
  recipients: Id[];
  written: string;
  reviewed: string;
  issued: string;
  file_name: string;
  /** As those inside may read it. */
  html: string;
}
/** The page that one recipient got. */
export interface Copy {
  programme: string;
  ref: string;
  issue: string;
  role: Id;
  at: string;
  title: string;
  file_name: string;
  html: string;
}
export interface Look {
  id: string;
  programme: string;
  ref: string;
  paper: string;
  version: number;
  document: Id;
  entry: string;
  title: string;
  asked: string;
  asked_by: string;
  state: 'waiting' | 'given' | 'not-given' | 'taken-back';
  digest: string;
  words: string;
  answered: string | null;
  answered_by: string;
}

const first = async <T>(rows: Promise<{ rows: T[] }>): Promise<T | undefined> => (await rows).rows[0];
const table = (side: Side, name: 'paper' | 'paper_text' | 'issue') =>
  sql.table(side === 'hers' ? `hers.${name}` : `rubric.${name}`);
const here = sql`programme = current_setting('rubric.programme', true)`;

export type PaperOf = Pick<Paper, 'ref' | 'document' | 'entry'>;
export type Change = Pick<Paper, 'state' | 'texts' | 'recipients' | 'note' | 'changed'>;

/** One statement each, within the transaction that is given. */
export const paperStore = {
  find: (db: Db, side: Side, { ref, document, entry }: PaperOf): Promise<Paper | undefined> =>
    first(
      sql<Paper>`select * from ${table(side, 'paper')}
        where ${here} and ref = ${ref} and document = ${document} and entry = ${entry}`.execute(db),
    ),

  /** Without their texts, what was changed last first. */
  async list(db: Db, side: Side, ref?: string): Promise<Paper[]> {
    const found = sql<Paper>`select programme, ref, id, document, entry, version, state, '{}'::json as texts, recipients,
        author, author_name, note, begun, changed from ${table(side, 'paper')}
      where ${here} and (${ref ?? null}::text is null or ref = ${ref ?? null}) order by changed desc, document, entry, id limit 500`;
    return (await found.execute(db)).rows;
  },

  /** Gives whether it was begun: somebody else may just have. */
  async begin(db: Db, side: Side, paper: Paper): Promise<boolean> {
    const { rows } = await sql`insert into ${table(side, 'paper')}
      (programme, ref, id, document, entry, version, state, texts, recipients, author, author_name, note, begun, changed)
      values (${paper.programme}, ${paper.ref}, ${paper.id}, ${paper.document}, ${paper.entry}, ${paper.version},
        ${paper.state}, ${JSON.stringify(paper.texts)}::json, ${paper.recipients}, ${paper.author},
        ${paper.author_name}, ${paper.note}, ${paper.begun}, ${paper.changed})
      on conflict do nothing returning id`.execute(db);
    return rows.length > 0;
  },

  /** Changes it as it was found; gives whether nobody had changed it since. */
  async change(db: Db, side: Side, { id, version }: Pick<Paper, 'id' | 'version'>, to: Change): Promise<boolean> {
    const { rows } = await sql`update ${table(side, 'paper')} set version = version + 1, state = ${to.state},
      texts = ${JSON.stringify(to.texts)}::json, recipients = ${to.recipients}, note = ${to.note},
      changed = ${to.changed} where ${here} and id = ${id} and version = ${version} returning id`.execute(db);
    return rows.length > 0;
  },

  async keepText(db: Db, side: Side, paper: Pick<Paper, 'programme' | 'ref' | 'id'>, text: PaperText): Promise<void> {
    await sql`insert into ${table(side, 'paper_text')} (programme, ref, paper, name, version, text, by_name, at)
      values (${paper.programme}, ${paper.ref}, ${paper.id}, ${text.name}, ${text.version}, ${text.text},
        ${text.by_name}, ${text.at})`.execute(db);
  },

  /** Every text that was kept of it, the earliest first. */
  async texts(db: Db, side: Side, { id }: Pick<Paper, 'id'>): Promise<PaperText[]> {
    const kept = sql<PaperText>`select name, version, text, by_name, at from ${table(side, 'paper_text')}
      where ${here} and paper = ${id} order by version, name`;
    return (await kept.execute(db)).rows;
  },

  /** Once it has gone out. Gives whether it was still there as it was found. */
  async drop(db: Db, side: Side, { id, version }: Pick<Paper, 'id' | 'version'>): Promise<boolean> {
    const { rows } = await sql`delete from ${table(side, 'paper')}
      where ${here} and id = ${id} and version = ${version} returning id`.execute(db);
    return rows.length > 0;
  },
};

export const issueStore = {
  async add(db: Db, side: Side, issue: Issue): Promise<void> {
    await sql`insert into ${table(side, 'issue')}
      (programme, ref, id, document, entry, title, kind, at, recipients, written, reviewed, issued, file_name, html)
      values (${issue.programme}, ${issue.ref}, ${issue.id}, ${issue.document}, ${issue.entry}, ${issue.title},
        ${issue.kind}, ${issue.at}, ${issue.recipients}, ${issue.written}, ${issue.reviewed}, ${issue.issued},
        ${issue.file_name}, ${issue.html})`.execute(db);
  },

  /** Digests of the definitions by which cases are decided; of invented cases none. */
  async decidedBy(db: Db): Promise<string[]> {
    const decided = sql<{ definition: string }>`select distinct definition from rubric.case_file
      where ${here} and not demonstration order by definition`;
    return (await decided.execute(db)).rows.map(({ definition }) => definition);
  },

  /** The cases decided by a definition in which one of these documents or duties is owed; of invented ones none. */
  async calledFor(db: Db, definition: string, owed: readonly Id[]): Promise<string[]> {
    const called = sql<{ ref: string }>`select distinct w.ref from rubric.work w
      join rubric.case_file f on f.programme = w.programme and f.ref = w.ref
      where w.item ->> 'kind' in ('document', 'duty') and w.item ->> 'of' = any(${[...owed]})
        and f.definition = ${definition} and not f.demonstration order by w.ref`;
    return (await called.execute(db)).rows.map(({ ref }) => ref);
  },

  async addCopy(db: Db, copy: Copy): Promise<void> {
    await sql`insert into rubric.copy (programme, ref, issue, role, at, title, file_name, html)
      values (${copy.programme}, ${copy.ref}, ${copy.issue}, ${copy.role}, ${copy.at}, ${copy.title},
        ${copy.file_name}, ${copy.html})`.execute(db);
  },

  find: (db: Db, side: Side, id: string): Promise<Issue | undefined> =>
    first(sql<Issue>`select * from ${table(side, 'issue')} where ${here} and id = ${id}`.execute(db)),

  /** Without their pages, the latest first; of one instant always in the same order. */
  async list(db: Db, side: Side, { ref, size = 50 }: { ref?: string; size?: number }): Promise<Issue[]> {
    const found = sql<Issue>`select programme, ref, id, document, entry, title, kind, at, recipients, written, reviewed,
        issued, file_name, '' as html from ${table(side, 'issue')}
      where ${here} and (${ref ?? null}::text is null or ref = ${ref ?? null}) order by at desc, document, entry, id limit ${size}`;
    return (await found.execute(db)).rows;
  },

  /** The copies that this viewpoint got. */
  async copies(db: Db, ref: string): Promise<Copy[]> {
    const found = sql<Copy>`select programme, ref, issue, role, at, title, file_name, '' as html from rubric.copy
      where ${here} and ref = ${ref} order by at desc, title, file_name, issue`;
    return (await found.execute(db)).rows;
  },

  copy: (db: Db, ref: string, issue: string): Promise<Copy | undefined> =>
    first(
      sql<Copy>`select * from rubric.copy where ${here} and ref = ${ref} and issue = ${issue} order by role limit 1`.execute(
        db,
      ),
    ),
};

export const lookStore = {
  async ask(db: Db, look: Look): Promise<void> {
    await sql`insert into rubric.look
      (programme, ref, id, paper, version, document, entry, title, asked, asked_by, state)
      values (${look.programme}, ${look.ref}, ${look.id}, ${look.paper}, ${look.version}, ${look.document},
        ${look.entry}, ${look.title}, ${look.asked}, ${look.asked_by}, 'waiting')`.execute(db);
  },

  find: (db: Db, id: string): Promise<Look | undefined> =>
    first(sql<Look>`select * from rubric.look where ${here} and id = ${id}`.execute(db)),

  /** The latest of a paper. */
  of: (db: Db, paper: string): Promise<Look | undefined> =>
    first(
      sql<Look>`select * from rubric.look where ${here} and paper = ${paper} order by asked desc, id limit 1`.execute(
        db,
      ),
    ),

  async list(db: Db, states: readonly Look['state'][], size = 200): Promise<Look[]> {
    const found = sql<Look>`select * from rubric.look where ${here} and state = any(${[...states]})
      order by asked desc, document, entry, id limit ${size}`;
    return (await found.execute(db)).rows;
  },

  /** Gives whether it was still waiting (or, to be taken back, not answered with a refusal). */
  async answer(
    db: Db,
    { id, from }: { id: string; from: readonly Look['state'][] },
    to: Pick<Look, 'state' | 'digest' | 'words' | 'answered' | 'answered_by'>,
  ): Promise<boolean> {
    const { rows } = await sql`update rubric.look set state = ${to.state}, digest = ${to.digest}, words = ${to.words},
      answered = ${to.answered}, answered_by = ${to.answered_by}
      where ${here} and id = ${id} and state = any(${[...from]}) returning id`.execute(db);
    return rows.length > 0;
  },
};
