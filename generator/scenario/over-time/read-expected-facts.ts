/** `facts: { missed-in-a-row: 2, absences: 1 to 2, last-risk: high, her-wish: { ann: yes } }` */
import type { DerivedFact, Id, Option } from '../../../engine/contract/index.js';
import type { Node, ScalarNode } from '../../load/node.js';
import { asMap, asScalar, dayOf, type Reading } from '../reading.js';
import { type CaseSoFar, entryNamed } from './case-so-far.js';
import type { ExpectedFact, ExpectedValue } from './expected.js';
import { raiseOverTime } from './problems.js';
import { nameAmong } from './read-session.js';

/** Takes what stands under `facts:`; gives what could be read of each. */
export const readExpectedFacts = (node: Node | undefined, soFar: CaseSoFar): ExpectedFact[] => {
  const { reading } = soFar;
  const derived = reading.bundle.course?.derived ?? [];
  const known = derived.map(({ id }) => id);
  return (asMap(node, 'Facts', reading)?.entries ?? []).flatMap(({ key, value, at }) => {
    const id = nameAmong(key, 'fact', known, reading);
    const fact = derived.find((candidate) => candidate.id === id);
    if (fact === undefined || value === undefined) return [];
    return bySubject(value, fact.id, fact.scope, soFar).flatMap(({ subject, value: node_ }) => {
      const expected = readValue(node_, fact, reading);
      return expected === undefined
        ? []
        : [{ id: fact.id, ...(subject === undefined ? {} : { subject }), value: expected, at }];
    });
  });
};

/**
 * Takes what is expected of something that there is one of, or one for each session, entry or happening; gives each
 * with its subject: an entry's key, or a session or event as it was named. `own` are keys that are no subjects.
 */
export const bySubject = (
  value: Node,
  of: string,
  scope: 'session' | Id | undefined,
  soFar: CaseSoFar,
  own: readonly string[] = [],
): { subject?: string; value: Node }[] => {
  const isSubjects = value.kind === 'map' && !value.entries.every(({ key }) => own.includes(key.text));
  if (!isSubjects) return [{ value }];
  if (scope === undefined) {
    soFar.reading.problems.push(raiseOverTime('scenario/not-each', value.at, { of }));
    return [];
  }
  const isEntries = soFar.reading.facts.get(scope)?.kind === 'entries';
  return value.entries.flatMap(({ key, value: each }) => {
    const subject = isEntries ? entryNamed(soFar, scope, key) : key.text;
    return subject === undefined || each === undefined ? [] : [{ subject, value: each }];
  });
};

const readValue = (node: Node, fact: DerivedFact, reading: Reading): ExpectedValue | undefined => {
  const word = asScalar(node, `What ${fact.id} is`, reading);
  if (word === undefined) return undefined;
  if (word.text === 'unknown') return { kind: 'unknown' };
  switch (fact.kind) {
    case 'number':
      return numberIn(word.text) ?? unusable(word, fact, 'a number, or two as “1 to 2”', reading);
    case 'yes-no':
      return yesNo(word) ?? unusable(word, fact, 'yes or no', reading);
    case 'date': {
      const day = dayOf(word.text);
      return day === undefined ? unusable(word, fact, 'a day, as 2026-03-02', reading) : { kind: 'word', word: day };
    }
    case 'choice': {
      const option = optionOf(word, fact.options, reading);
      return option === undefined ? undefined : { kind: 'word', word: option };
    }
  }
};

const numberIn = (text: string): ExpectedValue | undefined => {
  const found = /^(?:(at least) )?(-?\d+(?:\.\d+)?)(?: to (-?\d+(?:\.\d+)?))?$/.exec(text.trim());
  if (found === null || (found[1] !== undefined && found[3] !== undefined)) return undefined;
  const least = Number(found[2]);
  return { kind: 'number', least, most: found[1] === undefined ? Number(found[3] ?? least) : null };
};

const yesNo = ({ text, value }: ScalarNode): ExpectedValue | undefined => {
  const yes = value === true || text === 'yes';
  return yes || value === false || text === 'no' ? { kind: 'yes-no', yes } : undefined;
};

const optionOf = (word: ScalarNode, options: Option[], reading: Reading): Id | undefined => {
  const written = typeof word.value === 'boolean' ? (word.value ? 'yes' : 'no') : word.text;
  if (options.length === 0 || options.some(({ id }) => id === written)) return written;
  return nameAmong(
    word,
    'answer',
    options.map(({ id }) => id),
    reading,
  );
};

const unusable = (word: ScalarNode, { id }: DerivedFact, needs: string, reading: Reading): undefined => {
  reading.problems.push(raiseOverTime('scenario/unusable-value', word.at, { word: word.text, what: id, needs }));
  return undefined;
};
