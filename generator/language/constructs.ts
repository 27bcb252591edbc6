/** Every construct of the language, in the order of the reference. A new one is one new file and one line here. */
import type { Construct } from './construct.js';
import { appeals } from './constructs/appeals.js';
import { appointments } from './constructs/appointments.js';
import { condition } from './constructs/condition.js';
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
import { question } from './constructs/question.js';
import { records } from './constructs/records.js';
import { returns } from './constructs/returns.js';
import { attendance, conduct, rules, safeguarding } from './constructs/rules.js';
import { background, clauses, expects, notStated, settled, statements } from './constructs/said.js';
import { sessions } from './constructs/sessions.js';
import { sites } from './constructs/sites.js';
import { workingDays } from './constructs/working-days.js';

export const constructs: readonly Construct<unknown>[] = [
  programme,
  people,
  sites,
  forms,
  question,
  condition,
  criteria,
  eligibility,
  exclusions,
  judgements,
  instruments,
  decision,
  pathway,
  sessions,
  groups,
  appointments,
  records,
  facts,
  rules,
  attendance,
  conduct,
  safeguarding,
  duties,
  partners,
  completion,
  returns,
  appeals,
  messages,
  reports,
  information,
  workingDays,
  statements,
  expects,
  background,
  notStated,
  settled,
  clauses,
];
