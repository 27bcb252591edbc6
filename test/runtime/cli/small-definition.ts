/** A small definition with scenarios, written into a folder of its own for tests of what reads from a disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const programme = `rubric: 1

programme: { title: Evening Course, provider: Example, clause: EX-001 }

people:
  outside:
    participant: { called: applicant, ours: Whoever applies. }
    referrer: { called: referrer, ours: Whoever refers. }
  inside:
    staff: { called: course team, ours: Whoever runs it. }

clauses:
  EX-001: { says: The evening course is for adults., force: tells }
  EX-002: { says: He must be 18 or over., force: must }
  EX-003: { says: He must want to come., force: must }
  EX-004: { says: Nobody who is barred can come., force: must }

forms:
  application:
    title: Application
    from: participant
    clause: EX-001
    asks:
      full-name: Full name
      applied: { ask: Date of the application, type: date, required: yes }
      born: { ask: Date of birth, type: date, required: yes }
      barred: { ask: Is he barred?, type: yes-no, not-known: Not known }

eligibility:
  adult: { requires: born is at least 18 years before applied, clause: EX-002 }
  willing: { asks: Does he want to come?, judged-by: staff, clause: EX-003 }

exclusions:
  barred-from-coming: { excludes: barred is yes, reason: He is barred., clause: EX-004 }

decision: { by: staff, clause: EX-001 }
`;

export const starts = `starts:
  a-man:
    on: 2026-03-02
    answers: { full-name: Sam Example, applied: 2026-03-02, born: 1985-03-27, barred: no, willing: yes }
`;

export const scenarios = `scenarios:
  - title: An adult who wants to come is eligible.
    start: a-man
    expect:
      - decision: eligible
        criteria: { adult: met, willing: met, barred-from-coming: not-met }
        missing: []
        because: EX-002 and EX-003. Born on 27 March 1985, he is 40.

  - title: He is old enough on his eighteenth birthday and not the day before.
    start: a-man
    answers: { born: 2008-03-02 }
    events:
      - { on: 2026-03-09, answered: { born: 2008-03-03 }, by: participant }
    expect:
      - { at: 2026-03-08, criteria: { adult: met }, because: EX-002. He turned 18 on the day of the application. }
      - { at: 2026-03-09, decision: not-eligible, reasons: [adult], because: EX-002. He turned 18 a day after it. }

  - title: Nothing is known of somebody who has answered nothing.
    start: a-man
    answers: { born: unanswered, barred: not-known, willing: unanswered }
    expect:
      - decision: not-enough-information
        criteria: { adult: unknown, willing: unknown, barred-from-coming: unknown }
        missing: [born, barred, willing]
        because: EX-002 to EX-004.

  - title: Nobody who is barred can come, and nobody who does not want to.
    start: a-man
    answers: { barred: yes, willing: no }
    expect:
      decision: excluded
      criteria: { barred-from-coming: met, willing: not-met }
      because: EX-003 and EX-004.
`;

/** A folder on the disk, by path from it on. */
export interface Folder {
  path: string;
  write(name: string, content: string): string;
  remove(): void;
}

/** Makes an empty folder. */
export const emptyFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'rubric-test-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

/** Makes a folder with the definition and its scenarios, all of which pass and which exercise every rule. */
export const smallDefinition = (): Folder => {
  const folder = emptyFolder();
  folder.write('course/programme.yaml', programme);
  folder.write('course/scenarios/starts.yaml', starts);
  folder.write('course/scenarios/who-can-come.yaml', scenarios);
  return folder;
};
