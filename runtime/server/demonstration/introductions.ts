import type { Opened } from '../open-office.js';
import { bySystem, peopleStore } from '../store/people-store.js';

/** Somebody who can be signed in as. */
export interface Introduced {
  name: string;
  email: string;
  /** What the role is called, and in which programme; of an administrator no programme. */
  role: string;
  programme?: string;
}

/** Whether nobody works here yet and there is no case. */
export const isEmpty = async ({ store, office }: Pick<Opened, 'store' | 'office'>): Promise<boolean> => {
  if (await store.within(bySystem(), (db) => peopleStore.isAdministered(db))) return false;
  for (const { slug } of await office.library.all()) {
    if ((await store.list(bySystem(slug), { closed: true, size: 1 })).all > 0) return false;
  }
  return true;
};

/** The people of a demonstration, in the order in which they were made; nobody where this is none. */
export const introductions = async ({ people, office }: Pick<Opened, 'people' | 'office'>): Promise<Introduced[]> =>
  (await people.demonstrators()).flatMap(({ name, email, grants, administers }): Introduced[] => [
    ...(administers ? [{ name, email, role: 'Administrator' }] : []),
    ...grants.map(({ programme, role }) => {
      const bundle = office.library.find(programme)?.loaded().bundle;
      const called = bundle?.people.find(({ id }) => id === role)?.called ?? 'A role that is not declared any more';
      return { name, email, role: called, programme: bundle?.programme.title ?? programme };
    }),
  ]);
