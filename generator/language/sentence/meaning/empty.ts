/** `F is empty`, `F is not missing`: asked in other words, whether there is an answer. */
import type { SaysIs } from '../ast.js';
import { fault } from '../fault.js';
import { type Checking, type Outcome, saying } from './checking.js';
import { optionsOf } from './options.js';

const absent = new Set('empty blank missing unanswered null nil undefined nothing unknown'.split(' '));
const present = new Set('known present there filled-in provided complete'.split(' '));

/** Takes what is said of a fact; gives the fault if it asks for emptiness, nothing if it does not. */
export const checkEmpty = ({ sentence, says, fact }: Checking<SaysIs>): Outcome | undefined => {
  const [value, ...more] = says.values;
  if (value?.kind !== 'word' || more.length > 0) return undefined;
  const word = value.text;
  if (!absent.has(word) && !present.has(word)) return undefined;
  if ([...optionsOf(fact), ...(fact.bands ?? [])].some(({ id }) => id === word)) return undefined;
  const { start, end } = says;
  const answered = absent.has(word) === sentence.negated;
  return {
    faults: [fault('sentence/empty-answer', value, { name: sentence.subject.text, found: word })],
    ...(answered && { meant: saying(sentence, { kind: 'answered', start, end }, false) }),
  };
};
