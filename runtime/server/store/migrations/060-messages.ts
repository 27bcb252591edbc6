/**
 * Messages that are to be sent, and what came of each. Nothing of hers: nothing is sent to her side from here. What a
 * message says lies apart from whom it is for: whoever sends it reads it, and people only where it is open to them (a code
 * to sign in with never is). The role that sends owns its queue and sees nothing else but these.
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const tables = [
  // An empty programme: of none, such as a code to sign in with. `key`: what is asked for twice is there once.
  `create table rubric.message (
    id text primary key,
    programme text not null,
    key text not null,
    ref text,
    issue text,
    document text,
    kind text not null check (kind in ('code', 'document', 'note')),
    called text not null,
    role text not null default '',
    recipient text not null default '',
    address text not null default '',
    way text not null default 'email',
    made text collate "C" not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'perhaps', 'held', 'kept', 'by-hand')),
    why text not null default '',
    attempts integer not null default 0,
    runner integer,
    ended text collate "C",
    ended_by text not null default '',
    unique (programme, key),
    foreign key (programme, ref) references rubric.case_file
  )`,
  'create index on rubric.message (programme, made desc, id)',
  'create index on rubric.message (programme, ref)',
  "create index on rubric.message (state) where state in ('waiting', 'sending')",
  `create table rubric.message_text (
    message text primary key references rubric.message,
    programme text not null,
    open boolean not null,
    subject text not null,
    text text not null,
    html text
  )`,
  // What was done with it, in order: queued, tried, answered, sent by a person.
  `create table rubric.message_step (
    message text not null references rubric.message,
    programme text not null,
    number integer generated always as identity,
    at text not null,
    what text not null,
    by text not null default '',
    primary key (message, number)
  )`,
  // Addresses that somebody inside has found to be safe for what goes by secure e-mail alone.
  `create table rubric.secure_address (
    programme text not null,
    address text not null,
    marked_by text not null,
    marked text not null,
    primary key (programme, address)
  )`,
  // Each server that sends has a number of its own while it runs.
  'create sequence rubric.runner as integer cycle',
];

const setting = (name: string): string => `(select current_setting('rubric.${name}', true))`;
/** The server acting by itself sees what is of no case. */
const inside = `programme = ${setting('programme')}
  and (${setting('side')} = 'inside' or ${setting('person')} = 'system')`;
const ofSight = `${inside} and (message.ref is null or exists (select from rubric.case_file f
  where f.programme = message.programme and f.ref = message.ref))`;
const ofMessage = (table: string): string =>
  `${inside} and exists (select from rubric.message m where m.id = ${table}.message)`;

/** Who reads the rows of each table, and who may add some. */
const policies: Record<string, { sees: string; adds: string }> = {
  message: { sees: ofSight, adds: ofSight },
  message_text: { sees: `${ofMessage('message_text')} and open`, adds: ofMessage('message_text') },
  message_step: { sees: ofMessage('message_step'), adds: ofMessage('message_step') },
  secure_address: { sees: inside, adds: inside },
};

const walls = Object.entries(policies).flatMap(([table, { sees, adds }]) => [
  `alter table rubric.${table} enable row level security`,
  `create policy sees on rubric.${table} for select to rubric_app using (${sees})`,
  `create policy adds on rubric.${table} for insert to rubric_app with check (${adds})`,
  `revoke all on rubric.${table} from public`,
  `grant select, insert on rubric.${table} to rubric_app`,
]);

/** A person may have one sent again, or say that it went out by hand; nobody alters whom it is for, or what it says. */
const byPeople = [
  `create policy alters on rubric.message for update to rubric_app
    using (${ofSight} and state in ('perhaps', 'held', 'kept')) with check (${ofSight} and state in ('waiting', 'by-hand'))`,
  'grant update (state, why, ended, ended_by) on rubric.message to rubric_app',
];

const bySender = [
  'grant usage on schema rubric to rubric_worker',
  ...['message', 'message_text', 'message_step'].flatMap((table) => [
    `create policy sends on rubric.${table} to rubric_worker using (true) with check (true)`,
    `grant select on rubric.${table} to rubric_worker`,
  ]),
  'grant update (state, why, attempts, runner, ended) on rubric.message to rubric_worker',
  'grant insert on rubric.message_step to rubric_worker',
  'grant usage on sequence rubric.runner to rubric_worker',
];

/** What waits is put in the queue by the transaction that makes it wait. Nobody who serves pages can reach the queue. */
const queue = [
  `create function rubric.queue_message() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      if to_regclass('graphile_worker._private_jobs') is not null then
        perform graphile_worker.add_job('send', json_build_object('message', new.id), job_key => new.id, max_attempts => 8);
      end if;
      return null;
    end $$`,
  'revoke all on function rubric.queue_message() from public',
  `create trigger queued after insert on rubric.message
    for each row when (new.state = 'waiting') execute function rubric.queue_message()`,
  // Tried in vain it is in the queue still, which knows when to try again.
  `create trigger queued_again after update of state on rubric.message
    for each row when (new.state = 'waiting' and old.state <> 'sending') execute function rubric.queue_message()`,
];

export const messages: Migration = {
  async up(db) {
    for (const each of [...tables, ...walls, ...byPeople, ...bySender, ...queue]) await statement(each).execute(db);
  },
};
