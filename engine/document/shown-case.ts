/** How a case stands, as documents show it: its state, risk, duties, what is missing. */

import type { Id } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { DutyVerdict } from '../contract/course-verdict.js';
import type { HeadingData } from '../contract/document-data.js';
import type { Moment } from '../contract/event.js';
import { formState } from '../form/state.js';
import { isToldOf, type Period } from './period.js';
import type { Reading } from './reading.js';
import { dayInWords } from './words/dates.js';
import { answerInWords, isKnown } from './words/values.js';
import { capital, dutyWords, roleInWords, rolesInWords, stageWords } from './words/words.js';

type Data<K extends keyof HeadingData> = NonNullable<HeadingData[K]>;

const dayWords = (moment: Moment | undefined, { dayOf }: Reading): string =>
  moment === undefined ? '' : dayInWords(dayText(dayOf(moment)));

export const standingOf = (reading: Reading): Data<'standing'> => {
  const { state, stateSince } = reading.evaluation;
  return { state: state === undefined ? '' : stageWords[state], since: dayWords(stateSince, reading) };
};

export const contactOf = ({ bundle }: Reading): Data<'contact'> => ({ rows: bundle.programme.contact.map(labelled) });
export const labelled = ({ label, value }: { label: string; value: string }) => ({ label, value });

/** The score in force of each instrument that has one. */
export const riskOf = (reading: Reading): Data<'risk'> => {
  const rows = reading.bundle.facts.flatMap((fact) => {
    const score = fact.source === 'instrument' ? reading.answer(fact.id) : undefined;
    if (!isKnown(score)) return [];
    const band = typeof score === 'number' ? bandOf(fact.bands ?? [], score) : '';
    const on = dayWords(reading.giver(fact.id)?.happened, reading);
    return [{ measure: fact.ask.replace(/: score$/, ''), score: answerInWords(fact, score), band, on }];
  });
  return { none: rows.length === 0, rows };
};
export const bandOf = (bands: readonly { label: string; from?: number; to?: number }[], score: number): string =>
  capital(
    bands.find(({ from, to }) => (from === undefined || score >= from) && (to === undefined || score <= to))?.label ??
      '',
  );

/** Those named, as far as they are of the period; or all that is owed. */
export const dutiesOf = (of: readonly Id[], reading: Reading, period: Period): Data<'duties'> => {
  const { evaluation, bundle, dayOf } = reading;
  const isOf = ({ opened, met }: DutyVerdict): boolean =>
    isToldOf(period, dayOf(opened), reading) || (met !== undefined && isToldOf(period, dayOf(met), reading));
  const owed = (duty: DutyVerdict): boolean => duty.state === 'open' || duty.state.endsWith('missed');
  const rows = (evaluation.duties ?? [])
    .filter((duty) => (of.length === 0 ? owed(duty) : of.includes(duty.id) && (owed(duty) || isOf(duty))))
    .map((duty) => ({
      what: duty.words,
      by: rolesInWords(bundle, duty.by),
      state: dutyWords[duty.state],
      due: dayWords(duty.due, reading),
      done: dayWords(duty.met, reading),
    }));
  return { none: rows.length === 0, rows };
};

/** What a person confirmed of recommendations. */
export const decisionsOf = (of: readonly Id[], reading: Reading, period: Period): Data<'decisions'> => {
  const { evaluation, bundle, dayOf } = reading;
  const rows = (evaluation.recommendations ?? [])
    .filter(({ rule, state }) => state === 'confirmed' && (of.length === 0 || of.includes(rule)))
    .filter(({ ended }) => ended !== undefined && isToldOf(period, dayOf(ended), reading))
    .map(({ words, by, ended }) => ({
      what: words,
      by: by === undefined ? '' : roleInWords(bundle, by),
      on: dayWords(ended, reading),
    }));
  return { none: rows.length === 0, rows };
};

/** What a form still asks of whoever fills it in. */
export const missingOf = (form: Id, reading: Reading): Data<'missing'> => {
  const { bundle, day } = reading;
  if (!bundle.forms.some(({ id }) => id === form)) return { none: true, rows: [] };
  const known = Object.fromEntries(
    bundle.facts.flatMap(({ id, within }) => {
      const answer = within === undefined ? reading.given(id) : undefined;
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
  const { unanswered } = formState(bundle, form, known, { today: dayText(day), known });
  const rows = unanswered.map((id) => ({ asks: reading.fact(id)?.ask ?? id }));
  return { none: rows.length === 0, rows };
};
