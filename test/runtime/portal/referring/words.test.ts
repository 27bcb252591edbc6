/** What is told from a sender's own words, each worked out by hand from the invented programme. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Answer, Bundle, CaseEvent } from '../../../../engine/index.js';
import { compile } from '../../../../generator/index.js';
import { presentCard } from '../../../../runtime/portal/home/presenter.js';
import { endingOf } from '../../../../runtime/portal/my-referrals/ending.js';
import { toAskFor, toldBy } from '../../../../runtime/portal/my-referrals/own-acts.js';
import { presentLine } from '../../../../runtime/portal/my-referrals/presenter.js';
import { presentProgramme } from '../../../../runtime/portal/programme/presenter.js';
import { sameName } from '../../../../runtime/portal/referring/alike.js';
import { askedForByOwnAnswers } from '../../../../runtime/portal/referring/by-own-answers.js';
import { asksForMissing, stillNeeded } from '../../../../runtime/portal/referring/missing.js';
import { whatFollows } from '../../../../runtime/portal/referring/what-follows.js';
import { bornOn, nameOf, siteOf } from '../../../../runtime/portal/referring/who-it-is.js';
import { joined, parted } from '../../../../runtime/server/store/parted-draft.js';

const file = join(dirname(fileURLToPath(import.meta.url)), 'definitions', 'still-river', 'programme.yaml');
const bundle = compile([{ file: 'programme.yaml', content: readFileSync(file, 'utf8') }]).bundle as Bundle;
const form = bundle.forms[0] as Bundle['forms'][number];
const now = '2026-03-02T12:00:00Z';

const answers = { area: 'north', 'full-name': 'Zoltan Invented', 'date-of-birth': '1985-03-27', sex: 'man' };
const sent = (values: Record<string, Answer> = answers, more: Partial<CaseEvent> = {}): CaseEvent => ({
  id: 'sent',
  kind: 'answered',
  happened: now,
  learned: now,
  recorded: now,
  by: { role: 'referrer' },
  values,
  ...more,
});

test('what follows is what is owed to whoever sent it: at once, and within 48 hours of noon on Monday', () => {
  expect(whatFollows(bundle, [sent()], now, 'referrer')).toEqual([
    { words: 'We send you this: Acknowledgement of a referral', by: 'Monday 2 March 2026' },
    { words: 'We aim to get in touch with you', by: 'midday on Wednesday 4 March 2026' },
  ]);
  // To a man who refers himself nothing of that is declared.
  expect(whatFollows(bundle, [sent(answers, { by: { role: 'participant' } })], now, 'participant')).toEqual([]);
});

test('what the programme asks for is held against his own answers and nothing else', () => {
  expect(askedForByOwnAnswers(bundle, [sent()], now)).toEqual([]);
  const boy = sent({ ...answers, sex: 'woman', 'date-of-birth': '2010-01-01' });
  expect(askedForByOwnAnswers(bundle, [boy], now)).toEqual(['The programme is for men.', 'He must be 18 or over.']);
  // What he left open he is not told of; nor what others judged.
  expect(askedForByOwnAnswers(bundle, [sent({ area: 'north' })], now)).toEqual([]);
  const judged = sent({ suitable: 'no' }, { id: 'j', kind: 'judged', by: { role: 'facilitator' }, reason: 'x' });
  expect(askedForByOwnAnswers(bundle, [sent(), judged], now)).toEqual([]);
});

test('what is missing is what must be answered and is not, with the page that asks the first of it', () => {
  const { 'date-of-birth': _born, area: _area, ...some } = answers;
  const about = { form, role: 'referrer', now };
  expect(stillNeeded(bundle, [sent(some)], about)).toEqual({
    form: 'referral',
    page: 'who-refers',
    asks: ['Which area suits him?', 'Date of birth'],
  });
  expect(stillNeeded(bundle, [sent()], about)).toBeUndefined();
  // Only the referring agency is asked for it.
  expect(stillNeeded(bundle, [sent(some)], { ...about, role: 'participant' })).toBeUndefined();
  expect([asksForMissing(bundle, 'referral', 'referrer'), asksForMissing(bundle, 'referral', 'participant')]).toEqual([
    true,
    false,
  ]);
});

test('what lacks is told as it lacks now, also after the message that asked for it', () => {
  const { 'date-of-birth': born, ...some } = answers;
  const asked = sent({}, { id: 'm', kind: 'happened', what: 'what-is-missing-sent', by: { role: 'staff' } });
  const more = sent({ 'date-of-birth': born }, { id: 'more' });
  const about = { form, role: 'referrer', now };
  expect(stillNeeded(bundle, [sent(some), asked], about)?.asks).toEqual(['Date of birth']);
  expect(stillNeeded(bundle, [sent(some), asked, more], about)).toBeUndefined();
});

test('a referrer tells of what the records name him for, and not of what follows from forms, duties and documents', () => {
  expect(toldBy(bundle, 'referrer').map(({ id }) => id)).toEqual(['incident']);
  expect(toldBy(bundle, 'participant')).toEqual([]);
  expect(toAskFor(bundle, 'referrer').map(({ id }) => id)).toEqual(['suitability']);
});

test('what can be appealed against is told by a letter first; to the man himself the first step tells nothing, for it is always there', () => {
  const openTo = (role: string, stage: string, ...appeals: string[]) =>
    endingOf(bundle, { stage, since: '2026-03-05', appeals }, { role, documents: [] });
  expect(openTo('participant', 'referred').appeals).toEqual(['review']);
  expect(openTo('participant', 'declined', 'formal-appeal').appeals).toEqual(['review', 'formal-appeal']);
  expect(openTo('referrer', 'declined', 'review').appeals).toEqual([]);
  expect(openTo('referrer', 'closed').state).toBe('closed');
  expect(openTo('participant', 'closed').state).toBeUndefined();
});

test('once a suspension that he may know of is over, that stands there, and what no letter has told him changes nothing of it', () => {
  const act = (what: string, on: string, more: Partial<CaseEvent> = {}): CaseEvent =>
    sent({}, { id: what, kind: 'happened', what, happened: on, by: { role: 'service-lead' }, ...more });
  const course = bundle.course as NonNullable<Bundle['course']>;
  const appeals = course.appeals.map((step) => ({ ...step, against: [...step.against, 'suspended'] }));
  const told: Bundle = { ...bundle, course: { ...course, appeals } };
  const asTold = (of: Bundle, role: string, ...events: CaseEvent[]) => {
    const { status } = presentLine({
      ...{ bundle: of, slug: 'still-river', ref: 'AAAA-BBBB', name: 'Zoltan Invented', began: now, form, role },
      ...{ events: [sent(), ...events], copies: [], notGone: [], demonstration: false, now: '2026-03-12T12:00:00Z' },
    });
    return [status.word, status.since];
  };
  const suspended = [act('accepted', '2026-03-03'), act('started', '2026-03-04'), act('suspended', '2026-03-05')];
  const resumed = act('resumed', '2026-03-09');
  expect(asTold(told, 'referrer', ...suspended)).toEqual(['The place is suspended', '2026-03-05']);
  const over = ['The place is no longer suspended', '2026-03-09'];
  expect(asTold(told, 'referrer', ...suspended, resumed)).toEqual(over);
  // On leave is nothing that he is told of, nor that he is declined until a letter says so.
  expect(asTold(told, 'referrer', ...suspended, resumed, act('leave-started', '2026-03-10'))).toEqual(over);
  expect(asTold(told, 'referrer', ...suspended, resumed, act('declined', '2026-03-10'))).toEqual(over);
  expect(asTold(told, 'referrer', ...suspended, resumed, act('closed', '2026-03-11'))[0]).toBe('The case is closed');
  // Whoever may not appeal against a suspension was told of none; nor is the man himself, to whom somebody speaks first.
  const nothing = ['Received', now];
  expect(asTold(bundle, 'referrer', ...suspended)).toEqual(nothing);
  expect(asTold(bundle, 'referrer', ...suspended, resumed)).toEqual(nothing);
  expect(asTold(told, 'participant', ...suspended, resumed)).toEqual(nothing);
});

test('whom a referral is about is read from its form', () => {
  expect([nameOf(bundle, answers), bornOn(bundle, answers), siteOf(bundle, answers)]).toEqual([
    'Zoltan Invented',
    '1985-03-27',
    'north',
  ]);
  expect([nameOf(bundle, {}), bornOn(bundle, { 'date-of-birth': 'not-known' }), siteOf(bundle, {})]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('two names are the same but for accents, capitals, marks and the order of their words', () => {
  expect(sameName('Zoë O’Neill-Smith', 'SMITH, Zoe O Neill')).toBe(true);
  expect(sameName('Seán Óg', 'Sean Og')).toBe(true);
  expect(sameName('Sean Ogg', 'Sean Og')).toBe(false);
  expect(sameName('', '')).toBe(false);
});

test('a draft is parted into his and hers, and whole again; what no question asks any more counts as hers', () => {
  const draft = {
    id: 'd',
    programme: 'still-river',
    began: 'referral',
    answers: { ...answers, partners: [{ name: 'Petra', phone: '1' }], 'no-longer-asked': 'x' },
    typed: { 'referral/family': { values: { partners: [{ phone: 'typed' }], sex: 'man' }, sent: true } },
    saved: ['referral/the-man'],
    events: [],
    sent: [],
    asked: [],
    hers: [],
  };
  const { his, hers } = parted(bundle, draft);
  expect(his.answers).toEqual(answers);
  expect(his.typed).toEqual({ 'referral/family': { values: { sex: 'man' }, sent: true } });
  expect(Object.keys(hers.answers)).toEqual(['partners', 'no-longer-asked']);
  expect(joined({ ...draft, ...his }, hers)).toEqual(draft);
});

test('the first page leads whoever has signed in to his own place', () => {
  const { refer, own } = presentCard('still-river', bundle);
  expect([refer, own]).toEqual(['/still-river/refer', undefined]);
  const grants = [{ programme: 'still-river', role: 'facilitator' }];
  expect(presentCard('still-river', bundle, { grants }).own?.href).toBe('/still-river/today');
  expect(presentCard('still-river', bundle, { grants: [] }).own?.href).toBe('/still-river/my-referrals');
});

test('the page of a programme holds the first parts of its guidelines, and how to reach it', () => {
  const page = presentProgramme('still-river', bundle);
  expect(page.sections.map(({ anchor }) => anchor)).toEqual(['about', 'for-whom', 'areas', 'referring']);
  expect(JSON.stringify(page.sections)).not.toContain('set out below');
  expect(page.contact).toEqual([
    { label: 'Telephone', runs: [{ words: '01632\u00a0960400', href: 'tel:01632960400' }] },
    { label: 'Email', runs: [{ words: 'river@example.org', href: 'mailto:river@example.org' }] },
  ]);
});
