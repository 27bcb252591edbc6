import { capital } from '../../portal/words/lists.js';
import type { Opened } from '../open-office.js';

/** Somebody who can be signed in as. */
export interface Introduced {
  name: string;
  email: string;
  /** What the role is called, and in which programme; of an administrator no programme. */
  role: string;
  programme?: string;
}

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
