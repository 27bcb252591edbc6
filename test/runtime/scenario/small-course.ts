/** A small definition over time, and scenarios that try each edge of it. */
import { programme } from '../cli/small-definition.js';

export const course = `${programme}
sessions: { total: 30, clause: EX-001 }

records:
  incident:
    called: an incident was reported
    asks: { severity: { ask: How severe was it?, options: [low, high] } }
    clause: EX-001

facts:
  missed-in-a-row: { run-of: session, where: absence is yes, clause: EX-003 }

rules:
  two-missed:
    when: missed-in-a-row reaches 2
    must: close as non-attendance
    confirmed-by: staff
    clause: EX-003

duties:
  call-back:
    after: incident
    where: severity is high
    should: contact participant
    within: 2 weeks
    clause: EX-003
`;

export const played = `
  - title: Two absences in a row are one too many, and one is not.
    start: a-man
    diary:
      - weekly from 2026-03-09 at 18:00: absent, attended, absent, absent
    events:
      - { on: 2026-03-05, happened: started }
    expect:
      - at: 2026-03-24
        state: on-programme
        facts: { missed-in-a-row: 1 }
        recommendations: none
        because: EX-003. Absent on 23 March only, for on 16 March he was there.
      - at: 2026-03-30
        facts: { missed-in-a-row: 2 }
        recommendations: [two-missed]
        because: EX-003. Absent on 23 and 30 March.

  - title: He is closed when somebody confirms it, and stays closed.
    start: a-man
    diary: [{ weekly from 2026-03-09: absent x 2 }]
    events:
      - { on: 2026-03-05, happened: started }
      - { on: 2026-03-17, confirmed: two-missed }
    expect:
      - { at: 2026-03-20, state: closed, ending: non-attendance, recommendations: { two-missed: confirmed }, because: EX-003. }

  - title: A session that nobody recorded may have been the second.
    start: a-man
    diary:
      - weekly from 2026-03-09: absent, not-recorded
    events: [{ on: 2026-03-05, happened: started }]
    expect:
      - { at: 2026-03-17, facts: { missed-in-a-row: 0 to 2 }, to-find-out: [2026-03-16], because: EX-003. }

  - title: After a severe incident he is called within two weeks, and after another not.
    start: a-man
    events:
      - { on: 2026-03-05, happened: started }
      - { on: 2026-03-09, happened: incident, with: { severity: low } }
      - { on: 2026-03-16, happened: incident, with: { severity: high } }
    expect:
      - { at: 2026-03-10, duties: { call-back: none }, because: EX-003. It was not severe. }
      - { at: 2026-03-30, duties: { call-back: { state: open, due: 2026-03-30 } }, because: EX-003. 14 days after the 16th. }
      - { at: 2026-03-31, duties: { call-back: missed }, because: EX-003. }
`;
