/** The whole definition: its sections. */
import { appeals } from './constructs/appeals.js';
import { appointments } from './constructs/appointments.js';
import { criteria, eligibility, exclusions, judgements } from './constructs/criteria.js';
import { decision } from './constructs/decision.js';
import { messages, reports } from './constructs/documents.js';
import { duties, partners } from './constructs/duties.js';
import { facts } from './constructs/facts.js';
import { forms } from './constructs/forms.js';
import { groups } from './constructs/groups.js';
import { information } from './constructs/information.js';
import { instruments } from './constructs/instruments.js';
import { completion, pathway } from './constructs/pathway.js';
import { people } from './constructs/people.js';
import { programme } from './constructs/programme.js';
import { records } from './constructs/records.js';
import { returns } from './constructs/returns.js';
import { attendance, conduct, rules, safeguarding } from './constructs/rules.js';
import { background, clauses, expects, notStated, settled, statements } from './constructs/said.js';
import { sessions } from './constructs/sessions.js';
import { sites } from './constructs/sites.js';
import { workingDays } from './constructs/working-days.js';
import { optional, type ReadBy, record, required, word } from './shape/shape.js';

export const definition = record('a definition', {
  rubric: required(word(['1']), 'the version of the language: 1'),
  programme: required(programme.shape, programme.doc),
  people: optional(people.shape, people.doc),
  sites: optional(sites.shape, sites.doc),
  forms: optional(forms.shape, forms.doc),
  judgements: optional(judgements.shape, judgements.doc),
  instruments: optional(instruments.shape, instruments.doc),
  criteria: optional(criteria.shape, criteria.doc),
  eligibility: optional(eligibility.shape, eligibility.doc),
  exclusions: optional(exclusions.shape, exclusions.doc),
  decision: optional(decision.shape, decision.doc),
  pathway: optional(pathway.shape, pathway.doc),
  sessions: optional(sessions.shape, sessions.doc),
  groups: optional(groups.shape, groups.doc),
  appointments: optional(appointments.shape, appointments.doc),
  records: optional(records.shape, records.doc),
  facts: optional(facts.shape, facts.doc),
  rules: optional(rules.shape, rules.doc),
  attendance: optional(attendance.shape, attendance.doc),
  conduct: optional(conduct.shape, conduct.doc),
  safeguarding: optional(safeguarding.shape, safeguarding.doc),
  duties: optional(duties.shape, duties.doc),
  partners: optional(partners.shape, partners.doc),
  completion: optional(completion.shape, completion.doc),
  returns: optional(returns.shape, returns.doc),
  appeals: optional(appeals.shape, appeals.doc),
  messages: optional(messages.shape, messages.doc),
  reports: optional(reports.shape, reports.doc),
  information: optional(information.shape, information.doc),
  'working-days': optional(workingDays.shape, workingDays.doc),
  statements: optional(statements.shape, statements.doc),
  expects: optional(expects.shape, expects.doc),
  background: optional(background.shape, background.doc),
  'not-stated': optional(notStated.shape, notStated.doc),
  settled: optional(settled.shape, settled.doc),
  clauses: optional(clauses.shape, clauses.doc),
});

/** A definition as it was written: every value with the place where it stands. */
export type WrittenDefinition = ReadBy<typeof definition>;
