import { expect, test } from 'vitest';
import { type Handed, handedBy, mailBy } from '../../../runtime/server/post/mail.js';
import { type Answers, answer, smtpPeer } from './smtp-peer.js';

const letter = { id: 'one', to: 'lee@example.org', subject: 'A note', text: 'Words.' };
const handed = async (answers?: Answers, to = letter.to): Promise<Handed['kind']> => {
  const peer = await smtpPeer(answers);
  const mail = mailBy(peer.url, 'Office <office@example.org>');
  const { kind } = await mail.hand({ ...letter, to });
  mail.close();
  await peer.close();
  return kind;
};

test('what the mail server took is sent', async () => {
  expect(await handed()).toBe('taken');
});

test('what it refuses for good is not tried again', async () => {
  expect(await handed(() => answer(550, 'No such person here'))).toBe('refused');
});

test('what it does not take now is tried later', async () => {
  expect(await handed(() => answer(451, 'Too busy'))).toBe('not-now');
});

test('an address that is none is refused', async () => {
  expect(await handed(undefined, 'nobody')).toBe('refused');
});

test('where no mail server answers, nothing was sent', async () => {
  const mail = mailBy('smtp://127.0.0.1:1', 'office@example.org');
  expect((await mail.hand(letter)).kind).toBe('not-now');
});

test('a connection that breaks before the answer leaves it open whether it was sent', () => {
  expect(handedBy(Object.assign(new Error('gone'), { code: 'ECONNECTION' })).kind).toBe('perhaps');
  expect(handedBy(Object.assign(new Error('reset'), { code: 'ESOCKET', syscall: 'read' })).kind).toBe('perhaps');
});

test('several addresses in one are none', async () => {
  expect(await handed(undefined, 'lee@example.org, kim@example.org')).toBe('refused');
});
