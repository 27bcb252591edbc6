/** What happens after a referral was sent, as far as its sender may be told: what the definition owes to him, and by when. */
import {
  type Bundle,
  type CaseEvent,
  type DutyVerdict,
  type Effect,
  evaluate,
  type Id,
  openToAll,
} from '../../../engine/index.js';
import { happeningNamed } from '../words/course.js';
import { deadlineInWords } from '../words/dates.js';

/** "We get in touch with you", "by Wednesday 4 March 2026". */
export interface Follows {
  words: string;
  /** A day or a moment, in words; absent where none is stated. */
  by?: string;
}

/** What an effect does to whoever sent it, from his side; nothing where it is not to him. */
const toSender = (bundle: Bundle, { verb, object, to }: Effect, role: Id): string | undefined => {
  if (verb === 'contact') return object === role ? 'get in touch with you' : undefined;
  if (verb === 'send' || verb === 'issue') {
    const document = bundle.documents?.find(({ id }) => id === object);
    const isHis =
      document !== undefined && !document.hers && (to === undefined ? document.to.includes(role) : to === role);
    return isHis ? `send you this: ${document.title}` : undefined;
  }
  if (verb !== 'offer') return undefined;
  const called = /^(.*) was offered$/.exec(happeningNamed(bundle, `${object}-offered`)?.called ?? '')?.[1];
  return called === undefined ? undefined : `offer ${called}`;
};

const sentence = ({ force }: Pick<DutyVerdict, 'force'>, does: string): string =>
  force === 'must' ? `We ${does}` : force === 'should' ? `We aim to ${does}` : `We may ${does}`;

/**
 * Takes the definition, what its sender sent and nothing else, the present instant, and in which role he sent it; gives
 * what is owed to him, the earliest first. It rests on his own words alone: nothing of how the case stands is in it.
 */
export const whatFollows = (bundle: Bundle, sent: readonly CaseEvent[], now: string, role: Id): Follows[] => {
  const seen = openToAll(bundle, sent);
  const { duties = [] } = evaluate(seen.bundle, seen.events, { asOf: now, outlook: false });
  const { timeZone } = bundle.programme;
  return duties
    .filter(({ hers, state, force }) => !hers && state === 'open' && force !== 'block' && force !== 'warn')
    .flatMap((duty) => duty.does.flatMap((effect) => ({ duty, does: toSender(bundle, effect, role) })))
    .flatMap(({ duty, does }) => (does === undefined ? [] : [{ duty, does }]))
    .sort((a, b) => (a.duty.due ?? '9999').localeCompare(b.duty.due ?? '9999'))
    .map(({ duty, does }) => ({
      words: sentence(duty, does),
      ...(duty.due !== undefined && !duty.provisional && { by: deadlineInWords(duty.due, timeZone) }),
    }));
};
