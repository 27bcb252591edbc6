/** A small programme with a Monday group, and people on it: for tests of groups and registers over a real database. */
import type { Bundle } from '../../../engine/index.js';
import type { Actor } from '../../../runtime/server/access/actor.js';
import type { Cases, Recorded } from '../../../runtime/server/cases/contract.js';
import { definitionsFrom } from '../../../runtime/server/cases/definitions.js';
import { openCases } from '../../../runtime/server/cases/open-cases.js';
import { keptEvaluations } from '../../../runtime/server/cases/seen-case.js';
import { standingOf } from '../../../runtime/server/cases/standing.js';
import { type Groups, runGroups } from '../../../runtime/server/groups/groups.js';
import { groupStore } from '../../../runtime/server/store/group-store.js';
import type { Store } from '../../../runtime/server/store/open-store.js';
import { course } from '../../engine/course/story.js';
import { type StoreForTests, storeForTests } from '../store/store-for-tests.js';

/** Two places in the Monday group; two sessions missed in a row without contact recommend a closure. */
export const small = (): Bundle =>
  course(`
sites:
  north: { area: North, slots: { evenings: { called: Group, day: Monday, from: "18:00", to: "20:00", venue: The hall } }, ours: test }
  south: { area: South, ours: test }
sessions:
  total: 10
  length: 2 hours
  every: 1 week
  order: any
  entry: rolling
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, absence: yes }
    absent: { absence: yes }
  kinds: { group: Group session }
  topics: { are: [Anger, Trust, Time out], ours: test }
  catch-up: yes
  ours: test
groups:
  monday: { called: Monday group, places: at most 2, staffing: { facilitators: 2, usually: one man and one woman }, ours: test }
facts:
  weeks: { count-of: session, where: credited is yes, called: weeks completed, ours: test }
  missed-in-a-row: { run-of: session, where: absence is yes, broken-by: heard-from-participant, called: sessions missed in a row, ours: test }
records:
  absence-looked-at:
    called: an absence was looked at
    by: staff
    about: session
    asks:
      reason: { ask: "What reason did he give, if any?", type: long-text }
      adequate-notice: { ask: Did he give adequate notice?, type: yes-no }
    ours: test
pathway:
  start: { needs: { a-place: monday-places-free is at least 1 }, ours: test }
rules:
  two-missed:
    when: missed-in-a-row reaches 2
    must: close as non-attendance
    confirmed-by: leader
    reason: He missed two sessions in a row and was not in touch.
    ours: test
`);

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
