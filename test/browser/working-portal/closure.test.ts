/**
 * Harbour from a referral to a closure, a review of it and a formal appeal, by keys alone. What Harbour's document does
 * not declare is not asked of it: it has no letter on closing, so the referrer knows no more than that the case is closed.
 */
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { counted, record, signInByCode, toPart, toPlace } from './steps.js';
import { type Person, workingPortal } from './working-portal.js';

const working = await workingPortal('definitions/harbour', '2026-03-02T09:00:00Z');
const { portal } = working;
// Everybody here is invented, so that codes may be read where mail is kept.
portal.opened.introduced.demonstration = true;
const rae = 'rae@agency.example';
const long = { timeout: 240_000 };

const referrer = await working.anybody();
const staff = await working.as('staff', { name: 'Sal Staff' });
const lead = await working.as('service-lead', { name: 'Lea Lead' });
const supporter = await working.as('partner-support-worker', { name: 'Wyn Support' });
let at = '';

afterAll(() => {
  process.stdout.write(counted(working.looked, 'closure'));
  expect(working.complaints).toEqual([]);
  expect(portal.faults).toEqual([]);
});

test('A referral is filled in, signed and sent', long, async () => {
  await referrer.open('/harbour/refer');
  await referrer.follow('Start');
  await signInByCode(working, referrer, rae);
  await referrer.choose('Who makes the referral?', 'I refer somebody else, as referrer');
  await referrer.look('before a referral');
  await referrer.button('Start');
  await referrer.follow('The Referrer');
  await referrer.choose('Who is making the referral?', 'An agency or another person');
  await referrer.day('Date of the referral', '2026-03-02');
  await referrer.choose('Most convenient area for the service user', 'Hartlepool');
  await referrer.type('Name of the referrer', 'Rae Example');
  await referrer.type('E-mail address of the referrer', rae);
  await referrer.button('Save and continue');
  await referrer.type('Full name', 'Sam Example');
  await referrer.type('Address', '1 High Street');
  await referrer.choose('Sex', 'Man');
  // The page is left lying for longer than anybody stays signed in: what was typed is back, and counts, once he is.
  portal.at('2026-03-02T09:31:00Z');
  await referrer.button('Save and continue');
  await signInByCode(working, referrer, rae);
  expect(await referrer.page.locator('#notices').innerText()).toContain('What you had typed is back');
  expect(await referrer.page.getByLabel('Full name').inputValue()).toBe('Sam Example');
  expect(await referrer.page.getByLabel('Address', { exact: true }).inputValue()).toBe('1 High Street');
  await referrer.look('a question page with what was typed before it was left');
  await referrer.day('Date of birth', '1988-06-14');
  await referrer.choose('Relationship at present', 'Heterosexual');
  await referrer.choose('Abuse of a woman in an intimate relationship, past or present', 'Yes');
  await referrer.button('Save and continue');
  await referrer.choose('Is a partner known, present or former, whom he has harmed?', 'No');
  expect(await referrer.words()).toContain('Add a family member');
  await referrer.look('questions about a family');
  await referrer.button('Save and continue');
  await referrer.choose('Domestic violence related court proceedings pending', 'No');
  await referrer.choose('Child contact proceedings going through court', 'No');
  await referrer.button('Save and continue');
  await referrer.choose('Violence towards a member of staff of these agencies', 'No');
  await referrer.button('Save and continue');
  await referrer.button('Save and continue');
  await referrer.type('I understand this declaration', 'Rae Example');
  await referrer.button('Save and continue');
  await referrer.button('Send the referral');
  at = `/harbour/cases/${/reference is (\S+)/.exec(await referrer.words())?.[1]}`;
});

/** An appointment is offered on one day, and missed on the other. */
const offerAndMiss = async (offered: string, missed: string): Promise<void> => {
  portal.at(`${offered}T10:00:00Z`);
  await staff.open(`${at}/assessment`);
  await record(staff, /^Record.*assessment was offered/);
  portal.at(`${missed}T15:00:00Z`);
  await staff.open(`${at}/assessment`);
  await record(staff, /^Record.*assessment was missed/);
};

test(
  'Twice he misses the first appointment; the closure that rules recommend is confirmed by a person',
  long,
  async () => {
    await offerAndMiss('2026-03-03', '2026-03-10');
    await offerAndMiss('2026-03-11', '2026-03-17');
    const recommended = staff.page.locator('#recommendations li').filter({ hasText: 'Close as non-attendance' });
    await staff.look('a case with recommendations');
    await staff.follow(/^Confirm or refuse/, recommended);
    await staff.choose('What do you decide?', 'Refuse it');
    await staff.button('Record it');
    await staff.look('a refusal without its reason');
    expect(await staff.page.locator('#error-summary').count()).toBe(1);
    await staff.choose('What do you decide?', 'Confirm it');
    await staff.button('See what it would cause');
    expect(await staff.words()).toContain('State Awaiting assessment Closed');
    await staff.look('what an answer would cause');

    // Somebody else records something in the meantime: what was chosen stays, and both are seen.
    const other = await working.as('staff', { name: 'Ola Second' });
    await other.open(`${at}/assessment`);
    await record(other, /^Record.*assessment was offered/);
    await staff.button('Record it');
    expect(await staff.words()).toContain('Somebody else recorded something in the meantime');
    await staff.look('a conflict');
    await staff.button('Record it all the same');
    expect(await staff.words()).toContain('Closed Since Tuesday 17 March 2026');
  },
);

/** Writes what answers an appeal, has it looked at, and sends it. */
const answer = async (who: Person, document: RegExp, text: string): Promise<void> => {
  await who.open(at);
  await toPart(who, 'Documents');
  await who.follow(document);
  await who.look('an answer as it is written');
  await who.typeAll(who.page.locator('#writing textarea'), () => text);
  await who.button('Hand it in');
  await supporter.open('/harbour/releases');
  await supporter.follow(document);
  await supporter.button('It may go out');
  await who.page.reload();
  await who.button('Send it');
};

test('The referrer appeals, the one who reviews answers, and the answer is read', long, async () => {
  portal.at('2026-03-20T10:00:00Z');
  await referrer.open('/harbour/my-referrals');
  await signInByCode(working, referrer, rae);
  await referrer.follow('Sam Example');
  await referrer.follow('Review of the decision');
  await referrer.button('Send the appeal');
  await referrer.look('an appeal without words');
  await referrer.type('Why the decision should be reviewed', 'He was ill on both days.');
  await referrer.button('Send the appeal');
  expect(await referrer.words()).toContain('You asked for this: Review of the decision');

  portal.at('2026-03-24T10:00:00Z');
  await lead.open('/harbour/today');
  await lead.look('today, with something overdue');
  await answer(lead, /Our answer to your request for a review/, 'The decision stands: no word came on either day.');
  await lead.open(at);
  expect(await lead.page.locator('#duties > ul').innerText()).not.toContain('Answer the appeal');
  await referrer.open('/harbour/my-referrals');
  await signInByCode(working, referrer, rae);
  await referrer.follow('Sam Example');
  await referrer.follow(/^Read it.*Our answer to your request/);
  expect(await referrer.words()).toContain('The decision stands: no word came on either day.');
  await referrer.look('an answer, for whoever appealed');
});

test('A formal appeal goes to the chief executive, whose answer goes as a letter', long, async () => {
  await referrer.open('/harbour/my-referrals');
  await referrer.follow('Sam Example');
  await referrer.follow('Formal appeal');
  await referrer.type('Why the decision is disputed', 'Nobody asked the hospital.');
  await referrer.button('Send the appeal');

  const chief = await working.as('chief-executive', { name: 'Cal Chief' });
  portal.at('2026-03-27T10:00:00Z');
  await answer(chief, /Our answer to your appeal/, 'He may begin again. He is offered an appointment.');
  await chief.open('/harbour/messages');
  await chief.look('messages that wait for a person');
  await chief.follow(/^Our answer to your appeal.*Rae Example/);
  expect(await chief.words()).toContain('It goes as a letter: print it, and say when it has gone.');
  await chief.button('I have sent it myself');
  expect(await chief.words()).toContain('Sent by a person, by Cal Chief');
  await chief.look('a letter that has gone');

  await staff.open(at);
  await record(staff, 'Come back after leaving');
  expect(await staff.words()).toContain('Since Friday 27 March 2026');
  await toPart(staff, 'Timeline');
  expect(await staff.words()).toContain('Ola Second');
  await staff.look('a whole timeline');
  await toPlace(staff, 'Cases');
  expect(await staff.words()).toContain('Sam Example');
});

test('Whoever is invited comes by the link, works at once, and signs in with a password of her own', long, async () => {
  const administrator = await working.as('administrator', { name: 'Ada Lane' });
  await administrator.open('/administration/programmes/harbour/invite');
  await administrator.type('E-mail address', 'fay@people.example');
  await administrator.choose('Role', /^Harbour staff/);
  await administrator.button('Send the invitation');
  const link = /\/invitation\/[\w-]+/.exec(await administrator.words())?.[0] ?? '';
  await administrator.look('an invitation to hand over');

  const fay = await working.anybody();
  await fay.open(link);
  await fay.look('an invitation');
  await fay.type('Your name', 'Fay Hill');
  await fay.button('Accept and sign in');
  expect(await fay.words()).toContain('For the Harbour staff');
  await fay.follow('Your sign-in');
  await fay.type('New password', 'three words in a row');
  await fay.button('Set the password');
  expect(await fay.words()).toContain('Your password is set.');
  await fay.button('Sign out');
  await fay.open('/sign-in/password');
  await fay.type('E-mail address', 'fay@people.example');
  await fay.type('Password', 'three words in a row');
  await fay.button('Continue');
  await fay.look('the second step');
  await fay.type('Code', (await portal.opened.post.keptCode('fay@people.example')) ?? 'none was sent');
  await fay.button('Sign in');
  expect(await fay.words()).toContain('For the Harbour staff');
});
