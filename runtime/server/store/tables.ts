/** The tables of migration 001, as Kysely reads and writes them. Features have their own: `db.withTables<TheirTables>()`. */
import type { ColumnType, Generated, Kysely } from 'kysely';
import type { Standing, WorkItem } from './contract.js';

export type Tables = {
  'rubric.case_file': {
    programme: string;
    ref: string;
    name: string;
    name_key: string;
    site: string | null;
    form: string;
    referrer: string | null;
    definition: string;
    demonstration: boolean;
    began: string;
    changed: string;
    his: Generated<number>;
    /** Written by a function of the database, with the work that follows from it, which is kept by itself. */
    standing: ColumnType<Omit<Standing, 'work'>, never, never>;
    as_of: string | null;
    stage: string | null;
    stage_order: number | null;
    closed: Generated<boolean>;
    in_group: string | null;
    due: string | null;
  };
  'rubric.definition': { programme: string; digest: string; bundle: string };
  'rubric.command': { programme: string; key: string; ref: string; person: string };
  'hers.command': { programme: string; key: string; ref: string; person: string };
  'rubric.work': {
    programme: string;
    ref: string;
    ordinal: number;
    roles: string[];
    due: string | null;
    item: WorkItem;
  };
  /** The same, with reviews of his place that were asked for. */
  'rubric.waiting': {
    programme: string;
    ref: string;
    ordinal: number;
    roles: string[];
    due: string | null;
    item: WorkItem;
  };
};

/** One transaction in which the database knows whose eyes these are. */
export type Db = Kysely<Tables>;
