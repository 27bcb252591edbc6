/** People who do not exist. Their addresses end in `.example`, which no mail reaches, and their numbers are kept for stories. */

const hisFirst = [
  'Daniel',
  'Marcus',
  'Tom',
  'Imran',
  'Lee',
  'Gareth',
  'Piotr',
  'Andre',
  'Sean',
  'Kofi',
  'Ryan',
  'Neil',
];
const herFirst = ['Anna', 'Joy', 'Priya', 'Claire', 'Nadia', 'Ruth', 'Ewa', 'Grace', 'Sian', 'Leila', 'Holly', 'Mary'];
const last = [
  ...['Ashdown', 'Brightwater', 'Coldbrook', 'Dunmore', 'Eastlake', 'Fernhill', 'Greyfield', 'Hollowell'],
  ...['Ironside', 'Kettleby', 'Larkham', 'Millbank', 'Northgate', 'Oakridge', 'Pennywell', 'Quarrie'],
];
// Surnames of their own, so that nobody is taken for somebody else's family.
const herLast = [
  ...['Amberley', 'Birchwood', 'Calloway', 'Dovedale', 'Elmstead', 'Fairweather', 'Glenister', 'Hartwell'],
  ...['Ivybridge', 'Juniper', 'Kingsmere', 'Lindqvist', 'Mossman', 'Nettleton', 'Orchard', 'Primrose'],
];
const workerLast = [
  ...['Abbott', 'Barrow', 'Chandler', 'Draper', 'Ellwood', 'Fletcher', 'Gardiner', 'Hooper'],
  ...['Inman', 'Joiner', 'Kemp', 'Lorimer', 'Mercer', 'Naylor', 'Osborne', 'Porter'],
];
const first = ['Sam', 'Alex', 'Jo', 'Chris', 'Robin', 'Pat', 'Kim', 'Terry', 'Jude', 'Ellis', 'Morgan', 'Frances'];
const agencies = ['Eastlake Family Support', 'Oakridge Probation', 'Northgate Health Centre'];

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** The nth man of a demonstration. No two of the first 192 share both names. */
export const manNamed = (n: number): string => `${at(hisFirst, n)} ${at(last, n + Math.floor(n / hisFirst.length))}`;
export const womanNamed = (n: number): string => `${at(herFirst, n)} ${at(herLast, n * 3 + 1)}`;
/** Somebody who works with or for a programme. */
export const workerNamed = (n: number): string => `${at(first, n)} ${at(workerLast, n * 5 + 2)}`;
export const agencyNamed = (n: number): string => at(agencies, n);

/** "sam.chandler@steady-hands.example" of a name and the address of a programme. */
export const emailOf = (name: string, where: string): string =>
  `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${where}.example`;

/** Of the numbers that are kept for drama, so that nobody has them. */
export const mobileOf = (n: number): string => `07700 900${String((n * 37 + 11) % 1000).padStart(3, '0')}`;
export const streetOf = (n: number): string => `${((n * 7) % 90) + 1} ${at(last, n + 5)} Street`;
