/** An invented programme with two reports and three messages, and a case, as files in a folder of their own. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const programme = `rubric: 1
programme: { title: Evening Programme, provider: Example Trust, id: evening, clause: EV-001 }
people:
  outside: { participant: client, referrer: referrer, partner: partner }
  inside:
    facilitator: facilitator
    service-lead: { called: service lead, is: facilitator }
    support-worker: { called: support worker, supports: partner }
forms:
  referral:
    title: Referral form
    from: referrer
    clause: EV-001
    asks:
      full-name: { ask: Full name, type: name, required: yes }
      partners: { each: partner, ask: Partners, about: partner, asks: { name: Her name, phone: { ask: Her number, type: phone } } }
  risk-form:
    title: Risk form
    from: support-worker
    about: partner
    clause: EV-003
    asks:
      her-fear: { ask: What does she fear?, type: long-text }
sessions:
  total: 10
  every: 1 week
  phases: { first-part: { called: First part, sessions: 6 }, second-part: { called: Second part, sessions: 4 } }
  clause: EV-002
records:
  absence-reason:
    called: he gave a reason for an absence
    about: session
    by: facilitator
    asks: { reason: { ask: The reason, type: text, required: yes } }
    clause: EV-003
  concern:
    called: a concern was recorded
    by: facilitator
    asks: { what: { ask: What is the concern?, type: text, required: yes } }
    clause: EV-003
statements:
  no-guarantee: { says: Attending is no guarantee of change., clause: EV-006 }
reports:
  mid-way:
    title: Mid-way report
    to: [referrer, participant]
    by: facilitator
    reviewed-by: service-lead
    way: secure-email
    after: session-held
    within: 2 weeks
    statements: no-guarantee
    headings:
      attendance-record: { heading: Attendance record, shows: attendance, clause: EV-003 }
      absences: { heading: Sessions not attended, shows: absences with absence-reason.reason, clause: EV-003 }
      concerns: { heading: Concerns, shows: concern, clause: EV-003 }
      engagement: { heading: Engagement, asks: How has he engaged?, required: yes, clause: EV-003 }
      strengths:
        heading: Concerns and positives
        asks: What concerns you, and what is positive?
        rows: { capacity: Capacity, motivation: Motivation }
        columns: { concerns: Concerns, positives: Positives }
        clause: EV-003
      her-view: { heading: A copy of the risk form, shows: her-fear, released-by: support-worker, clause: EV-003 }
      the-end: { heading: The end, shows: standing, only-when: stage is closed, clause: EV-003 }
    clause: EV-003
messages:
  acknowledgement:
    to: referrer
    by: facilitator
    way: email
    subject: Your referral of <full-name>
    says: Thank you. We have received your referral of <full-name>.
    after: referral-received
    within: at-once
    clause: EV-004
  partner-update:
    title: How he attends
    to: partner
    for-each: partner
    by: support-worker
    on-request: partner
    shows: [attendance, progress]
    clause: EV-005
`;

export const clauses = `clauses:
  EV-001: { says: The programme is for clients who are referred., force: tells }
  EV-002: { says: The programme has ten weekly sessions., force: tells }
  EV-003: { says: Referrers must receive a mid-way report., force: must }
  EV-004: { says: Referrals must be acknowledged., force: must }
  EV-005: { says: Partners are told how he attends., force: tells }
  EV-006: { says: Attending is no guarantee of change., force: tells }
`;

/**
 * Sam came on 12 January, was absent on the 19th because of the car, and came on the 26th. A concern of the facilitator's
 * own was recorded on the 20th, and one that Ann told of on the 21st.
 */
export const theCase = `title: Three sessions.
on: 2026-01-02
answers: { full-name: Sam Reed, partners: [{ key: ann, name: Ann Reed, phone: 07700 900 111 }], her-fear: He comes to her work. }
events:
  - { on: 2026-01-05, happened: referral-received, by: referrer }
  - { on: 2026-01-05, happened: accepted, by: facilitator }
  - { on: 2026-01-05, happened: started, by: facilitator }
  - { on: 2026-01-20, happened: absence-reason, about: 2026-01-19, with: { reason: His car broke down. }, by: facilitator }
  - { on: 2026-01-20, happened: concern, with: { what: He was late with his work. }, by: facilitator }
  - { on: 2026-01-21, happened: concern, with: { what: He drinks at home. }, by: facilitator, told-by: partner }
diary:
  - weekly from 2026-01-12: attended, absent, attended
`;

const written = `  - { on: 2026-01-27, happened: mid-way-written, with: { engagement: He speaks when he is asked. }, by: facilitator }
  - { on: 2026-01-28, happened: mid-way-reviewed, by: service-lead }
diary:`;

/** The same, with what its author has to write, and reviewed. */
export const writtenCase = theCase.replace('diary:', written);

const indented = (text: string): string => text.trimEnd().replace(/\n/g, '\n    ');
/** The case as a scenario that expects nothing yet. */
const scenarios = `scenarios:\n  - ${indented(theCase)}\n    expect: [{ at: 2026-01-26, state: on-programme, because: EV-002. }]\n`;

/** Writes it into a new folder; gives that of the definition, "…/evening", in which the cases lie as well. */
export const writeReporting = async (): Promise<string> => {
  const folder = join(await mkdtemp(join(tmpdir(), 'rubric-')), 'evening');
  await mkdir(join(folder, 'scenarios'), { recursive: true });
  await Promise.all([
    writeFile(join(folder, 'programme.yaml'), programme),
    writeFile(join(folder, 'clauses.yaml'), clauses),
    writeFile(join(folder, 'scenarios', 'sessions.yaml'), scenarios),
  ]);
  const cases = join(folder, '..', 'cases');
  await mkdir(cases);
  await writeFile(join(cases, 'case.yaml'), theCase);
  await writeFile(join(cases, 'written.yaml'), writtenCase);
  return folder;
};
