import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/contract/index.js';
import { compile, differences, differencesInWords } from '../../../generator/index.js';

const written = `rubric: 1
programme: { title: Evening Programme, provider: Example Trust }
people:
  outside: { participant: client, referrer: referrer, agency: court }
  inside: { staff: our staff, service-lead: { called: manager, is: staff } }
clauses:
  EX-001: { says: He must be 18 or over., force: must }
  EX-002: { says: Three absences are talked over., force: must }
  EX-003: { says: He gets an appointment., force: should }
  EX-004: { says: The referrer is told., force: must }
forms:
  referral:
    title: Referral form
    from: referrer
    clause: EX-001
    asks:
      born: { ask: Date of birth, called: date of birth, type: date }
      referred: { ask: Date of the referral, called: date of the referral, type: date, required: yes }
      source: { ask: Who refers?, type: choice, options: { agency: An agency, himself: Himself } }
      waiting: { ask: Is he waiting for another course?, type: yes-no, not-known: Not known }
eligibility:
  adult: { requires: born is at least 18 years before referred, clause: EX-001 }
  free-to-come:
    requires:
      any-of:
        - waiting is no
        - { all-of: [source is himself, referred is after 2026-01-05] }
    clause: EX-001
  motivated: { asks: Is he motivated to change?, judged-by: staff, clause: EX-001 }
decision: { by: service-lead, clause: EX-001 }
sessions: { total: 12, every: 1 week, clause: EX-002 }
facts:
  absences: { count-of: session, where: absence is yes, clause: EX-002 }
rules:
  three-absences:
    when: absences reaches 3
    must: close as non-attendance
    confirmed-by: staff
    clause: EX-002
duties:
  offer-appointment:
    after: referral-received
    only-when: source is agency
    should: contact referrer
    within: 2 weeks
    by: staff
    clause: EX-003
  ring-him:
    after: session-missed
    must: contact participant
    within: 2 days
    by: staff
    clause: EX-002
returns:
  soon: { when: closed has happened in the last 6 months, starts: where-he-left, clause: EX-002 }
  otherwise: { starts: again, clause: EX-002 }
statements:
  welcome: { says: Everybody is welcome., on: referral, clause: EX-004 }
background: EX-004
not-stated: [fees]
`;

const bundleOf = (content: string): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content }]);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};
const old = bundleOf(written);

/** What is told where each of these texts stands in place of the other. */
const told = (...edits: [from: string, to: string][]): string[] => {
  const content = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replaceAll(from, to);
  }, written);
  return differencesInWords(differences(old, bundleOf(content))).flatMap(({ differences: found }) =>
    found.flatMap(({ heading, lines, what }) => [
      `${what} ${heading}`,
      ...lines.filter((line) => !line.startsWith('May change')),
    ]),
  );
};

test('a definition is not different from itself', () => {
  expect(differences(old, old)).toEqual([]);
  expect(differences(old, bundleOf(written))).toEqual([]);
});

test('a comment, another layout and another order of declarations are no difference', () => {
  const duties = /(duties:\n)( {2}offer-appointment:\n(?: {4}.*\n)+)( {2}ring-him:\n(?: {4}.*\n)+)/;
  const criteria = /(eligibility:\n)( {2}adult: .*\n)((?: {2,}.*\n)+)(?=decision)/;
  const other = written
    .replace(duties, '$1$3  # The first thing that is owed to him.\n$2')
    .replace(criteria, '$1$3$2')
    .replace('not-stated: [fees]', 'not-stated:\n  - fees')
    .replace('any-of:\n        - waiting is no\n', 'any-of:\n')
    .replace('referred is after 2026-01-05] }\n', 'referred is after 2026-01-05] }\n        - waiting is no\n');
  expect(other).not.toBe(written);
  expect(differences(old, bundleOf(other))).toEqual([]);
});

test('an age is told of by its number, in the words of its question', () => {
  expect(told(['at least 18 years', 'at least 21 years'])).toEqual([
    'changed Adult (eligibility, clause EX-001)',
    'requires date of birth is at least … before date of the referral: 18 years → 21 years',
  ]);
});

test('of a joined condition only the part that is different is told of', () => {
  expect(told(['source is himself', 'source is agency'])).toEqual([
    'changed Free to come (eligibility, clause EX-001)',
    'requires source is: Himself → An agency',
  ]);
  expect(told(['[source is himself, referred is after 2026-01-05]', '[source is himself]'])).toEqual([
    'changed Free to come (eligibility, clause EX-001)',
    'requires removed: date of the referral is after 2026-01-05',
  ]);
});

test('a time, a force, and what a condition of a duty says are each told of by themselves', () => {
  expect(told(['within: 2 weeks', 'within: 10 working days'], ['should: contact', 'must: contact'])).toEqual([
    'changed Offer appointment (duty, clause EX-003)',
    'force: should → must',
    'within: 2 weeks → 10 working days',
  ]);
  expect(told(['    only-when: source is agency\n', ''])).toEqual([
    'changed Offer appointment (duty, clause EX-003)',
    'only when removed: source is An agency',
  ]);
});

test('an option that comes is told of with its question, and what reads the question is named', () => {
  const content = written.replace('himself: Himself }', 'himself: Himself, court: A court }');
  const found = differences(old, bundleOf(content));
  expect(found).toMatchObject([
    {
      key: 'source',
      what: 'changed',
      changes: [{ part: 'options', to: 'A court' }],
      bears: 'what is asked',
      readBy: ['Free to come', 'Offer appointment'],
    },
  ]);
});

test('a question that has to be answered now is told of so', () => {
  expect(told(['called: date of birth, type: date }', 'called: date of birth, type: date, required: yes }'])).toEqual([
    'changed Date of birth (question, clause EX-001)',
    'has to be answered: as far as known → yes',
  ]);
});

test('how many absences raise a rule, who confirms it and what it does are told of', () => {
  expect(
    told(['absences reaches 3', 'absences reaches 4'], ['confirmed-by: staff', 'confirmed-by: service-lead']),
  ).toEqual([
    'changed Three absences (rule, clause EX-002)',
    'absences reaches: 3 → 4',
    'confirmed by removed: our staff',
    'confirmed by added: manager',
  ]);
});

test('what came and what went are told of by name', () => {
  expect(
    told([
      '  ring-him:\n    after: session-missed\n    must: contact participant\n',
      '  write-to-him:\n    after: session-missed\n    should: Write him a letter\n',
    ]),
  ).toEqual(['added Write to him (duty, clause EX-002)', 'removed Ring him (duty, clause EX-002)']);
});

test('what only goes by another name is told of so, also where others read it', () => {
  expect(
    told(
      ['born', 'birthday'],
      ['  absences: {', '  missed-sessions: {'],
      ['absences reaches', 'missed-sessions reaches'],
      ['three-absences', 'too-often-away'],
      ['motivated:', 'wants-to-change:'],
    ),
  ).toEqual([
    'renamed Date of birth (question, clause EX-001)',
    'was named born, and is named birthday; all else is as it was',
    'renamed Wants to change (eligibility, clause EX-001)',
    'was named motivated, and is named wants-to-change; all else is as it was',
    'renamed Missed sessions (derived fact, clause EX-002)',
    'was named absences, and is named missed-sessions; all else is as it was',
    'renamed Too often away (rule, clause EX-002)',
    'was named three-absences, and is named too-often-away; all else is as it was',
  ]);
});

test('the order in which ways back are tried is a difference', () => {
  const soon = '  soon: { when: closed has happened in the last 6 months, starts: where-he-left, clause: EX-002 }\n';
  const later = '  later: { when: closed has happened in the last 9 months, starts: again, clause: EX-002 }\n';
  const [one, other] = [soon + later, later + soon].map((ways) => bundleOf(written.replace(soon, ways)));
  expect(one && other && differences(one, other)).toMatchObject([
    {
      name: 'The ways back',
      changes: [{ part: 'place of “Later” among the ways back', from: 'after “Soon”', to: 'first' }],
    },
  ]);
});

test('the order of questions on a page is seen by whoever fills it in, and so told of', () => {
  const source = '      source: { ask: Who refers?, type: choice, options: { agency: An agency, himself: Himself } }\n';
  const content = written.replace(source, '').replace('      born:', `${source}      born:`);
  expect(differences(old, bundleOf(content))).toMatchObject([
    {
      what: 'changed',
      kind: 'page',
      changes: [{ part: 'place of “source” on the page', from: 'after “date of the referral”', to: 'first' }],
    },
  ]);
});

test('the words and the force of a clause are told of with the clause, and not again with what cites it', () => {
  expect(told(['says: He must be 18 or over., force: must', 'says: He has to be grown up., force: should'])).toEqual([
    'changed EX-001 (clause)',
    'says: He must be 18 or over. → He has to be grown up.',
    'force: must → should',
  ]);
});

test('who is called what, and what the document does not say, are told of', () => {
  expect(
    told(['called: manager', 'called: head of service'], ['not-stated: [fees]', 'not-stated: [retention]']),
  ).toEqual([
    'changed Head of service (role)',
    'called: manager → head of service',
    'added Retention (topic that is not stated)',
    'removed Fees (topic that is not stated)',
  ]);
});
