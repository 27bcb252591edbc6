/**
 * My Time from a referral to the report on its completion, by keys alone: each step by whoever takes it, in a browser of
 * his own, on the page where it is taken. Weeks pass by the test's clock.
 */
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { counted, longName, record, signInByCode, toPart, toPlace, weeksAfter } from './steps.js';
import { type Person, workingPortal } from './working-portal.js';

const working = await workingPortal('definitions/my-time', '2026-03-02T09:00:00Z');
const { portal } = working;
// Everybody here is invented, so that codes may be read where mail is kept.
portal.opened.introduced.demonstration = true;
const rae = 'rae@agency.example';
const first = '2026-04-13';
const long = { timeout: 240_000 };

let referrer: Person;
const facilitator = await working.as('facilitator', { name: 'Fay Group' });
const staff = await working.as('staff', { name: 'Sal Staff' });
const lead = await working.as('service-lead', { name: 'Lea Lead' });
const supporter = await working.as('partner-support-worker', { name: 'Wyn Support' });
let ref = '';
let at = '';

afterAll(() => {
  process.stdout.write(counted(working.looked, 'completion'));
  expect(working.complaints).toEqual([]);
  expect(portal.faults).toEqual([]);
});

test('A referral is begun, kept, gone on with on another day, checked and sent', long, async () => {
  referrer = await working.anybody();
  await referrer.open('/');
  await referrer.look('first page');
  await referrer.follow(/^Refer somebody/);
  await referrer.look('before a referral');
  await referrer.follow('Start');
  await referrer.look('signing in');
  await referrer.type('E-mail address', rae);
  await referrer.button('Send me a code');
  await referrer.type('Code', '000000');
  await referrer.button('Sign in');
  await referrer.look('a wrong code');
  await referrer.type('Code', (await portal.opened.post.keptCode(rae)) ?? '');
  await referrer.button('Sign in');
  await referrer.button('Start');
  await referrer.look('task list');
  await referrer.follow('The referring agency');
  await referrer.type('Your name', 'Rae Example');
  await referrer.button('Save and continue');
  expect(await referrer.page.locator('#error-summary a').allInnerTexts()).toEqual([
    'Enter your agency',
    'Enter your e-mail address',
  ]);
  await referrer.look('a question page with faults');
  await referrer.type('Your agency', 'Example Family Services');
  await referrer.type('Your e-mail address', rae);
  await referrer.button('Save and continue');
  await referrer.type('Full name', longName);
  await referrer.choose('Sex', 'Man');
  await referrer.choose('Has he abused a current or former partner?', 'Yes');
  await referrer.button('Save and continue');
  await referrer.button('Sign out');

  portal.at('2026-03-03T09:00:00Z');
  await referrer.open('/my-time/my-referrals');
  await signInByCode(working, referrer, rae);
  await referrer.look('my referrals, one begun');
  await referrer.follow(/^Continue/);
  expect(await referrer.words()).toContain('2 of 5 pages completed.');
  await referrer.follow('Taking part');
  await referrer.choose('Which suits his working hours?', 'Evening programme');
  await referrer.choose('Would a language barrier keep him from a group?', 'No');
  await referrer.button('Save and continue');
  await referrer.pressHere('Add a partner or ex-partner');
  await referrer.type('Her name', 'Ann Hidden');
  await referrer.choose('Is she a current or a former partner?', 'Former partner');
  await referrer.look('a question page with an entry');
  await referrer.button('Save and continue');
  await referrer.button('Save and continue');
  expect(await referrer.words()).toContain('Ann Hidden');
  await referrer.look('check your answers');
  await referrer.button('Send the referral');
  await referrer.look('sent');
  ref = /reference is (\S+)/.exec(await referrer.words())?.[1] ?? '';
  at = `/my-time/cases/${ref}`;
  await referrer.follow('See this referral');
  expect(await referrer.words()).toContain('Received and acknowledged');
  expect(await referrer.words()).not.toContain('Ann Hidden');
  await referrer.look('one referral of mine');
});

test('The acknowledgement is kept, as its reader would see it', long, async () => {
  await staff.open('/my-time/today');
  await staff.look('today, empty');
  await toPlace(staff, 'Messages');
  await staff.look('messages');
  await staff.follow(/^Acknowledgement of a referral/);
  expect(await staff.words()).toContain('Thank you. We have received your referral.');
  await staff.look('a message');
});

test('He is assessed, found suitable with a reason, and recommended', long, async () => {
  portal.at('2026-03-10T10:00:00Z');
  await facilitator.open('/my-time/today');
  await toPlace(facilitator, 'Cases');
  await facilitator.look('cases');
  await facilitator.follow(/^Bartholomew/);
  await facilitator.look('a case');
  await record(facilitator, /^Record that it is done/);
  portal.at('2026-03-16T12:00:00Z');
  await facilitator.open(at);
  await toPart(facilitator, 'Assessment');
  await facilitator.look('assessment');
  await record(facilitator, /^Record it.*assessment was attended/);
  await toPart(facilitator, 'Assessment');
  await facilitator.follow(/^Record it.*suitable/);
  await facilitator.choose('Is he suitable for the programme?', 'Yes');
  await facilitator.button('Record it');
  expect(await facilitator.words()).toContain('Enter an answer to “The reason for this judgement”');
  await facilitator.look('a judgement without its reason');
  await facilitator.type('The reason for this judgement', 'He says what he did and wants to change.');
  await facilitator.button('Record it');
  expect(await facilitator.words()).toContain('By the criteria: Eligible.');
  await toPart(facilitator, 'Documents');
  await facilitator.look('documents of a case');
  await facilitator.follow(/Suitability report/);
  await facilitator.type('Recommendation', 'He owns what he did. I recommend him.');
  await facilitator.button('It is finished');
  await facilitator.button('Issue it');
  await facilitator.look('a document that went out');
});

test('Those who decide together sign, and only then is he accepted; his referrer is told', long, async () => {
  await lead.open(`${at}/assessment`);
  await lead.button('Sign');
  await lead.look('signing for nothing');
  await lead.choose('What do you agree to?', 'That he is accepted');
  await lead.button('Sign');
  await lead.open(at);
  await supporter.open(at);
  await toPart(supporter, 'Assessment');
  await supporter.choose('What do you agree to?', 'That he is accepted');
  await supporter.button('Sign');
  expect(await supporter.words()).toContain('It can be recorded now.');
  await lead.open(at);
  await record(lead, 'Accept');
  expect(await lead.words()).toContain('Accepted Since Monday 16 March 2026');
  await staff.open('/my-time/messages');
  await staff.follow(/^Notice of the decision/);
  expect(await staff.words()).toContain('Our decision on your referral');
});

test('He is given a place in a group that was made for it, and begins', long, async () => {
  portal.at('2026-04-09T10:00:00Z');
  await facilitator.open('/my-time/groups');
  await facilitator.look('groups, none yet');
  await facilitator.follow('Evening group');
  await facilitator.button('Make the group');
  expect(await facilitator.words()).toContain('Choose the day on which it meets.');
  await facilitator.look('a new group with faults');
  await facilitator.pick('Site', 'Wolverhampton');
  await facilitator.tick('Monday');
  await facilitator.day('Day of its first session', first);
  await facilitator.button('Make the group');
  await facilitator.pick('Give a place to', 'Bartholomew');
  await facilitator.button('Give him the place');
  expect(await facilitator.words()).toContain('1 of 12 places taken, 11 free.');
  await facilitator.look('a group');
  portal.at(`${first}T19:30:00Z`);
  await facilitator.open(at);
  await record(facilitator, 'Start the programme');
  expect(await facilitator.words()).toContain('On the programme Since Monday 13 April 2026');
});

const evening = (week: number): string => weeksAfter(first, week);

test('Three evenings are marked by keys: there, missed with what follows shown, and there again', long, async () => {
  await toPlace(facilitator, 'Groups');
  await facilitator.follow('Evening group', facilitator.page.locator('#content h2, #content h3'));
  await facilitator.follow('Monday 13 April 2026');
  await facilitator.look('a register');
  await facilitator.pick('Topic', 'Time out');
  await facilitator.choose(/was he there/, 'Attended');
  await facilitator.button('Save the register');
  expect(await facilitator.words()).toContain('Saved by Fay Group at 8:30pm on Monday 13 April 2026.');
  await facilitator.look('a register that was saved');

  portal.at(`${evening(1)}T19:30:00Z`);
  await facilitator.open(`/my-time/groups/evening/sessions/${evening(1)}`);
  await facilitator.choose(/was he there/, 'Absent');
  await facilitator.button('Show what this causes');
  expect(await facilitator.words()).toContain('Sessions missed in a row without contact: 1.');
  await facilitator.look('what a register causes');
  await facilitator.button('Save the register');

  portal.at(`${evening(2)}T19:30:00Z`);
  await facilitator.open(`/my-time/groups/evening/sessions/${evening(2)}`);
  await facilitator.choose(/was he there/, 'Attended');
  await facilitator.button('Save the register');
  await facilitator.follow('Who could make up for a missed session here');
  expect(await facilitator.words()).toContain('Monday 20 April 2026');
  await facilitator.look('who could make up for a session');
});

test('What he missed is made up for, from the duty that it caused', long, async () => {
  portal.at('2026-04-29T16:00:00Z');
  await facilitator.open(at);
  await facilitator.follow(/^Record that it is done.*missed session/);
  await facilitator.look('recording a session made up for');
  await facilitator.button('Record it');
  expect(await facilitator.words()).toContain('Sessions credited 3 of 30');
});

/** The register of one more evening, by its own form. */
const attend = async (week: number): Promise<void> => {
  portal.at(`${evening(week)}T19:30:00Z`);
  const visitor = await portal.as('facilitator', { name: 'Fay Group' });
  const register = `/my-time/groups/evening/sessions/${evening(week)}`;
  const saved = await visitor.send(register, { [`people[${ref}][mark]`]: 'attended', act: 'save' }, evening(week));
  expect(saved.words).toContain('Saved by Fay Group');
};

/** Whoever writes a report, the one who releases what goes with it, and what comes of it. */
const report = async (title: string): Promise<void> => {
  await facilitator.open('/my-time/today');
  await facilitator.look('today, with a report due');
  await toPlace(facilitator, 'Reports');
  await facilitator.look('reports');
  await facilitator.follow(new RegExp(`^${title}`));
  await facilitator.look('a report as it is written');
  await facilitator.button('Hand it in');
  expect(await facilitator.words()).toContain('This has to be written first: Review of risk');
  await facilitator.look('a report that lacks something');
  await facilitator.typeAll(facilitator.page.locator('#writing textarea'), (n) => `He takes part; this is text ${n}.`);
  await facilitator.button('Hand it in');
  expect(await facilitator.words()).toContain('Waits to be looked at before it goes out');
  await facilitator.look('a report that waits');
  await supporter.open('/my-time/releases');
  await supporter.look('releases');
  await supporter.follow(new RegExp(`^${title}`));
  await supporter.look('a release');
  await supporter.tick(/RIC/);
  await supporter.button('It may go out');
  await facilitator.page.reload();
  expect(await facilitator.words()).toContain('May go out');
  await facilitator.button('Issue it');
  const word = await facilitator.download('Word');
  expect(word.name).toMatch(/\.docx$/);
  expect(word.begins.slice(0, 2)).toBe('PK');
  const pdf = await facilitator.download('PDF');
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(pdf.begins).toBe('%PDF');
};

test('Half way, his report is written, released with her assessment, and issued', long, async () => {
  // Credited: 13 and 27 April and the one made up for; twelve more evenings make fifteen.
  for (let week = 3; week <= 14; week += 1) await attend(week);
  await supporter.open('/my-time/partner-support');
  await supporter.look('partner support');
  await supporter.follow('Ann Hidden');
  await supporter.look('one partner');
  await supporter.follow(/^RIC risk assessment/);
  await supporter.look('a score of hers');
  await supporter.type('RIC risk assessment: score', '14');
  await supporter.button('Record it');
  await report('Mid-way report');
});

test('After thirty weeks he has completed, and his referrer reads the report on it', long, async () => {
  for (let week = 15; week <= 29; week += 1) await attend(week);
  await facilitator.open(at);
  expect(await facilitator.words()).toContain('Sessions credited 30 of 30');
  await report('Completion report');
  await facilitator.open(at);
  await record(facilitator, 'Complete the programme');
  expect(await facilitator.words()).toContain('Completed Since Monday 2 November 2026');
  await facilitator.look('a case that is completed');

  await referrer.open('/my-time/my-referrals');
  await signInByCode(working, referrer, rae);
  await referrer.look('my referrals');
  await referrer.follow(/^Bartholomew/);
  await referrer.follow(/^Read it.*Completion report/);
  const read = await referrer.words();
  expect(read).toContain('30 sessions were due: 29 attended, 1 missed.');
  expect(read).toContain('A copy of full RIC risk assessment');
  expect(read).not.toContain('Ann Hidden');
  await referrer.look('a report, for whoever referred him');
});
