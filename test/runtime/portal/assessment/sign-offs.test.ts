/** Deciding together, as My Time's clause 46 has it: its service lead and those who support his partner. */
import { expect, test } from 'vitest';
import { type Answer, type CaseEvent, evaluate } from '../../../../engine/index.js';
import { compile } from '../../../../generator/index.js';
import { keptEvaluations } from '../../../../runtime/server/cases/seen-case.js';
import { standingOf } from '../../../../runtime/server/cases/standing.js';
import { actorFor, beginCase } from '../../cases/begin-case.js';
import { portalForTests, type Visitor } from '../portal-for-tests.js';

const portal = await portalForTests('definitions/my-time', { now: '2026-03-02T09:00:00Z' });
const lead = await portal.as('service-lead', { name: 'Ada Lead' });
const supporter = await portal.as('partner-support-worker', { name: 'Bea Support' });
const facilitator = await portal.as('facilitator', { name: 'Cal Group' });

const begin = async (
  name = 'Dan Example',
  answers: Record<string, Answer> = {},
  events: CaseEvent[] = [],
): Promise<string> =>
  `/my-time/cases/${await beginCase(portal, 'my-time', name, { 'participant-name': name, ...answers }, { events })}/assessment`;
const happened = (what: string, by: string): CaseEvent => ({
  ...{ id: `${what} ${Math.random()}`, kind: 'happened', what, values: {}, by: { role: by } },
  ...{ happened: portal.now(), learned: portal.now(), recorded: portal.now() },
});

/** The decisions that stand on somebody's Today of one man, with whose they are where everybody's are shown. */
const waits = async (visitor: Visitor, name: string, whose = ''): Promise<string[]> => {
  const { document } = await visitor.look(`/my-time/today${whose}`);
  return [...document.querySelectorAll('#decisions li')].flatMap((line) =>
    line.querySelector('.rubric-work__who')?.textContent?.includes(name)
      ? [
          [...line.querySelectorAll('.rubric-work__words, .rubric-quiet')]
            .map((one) => one.textContent?.trim())
            .join(' – '),
        ]
      : [],
  );
};
const accepts = { agreesTo: 'accepted', reason: '' };

test('Each of those who decide together is named, with what was signed', async () => {
  const page = await begin();
  const before = await lead.look(page);
  expect(before.status).toBe(200);
  expect(before.words).toContain('Service lead Has not signed yet');
  expect(before.words).toContain("Women's Services Has not signed yet");
  const after = await lead.send(page, accepts, 'sign-offs');
  expect(after.words).toContain('That he is accepted. Ada Lead, Monday 2 March 2026');
});

test('Somebody who does not decide sees how far they are, and is asked to sign nothing', async () => {
  const page = await begin();
  const shown = await facilitator.look(page);
  expect(shown.words).toContain('This is decided together');
  expect(shown.document.querySelector('form[action*="sign-offs"]')).toBeNull();
});

test('Where they do not agree it stays open, and the reason of those who support her is on her side alone', async () => {
  const page = await begin();
  await lead.send(page, accepts, 'sign-offs');
  await supporter.send(page, { agreesTo: 'declined', reason: 'What she told us of Tuesday' }, 'sign-offs');
  for (const one of [lead, supporter, facilitator]) {
    const shown = await one.look(page);
    expect(shown.words).toContain('They do not agree. The decision stays open until they do');
    expect(shown.html).not.toContain('Tuesday');
  }
});

test('A refusal needs its reason, and what was chosen is kept', async () => {
  const page = await begin();
  const shown = await lead.send(page, { agreesTo: 'declined', reason: ' ' }, 'sign-offs');
  expect(shown.status).toBe(422);
  expect(shown.words).toContain('Enter why, so that those who decide with you can weigh it');
  expect(shown.document.querySelector<HTMLInputElement>('input[value="declined"]')?.checked).toBe(true);
});

test('A decision cannot be recorded before all of them have signed for it', async () => {
  const page = await begin();
  await lead.send(page, { agreesTo: 'declined', reason: 'He denies everything.' }, 'sign-offs');
  const record = page.replace('assessment', 'record/declined');
  const fields = { on: '2026-03-02', reason: 'He denies everything.' };
  expect((await lead.look(page)).document.querySelector('#decide a')).toBeNull();
  const early = await lead.send(record, fields);
  expect(early.words).toContain('each of those who decide has to sign for it first');
  await supporter.send(page, { agreesTo: 'declined', reason: 'I agree.' }, 'sign-offs');
  const recorded = await lead.send(record, fields);
  expect(recorded.status).toBe(200);
  expect(recorded.words).toContain('Not accepted Since Monday 2 March 2026');
  // That it was on the Friday before is a correction, and no other decision.
  const correct = recorded.document.querySelector('#timeline a[href*="/corrections/"]')?.getAttribute('href') ?? '';
  const corrected = await lead.send(correct, { ...fields, on: '2026-02-27' }, '/corrections/');
  expect(corrected.words).toContain('Not accepted Since Friday 27 February 2026');
  // Once it was taken back it is a decision again, and so one to sign for.
  const last = corrected.document.querySelector('#timeline a[href*="/corrections/"]')?.getAttribute('href') ?? '';
  await lead.send(last, { do: 'take-back' }, '/corrections/');
  const anew = await portal.opened.office.cases.open(actorFor('my-time', 'service-lead'), page.split('/')[3] ?? '');
  const made = anew?.events.findLast(({ what }) => what === 'declined');
  if (!anew || !made) throw new Error('It was recorded.');
  const again = { ...happened('declined', 'service-lead'), supersedes: made.id };
  expect(await portal.opened.office.signOffs.refusal(anew, [again])).toContain('has to sign for it first');
});

test('A decision that one has signed for stands on Today of the other, and of nobody once it is recorded', async () => {
  const name = 'Eli Waits';
  const page = await begin(name);
  expect(await waits(lead, name)).toEqual([]);
  expect(await waits(supporter, name)).toEqual([]);

  await lead.send(page, accepts, 'sign-offs');
  const asked = 'Sign for the decision on whether he is accepted. Service lead signed on Monday 2 March 2026.';
  expect(await waits(supporter, name)).toEqual([asked]);
  expect(await waits(lead, name)).toEqual([]);
  expect(await waits(facilitator, name)).toEqual([]);
  expect(await waits(facilitator, name, '?whose=all')).toEqual([`${asked} – Women's Services`]);

  await supporter.send(page, { agreesTo: 'declined', reason: 'What she told us of Friday' }, 'sign-offs');
  const open =
    'Those who decide together do not agree on whether he is accepted. Whoever thinks better of it signs again.';
  expect(await waits(supporter, name)).toEqual([open]);
  expect(await waits(lead, name)).toEqual([open]);

  await lead.send(page, { agreesTo: 'declined', reason: 'I see it now.' }, 'sign-offs');
  const agreed = 'Record the decision. Those who decide together agree: he is not accepted.';
  expect(await waits(lead, name)).toEqual([agreed]);
  const fields = { on: '2026-03-02', reason: 'It is not safe.' };
  await lead.send(page.replace('assessment', 'record/declined'), fields);
  for (const one of [lead, supporter]) expect(await waits(one, name)).toEqual([]);

  // They think better of it together.
  for (const one of [supporter, lead]) await one.send(page, accepts, 'sign-offs');
  expect(await waits(lead, name)).toEqual([agreed.replace('not accepted', 'accepted')]);
  expect((await lead.look(page)).document.querySelector('#decide a')?.textContent).toBe('The participant was accepted');
});

test('What stands on Today hangs on nothing of her side: with her reason it reads as without', async () => {
  const [told, untold] = [await begin('Tom Told'), await begin('Una Untold')];
  await supporter.send(told, { agreesTo: 'accepted', reason: 'She is moving away on Thursday' }, 'sign-offs');
  await supporter.send(untold, accepts, 'sign-offs');
  for (const one of [lead, facilitator])
    for (const whose of ['', '?whose=all']) {
      expect(await waits(one, 'Tom Told', whose)).toEqual(await waits(one, 'Una Untold', whose));
      expect((await one.look(`/my-time/today${whose}`)).html).not.toContain('Thursday');
    }
  expect(await waits(lead, 'Tom Told')).toEqual([
    "Sign for the decision on whether he is accepted. Women's Services signed on Monday 2 March 2026.",
  ]);
});

test('A report on which they decide stands on Today of both once it has come; so does what nothing more is to be found out of', async () => {
  await begin('Rob Reported', {}, [happened('suitability-issued', 'facilitator')]);
  await begin('Wes Without', { sex: 'man' });
  // The programme is for men.
  await begin('Wendy Woman', { sex: 'woman' });
  for (const one of [lead, supporter]) {
    expect(await waits(one, 'Rob Reported')).toEqual([
      'Sign for the decision on whether he is accepted. “Suitability report” came on Monday 2 March 2026.',
    ]);
    expect(await waits(one, 'Wendy Woman')).toEqual([
      'Sign for the decision on whether he is accepted. All that it rests on is recorded.',
    ]);
    expect(await waits(one, 'Wes Without')).toEqual([]);
  }
  expect(await waits(facilitator, 'Rob Reported')).toEqual([]);
});

test('How cases stand is the same worked out anew', async () => {
  const view = { programme: 'my-time', person: 'system', role: 'system', side: 'inside' as const };
  const again = await portal.opened.store.rebuild({ ...view, seesHers: false, sites: 'all' });
  expect(again.cases).toBeGreaterThan(5);
  expect(again.differed).toBe(0);
});

test('Where one decides, the report that came waits for that one until it is decided', () => {
  const content = `rubric: 1
programme: { title: Evening course, provider: Example Trust, ours: test }
people:
  outside: { participant: man, referrer: referrer }
  inside: { leader: group leader, lead: service lead }
forms:
  referral: { title: Referral, from: referrer, ours: test, asks: { full-name: { ask: Full name, type: name } } }
criteria: { suits: { asks: Does it suit him?, judged-by: leader, otherwise: It has to suit him., ours: test } }
decision: { by: lead, ours: test }
reports:
  opinion: { title: Our opinion, to: lead, by: leader, on-request: lead, asks: What do you think?, ours: test }
`;
  const { bundle, problems } = compile([{ file: 'programme.yaml', content }], { play: evaluate });
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  const event = (what: string, on: string): CaseEvent => ({
    ...{ id: `${what} ${on}`, kind: 'happened', what, happened: on, learned: on, recorded: on, values: {} },
    by: { role: 'leader' },
  });
  const worked = (...events: CaseEvent[]) =>
    standingOf(bundle, { ref: 'AAAA-BBBB', began: '2026-03-01', events }, '2026-03-25T09:00:00Z', keptEvaluations())
      .work.filter(({ kind }) => kind === 'decision')
      .map(({ words, by }) => [words, ...by]);
  const [report, decided] = [event('opinion-issued', '2026-03-04'), event('declined', '2026-03-05')];
  expect(worked()).toEqual([]);
  expect(worked(report)).toEqual([
    ['Decide whether he is accepted. “Our opinion” came on Wednesday 4 March 2026.', 'lead'],
  ]);
  expect(worked(report, decided)).toEqual([]);
});

test('What the decision rests on stands first, and nothing is said to be recorded that is not', async () => {
  const page = await begin('Fay First');
  const shown = await facilitator.look(page);
  const first = [...shown.document.querySelectorAll('section.rubric-sheet dt')].map((one) => one.textContent);
  expect(first.slice(0, 3)).toEqual([
    'The initial assessment was offered',
    'The initial assessment was attended',
    'Is he suitable for the programme?',
  ]);
  expect(shown.document.querySelector('#others')?.textContent).toContain('The initial assessment was missed');
  expect(shown.words).toContain('Not recorded For the facilitator to record');
  expect(shown.words).not.toContain('Recorded by');
  // Once it was offered, whether he comes is what is looked for.
  await facilitator.send(page.replace('assessment', 'record/assessment-offered'), { on: '2026-03-02' });
  const after = await facilitator.look(page);
  expect(after.words).toContain('Recorded by Cal Group, the facilitator');
  expect(after.words).toContain('The initial assessment was missed Not recorded');
  expect(after.document.querySelector('#others')).toBeNull();
});
