/** Reports and messages, from a definition to the bundle. Their words are those of `programme.yaml` beside this. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle, Document, Heading } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/compile.js';

const content = readFileSync(join(import.meta.dirname, 'programme.yaml'), 'utf8');
const told = (text: string): string[] =>
  compile([{ file: 'programme.yaml', content: text }]).problems.map(({ code }) => code);
const bundleOf = (text: string): Bundle => {
  expect(told(text)).toEqual([]);
  return compile([{ file: 'programme.yaml', content: text }]).bundle as Bundle;
};
const bundle = bundleOf(content);
const documentOf = (id: string, from = bundle): Document => from.documents?.find((each) => each.id === id) as Document;
const headingOf = (id: string, heading: string): Heading =>
  documentOf(id).headings.find((each) => each.id === heading) as Heading;
const happening = (id: string, from = bundle) => from.course?.happenings.find((each) => each.id === id);
/** The definition with one piece of it otherwise. */
const instead = (old: string, otherwise: string): string => {
  expect(content).toContain(old);
  return content.replace(old, otherwise);
};

test('each edition is a report of its own, with all that they share', () => {
  expect(bundle.documents?.map(({ id, kind, of, title }) => [id, kind, of, title])).toEqual([
    ['acknowledgement', 'message', 'acknowledgement', 'Acknowledgement'],
    ['refusal', 'message', 'refusal', 'Refusal'],
    ['update', 'message', 'update', 'What we can tell you'],
    ['mid-way', 'report', 'progress', 'Mid-way report'],
    ['completion', 'report', 'progress', 'Completion report'],
  ]);
  const [midWay, completion] = [documentOf('mid-way'), documentOf('completion')];
  expect(completion.headings).toEqual(midWay.headings);
  expect(midWay).toMatchObject({
    to: ['referrer'],
    by: ['facilitator'],
    reviewedBy: ['service-lead'],
    onRequest: ['referrer'],
    way: 'secure-email',
    covers: 'since-last',
    statements: [],
    duty: 'mid-way-due',
  });
  expect(completion.statements).toEqual(['no-guarantee']);
});

test('what opens a document is the duty to issue it, with the same keys as under duties', () => {
  const duties = new Map(bundle.course?.duties.map((duty) => [duty.id, duty]));
  expect(duties.get('mid-way-due')).toMatchObject({
    chapter: 'reports',
    trigger: { kind: 'reaches', fact: 'weeks-completed', n: 15 },
    force: 'must',
    by: ['facilitator'],
    does: [{ verb: 'issue', object: 'mid-way', doneBy: ['mid-way-issued'] }],
    metBy: ['mid-way-issued', 'mid-way-due-done'],
    due: { kind: 'within', span: { n: 2, unit: 'weeks' } },
  });
  expect(duties.get('completion-due')?.trigger).toMatchObject({ n: 30 });
  expect(duties.get('acknowledgement-due')?.due).toEqual({ kind: 'at-once' });
  expect(duties.get('refusal-due')?.force).toBe('should');
  expect(duties.get('update-due')).toMatchObject({
    chapter: 'messages',
    forEach: 'partners',
    recurs: { kind: 'every', span: { n: 1, unit: 'months' } },
    hers: true,
  });
});

test('an edition with an opening of its own has that, and not the one that the others share', () => {
  const shared = instead('    within: 2 weeks\n', '    within: 2 weeks\n    when: weeks-completed reaches 5\n');
  const found = bundleOf(
    shared.replace(
      'completion: { title: Completion report, after: weeks-completed reaches 30, ',
      'completion: { title: Completion report, ',
    ),
  );
  const triggers = found.course?.duties.flatMap(({ chapter, trigger }) => (chapter === 'reports' ? [trigger] : []));
  expect(triggers).toMatchObject([
    { kind: 'reaches', n: 15 },
    { kind: 'reaches', n: 5 },
  ]);
});

test('a document brings what happens to it, by whoever does it', () => {
  const brought = bundle.course?.happenings.flatMap(({ id, source, by, hers, about }) =>
    source === 'report' || source === 'message' ? [[id, by.join(), hers, about]] : [],
  );
  expect(brought).toEqual([
    ['acknowledgement-sent', 'staff', false, undefined],
    ['refusal-sent', 'staff', false, undefined],
    ['refusal-written', 'staff', false, undefined],
    ['update-sent', 'support-worker', true, 'partners'],
    ['mid-way-issued', 'facilitator', false, undefined],
    ['mid-way-requested', 'referrer', false, undefined],
    ['mid-way-written', 'facilitator', false, undefined],
    ['mid-way-reviewed', 'service-lead', false, undefined],
    ['mid-way-ric-released', 'support-worker', true, undefined],
    ['completion-issued', 'facilitator', false, undefined],
    ['completion-requested', 'referrer', false, undefined],
    ['completion-written', 'facilitator', false, undefined],
    ['completion-reviewed', 'service-lead', false, undefined],
    ['completion-ric-released', 'support-worker', true, undefined],
  ]);
});

test('what its author writes is asked one text at a time, of a table one for each cell', () => {
  expect(happening('mid-way-written')?.fields.map(({ name, kind, called }) => [name, kind, called])).toEqual([
    ['engagement', 'long-text', 'Engagement'],
    ['risk-review', 'long-text', 'Review of risk'],
    ['strengths-capacity-concerns', 'long-text', 'Capacity: Concerns'],
    ['strengths-capacity-positives', 'long-text', 'Capacity: Positives'],
    ['strengths-motivation-concerns', 'long-text', 'Motivation: Concerns'],
    ['strengths-motivation-positives', 'long-text', 'Motivation: Positives'],
  ]);
  expect(happening('refusal-written')?.fields.map(({ id }) => id)).toEqual(['refusal-written.message']);
  expect(headingOf('mid-way', 'engagement').asks).toMatchObject({ required: true, rows: [], columns: [] });
  expect(headingOf('refusal', 'message').asks).toMatchObject({ required: true, offers: 'reasons' });
});

test('a heading shows what it names: a list of the case, an answer told with an event, a record, a duty, a rule', () => {
  // Beside each stands what the author calls it, or the question as it was asked.
  expect(headingOf('mid-way', 'attendance-record').shows).toEqual([
    { kind: 'attendance', beside: [] },
    { kind: 'topics' },
  ]);
  expect(headingOf('mid-way', 'absences').shows).toEqual([
    {
      kind: 'absences',
      beside: [{ event: 'absence-reason', field: 'absence-reason.reason', called: 'What was the reason?' }],
    },
  ]);
  expect(headingOf('mid-way', 'risk-review').shows).toEqual([
    { kind: 'risk' },
    { kind: 'fact', fact: 'risk-noted.concern', called: 'Concern about risk' },
    {
      kind: 'events',
      event: 'risk-noted',
      called: 'a concern about risk was noted',
      fields: [
        { id: 'risk-noted.concern', called: 'Concern about risk' },
        { id: 'risk-noted.level', called: 'How high?' },
      ],
    },
    { kind: 'duties', of: ['review'] },
    { kind: 'decisions', of: ['missed-once'] },
  ]);
  expect(headingOf('refusal', 'message').shows).toEqual([
    { kind: 'decision' },
    { kind: 'appeal' },
    { kind: 'missing', form: 'referral' },
  ]);
  expect(headingOf('mid-way', 'ric')).toMatchObject({
    attaches: { kind: 'instrument', of: 'ric', called: 'RIC risk assessment' },
    releasedBy: ['support-worker'],
  });
});

test('blanks name answers and facts, and in a document for each partner what was asked of her', () => {
  expect(documentOf('acknowledgement').subject).toEqual(['Your referral of ', { fact: 'full-name' }]);
  expect(headingOf('acknowledgement', 'message').says).toEqual([
    ['Thank you for ', { fact: 'full-name' }, '.'],
    ['He will hear by ', { fact: 'planned-end' }, '.'],
  ]);
  expect(headingOf('update', 'message').says).toEqual([
    ['Dear ', { fact: 'partners.name' }, ', this is how he is doing.'],
  ]);
  expect(documentOf('update')).toMatchObject({ forEach: 'partners', hers: true });
});

test('what happens to a document can be said in sentences and be what a rule does', () => {
  const rules =
    'rules:\n  read-it: { after: mid-way-issued, unless: mid-way-reviewed has happened, should: send refusal to referrer, ours: test }\n';
  const found = bundleOf(instead('rules:\n', rules));
  expect(found.course?.rules[0]).toMatchObject({
    trigger: { kind: 'on', event: 'mid-way-issued' },
    effects: [{ verb: 'send', object: 'refusal', to: 'referrer', doneBy: ['refusal-sent'] }],
  });
  expect(
    told(
      instead(
        'missed-once: { after: first session-missed, must: contact participant',
        'missed-once: { after: first session-missed, must: issue progress',
      ),
    ),
  ).toContain('effect/unknown');
});

test('a statement stands in the documents that name it, and in those that it names', () => {
  const standing = bundleOf(
    instead(
      'says: Completing the programme is no guarantee., ours',
      'says: Completing the programme is no guarantee., on: [mid-way, refusal], ours',
    ),
  );
  const withIt = standing.documents?.filter(({ statements }) => statements.includes('no-guarantee'));
  expect(withIt?.map(({ id }) => id)).toEqual(['refusal', 'mid-way', 'completion']);
});

test('the map knows each document and each heading, with where it stands', () => {
  const line = content.split('\n').findIndex((text) => text.includes('mid-way:')) + 1;
  expect(bundle.map['documents/mid-way']?.at.line).toBe(line);
  expect(Object.keys(bundle.map).filter((key) => key.startsWith('documents/refusal'))).toEqual([
    'documents/refusal',
    'documents/refusal/message',
  ]);
});

test('what editions share is told once where it is wrong', () => {
  const codes = told(
    instead('shows: [attendance, topics]', 'shows: [atendance, topics]').replace('within: 2 weeks', 'within: soon'),
  );
  expect(codes).toEqual(['duty/span', 'document/unknown-show']);
});

test('a record cannot have the name of what a document brings', () => {
  const record = '  refusal-written: { called: he was refused, ours: test }\n  risk-noted:\n';
  expect(told(instead('  risk-noted:\n', record))).toContain('document/same-name');
});

test('what is checked for its recipients is sent to nobody else, and a bare letter to whom the duty says', () => {
  const duty = (does: string): string =>
    instead('  review: {', `  write: { after: started, must: ${does}, by: staff, ours: test }\n  review: {`);
  const note = 'messages:\n  note: { title: A note, by: staff, ours: test }\n';
  expect(told(duty('send refusal to partner'))).toEqual(['document/not-a-recipient']);
  expect(told(duty('send refusal to participant'))).toEqual([]);
  expect(told(duty('send note to partner').replace('messages:\n', note))).toEqual([]);
});

test('somebody who is not of the service can release nothing', () => {
  expect(told(instead('released-by: support-worker', 'released-by: referrer'))).toContain('name/wrong-side');
  expect(told(instead('released-by: support-worker', 'released-by: suport-worker'))).toContain('name/no-such-role');
});

test('the duty of a document cannot have the name of another', () => {
  const codes = told(
    instead('  review: {', '  mid-way-due: { after: started, must: Write, by: staff, ours: test }\n  review: {'),
  );
  expect(codes).toContain('name/twice');
});

test('the outline says when a report goes out, by whom, to whom, and what stands in it', () => {
  const section = bundle.outline.find(({ id }) => id === 'reports');
  const [midWay] = section?.items ?? [];
  expect(midWay?.says).toEqual([
    'When the sessions credited reach 15: the facilitator must issue the report “Mid-way report” within 2 weeks. ' +
      'Written by the facilitator, reviewed by the service lead, and issued to the agency by secure e-mail. ' +
      'The agency can ask for it. It tells of the time since the last one.',
  ]);
  expect(midWay?.items.map(({ heading, says }) => [heading, ...says])).toEqual([
    ['Attendance record', 'It shows every session that was due and the topics that were covered, by day.'],
    ['Sessions not attended', 'It shows the sessions that were missed, with “What was the reason?”.'],
    ['Engagement', 'Its author writes: How has he engaged with the group? It has to be written before this goes out.'],
    [
      'Review of risk',
      'It shows each score, with its band and its day, “Concern about risk”, each time that a concern about risk was noted, the duty “review” and what was decided under “missed once”.',
      'Its author writes: What has changed?',
    ],
    [
      'Concerns and positives',
      'Its author writes: What concerns you, and what is positive? It is a table of Capacity and Motivation, each with Concerns and Positives.',
      'There only when the state of the case is on programme.',
    ],
    [
      'A copy of the risk assessment',
      'A copy goes with it: RIC risk assessment.',
      'There only once the support worker has released it.',
    ],
  ]);
});

test('a report answers to its clauses through its headings, or they through it', () => {
  const small = (own: string, first: string, second: string): string[] =>
    told(`rubric: 1
programme: { title: Specimen, provider: Example Trust }
people:
  outside: { participant: client, referrer: agency }
  inside: { staff: worker }
reports:
  summary:
    to: referrer
    by: staff
    after: completed
    headings:
      one: { heading: One, shows: attendance${first} }
      two: { heading: Two, shows: topics${second} }
${own}
clauses: { EX-001: { says: A report., force: must }, EX-002: { says: Its headings., force: must } }
background: [EX-001, EX-002]
`).filter((code) => code === 'clause/no-origin');
  expect(small('    clause: EX-001', '', '')).toEqual([]);
  expect(small('', ', clause: EX-001', ', clause: EX-002')).toEqual([]);
  expect(small('', ', clause: EX-001', '')).toEqual(['clause/no-origin']);
  expect(small('', '', '')).toEqual(['clause/no-origin']);
});
