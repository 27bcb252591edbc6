/** `rubric decide --seen-by`: a case without what a role may not see. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rubric } from './run-main.js';

const folder = mkdtempSync(join(tmpdir(), 'rubric-seen-by-'));
const definition = join(folder, 'programme.yaml');
writeFileSync(
  definition,
  `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people:
  outside: { participant: client, referrer: referrer, partner: partner }
  inside:
    staff: Our staff
    service-lead: service lead
    support-worker: { called: support worker, supports: partner }
forms:
  referral:
    title: Referral form
    from: referrer
    asks:
      age: { ask: Age in years, type: number, at-least: 0, at-most: 120 }
      threatened-us: { ask: Has he threatened one of us?, type: yes-no }
      partners: { each: partner, asks: { name: { ask: Her name, type: name } } }
eligibility:
  adult: { requires: age is at least 18 }
exclusions:
  no-threat: { excludes: threatened-us is yes }
decision: { by: service-lead }
information:
  threats: { called: threats to us, keeps: threatened-us, seen-by: service-lead }
partners:
  call-her: { after: accepted, must: contact partner, within: 5 working days, by: support-worker }
`,
);
const file = join(folder, 'case.yaml');
writeFileSync(
  file,
  `title: A man who was accepted.
on: 2026-03-02
answers:
  age: 40
  threatened-us: no
  partners: [{ key: ann, name: Ann Example }]
events:
  - { on: 2026-03-04, happened: accepted }
`,
);
const decide = (...words: string[]) => rubric(['decide', definition, file, '--as-of', '2026-03-20', ...words]);

test('who supports her sees what is owed to her, and our staff do not', async () => {
  const [hers, ours] = [await decide('--seen-by', 'support-worker'), await decide('--seen-by', 'staff')];
  expect(hers.out).toContain('Must: contact the partner (Ann Example), due Wednesday 11 March 2026');
  expect(ours.code).toBe(0);
  expect(ours.out).not.toMatch(/contact the partner|kept apart|Ann/i);
});

test('who may not see what a decision rests on is told that, and no outcome', async () => {
  expect((await decide('--seen-by', 'service-lead')).out).toContain('Eligible, as of Friday 20 March 2026.');
  const { out } = await decide('--seen-by', 'staff');
  expect(out).toContain('What is decided rests on something that is not for this role to see.');
  expect(out).not.toContain('Eligible');
  const json = JSON.parse((await decide('--seen-by', 'staff', '--format', 'json')).out);
  expect(json).not.toHaveProperty('decision');
  expect(json.criteria.map(({ id }: { id: string }) => id)).toEqual(['adult']);
});

test('outside people see documents and never the case, and a misspelt role is put right', async () => {
  const outside = await decide('--seen-by', 'referrer');
  expect([outside.code, outside.err]).toEqual([
    2,
    '“referrer” is outside the service, and sees documents, never the case: use rubric report.\n',
  ]);
  expect((await decide('--seen-by', 'staf')).err).toContain('Did you mean staff?');
});

test('for a person there are words and no ids: of effects, duties, steps, states, and of her whom it is about', async () => {
  const { out } = await decide();
  expect(out).toContain('Accepted since Wednesday 4 March 2026.');
  expect(out).toContain('Start the programme: can be taken');
  const [shared = '', apart = ''] = out.split('Kept apart: for those who support the partner');
  expect(apart).toContain(
    'Must: contact the partner (Ann Example), due Wednesday 11 March 2026, missed, by the support worker',
  );
  expect(shared).not.toContain('Ann');
  expect(out).not.toMatch(/call-her|support-worker|service-lead|threatened-us/);
});
