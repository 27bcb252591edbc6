import type { Bundle, Fact } from '../../../engine/contract/index.js';
import type { QuestionState } from '../../../engine/form/state.js';
import { entryWord } from '../words/names.js';

/** A question that is asked now, with the options it offers now. */
export interface Asked {
  fact: Fact;
  /** Its name among its neighbours: `phone` for `partners.phone`. */
  name: string;
  required: boolean;
  /** Of a list: what one entry of it is called. */
  entry?: string;
  /** The questions of an entry: those asked of any entry, and of a new one. */
  inner: Asked[];
  /** The same for each entry there is. */
  entries: Asked[][];
}

/** The name of a question among its neighbours. */
export const localName = (fact: Fact): string => (fact.within ? fact.id.slice(fact.within.length + 1) : fact.id);

/** Beside a number or a date: the field in which "Not known" and the like are chosen instead. */
export const insteadOf = (name: string): string => `${name}__or`;

/** Options that are no values, of a question that is not a choice: "Not known", beside the box for a number. */
export const wordsInstead = (fact: Fact): Fact['options'] =>
  ['yes-no', 'choice', 'choices', 'entries'].includes(fact.kind) ? [] : fact.options.filter((option) => option.means);

const everyInner = (bundle: Bundle, entries: Fact): Asked[] =>
  (entries.asks ?? []).flatMap((id) => {
    const fact = bundle.facts.find((one) => one.id === id);
    return fact ? [{ fact, name: localName(fact), required: false, inner: [], entries: [] }] : [];
  });

/** The questions that `states` say are asked, without those that `hidden` keeps from the page. */
export const askedOf = (
  bundle: Bundle,
  states: QuestionState[],
  hidden: (fact: Fact) => boolean = () => false,
): Asked[] =>
  states.flatMap((state) => {
    const fact = bundle.facts.find((one) => one.id === state.fact);
    if (!fact || state.visible !== 'yes' || hidden(fact)) return [];
    const offered = { ...fact, options: fact.options.filter((option) => state.options.includes(option.id)) };
    return [
      {
        fact: offered,
        name: localName(fact),
        required: state.required,
        ...(fact.kind === 'entries' && { entry: entryWord(bundle, fact) }),
        inner: fact.kind === 'entries' ? everyInner(bundle, fact).filter((one) => !hidden(one.fact)) : [],
        entries: (state.entries ?? []).map((entry) => askedOf(bundle, entry, hidden)),
      },
    ];
  });

/** The questions that stand on a page, each entry's apart: "partners", "partners.0.name". */
export const seenOn = (asked: Asked[]): string[] =>
  asked.flatMap((one) => [
    one.name,
    ...one.entries.flatMap((entry, index) => entry.map((inner) => `${one.name}.${index}.${inner.name}`)),
  ]);
