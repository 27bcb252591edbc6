/** A case goes by the definition it began under until somebody moves it, with a reason, having seen what that changes. */
import { expect, test } from 'vitest';
import { type CaseEvent, evaluate } from '../../../../engine/index.js';
import { compile } from '../../../../generator/index.js';
import { readTexts } from '../../../../runtime/definition/read-texts.js';
import { keepsAll } from '../../../../runtime/server/cases/versions.js';
import { actorFor } from '../../cases/begin-case.js';
import { portalForTests } from '../portal-for-tests.js';

const portal = await portalForTests('definitions/my-time', { now: '2026-04-28T09:00:00Z' });
const present = portal.library.find('my-time')?.loaded().bundle;

/** My Time as it could have been before: a file is closed after three sessions missed in a row. */
const altered = async (was: string, is: string) => {
  const texts = (await readTexts('definitions/my-time')).map((one) => ({
    ...one,
    content: String(one.content).replace(was, is),
  }));
  const { bundle, problems } = compile(texts, { play: evaluate });
  if (!bundle) throw new Error(problems.map(({ message }) => message).join(' '));
  return bundle;
};
const earlier = await altered('when: missed-in-a-row reaches 2', 'when: missed-in-a-row reaches 3');

const told = (id: string, more: Partial<CaseEvent>): CaseEvent => {
  const on = more.happened ?? '2026-04-01';
  return {
    id,
    kind: 'happened',
    happened: on,
    learned: on,
    recorded: portal.now(),
    by: { role: 'facilitator' },
    values: {},
    ...more,
  };
};
const sessions = ['attended', 'absent', 'absent'].map((outcome, week) => {
  const on = `2026-04-${13 + 7 * week}`;
  return told(`session-${on}`, { kind: 'session', happened: on, session: { mark: 'held', on, key: on, outcome } });
});

let begun = 0;
const begin = async (): Promise<string> => {
  begun += 1;
  const referral = { kind: 'answered' as const, by: { role: 'referrer' }, values: { 'full-name': 'Dan Example' } };
  const { ref } = await portal.opened.store.begin(actorFor('my-time', 'service-lead'), {
    form: 'referral',
    name: 'Dan Example',
    bundle: earlier,
    key: `a case of another version ${begun}`,
    events: [
      told(`referral-${begun}`, { ...referral, happened: '2026-03-30' }),
      told('accepted', { what: 'accepted', happened: '2026-04-06', by: { role: 'service-lead' } }),
      told('started', { what: 'started', happened: '2026-04-13' }),
      ...sessions,
    ],
  });
  return ref;
};
const standing = async (ref: string) =>
  (await portal.opened.store.list(actorFor('my-time', 'service-lead'), { search: ref })).lines[0]?.standing.work.filter(
    ({ of }) => of === 'two-missed-without-contact',
  );

test('It says what would be otherwise, is moved with a reason, and says who did that', async () => {
  const lead = await portal.as('service-lead', { name: 'Ada Lead' });
  const ref = await begin();
  const page = `/my-time/cases/${ref}`;
  expect((await lead.look(page)).words).toContain('This case goes by an earlier version of the definition.');
  expect(await standing(ref)).toEqual([]);

  const preview = await lead.look(`${page}/version`);
  expect(preview.words).toMatch(/2 consecutive sessions|missed/i);
  expect(preview.words).toContain('Waiting for an answer');
  expect(await standing(ref)).toEqual([]);

  const refused = await lead.send(`${page}/version`, { because: ' ' }, '/version');
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('Enter why the case is moved');

  const moved = await lead.send(`${page}/version`, { because: 'Agreed with the team.' }, '/version');
  expect(moved.words).toContain('This case goes by the definition as it is now.');
  expect(moved.words).toMatch(/by Ada Lead, .*28 April 2026.*: Agreed with the team\./);
  expect((await standing(ref))?.map(({ state }) => state)).toEqual(['open']);
  expect((await lead.look(page)).words).toContain('This case was moved to a later version');
  expect((await portal.opened.store.rebuild(actorFor('my-time', 'service-lead'))).differed).toBe(0);
});

test('Asked twice it is done once; what was recorded meanwhile has to be looked at first', async () => {
  const ref = await begin();
  const { office } = portal.opened;
  const actor = actorFor('my-time', 'service-lead');
  const found = await office.cases.open(actor, ref);
  if (!found || !present) throw new Error('There is no such case.');
  await office.cases.record(actor, ref, {
    key: 'somebody else was faster 1',
    events: [
      { kind: 'happened', what: 'heard-from-participant', happened: '2026-04-28', learned: '2026-04-28', values: {} },
    ],
  });
  const asked = {
    to: present,
    key: 'to be moved once, by one key',
    because: 'Agreed.',
    expected: found.stored.version,
  };
  expect(await office.versions.move(found, asked)).toBe('overtaken');
  const again = await office.cases.open(actor, ref);
  if (!again) throw new Error('There is no such case.');
  const now = { ...asked, expected: again.stored.version };
  expect(await office.versions.move(again, now)).toBe('moved');
  expect(await office.versions.move(again, now)).toBe('moved');
  expect(await office.versions.moves(again)).toHaveLength(1);
});

test('Nobody who supports her, and nobody outside, has the page', async () => {
  const ref = await begin();
  const supporter = await portal.as('partner-support-worker', { name: 'Bea Support' });
  const referrer = await portal.as('referrer', { name: 'Rita Ref' });
  for (const other of [supporter, referrer])
    expect((await other.look(`/my-time/cases/${ref}/version`)).status).toBe(404);
  expect((await supporter.look(`/my-time/cases/${ref}`)).words).not.toContain('version of the definition');
});

test('A case does not come under a definition that keeps less apart than its own', () => {
  if (!present?.information) throw new Error('It keeps nothing apart.');
  expect(keepsAll(present, present)).toBe(true);
  const { information } = present;
  const [some = ''] = Object.keys(information.labels);
  const { [some]: _, ...labels } = information.labels;
  const less = { ...present, information: { ...information, labels } };
  expect(keepsAll(present, less)).toBe(false);
  expect(keepsAll(less, present)).toBe(true);
});
