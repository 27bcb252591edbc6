import type { Signing } from '../../server/assessment/sign-offs.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Fault } from '../layout/error-summary.js';
import { fieldId } from '../layout/fields.js';
import { keySent } from '../layout/new-key.js';
import { choicesOf } from './presenter.js';

/** What a form gave: what is signed, or what is wrong with it, never both. */
export type Signed = { signing: Signing } | { faults: Fault[]; typed: { agreesTo: string; reason: string } };

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 5_000).trim() : '');

/** Reads what is signed. Whoever does not agree that he is accepted has to say why. */
export const readSigning = (found: OpenCase, sent: Sent): Signed => {
  const typed = { agreesTo: text(sent.agreesTo), reason: text(sent.reason) };
  const choice = choicesOf(found).find(({ id }) => id === typed.agreesTo);
  const faults: Fault[] = [];
  if (!choice) faults.push({ message: 'Select what you agree to', href: `#${fieldId('agreesTo')}` });
  if (choice && choice.id !== 'accepted' && typed.reason === '')
    faults.push({
      message: 'Enter why, so that those who decide with you can weigh it',
      href: `#${fieldId('reason')}`,
    });
  if (!choice || faults.length > 0) return { faults, typed };
  return {
    signing: { key: keySent(sent.key), agreesTo: choice.id, ...(typed.reason !== '' && { reason: typed.reason }) },
  };
};
