/** One form with every kind of question, and its states: empty, filled in, and wrong in every answer. */
import type { ErrorSchema, RJSFSchema, UiSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { GovukForm } from '../../../runtime/rjsf-govuk/index.js';

const options = (words: Record<string, string>) => Object.entries(words).map(([id, title]) => ({ const: id, title }));

export const schema: RJSFSchema = {
  type: 'object',
  required: ['full-name', 'date-of-birth', 'allotment'],
  properties: {
    'full-name': { type: 'string', title: 'Full name' },
    'date-of-birth': { type: 'string', format: 'date', title: 'Date of birth', description: 'For example 27 3 1985' },
    allotment: {
      type: 'string',
      title: 'Which allotment?',
      oneOf: options({ north: 'North field', south: 'South field' }),
    },
    'has-shed': {
      type: 'string',
      title: 'Is there a shed?',
      oneOf: options({ yes: 'Yes', no: 'No', 'not-known': 'Not known' }),
    },
    crops: {
      type: 'array',
      title: 'What grows there?',
      description: 'Choose all that apply',
      uniqueItems: true,
      items: { type: 'string', oneOf: options({ beans: 'Beans', leeks: 'Leeks', plums: 'Plums' }) },
    },
    area: { type: 'string', title: 'Area', oneOf: options({ town: 'Town', village: 'Village', farm: 'Farm' }) },
    plots: { type: 'integer', minimum: 0, title: 'How many plots?' },
    rent: { type: 'number', minimum: 0, title: 'Rent' },
    viewing: { type: 'string', title: 'When was it viewed?', description: 'For example 2 3 2026, 6pm' },
    history: { type: 'string', title: 'Its history' },
    address: { type: 'string', title: 'Address' },
    phone: { type: 'string', title: 'Telephone' },
    email: { type: 'string', format: 'email', title: 'E-mail address' },
    plan: { type: 'string', format: 'data-url', title: 'A plan of it' },
    signature: { type: 'string', title: 'Full name of the tenant' },
    neighbours: {
      type: 'array',
      title: 'Neighbours',
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', title: 'Name' },
          since: { type: 'string', format: 'date', title: 'Since when?' },
          friendly: { type: 'string', title: 'Friendly?', oneOf: options({ yes: 'Yes', no: 'No' }) },
        },
      },
    },
  },
};

export const uiSchema: UiSchema = {
  'has-shed': { 'ui:widget': 'radio', 'ui:options': { inline: true } },
  allotment: { 'ui:widget': 'radio' },
  crops: { 'ui:widget': 'checkboxes' },
  rent: { 'ui:options': { prefix: '£', suffix: 'a year' } },
  viewing: { 'ui:widget': 'date-time' },
  history: { 'ui:widget': 'textarea', 'ui:help': 'As much as is known' },
  address: { 'ui:widget': 'textarea', 'ui:options': { kind: 'address' }, 'ui:autocomplete': 'street-address' },
  phone: {
    'ui:classNames': 'rubric-hers',
    'ui:options': { inputType: 'tel', kept: 'Kept for the tenant’s side only' },
    'ui:autocomplete': 'tel',
  },
  signature: { 'ui:options': { kind: 'signature' } },
  neighbours: { 'ui:options': { entry: 'neighbour' }, items: { friendly: { 'ui:widget': 'radio' } } },
};

export const filled = {
  'full-name': 'Ada Green',
  'date-of-birth': '1985-03-27',
  allotment: 'south',
  'has-shed': 'not-known',
  crops: ['beans', 'plums'],
  area: 'village',
  plots: 3,
  rent: 40.5,
  viewing: '2026-03-02T18:00',
  history: 'Dug over in 2019.\nFallow since.',
  address: '1 Example Street\nExampleton',
  phone: '01632 960000',
  email: 'someone@provider.example',
  plan: 'data:text/plain;name=plan.txt;base64,QSBwbGFu',
  signature: 'Ada Green',
  neighbours: [{ name: 'Bob Hedge', since: '2020-05-01', friendly: 'yes' }, { name: 'Cy Lane' }],
};

export const wrong = {
  ...filled,
  'full-name': undefined,
  'date-of-birth': '31/2/1985',
  plots: 'a few',
  email: 'someone',
};

const says = (words: string) => ({ __errors: [words] });
export const errors = {
  'full-name': says('Enter the full name'),
  'date-of-birth': says('Date of birth must be a real date'),
  allotment: says('Select which allotment'),
  'has-shed': says('Select whether there is a shed'),
  crops: says('Select what grows there'),
  area: says('Select the area'),
  plots: says('Number of plots must be a number'),
  rent: says('Enter the rent'),
  viewing: says('Enter when it was viewed'),
  history: says('Enter its history'),
  address: says('Enter the address'),
  phone: says('Enter a telephone number'),
  email: says('Enter an e-mail address in the right form, like name@example.com'),
  plan: says('Choose a file smaller than 5 MB'),
  signature: says('Type the full name of the tenant'),
  neighbours: { ...says('Add at least three neighbours'), 1: { name: says('Enter the name of neighbour 2') } },
} as unknown as ErrorSchema;

const states = {
  empty: {},
  filled: { formData: filled },
  wrong: { formData: wrong, extraErrors: errors },
};
export type State = keyof typeof states;
export const stateNames = Object.keys(states) as State[];

/** The form in one state. Ids carry the state's name, so that several can stand on one page. */
export function Specimen({ state }: { state: State }) {
  return (
    <GovukForm
      schema={schema}
      uiSchema={uiSchema}
      validator={validator}
      method="post"
      className="rubric-form"
      idPrefix={state}
      {...states[state]}
    />
  );
}
