/** A case begun by a referral that somebody sent, for tests of what comes after it. */
import type { Answer, CaseEvent, Id } from '../../../engine/index.js';
import type { Actor } from '../../../runtime/server/access/actor.js';
import type { PortalForTests } from '../portal/portal-for-tests.js';

/** Somebody acting in a role, without a browser. */
export const actorFor = (programme: string, role: Id, more: Partial<Actor> = {}): Actor => ({
  programme,
  person: `person-${role}`,
  name: `Some ${role}`,
  email: `${role}@people.example`,
  role,
  called: role,
  roles: [role],
  side: 'inside',
  supporter: false,
  seesHers: false,
  sites: 'all',
  ...more,
});

let n = 0;

/** Begins a case with what a form was answered with by the referrer; gives its reference. */
export const beginCase = async (
  portal: PortalForTests,
  programme: string,
  name: string,
  answers: Record<Id, Answer>,
  more: { site?: Id; events?: CaseEvent[] } = {},
): Promise<string> => {
  n += 1;
  const now = portal.now();
  const sent: CaseEvent = {
    id: `referral-${programme}-${n}`,
    kind: 'answered',
    happened: now,
    learned: now,
    recorded: now,
    by: { role: 'referrer', name: 'Ada Example' },
    values: answers,
  };
  const { ref } = await portal.opened.office.cases.begin(actorFor(programme, 'service-lead'), {
    form: 'referral',
    name,
    ...(more.site !== undefined && { site: more.site }),
    key: `begin-${programme}-${n}-0000000000`,
    events: [sent, ...(more.events ?? [])],
  });
  return ref;
};

/** What a referral to the Men's Group Work Programme says of a man whom it suits. */
export const suitable: Record<Id, Answer> = {
  'referral-source': 'agency',
  'referral-date': '2026-03-02',
  area: 'hartlepool',
  'date-of-birth': '1988-06-14',
  sex: 'man',
  relationship: 'heterosexual',
  'abused-a-woman': 'yes',
  'partner-known': 'yes',
  'violence-proceedings': 'no',
  'child-proceedings': 'no',
  'violent-to-agency-staff': 'no',
};
