/** The rules in the server and row-level security in the database say the same, of every person and every case. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { abilityOf, abilityToAdminister, type Whose, whoseCase } from '../../../runtime/server/access/ability.js';
import type { StoredCase, Viewpoint } from '../../../runtime/server/store/contract.js';
import { course, did, told } from '../../engine/course/story.js';
import { storeForTests, viewOf } from '../store/store-for-tests.js';

const { store } = await storeForTests();
const bundle = course(`
records:
  worry: { called: the support worker was worried, by: support-worker, ours: test }
  incident: { called: an incident was reported, asks: { severity: { ask: How severe?, options: [low, high] } }, ours: test }
`);
const supporter = viewOf('support-worker', { seesHers: true });
const whos: Record<string, Viewpoint> = {
  'staff of all sites': viewOf('staff'),
  'staff of the north': viewOf('staff', { sites: ['north'] }),
  'staff of the north and south': viewOf('staff', { sites: ['north', 'south'] }),
  'staff of no site': viewOf('staff', { sites: [] }),
  'a supporter on her side’s pages': supporter,
  'a supporter elsewhere': viewOf('support-worker'),
  'a supporter of the south': { ...supporter, sites: ['south'] },
  'the referrer Anna': viewOf('referrer', { side: 'outside', person: 'anna' }),
  'the referrer Bert': viewOf('referrer', { side: 'outside', person: 'bert' }),
  'staff of another programme': viewOf('staff', { programme: 'daytime' }),
  'a supporter of another programme': { ...supporter, programme: 'daytime' },
  'a referrer of another programme': viewOf('referrer', { programme: 'daytime', side: 'outside', person: 'anna' }),
};
const cases: Record<string, Whose> = {
  'of Anna in the north': { programme: 'evening', site: 'north', referrer: 'anna' },
  'of Bert in the south': { programme: 'evening', site: 'south', referrer: 'bert' },
  'of Anna and no site': { programme: 'evening', referrer: 'anna' },
  'of nobody in the south': { programme: 'evening', site: 'south' },
  'of Anna elsewhere': { programme: 'daytime', site: 'north', referrer: 'anna' },
};
const made = new Map<string, StoredCase>();

beforeAll(async () => {
  for (const [name, { programme, site, referrer }] of Object.entries(cases)) {
    const view = viewOf('staff', { programme });
    const begun = await store.begin(view, {
      form: 'referral',
      name,
      bundle,
      key: `begun ${name}`,
      events: [told('answered', '2026-01-02', { 'full-name': 'Tom Reed' }, 'referrer')],
      ...(site === undefined ? {} : { site }),
      ...(referrer === undefined ? {} : { referrer }),
    });
    await store.append(
      { ...supporter, programme },
      { ref: begun.ref, key: `worry ${name}`, events: [did('2026-01-04', 'worry', { by: 'support-worker' })] },
    );
    made.set(name, begun);
  }
});

/** How many rows of a table a viewpoint is given of a case; none where the database refuses the table itself. */
const rows = (view: Viewpoint, table: string, ref: string): Promise<number> =>
  store
    .within(view, async (db) => {
      const found = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(table)} where ref = ${ref}`.execute(db);
      return found.rows[0]?.n ?? 0;
    })
    .catch((fault: { code?: string }) => {
      if (fault.code === '42501') return 0;
      throw fault;
    });

const pairs = Object.keys(whos).flatMap((who) => Object.keys(cases).map((name) => [who, name] as const));

let keys = 0;
const asDatabase = async (view: Viewpoint, found: StoredCase) => {
  const { ref } = found;
  keys += 1;
  const add = async (what: string, by: string) =>
    (await store.append(view, { ref, key: `${what} ${keys}`, events: [did('2026-01-05', what, { by })] })) !==
    undefined;
  return {
    'reads his': (await rows(view, 'rubric.case_event', ref)) > 0,
    'reads hers': (await rows(view, 'hers.case_event', ref)) > 0,
    'records his': await add('incident', 'leader'),
    'records hers': await add('worry', 'support-worker'),
  };
};
const asRules = (view: Viewpoint, found: StoredCase) => {
  const { can } = abilityOf(view);
  const whose = whoseCase(found);
  return {
    'reads his': can('read', 'Case', whose),
    'reads hers': can('read', 'CaseOnHerSide', whose),
    'records his': can('record', 'Case', whose),
    'records hers': can('record', 'CaseOnHerSide', whose),
  };
};
const of = (who: string, name: string): [Viewpoint, StoredCase] => {
  const [view, found] = [whos[who], made.get(name)];
  if (!view || !found) throw new Error(`${who}, ${name}`);
  return [view, found];
};

test.each(pairs)('both say the same of %s and the case %s', async (who, name) => {
  const [view, found] = of(who, name);
  expect(asRules(view, found)).toEqual(await asDatabase(view, found));
});

test('what both say is what is meant', async () => {
  const all = (yes: boolean, hers = false) => ({
    'reads his': yes,
    'reads hers': hers,
    'records his': yes,
    'records hers': yes,
  });
  const meant: [string, string, ReturnType<typeof all>][] = [
    ['staff of the north', 'of Anna in the north', all(true)],
    ['staff of the north', 'of Bert in the south', all(false)],
    ['staff of the north', 'of Anna and no site', all(true)],
    ['staff of all sites', 'of Anna elsewhere', all(false)],
    ['a supporter on her side’s pages', 'of Bert in the south', all(true, true)],
    ['a supporter elsewhere', 'of Bert in the south', all(true)],
    ['a supporter of the south', 'of Anna in the north', all(false)],
    ['the referrer Anna', 'of Anna in the north', all(true)],
    ['the referrer Anna', 'of Bert in the south', all(false)],
    ['the referrer Anna', 'of Anna elsewhere', all(false)],
    ['a referrer of another programme', 'of Anna elsewhere', all(true)],
  ];
  for (const [who, name, answer] of meant) expect([who, name, asRules(...of(who, name))]).toEqual([who, name, answer]);
});

test('whoever administers opens no case, and sees the people and the audit of his programmes alone', () => {
  const { can } = abilityToAdminister({ administers: ['evening'] });
  expect(can('read', 'Case', { programme: 'evening' })).toBe(false);
  expect(can('read', 'CaseOnHerSide', { programme: 'evening' })).toBe(false);
  expect(can('administer', 'People', { programme: 'evening' })).toBe(true);
  expect(can('read', 'Audit', { programme: 'daytime' })).toBe(false);
  expect(abilityToAdminister({ administers: 'all' }).can('read', 'Audit', { programme: 'daytime' })).toBe(true);
});
