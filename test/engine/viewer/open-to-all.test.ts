import { expect, test } from 'vitest';
import { openToAll } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';

const { bundle } = compile([
  {
    file: 'programme.yaml',
    content: `rubric: 1
programme: { title: River Steps, provider: Example, clause: EX-001 }
people:
  outside: { participant: { called: man, clause: EX-001 }, referrer: { called: referrer, clause: EX-001 }, partner: { called: partner, clause: EX-001 } }
  inside: { facilitator: { called: group worker, clause: EX-001 }, support-worker: { called: support worker, supports: partner, clause: EX-001 } }
clauses: { EX-001: { says: The programme is for men., force: tells } }
forms:
  referral:
    title: Referral
    from: referrer
    clause: EX-001
    asks:
      full-name: Full name
      partners: { each: partner, ask: Each partner, asks: { name: Her name } }
`,
  },
]);
if (!bundle) throw new Error('The definition of this test has a mistake.');

test('what anybody may know of a case holds nothing that carries a label, whatever it is', () => {
  const at = '2026-03-02T12:00:00Z';
  const values = { 'full-name': 'Zoltan', partners: [{ name: 'Petra' }] };
  const event = {
    id: 'a',
    kind: 'answered',
    happened: at,
    learned: at,
    recorded: at,
    by: { role: 'referrer' },
  } as const;
  const seen = openToAll(bundle, [{ ...event, values }]);
  expect(seen.events.map((one) => one.values)).toEqual([{ 'full-name': 'Zoltan' }]);
  expect(seen.bundle.facts.map(({ id }) => id)).toEqual(['full-name']);
});
