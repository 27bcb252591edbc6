import { capital } from '../../portal/words/lists.js';
import type { Opened } from '../open-office.js';
import { ofItself } from '../store/definitions.js';
import { bySystem, peopleStore } from '../store/people-store.js';

/** Somebody who can be signed in as. */
export interface Introduced {
  name: string;
  email: string;
  /** What the role is called, and in which programme; of an administrator no programme. */
  role: string;
  programme?: string;
}

/** Whether nobody works here yet and there is no case, but for what a demonstration that was cut off has left. */
export const isEmpty = async ({ store, office }: Pick<Opened, 'store' | 'office'>): Promise<boolean> => {
  if (await store.within(bySystem(), (db) => peopleStore.isAdministered(db))) return false;
  for (const { slug } of await office.library.all()) {
    const { lines } = await store.list(ofItself(slug), { closed: true, size: 50 });
    if (lines.some(({ demonstration }) => !demonstration)) return false;
  }
  return true;
};

/** The people of a demonstration: whoever administers, then by programme and role as these are declared. Nobody where this is none. */
export const introductions = async ({ people, office }: Pick<Opened, 'people' | 'office'>): Promise<Introduced[]> => {
  const all = await people.demonstrators();
  const administrators = all.filter(({ administers }) => administers);
  const workers = (await office.library.all()).flatMap(({ slug, definition }) => {
    const { bundle } = definition.loaded();
    return (bundle?.people ?? []).flatMap(({ id, called }) =>
      all
        .filter(({ grants }) => grants.some(({ programme, role }) => programme === slug && role === id))
        .map(({ name, email }) => ({ name, email, role: capital(called), programme: bundle?.programme.title ?? '' })),
    );
  });
  return [...administrators.map(({ name, email }) => ({ name, email, role: 'Administrator' })), ...workers];
};
