/** When a document was issued, and which of its editions is meant: the one that is being written, or one that went out. */

import { dayText } from '../contract/calendar.js';
import type { Document } from '../contract/document.js';
import type { Signature } from '../contract/document-data.js';
import type { Happened } from '../course/timeline.js';
import type { Reading } from './reading.js';
import { dayInWords } from './words/dates.js';
import { roleInWords } from './words/words.js';

/** `before`: what was issued before it. `issued`: what issued it, once it is. */
export interface Edition {
  before: Happened | undefined;
  issued: Happened | undefined;
}

/** Takes a document and the case, gives the edition that is meant then. */
export const editionOf = (document: Document, reading: Reading): Edition => {
  const issues = issuesOf(document, reading);
  const [last, before] = [issues.at(-1), issues.at(-2)];
  return last && !isBegunAgain(document, last, reading)
    ? { before, issued: last }
    : { before: last, issued: undefined };
};

const issuesOf = ({ id }: Document, reading: Reading): Happened[] =>
  [...reading.happened(`${id}-issued`), ...reading.happened(`${id}-sent`)].sort(inOrder(reading));

/** Once something more was done for it, or it is owed again, it is the next one that is meant. */
const isBegunAgain = ({ id, duty }: Document, last: Happened, reading: Reading): boolean => {
  const acts = ['written', 'reviewed', 'requested'].flatMap((act) => reading.happened(`${id}-${act}`));
  if (acts.some((each) => inOrder(reading)(each, last) > 0)) return true;
  return (reading.evaluation.duties ?? []).some(
    (each) => each.id === duty && each.state === 'open' && reading.dayOf(each.opened) > last.at.day,
  );
};

const inOrder =
  ({ placeOf }: Reading) =>
  (a: Happened, b: Happened): number =>
    a.at.start - b.at.start || placeOf(a) - placeOf(b);

/** What was done for this edition: after the one before was issued, and not after it was issued itself. */
export const doneFor = ({ before, issued }: Edition, acts: readonly Happened[], reading: Reading): Happened[] => {
  const order = inOrder(reading);
  return acts
    .filter((each) => (!before || order(each, before) > 0) && (!issued || order(each, issued) <= 0))
    .sort(order);
};

export const nobody: Signature = { name: '', role: '', on: '' };
/** Who did something, in which role, on which day. */
export const signatureOf = (done: Happened | undefined, reading: Reading): Signature =>
  done
    ? {
        name: reading.eventOf(done)?.by.name ?? '',
        role: roleInWords(reading.bundle, done.by),
        on: dayInWords(dayText(done.at.day)),
      }
    : nobody;
