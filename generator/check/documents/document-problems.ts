/** What can be wrong in a report or a message. */
import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

const suggestion = (name: string, known: readonly string[]): string => {
  const near = nearest(name, [...known]);
  return near ? `Did you mean “${near}”? ` : '';
};
const many = 12;
const listOf = (known: readonly string[]): string => {
  if (known.length === 0) return 'none';
  const rest = known.length - many;
  return rest > 0 ? `${known.slice(0, many).join(', ')} and ${rest} more` : known.join(', ');
};
const quoted = (keys: readonly string[]): string => keys.map((key) => `“${key}”`).join(', ');

interface Named {
  name: string;
  /** Where it stands: “mid-way › absences”. */
  where: string;
}

export const documentProblems = {
  'document/same-name': kind<{ name: string; other: string }>({
    severity: 'error',
    message: ({ name, other }) => `“${name}” is the name of ${other} already, and both would bring the same events.`,
    advice: () => 'Give one of them another name.',
  }),
  'document/same-question': kind<{ name: string; document: string }>({
    severity: 'error',
    message: ({ name, document }) =>
      `Two things that the author of “${document}” writes would both be told as “${name}”.`,
    advice: () => 'Give the heading, the row or the column of one of them another name.',
  }),
  'document/edition-title': kind<{ name: string; report: string }>({
    severity: 'error',
    message: ({ name, report }) => `The edition “${name}” of “${report}” has no title.`,
    advice: () => 'Add “title:” to it, such as title: Mid-way report, or one to the report for all of its editions.',
  }),
  'document/no-recipient': kind<{ name: string; kind: string }>({
    severity: 'error',
    message: ({ name, kind: what }) => `The ${what} “${name}” goes to nobody.`,
    advice: () => 'Add “to:” with whoever receives it, such as to: referrer.',
  }),
  'document/not-a-recipient': kind<{ says: string; by: string; name: string; whom: string; recipients: string[] }>({
    severity: 'error',
    message: ({ says, by, name, whom, recipients }) =>
      `“${by}” says “${says}”, and “${name}” is for the ${recipients.join(' and the ')}, not for the ${whom}.`,
    advice: ({ name, whom }) =>
      `Name the ${whom} under “to” of “${name}”, so that what stands in it is meant for the ${whom} too, or take “to” out here.`,
  }),
  'document/no-author': kind<{ name: string; kind: string; duty: string }>({
    severity: 'error',
    message: ({ name, kind: what }) => `The ${what} “${name}” falls due, and there is nobody to write it.`,
    advice: ({ kind: what }) => `Add “by:” with the role that ${what === 'report' ? 'writes' : 'sends'} it.`,
  }),
  'document/no-opening': kind<{ name: string; keys: string[]; goneOut: string }>({
    severity: 'error',
    message: ({ name, keys }) => `“${name}” says ${quoted(keys)}, and not what makes it due.`,
    advice: ({ name }) =>
      `Add “after:” or “when:”, such as after: completed; of what somebody asks for, after: ${name}-requested.`,
  }),
  'document/never-issued': kind<{ name: string; kind: string }>({
    severity: 'warning',
    message: ({ name, kind: what }) =>
      `Nothing ${what === 'report' ? 'issues the report' : 'sends the message'} “${name}”: it never falls due, no rule or duty names it, and nobody can ask for it.`,
    advice: ({ name, kind: what }) =>
      `Add “after:” with what makes it due, or “on-request:”, or name it in a duty: must: ${what === 'report' ? 'issue' : 'send'} ${name}.`,
  }),
  'document/for-each': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `No form lists several of “${name}”, so that there could be one for each.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}Those of whom there may be several: ${listOf(known)}. Or take “for-each” out.`,
  }),
  'document/headings-and-more': kind<{ name: string; keys: string[] }>({
    severity: 'error',
    message: ({ name, keys }) => `“${name}” has headings, and says ${quoted(keys)} beside them.`,
    advice: () => 'Put it under a heading of its own; the words of a heading can be left out.',
  }),
  'document/empty-heading': kind<{ where: string }>({
    severity: 'error',
    message: ({ where }) => `Nothing stands under the heading ${where}.`,
    advice: () =>
      'Say what does: “shows:” something from the record, “says:” words, “asks:” what its author writes, or “attaches:” a copy.',
  }),
  'document/half-a-table': kind<{ where: string; has: string; lacks: string }>({
    severity: 'error',
    message: ({ where, has, lacks }) => `The table of ${where} has ${has} and no ${lacks}.`,
    advice: ({ lacks }) =>
      lacks === 'columns'
        ? 'Add “columns:”, such as columns: { concerns: Concerns, positives: Positives }.'
        : 'Add “rows:”, such as rows: { capacity: Capacity, motivation: Motivation }.',
  }),
  'document/without-asks': kind<{ where: string; key: string }>({
    severity: 'error',
    message: ({ where, key }) => `“${key}” goes with what somebody is asked to write, and ${where} asks for nothing.`,
    advice: ({ key }) => `Add “asks:” with the question, or take “${key}” out.`,
  }),
  'document/offers-without-decision': kind<{ where: string }>({
    severity: 'error',
    message: ({ where }) =>
      `${where} offers the reasons against him to choose from, and this definition decides nothing that could have any.`,
    advice: () => 'Add a section “decision”, or take “offers” out.',
  }),
  'document/unknown-show': kind<Named & { known: string[] }>({
    severity: 'error',
    message: ({ name, where }) => `There is nothing called “${name}” for ${where} to show.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}It shows attendance, topics, absences, progress, standing, decision, appeal, contact, risk, duties, decisions, “missing” and a form, or what has a name: an answer, a fact, a record, a duty, a rule.`,
  }),
  'document/cannot-show': kind<Named & { because: string; write: string }>({
    severity: 'error',
    message: ({ name, where, because }) => `${where} cannot show “${name}”: ${because}.`,
    advice: ({ write }) => write,
  }),
  'document/no-such-form': kind<Named & { known: string[] }>({
    severity: 'error',
    message: ({ name, where }) => `There is no form “${name}” of which ${where} could show what is missing.`,
    advice: ({ name, known }) => `${suggestion(name, known)}The forms are: ${listOf(known)}.`,
  }),
  'document/no-such-column': kind<Named & { known: string[] }>({
    severity: 'error',
    message: ({ name, where }) => `There is no “${name}” that ${where} could show beside a session.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}Write a question of a record about sessions; there are: ${listOf(known)}.`,
  }),
  'document/not-of-sessions': kind<Named & { event: string }>({
    severity: 'error',
    message: ({ name, where, event }) =>
      `${where} shows “${name}” beside each session, and “${event}” is not about a session.`,
    advice: ({ event }) => `Add “about: session” to the record “${event}”, or show it by itself: shows: ${event}.`,
  }),
  'document/unknown-blank': kind<Named & { known: string[] }>({
    severity: 'error',
    message: ({ name, where }) => `There is nothing called “${name}” to be filled in for <${name}> in ${where}.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}Between < and > stands the name of an answer or of a fact, such as <planned-end>.`,
  }),
  'document/unfillable-blank': kind<Named & { because: string }>({
    severity: 'error',
    message: ({ name, where, because }) => `<${name}> in ${where} cannot be filled in: ${because}.`,
    advice: () => 'Name an answer, or a fact that is a number, a date, a choice or yes or no.',
  }),
  'document/misplaced-blank': kind<{ blank: string; what: string }>({
    severity: 'error',
    message: ({ blank, what }) => `${blank} would stand as it is: nothing is filled in in ${what}.`,
    advice: () => 'Blanks stand under “says” and in “subject”. Write it there, or leave it out.',
  }),
  'document/no-such-attachment': kind<Named & { known: string[] }>({
    severity: 'error',
    message: ({ name, where }) => `There is no “${name}” that ${where} could attach.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}What can be attached is an instrument, a form, or a question that takes a file: ${listOf(known)}.`,
  }),
  'document/no-such-statement': kind<Named & { known: string[] }>({
    severity: 'error',
    message: ({ name, where }) => `There is no statement “${name}” to stand in ${where}.`,
    advice: ({ name, known }) => `${suggestion(name, known)}The statements are: ${listOf(known)}.`,
  }),
};

export const raiseDocument = raiser(documentProblems);
