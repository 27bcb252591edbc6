/** Messages and reports: when they go out, who writes them to whom, and what stands in them. */
import type { Construct } from '../construct.js';
import {
  type Fields,
  mapOf,
  name,
  oneOrMore,
  optional,
  type ReadBy,
  type RecordOf,
  record,
  text,
  word,
} from '../shape/shape.js';
import { contentFields, headings } from './document-parts.js';
import { triggerFields } from './duties.js';
import { originFields } from './origin.js';

export const ways = ['email', 'secure-email', 'letter', 'telephone', 'in-person'] as const;
export const spans = ['stay', 'since-last', 'month'] as const;

const { 'for-each': _, ...openings } = triggerFields;
/** What an edition may say otherwise than the report that it is an edition of. */
const shared = (thing: 'report' | 'message') => ({
  title: optional(text(), 'its title; made from its short name if left out'),
  subject: optional(text(), 'the line above it when it is sent; <name> is filled in'),
  to: optional(oneOrMore(name('the name of somebody')), `who receives the ${thing}`),
  by: optional(oneOrMore(name('the name of a role')), `who ${thing === 'report' ? 'writes' : 'sends'} it`),
  'reviewed-by': optional(oneOrMore(name('the name of a role')), 'who looks at it before it goes out'),
  'on-request': optional(oneOrMore(name('the name of somebody')), 'who can ask for it'),
  way: optional(word(ways), 'how it goes out'),
  covers: optional(
    word(spans),
    'of what time it tells: this stay if left out, since the last one, or the calendar month before',
  ),
  ...openings,
  force: optional(
    word(['must', 'should', 'may']),
    'how strongly what opens it binds whoever it is by; must if left out',
  ),
  statements: optional(oneOrMore(name('the name of a statement')), 'statements that stand at its end'),
});
const whole = (thing: 'report' | 'message') => ({
  ...shared(thing),
  'for-each': optional(
    name('somebody of whom there may be several'),
    'one for each of those listed, with what is of that one alone',
  ),
  headings: optional(headings, 'its headings, in order'),
  ...contentFields,
});

const edition = record('an edition', { ...shared('report'), ...originFields } satisfies Fields);
const message = record('a message', { ...whole('message'), ...originFields } satisfies Fields);
const report = record('a report', {
  ...whole('report'),
  editions: optional(
    mapOf(edition),
    'each is a report of its own, under its own name, with everything else as it stands here',
  ),
  ...originFields,
} satisfies Fields);

export type WrittenEdition = RecordOf<typeof edition.fields>;
export type WrittenReport = RecordOf<typeof report.fields>;
/** A message has no editions. */
export type WrittenDocument = RecordOf<typeof message.fields> & Pick<WrittenReport, 'editions'>;

const messagesShape = mapOf(message);
const reportsShape = mapOf(report);
export type WrittenMessages = ReadBy<typeof messagesShape>;
export type WrittenReports = ReadBy<typeof reportsShape>;

const brings =
  'With what opens it (`after`, `when` or `while`, and all that goes with them under `duties`) it brings the duty ' +
  '`<name>-due`; without, rules and duties name it. What its author is asked to write is recorded as `<name>-written`, ' +
  'a review as `<name>-reviewed`, what is released under a heading as `<name>-<heading>-released`. ' +
  'What it says, shows, asks and attaches stands in the order in which you write it. With `shows: decision` stands the ' +
  '`reason` that was recorded with a refusal; where a refusal needs one and none was recorded, it is a draft.';

export const messages: Construct<WrittenMessages> = {
  word: 'messages',
  title: 'Messages',
  doc:
    'What is sent to people. Each brings the event `<message>-sent`, and rules and duties can “send” it. What stands in ' +
    `it is written beside its name, or under headings. ${brings}`,
  example: `messages:
  acknowledgement:
    to: referrer
    by: staff
    way: email
    subject: Your referral
    says: Thank you. We have received your referral.
    after: referral-received
    within: at-once
    clause: EX-001
  refusal:
    to: [referrer, participant]
    by: staff
    after: declined
    shows: decision
    asks: The reason for the refusal
    required: yes
`,
  shape: messagesShape,
};

export const reports: Construct<WrittenReports> = {
  word: 'reports',
  title: 'Reports',
  doc:
    'What is written about a case. Each brings the events `<report>-issued` and `<report>-requested`, and rules and ' +
    `duties can “issue” it. Every heading shows something, says something, asks for something or attaches it. ${brings}`,
  example: `reports:
  progress:
    editions:
      mid-way: { title: Mid-way report, after: session-held, clause: EX-001 }
      completion: { title: Completion report, after: completed, clause: EX-002 }
    to: referrer
    by: staff
    reviewed-by: service-lead
    on-request: referrer
    within: 2 weeks
    headings:
      attendance: { heading: Attendance, shows: [attendance, topics] }
      engagement: { heading: Engagement, asks: How has he engaged with the group? }
      strengths:
        heading: Concerns and positives
        asks: What concerns you, and what is positive?
        rows: { capacity: Capacity, motivation: Motivation }
        columns: { concerns: Concerns, positives: Positives }
`,
  shape: reportsShape,
};
