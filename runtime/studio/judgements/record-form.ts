import type { Answer, Bundle, CaseEvent, Fact, FactAct, Form, Id } from '../../../engine/contract/index.js';
import type { Asked } from '../../portal/form/questions.js';
import { answersTyped, type TypedValues } from '../../portal/form/typed-answers.js';
import { type FieldFault, validatePage } from '../../portal/form/validate-page.js';
import { dayInWords } from '../../portal/words/dates.js';
import { capital } from '../../portal/words/lists.js';
import { roleInWords } from '../../portal/words/names.js';
import type { Draft } from '../../server/drafts.js';
import { kindsRecorded, type Recorded, recordersOf } from './presenter.js';

/** The questions that are asked of whoever records a judgement, a consent, a signature or a score. */
export interface RecordForm {
  bundle: Bundle;
  form: Form;
  asked: Asked[];
  facts: Fact[];
}

const whoAsks: Record<Recorded, string> = {
  judgement: 'Who made this judgement?',
  consent: 'Who recorded it?',
  document: 'Who recorded it?',
  instrument: 'Who recorded it?',
};
const whenAsks: Record<Recorded, string> = {
  judgement: 'When was it made?',
  consent: 'When was it said?',
  document: 'When was that?',
  instrument: 'When was it scored?',
};
const called: Record<string, string> = { who: 'who it was', name: 'name', when: 'date', reason: 'reason' };

/** Ids that no question of a definition can have, as they are not in kebab-case. */
const own = (id: string, kind: Fact['kind'], ask: string, more: Partial<Fact>, like: Fact): Fact => ({
  id: `rubric_${id}`,
  kind,
  source: 'form',
  ask,
  called: called[id] ?? ask,
  options: [],
  about: like.about,
  from: [],
  required: { kind: 'always' },
  hers: false,
  origin: like.origin,
  ...more,
});

const asAsked = (fact: Fact, required = true): Asked => ({ fact, name: fact.id, required, inner: [], entries: [] });

/** The questions for recording `fact`. `today` is the latest day that it can have been. */
export const recordForm = (bundle: Bundle, fact: Fact, today: string): RecordForm => {
  const kind = fact.source as Recorded;
  const roles = recordersOf(bundle, fact).map((id) => ({ id, label: capital(roleInWords(bundle, id)) }));
  const hint = `Not after today, ${dayInWords(today)}`;
  const asked = [
    asAsked({ ...fact, required: { kind: 'always' } }),
    asAsked(own('who', 'choice', whoAsks[kind], { options: roles }, fact)),
    asAsked(own('name', 'name', 'Name of that person', {}, fact), false),
    asAsked(own('when', 'date', whenAsks[kind], { hint }, fact)),
    asAsked(
      own('reason', 'long-text', kind === 'judgement' ? 'The reason for this judgement' : 'Anything to note', {}, fact),
      kind === 'judgement',
    ),
  ];
  const facts = asked.map((one) => one.fact);
  const form: Form = {
    id: 'record',
    title: kindsRecorded[kind].heading,
    from: [],
    pages: [{ id: 'record', heading: fact.ask, asks: facts.map((one) => one.id), origin: fact.origin }],
    origin: fact.origin,
  };
  return { bundle: { ...bundle, facts, forms: [form] }, form, asked, facts };
};

/** What the page shows before anything was typed: today, and the one role there is. */
export const firstValues = (record: RecordForm, today: string): TypedValues => {
  const who = record.facts.find((fact) => fact.id === 'rubric_who');
  const only = who?.options.length === 1 ? who.options[0] : undefined;
  return { rubric_when: today, ...(only ? { rubric_who: only.id } : {}) };
};

const kinds: Record<Recorded, FactAct> = {
  judgement: 'judged',
  consent: 'consented',
  document: 'signed',
  instrument: 'scored',
};

/** Takes what was typed; gives the event to be recorded, or what is wrong, never both. `now` is an instant. */
export const readRecord = (
  record: RecordForm,
  fact: Fact,
  typed: TypedValues,
  { draft, today, now }: { draft: Draft; today: string; now: string },
): { event: CaseEvent } | { faults: FieldFault[] } => {
  const answers = answersTyped(record.facts, record.facts, typed) as Record<Id, Answer>;
  const result = validatePage(record.bundle, record.form, record.asked, answers);
  if ('faults' in result) return result;
  const text = (id: string): string | undefined =>
    typeof answers[id] === 'string' ? (answers[id] as string) : undefined;
  const when = text('rubric_when') ?? today;
  if (when > today) return { faults: [{ path: ['rubric_when'], message: 'The date must be today or in the past' }] };
  const name = text('rubric_name');
  const reason = text('rubric_reason');
  return {
    event: {
      id: `${draft.id}-${draft.events.length + 1}`,
      kind: kinds[fact.source as Recorded],
      happened: when,
      learned: when,
      recorded: now,
      by: { role: text('rubric_who') ?? 'staff', ...(name ? { name } : {}) },
      values: { [fact.id]: answers[fact.id] ?? null },
      ...(reason ? { reason } : {}),
    },
  };
};
