/** A case with two partners, and those who support them, at the pages of the portal. */
import type { CaseEvent, EntryAnswers } from '../../../../engine/index.js';
import { bundleOf } from '../../../../runtime/portal/office.js';
import { definitionsFrom } from '../../../../runtime/server/cases/definitions.js';
import type { PortalForTests } from '../portal-for-tests.js';

/** The viewpoint of somebody who supports partners. */
export const supporting = (programme: string) => ({
  programme,
  person: 'system',
  role: 'system',
  side: 'inside' as const,
  seesHers: true,
  sites: 'all' as const,
});

/** Begins a case by a referral that names these partners; gives its reference. */
export const referred = async (
  { opened, now, library }: PortalForTests,
  programme: string,
  { partners, name = 'Alan Ash', more = {}, key = name }: Referred,
): Promise<string> => {
  const bundle = bundleOf({ library }, programme);
  definitionsFrom(() => opened.store).keep(bundle);
  const event: CaseEvent = {
    id: `sent-${key}`,
    kind: 'answered',
    happened: now(),
    learned: now(),
    recorded: now(),
    by: { role: 'referrer', name: 'Rita Referrer' },
    values: { ...more, partners },
  };
  const [form] = bundle.forms;
  const made = { form: form?.id ?? '', name, bundle, key: `begun-${key}`, events: [event] };
  return (await opened.store.begin(supporting(programme), made)).ref;
};
interface Referred {
  partners: EntryAnswers[];
  name?: string;
  more?: CaseEvent['values'];
  key?: string;
}

/** Answers to the questions of how she can be reached that must be answered. */
export const notAsked: Record<string, string> = {
  'way-telephone': 'not-asked',
  'way-text': 'not-asked',
  'way-email': 'not-asked',
  'way-letter': 'not-asked',
  'way-in-person': 'not-asked',
  'way-through-somebody': 'not-asked',
  voicemail: 'not-asked',
};
