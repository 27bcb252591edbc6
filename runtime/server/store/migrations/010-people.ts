/**
 * People, what they may do, and what they did. The tables in schema `auth` are those of the library that signs people in,
 * as it asks for them itself (a test compares); everything else is ours. Only the server acting by itself (`system`) reads
 * visits, failed attempts and kept forms; the audit is added to and never changed.
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const signIn = [
  `create table auth."user" ("id" text not null primary key, "name" text not null, "email" text not null unique,
    "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null,
    "updatedAt" timestamptz default current_timestamp not null, "twoFactorEnabled" boolean)`,
  `create table auth."session" ("id" text not null primary key, "expiresAt" timestamptz not null,
    "token" text not null unique, "createdAt" timestamptz default current_timestamp not null,
    "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
    "userId" text not null references auth."user" ("id") on delete cascade)`,
  `create table auth."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null,
    "userId" text not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
    "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text,
    "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null)`,
  `create table auth."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null,
    "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null,
    "updatedAt" timestamptz default current_timestamp not null)`,
  `create table auth."twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null,
    "userId" text not null references auth."user" ("id") on delete cascade, "verified" boolean,
    "failedVerificationCount" integer, "lockedUntil" timestamptz)`,
  `create index "session_userId_idx" on auth."session" ("userId")`,
  `create index "account_userId_idx" on auth."account" ("userId")`,
  `create index "verification_identifier_idx" on auth."verification" ("identifier")`,
  `create index "twoFactor_secret_idx" on auth."twoFactor" ("secret")`,
  `create index "twoFactor_userId_idx" on auth."twoFactor" ("userId")`,
  // The library works as a role of its own, which sees nothing but this.
  `grant select, insert, update, delete on all tables in schema auth to rubric_auth`,
];

const tables = [
  `create table rubric.person (id text primary key, email text not null unique, name text not null,
    gone timestamptz, demonstration boolean not null default false)`,
  // An empty programme stands for all of them.
  `create table rubric.administrator (person text not null references rubric.person, programme text not null,
    primary key (person, programme))`,
  // One row a person and programme: whoever is on one side of it cannot be on the other.
  `create table rubric.side_of (programme text not null, person text not null references rubric.person,
    side text not null check (side in ('his', 'hers')), primary key (programme, person),
    unique (programme, person, side))`,
  `create table rubric.grant (programme text not null, person text not null references rubric.person,
    role text not null, site text not null default '', side text check (side in ('his', 'hers')),
    given_by text not null, given timestamptz not null, primary key (programme, person, role, site),
    foreign key (programme, person, side) references rubric.side_of (programme, person, side))`,
  `create index grant_person on rubric.grant (person)`,
  `create table rubric.invitation (id text primary key, token_digest text not null unique, programme text not null,
    email text, roles jsonb not null, administers boolean not null default false, made_by text not null,
    made timestamptz not null, expires timestamptz not null, used timestamptz)`,
  // Somebody stands in for somebody of the same side alone: both keys have the one column.
  `create table rubric.stand_in (id text primary key, programme text not null, side text not null, away text not null,
    covers text not null, since date not null, until date not null, made_by text not null,
    check (away <> covers), check (since <= until),
    foreign key (programme, away, side) references rubric.side_of (programme, person, side) on delete cascade,
    foreign key (programme, covers, side) references rubric.side_of (programme, person, side) on delete cascade)`,
  `create table rubric.visit (token_digest text primary key, person text not null references rubric.person,
    began timestamptz not null, seen timestamptz not null, acting jsonb not null default '{}')`,
  `create index visit_person on rubric.visit (person)`,
  `create table rubric.attempt (email text primary key, failed integer not null default 0, locked_until timestamptz,
    sent integer not null default 0, sent_since timestamptz, last_sent timestamptz)`,
  `create table rubric.kept_form (id text primary key, person text not null references rubric.person,
    made timestamptz not null, sealed text not null)`,
  ...['rubric', 'hers'].flatMap((schema) => [
    `create table ${schema}.audit (id bigint generated always as identity primary key, programme text not null,
      at timestamptz not null, person text not null, role text not null, act text not null, route text not null,
      case_ref text, answer integer not null)`,
    `create index audit_at on ${schema}.audit (programme, at desc, id desc)`,
    `create index audit_person on ${schema}.audit (programme, person, id desc)`,
    `create index audit_case on ${schema}.audit (programme, case_ref, id desc)`,
  ]),
];

const here = `programme = (select current_setting('rubric.programme', true))`;
const bySystem = `(select current_setting('rubric.person', true)) = 'system'`;
const own = (column: string): string => `${column} = (select current_setting('rubric.person', true))`;

/** Who sees and changes the rows of each table, beside the server itself where that is said. */
const policies: Record<string, { sees: string; changes: string }> = {
  'rubric.grant': { sees: `${here} or ${own('person')} or ${bySystem}`, changes: `${here}` },
  'rubric.side_of': { sees: `${here} or ${bySystem}`, changes: here },
  'rubric.administrator': { sees: `${here} or ${own('person')} or ${bySystem}`, changes: `${here} or ${bySystem}` },
  'rubric.invitation': { sees: `${here} or ${bySystem}`, changes: `${here} or ${bySystem}` },
  'rubric.stand_in': { sees: here, changes: here },
  'rubric.person': {
    sees: `${own('id')} or ${bySystem} or exists (select 1 from rubric.grant held where held.person = person.id)
      or exists (select 1 from rubric.administrator held where held.person = person.id)`,
    changes: bySystem,
  },
  'rubric.visit': { sees: bySystem, changes: bySystem },
  'rubric.attempt': { sees: bySystem, changes: bySystem },
  'rubric.kept_form': { sees: bySystem, changes: bySystem },
};

const walls = Object.entries(policies).flatMap(([table, { sees, changes }]) => [
  `alter table ${table} enable row level security`,
  `create policy sees on ${table} for select using (${sees})`,
  `create policy adds on ${table} for insert with check (${changes})`,
  `create policy alters on ${table} for update using (${changes}) with check (${changes})`,
  `create policy removes on ${table} for delete using (${changes})`,
  `grant select, insert, update, delete on ${table} to rubric_app`,
]);

/** What was done is added to and read; nobody who serves pages may alter or remove a row of it. */
const records = [
  ['rubric', 'rubric_app'],
  ['hers', 'rubric_supporter'],
].flatMap(([schema, role]) => [
  `alter table ${schema}.audit enable row level security`,
  `create policy sees on ${schema}.audit for select using (${here})`,
  `create policy adds on ${schema}.audit for insert with check (${here})`,
  `revoke all on ${schema}.audit from rubric_app, rubric_supporter, public`,
  `grant select, insert on ${schema}.audit to ${role}`,
]);

/** Makes the tables of people, grants and audit. Runs once, as the owner, after both sides' schemas and roles are there. */
export const people: Migration = {
  async up(db) {
    for (const each of [...signIn, ...tables, ...walls, ...records]) await statement(each).execute(db);
  },
};
