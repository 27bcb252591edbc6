/**
 * Documents of cases: what is being written (`paper`, with every text that was ever kept of it), what waits for somebody
 * who may see her side before it goes out (`look`), and what went out (`issue`, as those inside may read it; `copy`, the
 * very page that one recipient got, which nobody inside reads but those who may see her side). What is written to her has
 * tables of its own on her side.
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const setting = (name: string): string => `(select current_setting('rubric.${name}', true))`;
const caseOf = (table: string): string => `${table}.programme = ${setting('programme')} and exists (
  select from rubric.case_file f where f.programme = ${table}.programme and f.ref = ${table}.ref)`;
const insideOf = (table: string): string => `${caseOf(table)} and ${setting('side')} = 'inside'`;

const ofBothSides = (schema: 'rubric' | 'hers'): string[] => [
  `create table ${schema}.paper (
    programme text not null,
    ref text not null,
    id text not null,
    document text not null,
    entry text not null default '',
    version integer not null default 1,
    state text not null check (state in ('writing', 'review', 'look', 'ready')),
    texts json not null default '{}',
    recipients text[] not null default '{}',
    author text not null,
    author_name text not null,
    note text not null default '',
    begun text collate "C" not null,
    changed text collate "C" not null,
    primary key (programme, id),
    unique (programme, ref, document, entry),
    foreign key (programme, ref) references rubric.case_file
  )`,
  `create table ${schema}.paper_text (
    programme text not null,
    ref text not null,
    paper text not null,
    name text not null,
    version integer not null,
    text text not null,
    by_name text not null,
    at text not null,
    primary key (programme, paper, name, version),
    foreign key (programme, paper) references ${schema}.paper on delete cascade
  )`,
  `create table ${schema}.issue (
    programme text not null,
    ref text not null,
    id text not null,
    document text not null,
    entry text not null default '',
    title text not null,
    kind text not null check (kind in ('report', 'message')),
    at text collate "C" not null,
    recipients text[] not null,
    written text not null default '',
    reviewed text not null default '',
    issued text not null default '',
    file_name text not null,
    html text not null,
    primary key (programme, id),
    foreign key (programme, ref) references rubric.case_file
  )`,
  `create index on ${schema}.issue (programme, ref, at desc)`,
  `create index on ${schema}.issue (programme, at desc)`,
];

const ofHisSide = [
  `create table rubric.copy (
    programme text not null,
    ref text not null,
    issue text not null,
    role text not null,
    at text collate "C" not null,
    title text not null,
    file_name text not null,
    html text not null,
    primary key (programme, issue, role),
    foreign key (programme, issue) references rubric.issue
  )`,
  'create index on rubric.copy (programme, ref, at desc)',
  // `words`: what the author is told, in words that were searched as well. Nothing here says what was found.
  `create table rubric.look (
    programme text not null,
    ref text not null,
    id text not null,
    paper text not null,
    version integer not null,
    document text not null,
    entry text not null default '',
    title text not null,
    asked text collate "C" not null,
    asked_by text not null,
    state text not null check (state in ('waiting', 'given', 'not-given', 'taken-back')),
    digest text not null default '',
    words text not null default '',
    answered text collate "C",
    answered_by text not null default '',
    primary key (programme, id),
    foreign key (programme, ref) references rubric.case_file
  )`,
  'create index on rubric.look (programme, state, asked)',
];

const guardedInside = (table: string, rights: string): string[] => {
  const [schema, name = ''] = table.split('.');
  return [
    `alter table ${table} enable row level security`,
    `create policy inside on ${table} using (${insideOf(name)})`,
    `revoke all on ${table} from public`,
    `grant ${rights} on ${table} to ${schema === 'hers' ? 'rubric_supporter' : 'rubric_app'}`,
  ];
};

const walls = [
  ...['rubric', 'hers'].flatMap((schema) => [
    ...guardedInside(`${schema}.paper`, 'select, insert, update, delete'),
    ...guardedInside(`${schema}.paper_text`, 'select, insert'),
    ...guardedInside(`${schema}.issue`, 'select, insert'),
  ]),
  ...guardedInside('rubric.look', 'select, insert, update'),
  'alter table rubric.copy enable row level security',
  'revoke all on rubric.copy from public',
  'grant select, insert on rubric.copy to rubric_app',
  `create policy adds on rubric.copy for insert with check (${insideOf('copy')})`,
  `create policy own on rubric.copy for select using (
    ${caseOf('copy')} and ${setting('side')} = 'outside' and copy.role = ${setting('role')})`,
  `create policy supporters on rubric.copy for select to rubric_supporter using (${insideOf('copy')})`,
];

export const documents: Migration = {
  async up(db) {
    for (const each of [...ofBothSides('rubric'), ...ofBothSides('hers'), ...ofHisSide, ...walls])
      await statement(each).execute(db);
  },
};
