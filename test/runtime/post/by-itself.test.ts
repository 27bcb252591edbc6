import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Recommendation } from '../../../engine/contract/index.js';
import type { CaseEvent } from '../../../engine/index.js';
import { toSend } from '../../../runtime/server/cases/to-send.js';
import { callsOf } from '../../../runtime/server/post/by-itself.js';
import { automaton } from '../../../runtime/server/post/going-out.js';
import { isAutomatic, needsLook } from '../../../runtime/server/post/rules.js';
import { portalForTests } from '../portal/portal-for-tests.js';

const portal = await portalForTests('definitions', { now: '2026-03-02T09:00:00Z' });
const bundleOf = (programme: string) => {
  const bundle = portal.library.find(programme)?.loaded().bundle;
  if (!bundle) throw new Error(`No bundle of ${programme}.`);
  return bundle;
};

const received = (values: CaseEvent['values']): CaseEvent => ({
  id: randomUUID(),
  kind: 'answered',
  happened: '2026-03-02T09:00:00Z',
  learned: '2026-03-02T09:00:00Z',
  recorded: '2026-03-02T09:00:00Z',
  by: { role: 'referrer', name: 'Ada Example' },
  values,
});
const server = {
  programme: 'my-time',
  person: 'system',
  role: 'system',
  side: 'inside',
  seesHers: false,
  sites: 'all',
} as const;

/** A referral that lacks the agency, which has to be answered. */
const begin = () =>
  portal.opened.office.store.begin(server, {
    form: 'referral',
    name: 'Lee Carter',
    bundle: bundleOf('my-time'),
    key: randomUUID(),
    events: [
      received({
        'referrer-name': 'Ada Example',
        'referrer-email': 'ada@agency.example',
        'full-name': 'Lee Carter',
      }),
    ],
  });

const sentOf = async (ref: string) =>
  (await portal.opened.office.desk.messages.list(server, { ref })).rows.map(({ document, address, state }) => [
    document,
    address,
    state,
  ]);

test('a referral is acknowledged at once, and what it lacks is asked for, each once', async () => {
  const { ref } = await begin();
  const both = [
    ['acknowledgement', 'ada@agency.example', 'kept'],
    ['what-is-missing', 'ada@agency.example', 'kept'],
  ];
  expect((await sentOf(ref)).sort()).toEqual(both);
  // The daily look at every case sends nothing again.
  expect(await portal.opened.office.desk.byItself.refresh('my-time')).toBe(0);
  expect((await sentOf(ref)).sort()).toEqual(both);
  const stored = await portal.opened.store.open(server, ref);
  expect(stored?.events.filter(({ what }) => what === 'acknowledgement-sent')).toHaveLength(1);
});

test('two servers that look at the same case at the same time send once', async () => {
  const { ref } = await portal.opened.store.begin(server, {
    form: 'referral',
    name: 'Kim Carter',
    bundle: bundleOf('my-time'),
    key: randomUUID(),
    events: [received({ 'referrer-email': 'kim@agency.example', 'full-name': 'Kim Carter' })],
  });
  const { byItself } = portal.opened.office.desk;
  await Promise.all([byItself.afterRecorded('my-time', ref), byItself.afterRecorded('my-time', ref)]);
  expect(await sentOf(ref)).toHaveLength(2);
});

test('what a person and the server are about to send at the same time goes out once, whoever is first', async () => {
  const { office, store } = portal.opened;
  const person = automaton(bundleOf('my-time'), 'my-time', 'facilitator');
  for (const isPersonFirst of [true, false]) {
    const { ref } = await store.begin(server, {
      form: 'referral',
      name: 'Al Carter',
      bundle: bundleOf('my-time'),
      key: randomUUID(),
      events: [received({ 'referrer-email': 'al@agency.example', 'full-name': 'Al Carter' })],
    });
    // Both have the case before them as it was when nothing had gone out.
    const [before, found] = [await store.open(server, ref), await office.cases.open(person, ref)];
    const paper = found && (await office.desk.papers.open(found, 'acknowledgement', ''));
    if (!paper) throw new Error('There is no such letter.');
    const byItself = () => office.desk.byItself.afterRecorded('my-time', ref, before);
    if (isPersonFirst) {
      expect(await office.desk.papers.issue(paper, randomUUID())).toMatchObject({ kind: 'done' });
      // The other letter went out with what he recorded.
      expect(await byItself()).toBe(0);
    } else {
      expect(await byItself()).toBeGreaterThan(0);
      expect(await office.desk.papers.issue(paper, randomUUID())).toMatchObject({ kind: 'overtaken' });
    }
    expect((await sentOf(ref)).map(([document]) => document).sort()).toEqual(['acknowledgement', 'what-is-missing']);
  }
});

test('what was called for long ago is left to a person', async () => {
  const { ref } = await portal.opened.store.begin(server, {
    form: 'referral',
    name: 'Old Carter',
    bundle: bundleOf('my-time'),
    key: randomUUID(),
    events: [
      {
        ...received({ 'referrer-email': 'old@agency.example', 'full-name': 'Old Carter' }),
        recorded: '2026-02-02T09:00:00Z',
        happened: '2026-02-02T09:00:00Z',
        learned: '2026-02-02T09:00:00Z',
      },
    ],
  });
  expect(await portal.opened.office.desk.byItself.afterRecorded('my-time', ref)).toBe(0);
});

test('what a rule sends to her, or to whoever supports her, is left to a person, whatever the letter is', async () => {
  const { ref } = await portal.opened.store.begin(server, {
    form: 'referral',
    name: 'Jo Carter',
    bundle: bundleOf('my-time'),
    key: randomUUID(),
    events: [received({ 'referrer-email': 'jo@agency.example', 'full-name': 'Jo Carter' })],
  });
  const found = await portal.opened.office.cases.open(automaton(bundleOf('my-time'), 'my-time', 'facilitator'), ref);
  if (!found) throw new Error('There is no such case.');
  const { evaluation } = found;
  const calledFor = (to?: string) =>
    callsOf({
      ...found,
      evaluation: {
        ...evaluation,
        duties: (evaluation.duties ?? []).map((duty) => ({
          ...duty,
          does: duty.does.map((effect) => ({ ...effect, ...(to !== undefined && { to }) })),
        })),
      },
    }).map(({ document }) => document.id);
  expect(calledFor()).toContain('what-is-missing');
  expect(calledFor('partner')).not.toContain('what-is-missing');
  expect(calledFor('partner-support-worker')).not.toContain('what-is-missing');
});

test('each confirmation of a rule has its own letter, and never a second', () => {
  const document = bundleOf('my-time').documents?.find(({ id }) => id === 'decision-notice');
  const effect = { verb: 'send', object: 'decision-notice', to: 'referrer' };
  const act = (id: string, minute: string, what: Partial<CaseEvent>): CaseEvent => {
    const when = `2026-03-02T09:${minute}:00Z`;
    return {
      id,
      ...{ kind: 'happened', happened: when, learned: when, recorded: when },
      by: { role: 'lead' },
      values: {},
      ...what,
    };
  };
  const confirmed = (id: string, minute: string, about: string) =>
    act(id, minute, { kind: 'confirmed', rule: 'missed', about });
  const letter = (id: string, minute: string, what: Partial<CaseEvent> = {}) =>
    act(id, minute, { what: 'decision-notice-sent', ...what });
  const recommended = (subject: string, minute: string) =>
    ({
      ...{ rule: 'missed', subject, state: 'confirmed', ended: `2026-03-02T09:${minute}:00Z` },
      ...{ effects: [effect], either: false, hers: false },
    }) as unknown as Recommendation;
  const both = [recommended('one', '10'), recommended('two', '11')];
  const left = (...events: CaseEvent[]) =>
    toSend({ documents: document ? [document] : [] }, events, both).map(({ confirmed: each }) => each?.id);
  const [one, two] = [confirmed('c1', '10', 'one'), confirmed('c2', '11', 'two')];
  // A server that was killed after both, or a colleague who confirmed the second while the first letter was made.
  expect(left(one, two)).toEqual(['c1', 'c2']);
  expect(left(one, two, letter('l1', '12'))).toEqual(['c1']);
  expect(left(one, two, letter('l1', '12'), letter('l2', '12'))).toEqual([]);
  expect(left(one, letter('l1', '10'), two)).toEqual(['c2']);
  expect(left(one, letter('l1', '10'), two, letter('l2', '11'))).toEqual([]);
  // The day of one letter was put right: it is one letter still, for what it was for.
  expect(left(one, letter('l1', '10'), two, letter('l1a', '20', { supersedes: 'l1' }))).toEqual(['c2']);
  // What went out before anybody confirmed anything is for neither; what was sent first and recorded afterwards is.
  expect(left(letter('l0', '05'), one, two)).toEqual(['c1', 'c2']);
  expect(left(letter('l1', '10'), letter('l2', '11'), one, two)).toEqual([]);
});

test('of letters of one instant that which was added last stands first, wherever they are listed', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `Note ${n + 1}`);
  const about = {
    programme: 'my-time',
    kind: 'note',
    address: 'kim@agency.example',
    way: 'email',
    open: true,
  } as const;
  const { post, messages } = portal.opened.office.desk;
  portal.at('2026-03-04T09:00:00Z');
  for (const called of names)
    await portal.opened.store.within(server, (db) =>
      post.add(db, { ...about, called, key: called, subject: called, text: called, html: null }),
    );
  const listed = (await messages.list(server, { size: 12 })).rows.map(({ called }) => called);
  expect(listed).toEqual(names.toReversed());
  const pages = await Promise.all([1, 2, 3].map((page) => messages.list(server, { page, size: 4 })));
  expect(pages.flatMap(({ rows }) => rows.map(({ called }) => called))).toEqual(listed);
  portal.at('2026-03-02T09:00:00Z');
});

test('what its author has to write, what is released, and whatever is for her never goes out by itself', () => {
  const automatic = (programme: string): string[] =>
    (bundleOf(programme).documents ?? []).filter((one) => isAutomatic(bundleOf(programme), one)).map(({ id }) => id);
  expect(automatic('my-time')).toEqual(['acknowledgement', 'what-is-missing', 'decision-notice']);
  // Each of Harbour's letters has a text to be written, or is to her.
  expect(automatic('harbour')).toEqual([]);
});

test('whether something is looked at before it goes out follows from the definition alone', () => {
  const bundle = bundleOf('my-time');
  const looked = (bundle.documents ?? []).filter((one) => needsLook(bundle, one, one.to)).map(({ id }) => id);
  // The suitability report goes to the service lead, who is inside; messages in which nobody writes need no look.
  expect(looked).toEqual(['mid-way', 'completion']);
  const suitability = bundle.documents?.find(({ id }) => id === 'suitability');
  expect(suitability && needsLook(bundle, suitability, ['referrer'])).toBe(true);
});

test('a code to sign in with is shown to nobody', async () => {
  const { post, messages } = portal.opened.office.desk;
  await post.sendCode('lee@people.example', '482913');
  expect(await post.keptCode('lee@people.example')).toBeUndefined();
  const { rows } = await messages.list({ ...server, programme: '' }, {});
  const code = rows.find(({ address }) => address === 'lee@people.example');
  const open = code && (await messages.open({ ...server, programme: '' }, code.id));
  expect(open?.row.called).toBe('Code to sign in');
  expect(open?.says).toBeUndefined();
  // In a programme there is no such message at all.
  expect((await messages.list(server, {})).rows.filter(({ kind }) => kind === 'code')).toEqual([]);
});

test('in a demonstration the latest code is there to be typed in', async () => {
  portal.opened.introduced.demonstration = true;
  const { post } = portal.opened.office.desk;
  await post.sendCode('lee@people.example', '111222');
  portal.at('2026-03-02T09:01:00Z');
  await post.sendCode('Lee@people.example', '333444');
  expect(await post.keptCode('lee@people.example')).toBe('333444');
  portal.opened.introduced.demonstration = false;
});
