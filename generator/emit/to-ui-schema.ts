import type { Bundle, Fact, Form, Id, Page, Person } from '../../engine/contract/index.js';
import { factsById, localId, questionsOf, questionsOn, questionsWithin, wordsOf } from './questions.js';
import type { Unsaid } from './to-json-schema.js';

/** A page of a form: its heading and the questions it asks, in order. */
export interface UiPage {
  id: Id;
  heading: string;
  asks: Id[];
  /** In English. */
  onlyWhen?: string;
}

/** A uiSchema; react-jsonschema-form leaves alone what begins with `rubric:`. */
export interface UiSchema {
  'ui:order'?: string[];
  'rubric:pages'?: UiPage[];
  /** Conditions that the schema leaves open. */
  'rubric:unsaid'?: Unsaid[];
  [key: string]: unknown;
}

/** How many options are still radios; more of them are a list to select from. */
const mostRadios = 12;

/** Takes a form and what its schema left open; gives its uiSchema: the order, the widgets and the pages. */
export const toUiSchema = (bundle: Bundle, form: Form, unsaid: Unsaid[]): UiSchema => {
  const facts = factsById(bundle);
  return {
    ...uiOf(questionsOn(form, facts), { facts, people: bundle.people }),
    'rubric:pages': form.pages.map((page) => pageOf(page, facts)),
    ...(unsaid.length === 0 ? {} : { 'rubric:unsaid': unsaid }),
  };
};

const pageOf = (page: Page, facts: Map<Id, Fact>): UiPage => ({
  id: page.id,
  heading: page.heading,
  asks: questionsOf(page, facts).map(({ id }) => id),
  ...(page.onlyWhen === undefined ? {} : { onlyWhen: page.onlyWhen.reads }),
});

/** What the questions rest on: the others, and what people are called. */
interface Around {
  facts: Map<Id, Fact>;
  people: Person[];
}

const uiOf = (questions: Fact[], around: Around): UiSchema => ({
  'ui:order': questions.map(localId),
  ...Object.fromEntries(questions.map((fact) => [localId(fact), widgetOf(fact, around)])),
});

const entryWord = ({ each = 'entry' }: Fact, people: Person[]): string =>
  people.find(({ id }) => id === each)?.called ?? each.replaceAll('-', ' ');

const widgetOf = (fact: Fact, around: Around): UiSchema => {
  const words = wordsOf(fact).map(({ id, label }) => ({ id, label }));
  switch (fact.kind) {
    case 'yes-no':
      return {
        'ui:widget': 'radio',
        'ui:optionValueFormat': 'realValue',
        'ui:options': { inline: words.length === 0 },
      };
    case 'choice':
      return {
        'ui:widget': fact.options.length > mostRadios ? 'select' : 'radio',
        'ui:optionValueFormat': 'realValue',
      };
    case 'choices':
      return { 'ui:widget': 'checkboxes', 'ui:optionValueFormat': 'realValue' };
    case 'entries':
      return {
        'ui:options': { entry: entryWord(fact, around.people) },
        items: uiOf(questionsWithin(fact, around.facts), around),
      };
    default:
      return typed(fact, words);
  }
};

const inputs: Partial<Record<Fact['kind'], UiSchema>> = {
  date: { 'ui:widget': 'date' },
  'long-text': { 'ui:widget': 'textarea' },
  address: { 'ui:widget': 'textarea' },
  file: { 'ui:widget': 'file' },
};

const options: Partial<Record<Fact['kind'], Record<string, unknown>>> = {
  'date-time': { inputType: 'datetime-local', kind: 'date-time' },
  number: { kind: 'number' },
  name: { kind: 'name' },
  address: { kind: 'address' },
  phone: { inputType: 'tel', kind: 'phone' },
  email: { inputType: 'email', kind: 'email' },
  signature: { kind: 'signature' },
};

/** What is typed in; `words` are answers such as "Not known" that may be given instead. */
const typed = (fact: Fact, words: { id: Id; label: string }[]): UiSchema => {
  const suffix = fact.number?.unit;
  const all = {
    ...options[fact.kind],
    ...(suffix === undefined ? {} : { suffix }),
    ...(words.length === 0 ? {} : { words }),
  };
  return { ...inputs[fact.kind], ...(Object.keys(all).length === 0 ? {} : { 'ui:options': all }) };
};
