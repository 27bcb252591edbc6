import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginCase } from '../../cases/begin-case.js';
import { temporaryFolder } from '../../store/store-for-tests.js';
import { portalForTests, type Visitor } from '../portal-for-tests.js';

/** How much he drinks is for the service lead and the nurse, of whom the first may let it into the report; what she says is for her worker. */
const text = `rubric: 1
programme: { title: Evening course, provider: Example Trust, ours: test }
people:
  outside: { participant: man, referrer: referrer, partner: partner }
  inside:
    staff: staff member
    service-lead: { called: service lead, is: staff }
    nurse: { called: nurse, is: staff }
    support-worker: { called: support worker, supports: partner }
forms:
  referral: { title: Referral, from: referrer, ours: test, asks: { full-name: { ask: Full name, type: name } } }
instruments:
  drinking-scale: { title: Drinking scale, answered-by: participant, scored-by: service-lead, scores: 0 to 24, ours: test }
  ric: { title: Risk checklist, answered-by: partner, scored-by: support-worker, scores: 0 to 24, ours: test }
information:
  drinking: { called: how much he drinks, keeps: drinking-scale, seen-by: [service-lead, nurse], ours: test }
reports:
  progress:
    title: Progress report
    to: referrer
    by: staff
    on-request: referrer
    headings:
      drinking: { heading: The drinking scale, attaches: drinking-scale, released-by: service-lead }
      risk: { heading: The risk checklist, attaches: ric, released-by: support-worker }
    ours: test
`;
const folder = join(await temporaryFolder(), 'evening');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'programme.yaml'), text);
const portal = await portalForTests(folder, { now: '2026-03-02T09:00:00Z' });
const lead = await portal.as('service-lead', { name: 'Lena Example' });
const nurse = await portal.as('nurse', { name: 'Nan Example' });
const staff = await portal.as('staff', { name: 'Sam Example' });
const address = `/evening/cases/${await beginCase(portal, 'evening', 'Dan Example', { 'full-name': 'Dan Example' })}`;

/** What its list says of the release, and the link beside that. */
const stands = async (visitor: Visitor): Promise<(string | undefined)[]> => {
  const { document } = await visitor.look(`${address}/documents`);
  const lines = [...document.querySelectorAll('[data-item="progress"] > .rubric-quiet')].slice(1);
  return lines.flatMap((line) => [
    line.firstChild?.textContent?.trim() ?? '',
    line.querySelector('a')?.firstChild?.textContent ?? undefined,
  ]);
};
const waits = '“The drinking scale” stands in it once the service lead has released it.';

test('what somebody who supports nobody releases is released where the document stands; what is hers is not there', async () => {
  expect(await stands(lead)).toEqual([waits, 'Release it']);
  expect(await stands(nurse)).toEqual([waits, undefined]);
  // From whom it is kept, from them it is kept also whether it was released.
  expect(await stands(staff)).toEqual([]);
  expect((await staff.look(`${address}/documents/progress`)).document.querySelector('#releases')).toBeNull();
});

test('what was released says by whom and when, and is not offered to be released again', async () => {
  await lead.send(`${address}/record/progress-drinking-released`, { on: '2026-03-02' });
  const made = '“The drinking scale” was released by Lena Example, service lead, on Monday 2 March 2026.';
  expect(await stands(lead)).toEqual([made, 'Take it back']);
  expect(await stands(nurse)).toEqual([made, undefined]);
  expect(await stands(staff)).toEqual([]);
  expect((await lead.look(address)).html).not.toContain('record/progress-drinking-released');
  const page = await nurse.look(`${address}/documents/progress`);
  expect(page.words).toContain(made);
  expect(page.words).not.toContain('Take the release back');
});

test('a release is taken back with the reason for it, which stays with it; then it can be made anew', async () => {
  const page = `${address}/documents/progress`;
  const back = { do: 'take-release-back', heading: 'drinking' };
  const without = await lead.send(page, { ...back, note: ' ' });
  expect(without.status).toBe(422);
  expect(without.words).toContain('Enter why the release is taken back');
  const reason = { ...back, note: 'The score was of another man.' };
  const ofAnother = await nurse.send(page, reason);
  expect(ofAnother.status).toBe(422);
  expect(ofAnother.words).toContain('What was recorded there is not for you to correct.');
  expect(await stands(nurse)).not.toContain(waits);

  await lead.send(page, reason);
  expect(await stands(lead)).toEqual([waits, 'Release it']);
  expect((await lead.look(`${address}/timeline`)).words).toContain('The score was of another man.');
  expect(portal.faults).toEqual([]);
});
