/** Everything that somebody who supports a partner can record of her, each answer with a word that stands nowhere else. */
import type { PortalForTests, Visitor } from '../portal-for-tests.js';
import { notAsked } from './two-partners.js';

/** Found in every field of hers; no page but hers may hold it. */
export const token = 'quokka';
export const number = '07700 900987';

/** The words in which a review was asked for, and the key that its form was sent with. */
export const review = { words: 'Please look at how he attends.', key: 'theKeyOfTheFormOfTheReview' };

/** Fills in every form of hers as `worker`, once for each partner. Gives the pages that were answered with a fault. */
export const liveHerLife = async (worker: Visitor, at: string, forRole: string, portal: PortalForTests) => {
  const faults: string[] = [];
  const send = async (ending: string, fields: Record<string, string | string[]>): Promise<void> => {
    const sent = await worker.send(`${at}${ending}`, fields);
    if (sent.status !== 200) faults.push(`${ending} ${sent.status} ${sent.words.slice(0, 900)}`);
  };
  await send('/reach', {
    ...notAsked,
    called: `${token} name`,
    number,
    email: `${token}@example.org`,
    address: `1 ${token} lane`,
    through: `${token} sister`,
    'way-telephone': 'yes',
    'way-letter': 'no',
    voicemail: 'yes',
    'days-1': ['1'],
    'from-1': '09:00',
    'to-1': '10:00',
    times: `${token} times`,
    'code-word': `${token}word`,
    'may-hear': `${token} hears`,
    note: `${token} note`,
  });
  await send('/wishes', { support: 'yes', told: 'yes', on: portal.now().slice(0, 10), note: `${token} wishes` });
  const when = `${portal.now().slice(0, 11)}12:00`;
  await send('/contact', {
    way: 'letter',
    outcome: 'no-answer',
    when,
    note: `${token} tried`,
    because: `${token} because`,
    next: `${token} next`,
  });
  await send('/contact', { way: 'telephone', outcome: 'reached', when, note: `${token} said`, because: `${token} so` });
  await send('/details', { 'her-name': `Mrs ${token}`, 'her-phone': number });
  const own = await worker.look(at);
  for (const link of own.document.querySelectorAll<HTMLAnchorElement>('a[href*="/record/"]')) {
    const page = await worker.look(link.href);
    const fields: Record<string, string> = { on: portal.now().slice(0, 10) };
    for (const field of page.document.querySelectorAll<HTMLInputElement>('[name^="with-"]'))
      fields[field.name] = field.type === 'radio' ? field.value : field.inputMode === 'decimal' ? '7' : `${token} told`;
    await send(link.href.slice(at.length), fields);
  }
  const tell = await worker.look(`${at}/tell`);
  if (tell.document.querySelector('[name=document]')) await send('/tell', {});
  await send('', {});
  await send('/review', {
    key: review.key,
    ground: 'own',
    own: review.words,
    for: forRole,
    why: `${token} why`,
  });
  return faults;
};
