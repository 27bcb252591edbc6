import { expect, test } from 'vitest';
import { issueStore } from '../../../../runtime/server/store/document-store.js';
import { portalForTests, type Visitor } from '../portal-for-tests.js';
import { notAsked, referred, supporting } from './two-partners.js';

// A Monday at six in the evening.
const portal = await portalForTests('definitions', { now: '2026-03-02T18:00:00Z' });
const ref = await referred(portal, 'harbour', {
  more: { 'partner-known': 'yes' },
  partners: [
    { name: 'Bea Brook', phone: '07700 900111' },
    { name: 'Cara Cole', phone: '07700 900222' },
  ],
});
const base = `/harbour/partner-support/${ref}`;
const [bea, cara] = [`${base}/1`, `${base}/2`];
const worker = await portal.as('partner-support-worker', { programme: 'harbour', name: 'Wen Worker' });
const staff = await portal.as('staff', { programme: 'harbour', name: 'Sid Staff' });

const happened = async (who: Visitor, what: string, on: string): Promise<void> => {
  const sent = await who.send(`/harbour/cases/${ref}/record/${what}`, { on });
  expect(sent.status, sent.words).toBe(200);
};

test('her side’s day lists every partner by his case, and each of them has a page of her own', async () => {
  const today = await worker.look('/harbour/partner-support');
  expect(today.words).toContain('Bea Brook Alan Ash');
  expect(today.words).toContain('Cara Cole Alan Ash');
  expect(today.document.title).not.toMatch(/Bea|Cara|Alan/);
  const own = await worker.look(bea);
  expect(own.words).toContain('07700 900111');
  expect(own.document.title).not.toMatch(/Bea|Cara|Alan/);
});

test('a page of one partner holds nothing of another', async () => {
  for (const ending of ['', '/reach', '/wishes', '/contact', '/details', '/tell', '/review'])
    expect((await worker.look(`${bea}${ending}`)).html).not.toMatch(/Cara|Cole|900222/);
});

test('how she can be reached is asked way by way, and a mistake keeps what was typed', async () => {
  const wrong = await worker.send(`${bea}/reach`, { called: 'Bee', 'days-1': '1', 'from-1': '17:00', 'to-1': '09:00' });
  expect(wrong.status).toBe(422);
  expect(wrong.words).toContain('Enter an hour until which it is safe that comes after the first');
  expect(wrong.document.querySelector<HTMLInputElement>('#called')?.value).toBe('Bee');
  const safe = {
    ...notAsked,
    called: 'Bee',
    'way-telephone': 'yes',
    'way-letter': 'no',
    voicemail: 'no',
    'days-1': ['1', '2'],
    'from-1': '09:00',
    'to-1': '17:00',
    'code-word': 'marigold',
    'may-hear': 'Her sister, of anything',
  };
  const kept = await worker.send(`${bea}/reach`, safe);
  expect(kept.words).toContain('It is 6pm: she asked not to be called after 5pm.');
  expect(kept.words).toContain('Not by letter: she asked not to be reached so.');
  expect(kept.words).toContain('No message may be left.');
  expect(kept.words).toContain('Monday, 9am to 5pm');
  expect(kept.words).toContain('marigold');
  expect(kept.words).toContain('Recorded by Wen Worker at 6pm on Monday 2 March 2026');
});

test('what she said before stays, and somebody who did not see the latest is shown it first', async () => {
  const before =
    (await worker.look(`${bea}/reach`)).document.querySelector<HTMLInputElement>('[name=seen]')?.value ?? '';
  const changed = await worker.send(`${bea}/reach`, { called: 'B', 'days-1': [], 'from-1': '', 'to-1': '' });
  expect(changed.words).not.toContain('she asked not to be called after');
  expect(changed.words).toContain('What to call her: Bee');
  const late = await worker.send(`${bea}/reach`, { called: 'Mrs Brook', seen: before });
  expect(late.status).toBe(409);
  expect(late.words).toContain('Somebody else recorded something in the meantime');
  expect(late.document.querySelector<HTMLInputElement>('#called')?.value).toBe('Mrs Brook');
  expect((await worker.look(bea)).words).not.toContain('Mrs Brook');
});

test('a way that she ruled out is recorded only with its reason', async () => {
  const when = '2026-03-02T12:00';
  const bare = await worker.send(`${bea}/contact`, { way: 'letter', outcome: 'message-left', when });
  expect(bare.status).toBe(422);
  expect(bare.words).toContain('She asked not to be reached by letter.');
  expect(bare.words).toContain('Enter why it was done all the same');
  const reasoned = await worker.send(`${bea}/contact`, {
    way: 'letter',
    outcome: 'no-answer',
    when,
    because: 'She had moved, and asked for it on the day.',
    next: 'Call again',
    'next-on': '2026-03-04',
  });
  expect(reasoned.words).toContain('Made all the same, because: She had moved');
  expect((await worker.look('/harbour/partner-support')).words).toContain('Call again, by Wednesday 4 March 2026');
  expect(reasoned.words).not.toContain('4 March 2026 Overdue');
  const meanwhile = portal.now();
  portal.at('2026-03-05T09:00:00Z');
  const later = await portal.as('partner-support-worker');
  expect((await later.look(bea)).words).toContain('Call again, by Wednesday 4 March 2026 Overdue');
  portal.at(meanwhile);
});

test('a message is not left where she said no, by telephone and in the hours that are safe', async () => {
  const sent = await worker.send(`${bea}/contact`, {
    way: 'telephone',
    outcome: 'message-left',
    when: '2026-03-02T12:00',
  });
  expect(sent.words).toContain('She asked that no message is left.');
});

test('what is owed to her is hers: contact with one meets the duty to her and not the duty to the other', async () => {
  await happened(staff, 'assessment-offered', '2026-03-02');
  await happened(staff, 'assessment-attended', '2026-03-02');
  const words = 'While he is being assessed, a Harbour Support Worker contacts his partner';
  const owed = (page: string) => page.split('What she wants')[0] ?? '';
  expect(owed((await worker.look(bea)).words)).toContain(words);
  expect((await worker.look('/harbour/partner-support')).words).toContain(words);
  const asked = await worker.look(`${bea}/contact`);
  expect(asked.words).toContain(`That meets: ${words}`);
  await worker.send(`${bea}/contact`, { way: 'telephone', outcome: 'no-answer', when: '2026-03-02T13:00' });
  expect(owed((await worker.look(bea)).words)).toMatch(new RegExp(`(Open|Due|Overdue|To do)[^.]*${words}`));
  portal.at('2026-03-02T18:30:00Z');
  const key = 'aKeyOfAFormThatIsSentTwice';
  for (const _ of [1, 2])
    await worker.send(`${bea}/contact`, {
      way: 'telephone',
      outcome: 'reached',
      when: '2026-03-02T18:10',
      because: 'She asked for it.',
      key,
    });
  const met = await worker.look(bea);
  expect(met.words.match(/Spoke with her, or heard back, by telephone/g)).toHaveLength(1);
  expect(met.words).toContain('Nothing is owed to her by the programme’s rules now.');
  expect(owed((await worker.look(cara)).words)).toContain(words);
});

test('wishes are each partner’s own, “declines both” among them', async () => {
  const sent = await worker.send(`${cara}/wishes`, { support: 'no', told: 'no', on: '2026-03-02' });
  expect(sent.words).toContain('She declines both support and being told of him.');
  expect((await worker.look(bea)).words).toContain('Not yet asked what she wants.');
  expect((await worker.look(`${cara}/tell`)).words).toContain('Tell her nothing of him.');
});

test('she is told his attendance and progress in the words of the document, once she wants it, and by a person', async () => {
  expect((await worker.look(`${bea}/tell`)).words).toContain('She has not been asked');
  expect((await worker.look(`${bea}/tell`)).document.querySelector('.rubric-document')).toBeNull();
  await worker.send(`${bea}/wishes`, { support: 'not-asked', told: 'yes', on: '2026-03-02' });
  const page = await worker.look(`${bea}/tell`);
  expect(page.words).toContain('His attendance');
  const told = await worker.send(`${bea}/tell`, {});
  expect(told.words).toContain('“His attendance and progress” was sent');
  const kept = await portal.opened.store.within(supporting('harbour'), (db) => issueStore.list(db, 'hers', { ref }));
  expect(kept.map(({ title, entry, issued }) => [title, entry, issued])).toEqual([
    ['His attendance and progress', '1', 'Wen Worker'],
  ]);
  const [issue] = kept;
  const whole = await portal.opened.store.within(supporting('harbour'), (db) =>
    issueStore.find(db, 'hers', issue?.id ?? ''),
  );
  const article = (html = '') =>
    /<article[\s\S]*<\/article>/
      .exec(html)?.[0]
      .replace(/<[^>]*>|\s+/g, ' ')
      .replace(/\s+/g, ' ');
  expect(article(whole?.html)).toBe(article(page.html));
  expect(article(whole?.html)).toContain('His progress');
});

test('details are corrected without touching another partner, and one more can be added', async () => {
  const put = await worker.send(`${bea}/details`, { 'her-phone': '07700 900333' });
  expect(put.words).toContain('07700 900333');
  expect((await worker.look(cara)).words).toContain('07700 900222');
  expect((await worker.look(`${bea}`)).html).not.toMatch(/Cara|900222/);
  const added = await worker.send(`${base}/add`, { 'her-name': 'Dora Dene' });
  expect(added.words).toContain('Dora Dene');
  expect(added.words).toContain('Cara Cole');
});

test('a review is not asked for in words that hold something of any partner’s, and what was typed stays', async () => {
  for (const [own, held] of [
    ['Cara Cole is afraid of him.', 'Cara Cole'],
    ['Ring 07700900333 about it.', '07700900333'],
    ['The word is marigold.', 'marigold'],
  ] as const) {
    const sent = await worker.send(`${bea}/review`, { ground: 'own', own });
    expect(sent.status).toBe(422);
    expect(sent.words).toContain(`“${held}”`);
    expect(sent.document.querySelector('#own')?.textContent).toContain(own);
  }
  expect((await staff.look(`/harbour/cases/${ref}`)).words).toContain('No review of his place was asked for.');
});

test('who supports her is named, and a second click changes nothing', async () => {
  const sent = await worker.send(bea, {}, '/assign');
  expect(sent.words).toContain('Wen Worker I support her from now on');
});

test('once whoever was named for her has left, her page and the lists say so, and somebody else can take over', async () => {
  const cover = await portal.as('partner-support-worker', { programme: 'harbour', name: 'Kit Cover' });
  const leaving = await portal.as('partner-support-worker', { programme: 'harbour', name: 'Liv Leaver' });
  await leaving.send(cara, {}, '/assign');
  const lists = ['/harbour/partner-support', base];
  for (const list of lists) expect((await cover.look(list)).words).not.toContain('has left');
  const { grants } = portal.opened.people;
  const liv = (await grants.peopleOf('harbour')).find(({ name }) => name === 'Liv Leaver')?.id ?? '';
  await grants.leave({ id: 'somebody', name: '', email: '', grants: [], administers: 'all' }, 'harbour', liv);
  for (const list of lists) expect((await cover.look(list)).words).toContain('Nobody now: Liv Leaver has left');
  expect((await cover.look(cara)).words).toContain('Liv Leaver does not support partners here any more.');
  expect((await cover.look(bea)).words).not.toContain('any more');
  const taken = await cover.send(cara, {}, '/assign');
  expect(taken.words).toContain('Kit Cover I support her from now on');
  for (const list of lists) expect((await cover.look(list)).words).not.toContain('has left');
});

test('what she asked for stands wherever she is about to be called, whether kept beside the case or recorded in it', async () => {
  const heeded = 'She declines both support and being told of him.';
  expect((await worker.look(`${cara}/contact`)).words.split('In which way?')[0]).toContain(heeded);
  const today = (await worker.look('/harbour/partner-support')).words;
  expect(today.split('To do')[0]).toContain(heeded);
  expect(today).toContain('to offer her support and advice. Contact the partner.');

  const eve = await referred(portal, 'my-time', { partners: [{ name: 'Eve Elm' }], key: 'eve' });
  const contact = await portal.as('partner-contact', { programme: 'my-time', name: 'Con Contact' });
  const hers = `/my-time/partner-support/${eve}/1`;
  expect((await contact.look(hers)).words).toContain('Nobody has tried to reach her yet.');
  await contact.send(`${hers}/contact`, { way: 'telephone', outcome: 'reached' });
  await contact.send(`${hers}/record/her-wishes`, { 'with-wish': 'neither', on: '2026-03-02' });
  const said = 'She said what contact she wants: Neither (Monday 2 March 2026)';
  for (const ending of ['', '/contact']) expect((await contact.look(`${hers}${ending}`)).words).toContain(said);
  const list = (await contact.look('/my-time/partner-support')).words;
  expect(list).toContain(said);
  expect(list).not.toContain('Not yet asked what she wants');
});

test('what her worker recorded is corrected beside what it corrects, or taken back; on his side nothing of it stirs', async () => {
  const fern = await referred(portal, 'my-time', { partners: [{ name: 'Fern Firth' }], key: 'fern' });
  const contact = await portal.as('partner-contact', { programme: 'my-time', name: 'Con Contact' });
  const hers = `/my-time/partner-support/${fern}/1`;
  await contact.send(`${hers}/record/her-wishes`, { 'with-wish': 'neither', on: '2026-03-01' });
  const his = async () => {
    const view = {
      programme: 'my-time',
      person: 'p',
      role: 'facilitator',
      side: 'inside',
      seesHers: false,
      sites: 'all',
    } as const;
    const { version, events } = (await portal.opened.store.open(view, fern)) ?? {};
    return JSON.stringify([version, events]);
  };
  const before = await his();
  const told = async () => (await contact.look(hers)).document.querySelector('#told');
  const address = async () => (await told())?.querySelector('a[href*="/corrections/"]')?.getAttribute('href') ?? '';
  const page = await contact.look(await address());
  expect(page.document.querySelector<HTMLInputElement>('[name="with-wish"]:checked')?.value).toBe('neither');
  expect(page.document.title).not.toContain('Fern');
  await contact.send(await address(), { 'with-wish': 'monthly-contact' }, '/corrections/');
  expect((await told())?.textContent).toContain('Recorded before: She said what contact she wants');
  await contact.send(await address(), { do: 'take-back' }, '/corrections/');
  expect((await told())?.textContent).toContain('Taken back. It does not count.');
  expect((await contact.look('/my-time/partner-support')).words).toContain(
    'Fern Firth Alan Ash Not yet asked what she wants',
  );
  expect(await his()).toBe(before);
  const staffOfHis = await portal.as('facilitator', { programme: 'my-time' });
  const theirs = (await staffOfHis.look((await address()) || `${hers}/corrections/none`)).status;
  expect(theirs).toBe(404);
});

test('a case or a partner that there is not answers like any page that there is not', async () => {
  const missing = (await worker.look('/harbour/partner-support/AAAA-AAAA/1')).html;
  const other = (await worker.look(`${base}/nobody`)).html;
  expect(other).toBe(missing);
  expect((await worker.look(`${base}/nobody/reach`)).status).toBe(404);
});
