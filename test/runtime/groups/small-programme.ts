/** A small programme with a Monday group, and people on it: for tests of groups and registers over a real database. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, evaluate } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import type { Actor } from '../../../runtime/server/access/actor.js';
import type { Cases, Recorded } from '../../../runtime/server/cases/contract.js';
import { definitionsFrom } from '../../../runtime/server/cases/definitions.js';
import { openCases } from '../../../runtime/server/cases/open-cases.js';
import { keptEvaluations } from '../../../runtime/server/cases/seen-case.js';
import { standingOf } from '../../../runtime/server/cases/standing.js';
import { type Groups, runGroups } from '../../../runtime/server/groups/groups.js';
import { groupStore } from '../../../runtime/server/store/group-store.js';
import type { Store } from '../../../runtime/server/store/open-store.js';
import { type StoreForTests, storeForTests } from '../store/store-for-tests.js';

/** Two places in the Monday group; two sessions missed in a row without contact recommend a closure. */
export const small = (): Bundle => {
  const content = readFileSync(join(smallDefinitions, 'evening', 'programme.yaml'), 'utf8');
  const { bundle, problems } = compile([{ file: 'programme.yaml', content }], { play: evaluate });
  if (!bundle) throw new Error(problems.map(({ at, message }) => `${at.line} ${message}`).join('\n'));
  return bundle;
};
export const smallDefinitions = join(import.meta.dirname, 'definitions');

export interface GroupsForTests extends StoreForTests {
  store: Store;
  cases: Cases;
  groups: Groups;
  bundle: Bundle;
  leader: Actor;
  /** Somebody accepted since a day; gives the reference of his case. */
  accepted(name: string, since: string, more?: { site?: string }): Promise<string>;
  /** Somebody who has started. */
  started(name: string, on: string, more?: { site?: string }): Promise<string>;
}

export const actorOf = (role: string, more: Partial<Actor> = {}): Actor => ({
  programme: 'evening',
  person: `${role}-1`,
  role,
  side: 'inside',
  seesHers: false,
  sites: 'all',
  name: 'Lee Leader',
  email: 'lee@example.org',
  called: role,
  roles: [role],
  supporter: false,
  ...more,
});

/** Takes the programme and when it is; gives groups over a database of this test's own. */
export const groupsForTests = async (now: string, bundle: Bundle = small()): Promise<GroupsForTests> => {
  const evaluations = keptEvaluations();
  const opened = await storeForTests({
    now,
    project: (found, of, at) => standingOf(of, found, at, evaluations),
  });
  const { store } = opened;
  const definitions = definitionsFrom(() => store);
  definitions.keep(bundle);
  const cases = openCases({ store, definitions, present: () => bundle, now: opened.now, evaluations });
  const groups = runGroups({ groups: groupStore(store), cases, store, bundle: () => bundle, now: opened.now });
  const leader = actorOf('leader');
  let made = 0;
  const accepted: GroupsForTests['accepted'] = async (name, since, { site } = {}) => {
    made += 1;
    const { ref } = await cases.begin(leader, {
      form: 'referral',
      name,
      ...(site !== undefined && { site }),
      key: `begun-${made}`,
      events: [event(`a${made}`, since, { kind: 'happened', what: 'accepted' })],
    });
    return ref;
  };
  const event = (id: string, on: string, more: Pick<Recorded, 'kind'> & Partial<Recorded>) => ({
    id,
    happened: on,
    learned: on,
    recorded: on,
    by: { role: 'leader' },
    values: {},
    ...more,
  });
  return {
    ...opened,
    cases,
    groups,
    bundle,
    leader,
    accepted,
    started: async (name, on, more) => {
      const ref = await accepted(name, on, more);
      const told = [
        { kind: 'happened' as const, what: 'monday-places-taken', happened: on, learned: on, values: { number: 0 } },
      ];
      const start = [{ kind: 'happened' as const, what: 'started', happened: on, learned: on, values: {} }];
      await cases.record(leader, ref, { key: `told-${ref}`, events: told });
      const done = await cases.record(leader, ref, { key: `start-${ref}`, events: start });
      if (done?.kind !== 'recorded') throw new Error(done?.kind === 'refused' ? done.because : 'not started');
      return ref;
    },
  };
};
