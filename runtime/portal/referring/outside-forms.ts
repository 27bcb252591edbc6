import type { Bundle, Form, Id } from '../../../engine/contract/index.js';
import type { SignedIn } from '../../server/access/actor.js';
import { NotFound } from '../error-page/faults.js';
import { isHersAlone } from '../form/kept-apart.js';

/** Who sends a form about somebody else, or about himself. */
const senders: readonly Id[] = ['referrer', 'participant'];

/** Whether somebody has a role inside a programme. */
export const isInside = ({ grants }: Pick<SignedIn, 'grants'>, slug: string, { people }: Bundle): boolean =>
  grants.some(
    ({ programme, role }) => programme === slug && people.some(({ id, side }) => id === role && side === 'inside'),
  );

/** The roles outside that may begin a case with this form: `referrer`, `participant` for one who refers himself. */
export const sendersOf = (bundle: Bundle, form: Form): Id[] =>
  isHersAlone(bundle, form)
    ? []
    : form.from.filter(
        (role) => senders.includes(role) && bundle.people.some(({ id, side }) => id === role && side === 'outside'),
      );

/** The forms with which somebody outside begins a case. What the partner sends by herself is none of them. */
export const outsideForms = (bundle: Bundle): Form[] =>
  bundle.forms.filter((form) => sendersOf(bundle, form).length > 0);

/** The same by its name. Throws `NotFound` where there is none. */
export const outsideForm = (bundle: Bundle, id: string): Form => {
  const form = outsideForms(bundle).find((one) => one.id === id);
  if (!form) throw new NotFound('There is no page at this address.');
  return form;
};
