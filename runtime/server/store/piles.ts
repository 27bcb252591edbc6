/** The day's work by its piles: of each what lies on top, found by an index however many cases there are. */
import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { DayAsked, Pile, PileName, Viewpoint, WorkItem } from './contract.js';
import type { Db } from './tables.js';
import { lookedForBy } from './whose-work.js';

/** Given of each pile, and counted of each. */
const [shown, counted] = [100, 500];

interface Row {
  pile: PileName;
  programme: string;
  ref: string;
  name: string;
  demonstration: boolean;
  item: WorkItem;
  all: number;
}

/** Takes the roles, the day and the last one that counts; gives the piles on which anything lies. */
export const piled = async (db: Db, { role }: Pick<Viewpoint, 'role'>, day: DayAsked): Promise<Pile[]> => {
  const asked = { ...day, roles: lookedForBy(day.roles, role) };
  const rows = (await sql<Row>`${sql.join(pilesOf(asked), sql` union all `)}`.execute(db)).rows;
  const piles = new Map<PileName, Pile>();
  for (const { pile: id, item, all, ...line } of rows) {
    const pile = piles.get(id) ?? { id, waiting: [], all: Math.min(all, counted), isMore: all > counted };
    pile.waiting.push({ line, item });
    piles.set(id, pile);
  }
  return [...piles.values()];
};

/** What is due at an instant can be done until then: at midnight, until the day before is over. */
const pilesOf = ({ roles, today, until, timeZone }: DayAsked): RawBuilder<unknown>[] => {
  const day = Temporal.PlainDate.from(today);
  const [begins, ends] = [day, day.add({ days: 1 })].map((each) =>
    each.toZonedDateTime(timeZone).toInstant().toString(),
  );
  const isInstant = sql`length(w.due) > 10`;
  const passed = sql`case when ${isInstant} then w.due <= ${begins} else w.due < ${today} end`;
  const over = sql`case when ${isInstant} then w.due <= ${ends} else w.due <= ${today} end`;
  const inTime = sql`left(w.due, 10) <= ${until}`;
  // The first condition on a day is one that an index finds; the others put it right.
  const before = sql`w.due <= ${later(begins, today)}`;
  const notBefore = sql`w.due >= ${earlier(begins, today)}`;
  const notAfter = sql`w.due <= ${later(ends, today)}`;
  const after = sql`w.due >= ${earlier(ends, today)}`;
  const lying = (pile: string, ...where: RawBuilder<unknown>[]) => lyingOn(pile, roles, where);
  return [
    pileOf('answers', lying('answers')),
    pileOf('decisions', lying('decisions')),
    pileOf('overdue', lying('late'), lying('dated', before, passed)),
    pileOf('today', lying('dated', notBefore, notAfter, sql`not (${passed})`, over)),
    pileOf('soon', lying('dated', after, sql`not (${over})`, inTime)),
    pileOf('reports', lying('documents', sql`(w.due is null or ${inTime})`)),
    pileOf('find-out', lying('find-out')),
    pileOf('review', lying('review'), askedFor(roles)),
    pileOf('no-day', lying('undated')),
  ];
};
const later = (one = '', other = ''): string => (one > other ? one : other);
const earlier = (one = '', other = ''): string => (one < other ? one : other);

/** What lies on one pile of the work that is kept, as far as it is counted. */
const lyingOn = (pile: string, roles: readonly string[], where: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(select w.ref, w.ordinal, w.due, w.item from rubric.work w
    where ${sql.join([sql`w.pile = ${pile}`, sql`w.roles && ${roles}::text[]`, ...where], sql` and `)}
    order by w.due, w.ref, w.ordinal limit ${sql.lit(counted + 1)})`;

/** Reviews of his place that were asked for. */
const askedFor = (roles: readonly string[]): RawBuilder<unknown> =>
  sql`(select w.ref, w.ordinal, w.due, w.item from rubric.waiting_review w
    where w.roles && ${roles}::text[] order by w.ref limit ${sql.lit(counted + 1)})`;

/** The earliest of it, by name where they are due at the same time. */
const pileOf = (id: PileName, ...parts: RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(select ${id} as pile, f.programme, f.ref, f.name, f.demonstration, w.item, (count(*) over ())::integer as "all"
    from (${sql.join(parts, sql` union all `)}) w
    join rubric.case_file f on f.ref = w.ref
    order by w.due, f.name_key, w.ref, w.ordinal limit ${sql.lit(shown)})`;
