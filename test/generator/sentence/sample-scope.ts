/** A scope of every kind of name, for the tests of sentences. */
import type { Option } from '../../../engine/contract/index.js';
import type { FactShape, Named, Scope } from '../../../generator/language/sentence/scope.js';

const options = (labels: Record<string, string>, means: Record<string, Option['means']> = {}): Option[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label, ...(means[id] && { means: means[id] }) }));

const yesNo = { yes: 'Yes', no: 'No' };
const notApplicable = { 'not-applicable': 'Not applicable' };

const fact = (id: string, kind: FactShape['kind'], rest: Partial<FactShape> = {}): FactShape => ({
  id,
  kind,
  source: 'form',
  called: id.replaceAll('-', ' '),
  options: [],
  ...rest,
});

const facts: FactShape[] = [
  fact('partner-known', 'yes-no', { options: options(yesNo) }),
  fact('has-children', 'yes-no', { called: 'whether he has children' }),
  fact('violence-proceedings', 'yes-no', {
    options: options(
      { ...yesNo, ...notApplicable, 'not-known': 'Not known' },
      { 'not-applicable': 'not-applicable', 'not-known': 'not-known' },
    ),
  }),
  fact('sex', 'choice', { options: options({ man: 'Man', woman: 'Woman', 'in-another-way': 'In another way' }) }),
  fact('referral-source', 'choice', {
    options: options({ himself: 'Himself', agency: 'An agency', cafcass: 'CAFCASS', court: 'Family court' }),
  }),
  fact('responsibility', 'choice', {
    source: 'judgement',
    called: 'his responsibility for the violence',
    options: options({ full: 'Full', some: 'Some', none: 'None', na: 'Not applicable' }, { na: 'not-applicable' }),
  }),
  fact('agencies-involved', 'choices', {
    options: options({ police: 'Police', 'social-care': 'Social care', mind: 'Mind' }),
  }),
  fact('kind-of-abuse', 'choices', {
    options: options({ physical: 'Physical', emotional: 'Emotional', none: 'None' }, { none: 'not-applicable' }),
  }),
  fact('age', 'number', { number: { atLeast: 0, atMost: 120, whole: true } }),
  fact('hours-worked', 'number', {
    called: 'time at work',
    number: { whole: false, unit: 'hours' },
    options: options(notApplicable, { 'not-applicable': 'not-applicable' }),
  }),
  fact('ric', 'number', {
    source: 'instrument',
    called: 'RIC',
    number: { atLeast: 0, atMost: 24, whole: true },
    bands: [
      { id: 'high', label: 'High', from: 14 },
      { id: 'medium', label: 'Medium', from: 10, to: 13 },
    ],
  }),
  fact('date-of-birth', 'date', { called: 'his date of birth' }),
  fact('referral-date', 'date', { called: 'date of the referral' }),
  fact('last-violence', 'date', {
    called: 'last time he was violent',
    options: options(notApplicable, { 'not-applicable': 'not-applicable' }),
  }),
  fact('appointment', 'date-time'),
  fact('hours-a-week', 'number', { number: { whole: true, unit: 'hours' } }),
  fact('rent', 'number', { number: { whole: false, unit: '£' } }),
  fact('times-before', 'number', { number: { whole: true } }),
  fact('convicted-on', 'date'),
  fact('treatment-started', 'date'),
  fact('lives-with', 'choice', {
    options: options({ parents: 'Mother or father', carers: 'Carers', town: 'Redcar house' }),
  }),
  fact('full-name', 'name'),
  fact('culture-and-faith', 'long-text'),
  fact('children', 'entries'),
  fact('stage', 'choice', {
    options: options({ 'on-programme': 'On the programme', suspended: 'Suspended', closed: 'Closed' }),
  }),
  fact('referral', 'choice', {
    called: 'referral form',
    options: options({ 'not-received': 'Not received', incomplete: 'Incomplete', complete: 'Complete' }),
    groups: { received: ['incomplete', 'complete'] },
  }),
  fact('education', 'choice', {
    called: 'education phase',
    options: options({ 'not-begun': 'Not begun', 'under-way': 'Under way', complete: 'Complete' }),
    groups: { begun: ['under-way', 'complete'], current: ['under-way'] },
  }),
  fact('missed-in-a-row', 'number', { called: 'sessions missed in a row', number: { whole: true, atLeast: 0 } }),
  fact('weeks-on', 'number', { called: 'time on the programme', number: { whole: true, atLeast: 0, unit: 'weeks' } }),
  fact('waiting', 'number', {
    called: 'time to the decision',
    number: { whole: true, atLeast: 0, unit: 'working-days' },
  }),
  fact('children.born', 'date', { called: 'date of birth', within: 'children' }),
];

const criteria = ['adult', 'no-child-proceedings'];
const both = [
  fact('motivated', 'yes-no', { source: 'judgement', options: options(yesNo) }),
  fact('support-for-partner', 'choice', { source: 'consent' }),
  fact('contract', 'choice', { source: 'document', options: options({ signed: 'Signed', refused: 'Refused' }) }),
];

const events: Record<string, string> = {
  started: 'the participant started',
  'decision-made': 'the decision was made',
  'heard-from-participant': 'the participant was heard from',
  'session-missed': 'a session was missed',
  incident: 'an incident was reported',
  'risk-review': 'his risk was reviewed',
  'referral-received': 'the referral form was received',
  'referral-complete': 'the referral form was completed',
  'warning-sent': 'the warning was sent',
};

const named = new Map<string, Named>([
  ...facts.map((one): [string, Named] => [one.id, { kind: 'fact', fact: one }]),
  ...criteria.map((id): [string, Named] => [id, { kind: 'criterion', id, called: id.replaceAll('-', ' ') }]),
  ...both.map((one): [string, Named] => [one.id, { kind: 'both', fact: one, id: one.id, called: one.called }]),
  ...Object.entries(events).map(([id, called]): [string, Named] => [id, { kind: 'event', id, called }]),
  ['aggressive', { kind: 'event', id: 'aggressive', called: 'he became aggressive', rule: 'aggressive' }],
  ['offer-assessment', { kind: 'duty', id: 'offer-assessment', called: 'offer an assessment' }],
  ['two-missed', { kind: 'rule', id: 'two-missed', called: 'two missed' }],
]);

const elsewhere: Record<string, string> = { facilitator: 'a person', consent: 'a form' };

export const scope: Scope = {
  find: (name) => named.get(name),
  names: [...named.keys()],
  elsewhere: (name) => (Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined),
};

/** The same where only answers count, as in criteria and forms. */
export const answersOnly: Scope = { ...scope, time: false };
/** The same where one session is looked at. */
export const ofASession: Scope = { ...scope, session: true };
