import type { Bundle, Id } from '../../engine/contract/index.js';
import { formsTogether, isHersAlone } from '../portal/form/kept-apart.js';
import type { NavigationItem } from '../portal/layout/layout.js';
import type { Draft } from '../server/drafts.js';
import { caseAddress, formAddress, playAddress } from './addresses.js';

export type Place =
  | { at: 'definition' | 'handbook' | 'path' | 'play' | 'trace' }
  | { at: 'form'; form: Id }
  | { at: 'judgements' }
  | { at: 'decision' };

/** Said at the foot of every page of a case. */
export const keptOnlyHere = 'The answers of this case are kept only while this server runs.';

/** The links at the head of the pages of the programme `at` that address; those of a case join them once there is one. */
export const navigationOf = (at: string, bundle: Bundle | undefined, place: Place, draft?: Draft): NavigationItem[] => {
  const to = (words: string, href: string, current: boolean): NavigationItem =>
    current ? { words, href, current } : { words, href };
  const base = draft ? caseAddress(at, draft) : at;
  const listed = !bundle ? [] : draft ? formsTogether(bundle, draft.began) : bundle.forms;
  const herCase = bundle !== undefined && draft !== undefined && listed.some((form) => isHersAlone(bundle, form));
  const forms = listed.map((form) =>
    to(form.title, formAddress(at, form.id, draft), place.at === 'form' && place.form === form.id),
  );
  return [
    to('Definition', at, place.at === 'definition'),
    ...(bundle && !draft
      ? [
          to('Handbook', `${at}/handbook`, place.at === 'handbook'),
          to('Path', `${at}/path`, place.at === 'path'),
          to('Play a case', playAddress(at), place.at === 'play'),
          to('Trace', `${at}/trace`, place.at === 'trace'),
        ]
      : []),
    ...forms,
    ...(draft && !herCase
      ? [
          to('What people decide', `${base}/judgements`, place.at === 'judgements'),
          to('Decision', `${base}/decision`, place.at === 'decision'),
        ]
      : []),
  ];
};
