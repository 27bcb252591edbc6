/** Whose store it is: nobody's yet, or that of a demonstration. Asked before anything could go out of it. */
import type { Library } from '../../definition/library.js';
import { ofItself } from '../store/definitions.js';
import type { Store } from '../store/open-store.js';
import { bySystem, peopleStore } from '../store/people-store.js';

interface Whose {
  store: Pick<Store, 'within' | 'list'>;
  library: Pick<Library, 'all'>;
}

/** Whether nobody works here yet and there is no case, but for what a demonstration that was cut off has left. */
export const isEmpty = async ({ store, library }: Whose): Promise<boolean> => {
  if (await store.within(bySystem(), (db) => peopleStore.isAdministered(db))) return false;
  for (const { slug } of await library.all()) {
    const { lines } = await store.list(ofItself(slug), { closed: true, size: 50 });
    if (lines.some(({ demonstration }) => !demonstration)) return false;
  }
  return true;
};

/** Whether there are invented people in it: then it is a demonstration, whoever else was invited to it since. */
export const isInvented = async ({ store }: Pick<Whose, 'store'>): Promise<boolean> =>
  (await store.within(bySystem(), (db) => peopleStore.demonstrating(db))).length > 0;
