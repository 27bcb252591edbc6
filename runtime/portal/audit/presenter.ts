/** What is on record, in words. */
import type { Bundle } from '../../../engine/contract/index.js';
import type { Deed } from '../../server/store/audit-store.js';
import { roleCalled } from '../sign-in/roles-presenter.js';
import { minuteOf } from '../sign-in/words.js';
import { momentInWords } from '../words/dates.js';

export interface DeedLine {
  day: string;
  time: string;
  who: string;
  role: string;
  act: string;
  page: string;
  caseRef: string;
  answer: string;
}

const acts: Record<string, string> = {
  read: 'Read',
  write: 'Recorded or changed',
  export: 'Took out',
  refused: 'Was refused',
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  claim: 'Proved the address that a referral by telephone came from',
};

/** What an address is of: its words, without the names of its parts. */
export const pageInWords = (route: string): string => {
  const [, path = ''] = route.split(' ');
  const words = path
    .split('/')
    .filter((part) => part !== '' && !part.startsWith(':') && part !== '*')
    .map((part) => part.replace(/\.[a-z]+$/, '').replaceAll('-', ' '));
  const text = words.join(', ');
  return text === '' ? 'First page' : text.charAt(0).toUpperCase() + text.slice(1);
};

const answers: Record<number, string> = {
  303: 'Done',
  401: 'Had to sign in',
  403: 'Refused',
  404: 'Nothing there for this person',
  409: 'Others were faster',
  422: 'Had a mistake',
};
const answerInWords = (answer: number): string =>
  answers[answer] ?? (answer < 400 ? 'Done' : answer < 500 ? 'Not taken' : 'Failed');

/** Takes the record and what people are called by their ids. */
export const presentDeeds = (
  deeds: readonly Deed[],
  called: ReadonlyMap<string, string>,
  bundle: Bundle | undefined,
): DeedLine[] => {
  const timeZone = bundle?.programme.timeZone ?? 'Europe/London';
  return deeds.map(({ at, person, role, act, route, caseRef, answer }) => ({
    day: momentInWords(at, timeZone),
    time: minuteOf(at, timeZone),
    who: person === '' ? 'Nobody who had signed in' : (called.get(person) ?? 'Somebody of another programme'),
    role: role === '' ? '' : roleCalled(bundle, role),
    act: acts[act] ?? act,
    page: pageInWords(route),
    caseRef: caseRef ?? '',
    answer: answerInWords(answer),
  }));
};

/** Cells that a spreadsheet would take for a sum begin with a quote; quotes are doubled. */
const cell = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The lines as a file for a spreadsheet. */
export const toCsv = (lines: readonly DeedLine[]): string =>
  [
    ['Day', 'Time', 'Who', 'Role', 'What', 'Page', 'Case', 'Answer'],
    ...lines.map(({ day, time, who, role, act, page, caseRef, answer }) => [
      day,
      time,
      who,
      role,
      act,
      page,
      caseRef,
      answer,
    ]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
