/**
 * What keeps her side apart, each taken away by itself: then it shows. So none of them is there for show, and the tests
 * beside this one would notice if it were gone.
 */
import { beforeAll, expect, test, vi } from 'vitest';
import type { Bundle, Id } from '../../engine/contract/index.js';
import { keptApartIn } from '../../engine/viewer/clearance.js';
import { fillHouse, filters, onHerPage, owner } from './filters.js';

/** What is taken away just now. */
const off = vi.hoisted(() => new Set<string>());

vi.mock('../../engine/viewer/sides.js', async (original) => {
  const real = await original<typeof import('../../engine/viewer/sides.js')>();
  const sidesOf: typeof real.sidesOf = (bundle, before, adding) =>
    off.has('split') ? { added: adding.map((his) => ({ his })), withdrawn: [] } : real.sidesOf(bundle, before, adding);
  return { ...real, sidesOf };
});
vi.mock('../../runtime/server/access/actor-of.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/access/actor-of.js')>();
  const openDoor: typeof real.openDoor = (...given) => {
    const door = real.openDoor(...given);
    return {
      ...door,
      async actor(request, programme) {
        const actor = await door.actor(request, programme);
        return off.has('apart') ? { ...actor, seesHers: actor.supporter } : actor;
      },
    };
  };
  return { ...real, openDoor };
});
vi.mock('../../runtime/server/people/sides.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/people/sides.js')>();
  const seesHers: typeof real.seesHers = (bundle, role) => off.has('role') || real.seesHers(bundle, role);
  return { ...real, seesHers };
});
vi.mock('../../runtime/server/access/may-use.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/access/may-use.js')>();
  const mayUse: typeof real.mayUse = (whom, came) =>
    real.mayUse(off.has('route') && whom === 'supporters' ? 'inside' : whom, came);
  return { ...real, mayUse };
});
vi.mock('../../runtime/server/store/connections.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/store/connections.js')>();
  const connect: typeof real.connect = (...given) => {
    const made = real.connect(...given);
    return {
      ...made,
      within: (view, work) => made.within(off.has('login') ? { ...view, seesHers: true } : view, work),
    };
  };
  return { ...real, connect };
});
vi.mock('../../runtime/server/store/parted-draft.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/store/parted-draft.js')>();
  const parted: typeof real.parted = (bundle, draft) => {
    const { his, hers } = real.parted(bundle, draft);
    return off.has('draft') ? { his: { ...his, answers: draft.answers, typed: draft.typed }, hers } : { his, hers };
  };
  return { ...real, parted };
});
vi.mock('../../runtime/server/store/audit-store.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/store/audit-store.js')>();
  const add: typeof real.auditStore.add = (db, deed, hers) =>
    real.auditStore.add(db, deed, off.has('audit') ? false : hers);
  return { ...real, auditStore: { ...real.auditStore, add } };
});
vi.mock('../../runtime/server/post/search-hers.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/post/search-hers.js')>();
  const foundIn: typeof real.foundIn = (text, hers) => (off.has('search') ? [] : real.foundIn(text, hers));
  return { ...real, foundIn };
});

const everything = (bundle: Bundle): { sees: ReadonlySet<Id> } => ({
  sees: new Set(['hers', ...keptApartIn(bundle).map(({ id }) => id)]),
});
vi.mock('../../engine/viewer/case-for.js', async (original) => {
  const real = await original<typeof import('../../engine/viewer/case-for.js')>();
  const caseWith: typeof real.caseWith = (bundle, events, clearance) =>
    real.caseWith(bundle, events, off.has('case') ? everything(bundle) : clearance);
  return { ...real, caseWith };
});
vi.mock('../../runtime/server/cases/standing.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/cases/standing.js')>();
  const { everythingOfHers, planter } = await import('./her-side.js');
  const unmarked = <T extends { hers: boolean }>(all: readonly T[] = []): T[] =>
    all.map((each) => ({ ...each, hers: false }));
  const standingOf: typeof real.standingOf = (bundle, found, now, evaluations) => {
    if (!off.has('standing')) return real.standingOf(bundle, found, now, evaluations);
    // With the partners of whom her side knows.
    const hers = everythingOfHers(bundle, found.began, planter(), 'standing').filter(({ kind }) => kind === 'answered');
    const both = { ...found, events: [...found.events, ...hers] };
    return real.standingOf(bundle, both, now, {
      of(of, ref, events, _sees, at) {
        const whole = evaluations.of(of, ref, events, everything(of).sees, at);
        return { ...whole, recommendations: unmarked(whole.recommendations), duties: unmarked(whole.duties) };
      },
    });
  };
  return { ...real, standingOf };
});
vi.mock('../../runtime/portal/my-referrals/sent-documents.js', async (original) => {
  const real = await original<typeof import('../../runtime/portal/my-referrals/sent-documents.js')>();
  const sentTo: typeof real.sentTo = (bundle, events, copies, role) =>
    off.has('sent')
      ? (bundle.documents ?? []).flatMap((document) => {
          const event = events.find(({ what }) => what === `${document.id}-issued` || what === `${document.id}-sent`);
          return event ? [{ document, event }] : [];
        })
      : real.sentTo(bundle, events, copies, role);
  return { ...real, sentTo };
});
vi.mock('../../engine/document/recipients.js', async (original) => {
  const real = await original<typeof import('../../engine/document/recipients.js')>();
  const clearanceFor: typeof real.clearanceFor = (bundle, ...given) =>
    off.has('clearance') ? everything(bundle) : real.clearanceFor(bundle, ...given);
  return { ...real, clearanceFor };
});
vi.mock('../../engine/document/document-data.js', async (original) => {
  const real = await original<typeof import('../../engine/document/document-data.js')>();
  const documentData: typeof real.documentData = (bundle, events, asked) =>
    real.documentData(bundle, events, off.has('release') ? { ...asked, released: 'all' } : asked);
  return { ...real, documentData };
});
vi.mock('../../runtime/server/assessment/sign-offs.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/assessment/sign-offs.js')>();
  const signOffsIn: typeof real.signOffsIn = (...given) => {
    const made = real.signOffsIn(...given);
    return {
      ...made,
      sign: (found, signing) =>
        made.sign(off.has('sign-off') ? { ...found, actor: { ...found.actor, supporter: false } } : found, signing),
    };
  };
  return { ...real, signOffsIn };
});

beforeAll(fillHouse, 120_000);

test('the house is as it is to be: her side is there to be found', async () => {
  expect(await onHerPage()).not.toEqual([]);
});

test.each(filters)('it shows that $filter', { timeout: 120_000 }, async ({ by, shows }) => {
  expect(await shows()).toEqual([]);
  if (typeof by === 'string') off.add(by);
  else await owner(by.take);
  try {
    expect(await shows()).not.toEqual([]);
  } finally {
    if (typeof by === 'string') off.delete(by);
    else await owner(by.give);
  }
});
