/** People, the roles they were given, and their visits, as the database keeps them. */
import { sql } from 'kysely';
import type { Connections } from './connections.js';
import type { Viewpoint } from './contract.js';
import type { Db } from './tables.js';

/** Runs one transaction in which the database knows whose eyes these are. */
export type Within = Connections['within'];

/** The server acting by itself, in one programme or (an empty one) in none. From outside, so it sees no case. */
export const bySystem = (programme = ''): Viewpoint => ({
  programme,
  person: 'system',
  role: 'system',
  side: 'outside',
  seesHers: false,
  sites: [],
});

export type InsideSide = 'his' | 'hers';

/** A role as it was given. `site` is empty for all sites; `side` is null for a role outside. */
export interface GrantRow {
  programme: string;
  role: string;
  site: string;
  side: InsideSide | null;
}

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  /** The instant at which he left. */
  gone: string | null;
  demonstration: boolean;
}

/** Everything about whoever came with a session, in one look. */
export interface VisitRow extends PersonRow {
  began: string;
  seen: string;
  acting: Record<string, string>;
  grants: GrantRow[];
  administers: string[];
}

export interface InvitationRow {
  id: string;
  programme: string;
  email: string | null;
  roles: { role: string; site: string; side: InsideSide | null }[];
  administers: boolean;
  made_by: string;
  expires: string;
  used: string | null;
}

export interface AttemptRow {
  /** Attempts since the last that went right; one that is under way counts. */
  failed: number;
  locked_until: string | null;
  sent: number;
  sent_since: string | null;
  last_sent: string | null;
}

export interface StandInRow {
  id: string;
  away: string;
  covers: string;
  since: string;
  until: string;
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const first = async <T>(rows: Promise<{ rows: T[] }>): Promise<T | undefined> => (await rows).rows[0];

/** One statement each, within the transaction that is given. */
export const peopleStore = {
  async visit(db: Db, digest: string): Promise<VisitRow | undefined> {
    return first(
      sql<VisitRow>`select p.id, p.email, p.name, p.demonstration, ${instant('p.gone')} as gone,
          ${instant('v.began')} as began, ${instant('v.seen')} as seen, v.acting,
          coalesce((select json_agg(json_build_object('programme', g.programme, 'role', g.role, 'site', g.site,
            'side', g.side) order by g.programme, g.role, g.site) from rubric.grant g where g.person = p.id), '[]') as grants,
          coalesce((select json_agg(a.programme) from rubric.administrator a where a.person = p.id), '[]') as administers
        from rubric.visit v join rubric.person p on p.id = v.person where v.token_digest = ${digest}`.execute(db),
    );
  },
  async begin(db: Db, digest: string, person: string, now: string): Promise<void> {
    await sql`delete from rubric.visit where seen < ${now}::timestamptz - interval '7 days'`.execute(db);
    await sql`insert into rubric.visit (token_digest, person, began, seen)
      values (${digest}, ${person}, ${now}, ${now}) on conflict (token_digest) do nothing`.execute(db);
  },
  async touch(db: Db, digest: string, now: string): Promise<void> {
    await sql`update rubric.visit set seen = ${now} where token_digest = ${digest}`.execute(db);
  },
  async act(db: Db, digest: string, programme: string, role: string): Promise<void> {
    await sql`update rubric.visit set acting = acting || ${JSON.stringify({ [programme]: role })}::jsonb
      where token_digest = ${digest}`.execute(db);
  },
  async end(db: Db, digest: string): Promise<void> {
    await sql`delete from rubric.visit where token_digest = ${digest}`.execute(db);
  },
  async endOthers(db: Db, person: string, digest: string): Promise<void> {
    await sql`delete from rubric.visit where person = ${person} and token_digest <> ${digest}`.execute(db);
  },
  async endAll(db: Db, person: string): Promise<void> {
    await sql`delete from rubric.visit where person = ${person}`.execute(db);
    await sql`delete from rubric.kept_form where person = ${person}`.execute(db);
  },

  async person(db: Db, by: { id: string } | { email: string }): Promise<PersonRow | undefined> {
    const which = 'id' in by ? sql`id = ${by.id}` : sql`email = ${by.email}`;
    return first(
      sql<PersonRow>`select id, email, name, demonstration, ${instant('gone')} as gone from rubric.person
        where ${which}`.execute(db),
    );
  },
  async keep(db: Db, person: { id: string; email: string; name: string }): Promise<void> {
    await sql`insert into rubric.person (id, email, name) values (${person.id}, ${person.email}, ${person.name})
      on conflict (id) do update set email = excluded.email,
        name = case when excluded.name = '' then rubric.person.name else excluded.name end`.execute(db);
  },
  async name(db: Db, id: string, name: string): Promise<void> {
    await sql`update rubric.person set name = ${name} where id = ${id}`.execute(db);
  },
  async mark(db: Db, id: string, marks: { gone?: string | null; demonstration?: boolean }): Promise<void> {
    if (marks.gone !== undefined) await sql`update rubric.person set gone = ${marks.gone} where id = ${id}`.execute(db);
    if (marks.demonstration !== undefined)
      await sql`update rubric.person set demonstration = ${marks.demonstration} where id = ${id}`.execute(db);
  },
  async demonstrating(db: Db): Promise<(PersonRow & { grants: GrantRow[]; administers: string[] })[]> {
    const { rows } = await sql<PersonRow & { grants: GrantRow[]; administers: string[] }>`
      select p.id, p.email, p.name, p.demonstration, null as gone,
        coalesce((select json_agg(json_build_object('programme', g.programme, 'role', g.role, 'site', g.site,
          'side', g.side) order by g.programme, g.role, g.site) from rubric.grant g where g.person = p.id), '[]') as grants,
        coalesce((select json_agg(a.programme) from rubric.administrator a where a.person = p.id), '[]') as administers
      from rubric.person p where p.demonstration and p.gone is null order by p.name`.execute(db);
    return rows;
  },
  /** Ids and names of whoever has a role in a programme or did something on its pages; without one, of everybody. */
  async names(db: Db, programme: string): Promise<[string, string][]> {
    const { rows } = await sql<{ id: string; name: string }>`select p.id, coalesce(nullif(p.name, ''), p.email) as name
      from rubric.person p where ${programme} = ''
        or exists (select from rubric.grant g where g.person = p.id and g.programme = ${programme})
        or exists (select from rubric.administrator a where a.person = p.id)
        or exists (select from rubric.audit d where d.person = p.id and d.programme = ${programme})
      order by 2, 1`.execute(db);
    return rows.map(({ id, name }) => [id, name]);
  },
  async programmesOf(db: Db, person: string): Promise<string[]> {
    const { rows } = await sql<{ programme: string }>`select distinct programme from rubric.grant
      where person = ${person} order by programme`.execute(db);
    return rows.map(({ programme }) => programme);
  },
  /** Whether a person has a role or administers anything, in any programme. */
  async hasWork(db: Db, person: string): Promise<boolean> {
    const { rows } = await sql`select 1 from rubric.grant where person = ${person}
      union all select 1 from rubric.administrator where person = ${person} limit 1`.execute(db);
    return rows.length > 0;
  },
  /** Whether there is anybody who administers everything and has not left. */
  async isAdministered(db: Db): Promise<boolean> {
    const found = await sql`select 1 from rubric.administrator a join rubric.person p on p.id = a.person
      where a.programme = '' and p.gone is null limit 1`.execute(db);
    return found.rows.length > 0;
  },
  async administer(db: Db, person: string, programme: string): Promise<void> {
    await sql`insert into rubric.administrator (person, programme) values (${person}, ${programme})
      on conflict do nothing`.execute(db);
  },
  async unadminister(db: Db, person: string, programme: string): Promise<void> {
    await sql`delete from rubric.administrator where person = ${person} and programme = ${programme}`.execute(db);
  },

  /** Those who have a role in the programme that the transaction is in, with their roles there. */
  async peopleOf(db: Db, programme: string): Promise<(PersonRow & { grants: GrantRow[] })[]> {
    const { rows } = await sql<PersonRow & { grants: GrantRow[] }>`
      select p.id, p.email, p.name, p.demonstration, ${instant('p.gone')} as gone,
        json_agg(json_build_object('programme', g.programme, 'role', g.role, 'site', g.site, 'side', g.side)
          order by g.role, g.site) as grants
      from rubric.person p join rubric.grant g on g.person = p.id and g.programme = ${programme}
      group by p.id order by p.gone is not null, p.name, p.email`.execute(db);
    return rows;
  },
  /** The side a person is on inside the programme, if any. */
  async sideOf(db: Db, programme: string, person: string): Promise<InsideSide | undefined> {
    const found = await first(
      sql<{ side: InsideSide }>`select side from rubric.side_of where programme = ${programme}
        and person = ${person}`.execute(db),
    );
    return found?.side;
  },
  /** Rejects where the person is on the other side of that programme: the database holds one side of each. */
  async grant(db: Db, given: GrantRow & { person: string; by: string; now: string }): Promise<void> {
    const { programme, person, role, site, side, by, now } = given;
    if (side)
      await sql`insert into rubric.side_of (programme, person, side) values (${programme}, ${person}, ${side})
        on conflict (programme, person) do nothing`.execute(db);
    await sql`insert into rubric.grant (programme, person, role, site, side, given_by, given)
      values (${programme}, ${person}, ${role}, ${site}, ${side}, ${by}, ${now}) on conflict do nothing`.execute(db);
  },
  async revoke(db: Db, taken: Omit<GrantRow, 'side'> & { person: string }): Promise<void> {
    const { programme, person, role, site } = taken;
    await sql`delete from rubric.grant where programme = ${programme} and person = ${person} and role = ${role}
      and site = ${site}`.execute(db);
    await sql`delete from rubric.side_of s where programme = ${programme} and person = ${person} and not exists
      (select 1 from rubric.grant g where g.programme = s.programme and g.person = s.person
        and g.side is not null)`.execute(db);
  },

  async invite(db: Db, made: Omit<InvitationRow, 'used'> & { token_digest: string; made: string }): Promise<void> {
    await sql`insert into rubric.invitation (id, token_digest, programme, email, roles, administers, made_by, made, expires)
      values (${made.id}, ${made.token_digest}, ${made.programme}, ${made.email}, ${JSON.stringify(made.roles)}::jsonb,
        ${made.administers}, ${made.made_by}, ${made.made}, ${made.expires})`.execute(db);
  },
  async invitation(db: Db, digest: string): Promise<InvitationRow | undefined> {
    return first(
      sql<InvitationRow>`select id, programme, email, roles, administers, made_by, ${instant('expires')} as expires,
        ${instant('used')} as used from rubric.invitation where token_digest = ${digest}`.execute(db),
    );
  },
  /** True for the one who was first. */
  async useInvitation(db: Db, id: string, now: string): Promise<boolean> {
    const { rows } = await sql`update rubric.invitation set used = ${now} where id = ${id} and used is null
      and expires > ${now} returning id`.execute(db);
    return rows.length === 1;
  },
  async invitations(db: Db, programme: string, now: string): Promise<InvitationRow[]> {
    const { rows } = await sql<InvitationRow>`select id, programme, email, roles, administers, made_by,
      ${instant('expires')} as expires, null as used from rubric.invitation
      where programme = ${programme} and used is null and expires > ${now} order by made`.execute(db);
    return rows;
  },
  /** Takes back invitations that nobody has used: one of them, or those to be the first administrator. */
  async uninvite(db: Db, programme: string, which: { id: string } | { first: true }): Promise<void> {
    const those = 'id' in which ? sql`id = ${which.id}` : sql`email is null`;
    await sql`delete from rubric.invitation where used is null and programme = ${programme} and ${those}`.execute(db);
  },

  async attempts(db: Db, email: string): Promise<AttemptRow | undefined> {
    return first(
      sql<AttemptRow>`select failed, ${instant('locked_until')} as locked_until, sent,
        ${instant('sent_since')} as sent_since, ${instant('last_sent')} as last_sent
        from rubric.attempt where email = ${email} for update`.execute(db),
    );
  },
  async keepAttempts(db: Db, email: string, row: AttemptRow): Promise<void> {
    await sql`insert into rubric.attempt (email, failed, locked_until, sent, sent_since, last_sent)
      values (${email}, ${row.failed}, ${row.locked_until}, ${row.sent}, ${row.sent_since}, ${row.last_sent})
      on conflict (email) do update set failed = excluded.failed, locked_until = excluded.locked_until,
        sent = excluded.sent, sent_since = excluded.sent_since, last_sent = excluded.last_sent`.execute(db);
  },
  async keepForm(db: Db, kept: { id: string; person: string; made: string; sealed: string }): Promise<void> {
    await sql`insert into rubric.kept_form (id, person, made, sealed)
      values (${kept.id}, ${kept.person}, ${kept.made}, ${kept.sealed})`.execute(db);
  },
  /** Kept less than an hour ago, and by that person. What is older goes. */
  async keptForm(db: Db, id: string, person: string, now: string): Promise<string | undefined> {
    await sql`delete from rubric.kept_form where made < ${now}::timestamptz - interval '1 hour'`.execute(db);
    const found = await first(
      sql<{ sealed: string }>`select sealed from rubric.kept_form where id = ${id} and person = ${person}`.execute(db),
    );
    return found?.sealed;
  },
  async dropForm(db: Db, id: string, person: string): Promise<void> {
    await sql`delete from rubric.kept_form where id = ${id} and person = ${person}`.execute(db);
  },

  /** Rejects where the two are not on the same side of the programme. */
  async standIn(db: Db, made: StandInRow & { programme: string; side: InsideSide; by: string }): Promise<void> {
    await sql`insert into rubric.stand_in (id, programme, side, away, covers, since, until, made_by)
      values (${made.id}, ${made.programme}, ${made.side}, ${made.away}, ${made.covers}, ${made.since}, ${made.until},
        ${made.by})`.execute(db);
  },
  async standIns(db: Db, programme: string, from: string): Promise<StandInRow[]> {
    const { rows } = await sql<StandInRow>`select id, away, covers, since::text, until::text from rubric.stand_in
      where programme = ${programme} and until >= ${from} order by since, id`.execute(db);
    return rows;
  },
  async noStandIn(db: Db, programme: string, id: string, away?: string): Promise<void> {
    const own = away === undefined ? sql`true` : sql`away = ${away}`;
    await sql`delete from rubric.stand_in where programme = ${programme} and id = ${id} and ${own}`.execute(db);
  },
};

/** How many cases of a programme are decided by each definition, and from when to when they were begun. No case is named. */
export interface DefinitionInUse {
  digest: string;
  cases: number;
  first: string;
  last: string;
}

/** Takes what runs transactions and a programme, gives the definitions in use, the latest first. */
export const definitionsInUse = (within: Within, programme: string): Promise<DefinitionInUse[]> =>
  within({ ...bySystem(programme), side: 'inside', sites: 'all' }, async (db) => {
    const { rows } =
      await sql<DefinitionInUse>`select definition as digest, count(*)::int as cases, min(began) as first,
      max(began) as last from rubric.case_file where programme = ${programme} group by definition
      order by max(began) desc, definition`.execute(db);
    return rows;
  });
