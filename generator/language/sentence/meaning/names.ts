/** A name that nothing in scope has. */
import { nearest } from '../../../problem/nearest.js';
import type { Sentence, WordNode } from '../ast.js';
import { type Fault, fault } from '../fault.js';
import { factOf, type Scope } from '../scope.js';
import { optionsOf } from './options.js';

const clauseLike = /^[a-z]{1,6}-\d{2,4}$/;

/** `subject` is the name that was most likely meant; `meant` the whole sentence, where that is plain. */
export interface Unknown {
  fault: Fault;
  subject?: WordNode;
  meant?: Sentence;
}

/** Takes a sentence whose subject is unknown; gives what to say of that. */
export const unknownName = (sentence: Sentence, scope: Scope): Unknown => {
  const { subject, says } = sentence;
  const name = subject.text;
  const [value] = says.kind === 'is' ? says.values : [];
  const elsewhere = scope.elsewhere?.(name) ?? (clauseLike.test(name) ? 'a clause' : undefined);
  if (elsewhere !== undefined) return { fault: fault('sentence/unknown-name', subject, { name, elsewhere }) };
  const turned = value?.kind === 'word' ? turnedRound(sentence, value, scope) : undefined;
  if (turned) return turned;
  const near = nearest(name, [...scope.names, 'today']);
  if (near !== undefined) {
    return {
      fault: fault('sentence/unknown-name', subject, { name, nearest: near }),
      subject: { ...subject, text: near },
    };
  }
  const optionOf = hasOption(name, scope);
  return { fault: fault('sentence/unknown-name', subject, { name, ...(optionOf !== undefined && { optionOf }) }) };
};

/** `man is sex`. */
const turnedRound = (sentence: Sentence, value: WordNode, scope: Scope): Unknown | undefined => {
  const { subject, says } = sentence;
  const fact = factOf(scope.find(value.text));
  const found = fact && optionsOf(fact).find(({ id }) => id === subject.text);
  if (!found || says.kind !== 'is' || says.values.length > 1) return undefined;
  return {
    fault: fault('sentence/wrong-way-round', sentence, { name: value.text, word: subject.text }),
    meant: { ...sentence, subject: value, says: { ...says, values: [subject] } },
  };
};

const hasOption = (word: string, scope: Scope): string | undefined =>
  word === 'yes' || word === 'no'
    ? undefined
    : scope.names.find((name) => factOf(scope.find(name))?.options.some(({ id }) => id === word));
