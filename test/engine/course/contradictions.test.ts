/** Two clauses that say different things of one man: both are shown, until somebody settles it as data. */
import { expect, test } from 'vitest';
import { type Bundle, evaluate } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { confirmed, started, stood, weekly } from './story.js';

const text = (settled: string): string => `rubric: 1
programme: { title: Evening course, provider: Example Trust, clause: EC-001 }
clauses:
  EC-001: { says: The evening course has 20 sessions., force: tells }
  EC-002: { says: A man who has missed three sessions is closed., force: must }
  EC-003: { says: A man keeps the place unless he missed two in a row., force: must }
people:
  outside: { participant: { called: participant, clause: EC-001 } }
  inside: { leader: { called: leader, clause: EC-001 } }
sessions: { total: 20, clause: EC-001 }
facts:
  absences: { count-of: session, where: absence is yes, clause: EC-002 }
  missed: { run-of: session, where: absence is yes, clause: EC-003 }
rules:
  closes: { when: absences reaches 3, must: close as non-attendance, confirmed-by: leader, clause: EC-002 }
  keeps: { when: { all-of: [absences is at least 1, missed is at most 1] }, must: keep his place, clause: EC-003 }
${settled}`;
const settledFor = (inForce: string): string =>
  `settled: [{ between: [EC-002, EC-003], in-force: ${inForce}, by: service lead, on: 2026-01-31, clause: EC-001 }]\n`;
const compiled = (settled: string, play: boolean): Bundle => {
  const { bundle, problems } = compile(
    [{ file: 'programme.yaml', content: text(settled) }],
    play ? { play: evaluate } : {},
  );
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};
const threeApart = [started(), ...weekly('2026-01-12', 'absent, attended, absent, attended, absent')];
const both = (bundle: Bundle) => {
  const then = stood(bundle, '2026-02-09', threeApart);
  return [then.rule('closes'), then.rule('keeps')];
};

test('nobody has settled it: both stand, each names the other and a history that shows it', () => {
  const bundle = compiled('', true);
  expect(both(bundle)).toEqual([['open'], ['open']]);
  const [closes] = stood(bundle, '2026-02-09', threeApart).whole.recommendations ?? [];
  expect(closes?.conflicts.map(({ rule, settled, yields }) => [rule, settled, yields])).toEqual([
    ['keeps', false, false],
  ]);
  expect(closes?.conflicts[0]?.witness).toContain('misses 3 sessions');
});

test.each([true, false])('what is settled holds, whether or not histories were played (%s)', (play) => {
  expect(both(compiled(settledFor('EC-003'), play))).toEqual([['lapsed'], ['open']]);
  expect(both(compiled(settledFor('EC-002'), play))).toEqual([['open'], ['lapsed']]);
});

test('where only one of them applies there is nothing that it yields to', () => {
  const threeInARow = [started(), ...weekly('2026-01-12', 'absent, absent, absent')];
  const then = stood(compiled(settledFor('EC-003'), true), '2026-01-26', threeInARow);
  expect([then.rule('closes'), then.rule('keeps')]).toEqual([['open'], ['lapsed']]);
});

test('a person may still confirm either while it is not settled', () => {
  const then = stood(compiled('', true), '2026-02-10', [...threeApart, confirmed('2026-02-10', 'closes')]);
  expect([then.whole.state, then.rule('closes')]).toEqual(['closed', ['confirmed']]);
});
