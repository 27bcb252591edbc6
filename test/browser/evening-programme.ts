/** A small invented programme over time, with one scenario, in a folder of its own. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programme = `rubric: 1
programme: { title: Evening Programme, provider: Example Trust, id: evening, working-days: england-and-wales }
people:
  outside: { participant: client, referrer: referrer, partner: partner }
  inside:
    staff: evening staff
    service-lead: { called: service lead, is: staff }
    support-worker: { called: support worker, supports: partner }
forms:
  referral:
    title: Referral form
    from: referrer
    clause: EV-001
    asks:
      full-name: { ask: Full name, type: name, required: yes }
      age: { ask: Age in years, type: number, at-least: 0, at-most: 120 }
      partners: { each: partner, ask: Partners, about: partner, asks: { name: Her name } }
eligibility:
  adult: { requires: age is at least 18, otherwise: He must be 18 or over., clause: EV-001 }
decision: { by: staff }
sessions:
  total: 10
  length: 2 hours
  every: 1 week
  lasts: 10 weeks
  order: sequential
  entry: rolling
  kinds: { group: { called: Group session } }
  phases:
    first-part: { called: First part, kind: group, sessions: 6, clause: EV-002 }
    second-part: { called: Second part, kind: group, sessions: 4, clause: EV-002 }
  clause: EV-002
records:
  incident:
    called: an incident was reported
    by: [staff]
    asks: { severity: { ask: How severe was it?, type: choice, options: { low: Low, high: High }, required: yes } }
    clause: EV-003
facts:
  missed-sessions: { count-of: session, where: absence is yes }
rules:
  two-missed:
    when: missed-sessions reaches 2
    must: close as non-attendance
    confirmed-by: service-lead
    clause: EV-004
  severe-incident:
    after: incident
    where: severity is high
    may: suspend
    confirmed-by: staff
    clause: EV-003
duties:
  tell-referrer:
    after: session-missed
    should: contact referrer
    within: 2 working days
    by: staff
    clause: EV-005
partners:
  monthly-call:
    while: stage is on-programme
    must: contact partner
    every: 1 month
    by: support-worker
    clause: EV-006
pathway:
  start: { needs: { of-age: age is at least 18 }, by: staff, clause: EV-001 }
`;

const clauses = `clauses:
  EV-001: { says: Clients must be adults., force: must }
  EV-002: { says: The programme has ten weekly sessions., force: must }
  EV-003: { says: Severe incidents may lead to a suspension., force: may }
  EV-004: { says: Whoever misses two sessions will be closed., force: must }
  EV-005: { says: The referrer should be told of a missed session., force: should }
  EV-006: { says: Partners are called each month., force: must }
`;

const scenarios = `scenarios:
  - title: Two absences ask for the case to be closed.
    on: 2026-01-02
    answers: { full-name: Sam Reed, age: 30, partners: [{ name: Ann Reed }] }
    events:
      - { on: 2026-01-05, happened: accepted, by: staff }
      - { on: 2026-01-05, happened: started, by: staff }
    diary:
      - weekly from 2026-01-12: attended, absent, absent, cancelled
    expect:
      - at: 2026-01-26
        recommendations: [two-missed]
        because: EV-004. He missed 19 and 26 January.
`;

/** Writes it into a new folder; gives that of the definition, "…/evening". */
export const writeEvening = async (): Promise<string> => {
  const folder = join(await mkdtemp(join(tmpdir(), 'rubric-')), 'evening');
  await mkdir(join(folder, 'scenarios'), { recursive: true });
  await writeFile(join(folder, 'programme.yaml'), programme);
  await writeFile(join(folder, 'clauses.yaml'), clauses);
  await writeFile(join(folder, 'scenarios', 'absences.yaml'), scenarios);
  return folder;
};
