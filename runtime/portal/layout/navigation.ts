import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { Draft } from '../../server/drafts.js';
import { formsTogether, isHersAlone } from '../form/kept-apart.js';
import type { NavigationItem } from './layout.js';

export type Place =
  | { at: 'definition' | 'handbook' | 'path' | 'play' | 'trace' }
  | { at: 'form'; form: Id }
  | { at: 'judgements' }
  | { at: 'decision' };

/** Said at the foot of every page of a case. */
export const keptOnlyHere = 'The answers of this case are kept only while this server runs.';

export const caseAddress = (slug: string, draft: Draft): string => `/${slug}/cases/${draft.id}`;

/** The links at the head of a programme's pages; those of a case join them once there is one. */
export const navigationOf = (
  slug: string,
  bundle: Bundle | undefined,
  place: Place,
  draft?: Draft,
): NavigationItem[] => {
  const to = (words: string, href: string, current: boolean): NavigationItem =>
    current ? { words, href, current } : { words, href };
  const base = draft ? caseAddress(slug, draft) : `/${slug}`;
  const listed = !bundle ? [] : draft ? formsTogether(bundle, draft.began) : bundle.forms;
  const herCase = bundle !== undefined && draft !== undefined && listed.some((form) => isHersAlone(bundle, form));
  const forms = listed.map((form) =>
    to(form.title, `${base}/forms/${form.id}`, place.at === 'form' && place.form === form.id),
  );
  return [
    to('Definition', `/${slug}`, place.at === 'definition'),
    ...(bundle && !draft
      ? [
          to('Handbook', `/${slug}/handbook`, place.at === 'handbook'),
          to('Path', `/${slug}/path`, place.at === 'path'),
          to('Play a case', `/${slug}/play`, place.at === 'play'),
          to('Trace', `/${slug}/trace`, place.at === 'trace'),
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
