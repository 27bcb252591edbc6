/** Notes as the database keeps them. */
import { sql } from 'kysely';
import type { Connections } from './connections.js';
import type { Viewpoint } from './contract.js';

export interface Note {
  key: string;
  says: string;
  name: string;
  role: string;
  at: string;
  /** Of one that was taken back: by whom, when, and why. */
  takenBack?: { name: string; at: string; because: string };
}
interface Row {
  key: string;
  says: string;
  takes_back: string | null;
  name: string;
  role: string;
  at: string;
}
/** `takesBack`: the key of the note that this one takes back, and `says` is then why. */
export interface NewNote {
  key: string;
  says: string;
  takesBack?: string;
}

export interface NoteStore {
  /** Those of a case, the latest first; each with what took it back. */
  of(view: Viewpoint, ref: string): Promise<Note[]>;
  /** Adding one twice with one key is adding it once. */
  add(by: Viewpoint & { name: string }, ref: string, note: NewNote, now: string): Promise<void>;
}

const withTakenBack = (rows: readonly Row[]): Note[] =>
  rows
    .filter(({ takes_back }) => takes_back === null)
    .map(({ key, says, name, role, at }) => {
      const back = rows.find(({ takes_back }) => takes_back === key);
      const note = { key, says, name, role, at };
      return back ? { ...note, takenBack: { name: back.name, at: back.at, because: back.says } } : note;
    });

/** Takes the store's transactions. */
export const noteStore = ({ within }: Pick<Connections, 'within'>): NoteStore => ({
  of: (view, ref) =>
    within(view, async (db) => {
      const { rows } = await sql<Row>`select key, says, takes_back, name, role, at from rubric.note
        where programme = ${view.programme} and ref = ${ref} order by number desc`.execute(db);
      return withTakenBack(rows);
    }),
  add: (
    { name, ...view },
    ref,
    { key, says, takesBack = null }: Omit<NewNote, 'takesBack'> & { takesBack?: string | null },
    now,
  ) =>
    within(view, async (db) => {
      await sql`insert into rubric.note (programme, ref, key, says, takes_back, person, name, role, at)
        values (${view.programme}, ${ref}, ${key}, ${says}, ${takesBack}, ${view.person}, ${name}, ${view.role}, ${now})
        on conflict (programme, key) do nothing`.execute(db);
    }),
});
