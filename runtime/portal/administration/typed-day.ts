/** A day that was typed as day, month and year. */
import type { FastifyRequest } from 'fastify';
import type { Faults } from '../sign-in/answers.js';
import { typed } from '../sign-in/typed.js';

export const partsTyped = (request: FastifyRequest, name: string): Record<'day' | 'month' | 'year', string> => ({
  day: typed(request, `${name}-day`),
  month: typed(request, `${name}-month`),
  year: typed(request, `${name}-year`),
});

/** "2026-03-27" of three fields; nothing where they are no day of the calendar. */
const dayTyped = (request: FastifyRequest, name: string): string | undefined => {
  const { day, month, year } = partsTyped(request, name);
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? undefined : text;
};

/** The days from and to which somebody is away, as they were typed; with what is said of one that is none. */
export const daysAway = (request: FastifyRequest): { since?: string; until?: string; faults: Faults } => {
  const [since, until] = [dayTyped(request, 'since'), dayTyped(request, 'until')];
  const faults: Faults = {
    ...(since ? {} : { since: 'Enter the first day, like 27 3 2026.' }),
    ...(until ? {} : { until: 'Enter the last day, like 27 3 2026.' }),
  };
  return { ...(since && { since }), ...(until && { until }), faults };
};
