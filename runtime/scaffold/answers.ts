import type { Complete } from './questions.js';

/** Every question answered. */
export interface Answers {
  provider: string;
  title: string;
  /** One of those whom it is for: "client". */
  who: string;
  /** In whole years. */
  minimumAge: number;
  sessions: number;
  /** From one session to the next. */
  every: { n: number; unit: 'day' | 'week' | 'month' };
  /** Absences in a row at which the file is to be closed. */
  missed: number;
  partners: boolean;
  /** Working days; absent where nobody can appeal. */
  appeals?: number;
  nation: string;
}

/** Takes an answer to every question, each as its question's `read` gives it. */
export const answersOf = (said: Complete): Answers => {
  const [n, unit] = said.every.split(' ');
  return {
    provider: said.provider,
    title: said.title,
    who: said.for,
    minimumAge: Number(said['minimum-age']),
    sessions: Number(said.sessions),
    every: { n: Number(n), unit: unit?.replace(/s$/, '') as Answers['every']['unit'] },
    missed: Number(said.missed),
    partners: said.partners === 'yes',
    ...(said.appeals === 'no' ? {} : { appeals: Number(said.appeals) }),
    nation: said.nation,
  };
};
