import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rubric } from '../cli/run-main.js';
import { pressing, typing } from './a-terminal.js';
import { allOf, emptyPlace } from './new-folder.js';

const place = emptyPlace();
const enter = '';

test('Enter takes what stands in brackets, and what is typed stands in the definition', async () => {
  const folder = join(place, 'typed');
  // Who runs it, its name, for whom, the age, sessions, how often, absences, partners, appeals, bank holidays.
  const typed = typing([
    'Larch House',
    'Steady Hands',
    'a parent',
    '21',
    '20',
    'fortnightly',
    enter,
    'Yes',
    'no',
    'Scotland',
  ]);
  const { code, out } = await rubric(['new', folder], typed);
  expect(code).toBe(0);
  expect(out).toContain(`Steady Hands is in ${folder}: `);
  const written = allOf(folder);
  for (const line of [
    'provider: Larch House',
    'title: Steady Hands',
    'id: steady-hands',
    'working-days: scotland',
    'participant: parent',
    'requires: date-of-birth is at least 21 years before referral-date',
    'total: 20',
    'every: 1 every 2 weeks',
    'when: missed-in-a-row reaches 3',
    'supports: partner',
    'not-stated: [fees, retention, appeals]',
    'clause: LH-001',
  ]) {
    expect(written).toContain(line);
  }
  expect(written).not.toContain('client');
});

test('Each question is one line, with what it is for and what is taken without an answer', async () => {
  const typed = typing(Array.from({ length: 10 }, () => enter));
  await rubric(['new', join(place, 'usual')], typed);
  const lines = typed.seen().split(/(?<=\] )/);
  expect(lines[0]).toBe(
    'A line for each question. Enter takes what stands in [ ], Ctrl+C ends it and writes nothing.\n\n' +
      'Who runs the programme? (the organisation, as its letters name it) [Example Trust] ',
  );
  expect(lines[4]).toBe(
    'How many sessions are there? (all are needed to complete, and a report follows half way) [12] ',
  );
  expect(lines.filter((line) => line.endsWith('] ')).length).toBe(10);
});

test('What cannot be taken is asked again, with the reason', async () => {
  const folder = join(place, 'again');
  const typed = typing([
    enter,
    '1984',
    'Steady Hands',
    'client 7',
    'client',
    'old',
    '18',
    '3',
    '12',
    'now and then',
    'weekly',
    '12',
    '2',
    'perhaps',
    'y',
    'soon',
    '5 days',
    'Mars',
    'northern ireland',
  ]);
  expect((await rubric(['new', folder], typed)).code).toBe(0);
  const seen = typed.seen();
  for (const reason of [
    'A name has at least one letter.',
    'It is a word or two for one of them, of letters only: man, parent, young person.',
    'It is a whole number in figures, from 1 to 99.',
    'It is a whole number in figures, from 4 to 200.',
    'It is how long from one session to the next: 1 week, 2 weeks, 1 month, 3 days.',
    'It is fewer than the 12 sessions that there are.',
    'It is yes or no.',
    'It is a number of working days, from 1 to 60, or no.',
    'It is england-and-wales, scotland or northern-ireland.',
  ]) {
    expect(seen).toContain(`  ${reason}\n`);
  }
  expect(seen.match(/From what age\?/g)).toHaveLength(2);
  expect(allOf(folder)).toContain('within: 5 working days');
});

test('What a flag has answered is not asked', async () => {
  const typed = typing(Array.from({ length: 8 }, () => enter));
  const { code } = await rubric(['new', join(place, 'flagged'), '--title', 'Steady Hands', '--missed', '2'], typed);
  expect(code).toBe(0);
  expect(typed.seen()).not.toContain('What is the programme called?');
  // Ten questions, of which two are answered.
  expect(typed.seen().match(/\? \(/g)).toHaveLength(8);
});

test('Of a copy only the two names are asked', async () => {
  const typed = typing(['Larch House', 'Steady Hands']);
  const { code } = await rubric(['new', join(place, 'copied'), '--from', 'riverside-parenting'], typed);
  expect(code).toBe(0);
  expect(typed.seen().match(/\? /g)).toHaveLength(2);
});

test.each([
  ['Ctrl+C at the first question', pressing('\u0003')],
  ['Ctrl+C after two answers', pressing('Larch House\rSteady Hands\r\u0003')],
  ['Ctrl+D after two answers', typing(['Larch House', 'Steady Hands'])],
])('%s leaves nothing behind', async (_what, typed) => {
  const within = emptyPlace();
  const { code, out, err } = await rubric(['new', join(within, 'a', 'b')], typed);
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'Nothing was written.\n' });
  expect(readdirSync(within)).toEqual([]);
});

test('A signal to stop ends the interview as Ctrl+C does', async () => {
  const within = emptyPlace();
  const stop = new AbortController();
  const ran = rubric(['new', join(within, 'a')], { ...typing(['Larch House'], { end: false }), stop: stop.signal });
  setTimeout(() => stop.abort(), 50);
  expect((await ran).code).toBe(1);
  expect(readdirSync(within)).toEqual([]);
});
