import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Course } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/compile.js';
import { bundleSchema } from '../../../generator/emit/bundle-schema.js';

const text = readFileSync(join(import.meta.dirname, 'specimen.yaml'), 'utf8');
const { bundle, problems } = compile([{ file: 'specimen.yaml', content: text }]);
const course = bundle?.course as Course;
const fact = (id: string) => course.derived.find((each) => each.id === id);
const rule = (id: string) => course.rules.find((each) => each.id === id);
const duty = (id: string) => course.duties.find((each) => each.id === id);
const event = (id: string) => course.happenings.find((each) => each.id === id);

test('it compiles without a word, and its bundle fits the schema', () => {
  expect(problems).toEqual([]);
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(bundleSchema);
  validate(bundle);
  expect(validate.errors ?? []).toEqual([]);
});

test('each kind of fact lowers to its derivation, with its window', () => {
  expect(fact('absences-in-a-phase')?.from).toMatchObject({ kind: 'count', window: { anyOne: 'phase' } });
  expect(fact('absences-this-phase')?.from).toMatchObject({ window: { this: 'phase' } });
  expect(fact('early-absences')?.from).toMatchObject({ window: { phases: ['education', 'skills'] } });
  expect(fact('recent-absences')?.from).toMatchObject({ window: { last: { n: 12, unit: 'weeks' } } });
  expect(fact('since-warning')?.from).toMatchObject({ window: { since: { event: 'warning-sent' } } });
  expect(fact('incidents')?.from).toMatchObject({ of: 'incident', window: { ever: true } });
  expect(fact('weeks-on')?.from).toEqual({
    kind: 'elapsed',
    since: { event: { event: 'started' } },
    unit: 'weeks',
    paused: ['suspended', 'on-leave'],
  });
  expect(fact('waiting')?.from).toMatchObject({ until: { event: { event: 'decision-made' } }, unit: 'working-days' });
  expect(fact('last-risk')).toMatchObject({ kind: 'choice', from: { kind: 'value', which: 'latest' } });
  expect(fact('last-risk')?.options.map(({ id }) => id)).toEqual(['low', 'high']);
  expect(fact('last-seen')).toMatchObject({ kind: 'date', from: { kind: 'day', of: 'session-attended' } });
  expect(fact('paid')?.from).toMatchObject({ kind: 'sum', of: 'payment', field: 'payment.amount' });
  expect(fact('topics-covered')?.from).toMatchObject({ kind: 'distinct', of: 'session', field: 'session.topic' });
  expect(fact('ready')?.from).toMatchObject({ kind: 'whether', condition: { fact: 'weeks-on', to: 26 } });
});

test('a run says what it skips and what ends it: an outcome, or an event', () => {
  expect(fact('missed-in-a-row')?.from).toMatchObject({
    kind: 'run',
    skips: { fact: 'session.kind', anyOf: ['one-to-one'] },
    brokenBy: [{ outcome: 'attended' }, { event: 'heard-from-participant' }],
  });
});

test('a fact of each session is named by its own name where sessions are counted', () => {
  expect(fact('unexcused')?.scope).toBe('session');
  expect(fact('unexcused-ones')?.from).toMatchObject({ where: { fact: 'unexcused', anyOf: ['yes'] } });
  const order = course.derived.map(({ id }) => id);
  expect(order.indexOf('unexcused')).toBeLessThan(order.indexOf('unexcused-ones'));
});

test('a ladder is a rule for each step, counted again from what ends it, and its question is a judgement', () => {
  expect(rule('first-missed-1st')?.trigger).toMatchObject({
    kind: 'on',
    event: 'assessment-missed',
    nth: 1,
    since: 'assessment-attended',
  });
  expect(rule('first-missed-1st')?.effects.map(({ verb }) => verb)).toEqual(['contact', 'ask']);
  expect(bundle?.facts.find(({ id }) => id === 'first-missed-1st-asks')).toMatchObject({
    source: 'judgement',
    kind: 'yes-no',
    judgedBy: ['staff'],
  });
  expect(rule('first-missed-1st-if-yes')).toMatchObject({
    within: 'first-missed-1st',
    trigger: { kind: 'given', fact: 'first-missed-1st-asks', anyOf: ['yes'] },
    effects: [{ verb: 'offer', object: 'assessment', doneBy: ['assessment-offered'] }],
  });
  expect(rule('first-missed-further')?.trigger).toMatchObject({ nth: 3, onwards: true });
});

test('whoever answers the question confirms what ends his place after it, unless somebody else is named', () => {
  const judged = text.replace('may: close as unsuitable, confirmed-by: staff', 'may: close as unsuitable');
  const { bundle: other } = compile([{ file: 'specimen.yaml', content: judged }]);
  const rules = other?.course?.rules ?? [];
  expect(rules.find(({ id }) => id === 'first-missed-1st-if-no')?.confirmedBy).toEqual(['staff']);
  expect(rules.find(({ id }) => id === 'first-missed-1st-if-yes')?.confirmedBy).toEqual([]);
});

test('grounds inherit what is done, and bring what happens or what is judged', () => {
  expect(rule('aggressive')).toMatchObject({
    within: 'suspend-or-end',
    chapter: 'conduct',
    force: 'may',
    either: true,
  });
  expect(rule('aggressive')?.trigger).toMatchObject({ kind: 'on', event: 'aggressive' });
  expect(event('aggressive')).toMatchObject({ source: 'record', called: 'he became aggressive in a session' });
  expect(rule('influence')).toMatchObject({ force: 'must', either: false, confirmedBy: ['service-lead'] });
  expect(rule('influence')?.trigger).toMatchObject({ kind: 'given', fact: 'influence-asked', anyOf: ['yes'] });
  expect(rule('denies')?.trigger).toMatchObject({ kind: 'while' });
});

test('what a duty brings when it is missed is a rule of its own', () => {
  expect(rule('offer-assessment-missed')?.trigger).toMatchObject({ kind: 'missed', duty: 'offer-assessment' });
});

test('duties come round, are due by a time or before something, and count from where they say', () => {
  expect(duty('monthly')).toMatchObject({
    trigger: { kind: 'while', condition: { fact: 'stage', anyOf: ['on-programme'] } },
    recurs: { kind: 'calendar', period: 'month' },
    from: { kind: 'period-end' },
    due: { kind: 'within', span: { n: 5, unit: 'working-days' } },
  });
  expect(duty('before-three')).toMatchObject({ due: { kind: 'before', session: 3 }, freezesIn: ['suspended'] });
  expect(duty('after-miss')).toMatchObject({ forEach: 'session', due: { kind: 'within', time: '16:00' } });
  expect(duty('exit')?.from).toEqual({ kind: 'event', event: 'participant-contacted', which: 'latest' });
  expect(duty('call-again')?.recurs).toEqual({ kind: 'after-last', span: { n: 8, unit: 'weeks' } });
});

test('duties towards partners are one for each of them, and name her answers by their full names', () => {
  expect(duty('call-her')).toMatchObject({ forEach: 'partners', chapter: 'partners' });
  expect(duty('call-her')?.onlyWhen).toMatchObject({ fact: 'partners.wants-calls' });
});

test('what is worked out from what she says is hers, and nothing else is', () => {
  const hers = [...course.derived, ...course.rules, ...course.duties].filter((each) => each.hers);
  expect(hers.map(({ id }) => id)).toEqual(['her-wish', 'call-her', 'call-again']);
  expect(event('partner-wishes')?.hers).toBe(true);
  expect(event('heard-from-partner')?.hers).toBe(true);
  expect(event('incident')?.hers).toBe(false);
});

test('everything brings its events', () => {
  for (const id of [
    'referral-received',
    'referral-complete',
    'assessment-offered',
    'three-way-missed',
    'warning-sent',
    'mid-way-issued',
    'mid-way-requested',
    'offer-assessment-done',
    'consent-gone-done',
    'review-lodged',
    'agency-contacted',
  ])
    expect(event(id)?.id).toBe(id);
  // It is done by the case being closed, not by an act of its own.
  expect(event('two-missed-done')).toBeUndefined();
});

test('a consent lapses so long after it was given', () => {
  expect(bundle?.facts.find(({ id }) => id === 'shares')?.lapsesAfter).toEqual({ n: 12, unit: 'months' });
});

test('rules and duties can be read aloud', () => {
  expect(rule('two-missed')?.reads).toBe(
    'When the missed in a row reaches 2, unless the state of the case is suspended: must close the case as non-attendance, confirmed by the facilitator; then send “Warning letter” and refer him back to the referrer.',
  );
  expect(duty('offer-assessment')?.reads).toBe(
    'When the form “Referral form” is complete: the facilitator should offer the assessment within 2 weeks.',
  );
  expect(duty('exit')?.reads).toBe(
    'When the case was closed: the worker must issue the report “Mid-way report” within 30 days, counted from the last time that the client was contacted.',
  );
});

test('the outline has a section for each chapter, with steps under their ladder', () => {
  const titles = bundle?.outline.map(({ title }) => title) ?? [];
  expect(titles).toEqual(
    expect.arrayContaining(['What is recorded', 'What is worked out', 'Rules', 'Conduct', 'Duties']),
  );
  const ladder = bundle?.outline.find(({ id }) => id === 'rules')?.items.find(({ id }) => id === 'first-missed');
  expect(ladder?.items.map(({ id }) => id)).toEqual(['first-missed-1st', 'first-missed-2nd', 'first-missed-further']);
});
