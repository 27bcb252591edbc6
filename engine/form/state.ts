/** What a form asks of somebody who has answered so much of it. */
import type { Given } from '../case/fill.js';
import { type CaseRecord, localId } from '../case/record.js';
import { type CompiledBundle, compiledBundle } from '../compiled.js';
import { type LeafTable, leafTable, type Program, programOf, truthsOf } from '../condition/program.js';
import { no, type Truths, unknown, yes } from '../condition/truth.js';
import type { Bundle, Condition, Fact, Form, Id } from '../contract/bundle.js';
import type { Answer, EntryAnswers } from '../contract/event.js';
import { byId } from '../contract/regions.js';

export type Answers = Record<Id, Answer>;
/** Whether something is asked; `not-yet` until what that hangs on is known. */
export type Visible = 'yes' | 'no' | 'not-yet';

export interface QuestionState {
  fact: Id;
  visible: Visible;
  /** Now: it may become so by another answer. */
  required: boolean;
  /** The options offered now. */
  options: Id[];
  /** Of entries: for each entry its questions. */
  entries?: QuestionState[][];
}
export interface PageState {
  id: Id;
  visible: Visible;
  questions: QuestionState[];
}
export interface FormState {
  pages: PageState[];
  /** Asked, required, and without an answer. A question of entries is named once. */
  unanswered: Id[];
}
/** `today` is a day "2026-03-02"; `known` what is known from elsewhere than this form. */
export interface FormMoment {
  today: string;
  known?: Answers;
}

/** Takes the answers so far to one form, gives what it asks. Throws where the bundle has no such form. */
export const formState = (bundle: Bundle, formId: Id, answers: Answers, moment: FormMoment): FormState => {
  const compiled = compiledBundle(bundle);
  const { form, leaves, pages } = compiledForm(compiled, formId);
  const record = recordOf(compiled, form, answers, moment);
  const truths = truthsOf(leaves, record);
  const states = pages.map(({ id, onlyWhen, questions }) => ({
    id,
    visible: visibleWhen(onlyWhen, truths),
    questions: questions.map((question) => questionState(question, record, leaves, truths)),
  }));
  return { pages: states, unanswered: unansweredIn(states, bundle, answers) };
};

interface CompiledQuestion {
  fact: Fact;
  number: number;
  onlyWhen: Program | undefined;
  requiredWhen: Program | boolean;
  options: { id: Id; onlyWhen: Program | undefined }[];
  asks: CompiledQuestion[];
}
interface CompiledForm {
  form: Form;
  leaves: LeafTable;
  pages: { id: Id; onlyWhen: Program | undefined; questions: CompiledQuestion[] }[];
}

const kept = new WeakMap<CompiledBundle, Map<Id, CompiledForm>>();

const compiledForm = (compiled: CompiledBundle, formId: Id): CompiledForm => {
  const forms = kept.get(compiled) ?? new Map<Id, CompiledForm>();
  kept.set(compiled, forms);
  const made = forms.get(formId) ?? compileForm(compiled, formId);
  forms.set(formId, made);
  return made;
};

const compileForm = ({ bundle, facts }: CompiledBundle, formId: Id): CompiledForm => {
  const form = bundle.forms.find(({ id }) => id === formId);
  if (!form) throw new RangeError(`The bundle has no form "${formId}".`);
  const leaves = leafTable(facts, byId(bundle.facts));
  const program = (condition: Condition | undefined): Program | undefined => condition && programOf(condition, leaves);
  const question = (id: Id): CompiledQuestion[] => {
    const number = facts.numbers.get(id) ?? -1;
    const fact = facts.facts[number];
    if (!fact) return [];
    const { required } = fact;
    return [
      {
        fact,
        number,
        onlyWhen: program(fact.onlyWhen),
        requiredWhen: required.kind === 'when' ? programOf(required.condition, leaves) : required.kind === 'always',
        options: fact.options.map(({ id: option, onlyWhen }) => ({ id: option, onlyWhen: program(onlyWhen) })),
        asks: (fact.asks ?? []).flatMap(question),
      },
    ];
  };
  const pages = form.pages.map(({ id, onlyWhen, asks }) => ({
    id,
    onlyWhen: program(onlyWhen),
    questions: asks.flatMap(question),
  }));
  return { form, leaves, pages };
};

const recordOf = (compiled: CompiledBundle, form: Form, answers: Answers, { today, known }: FormMoment): CaseRecord => {
  const { facts, normalise } = compiled;
  const asked = new Set(form.pages.flatMap((page) => page.asks));
  const given: Given = {
    answers: facts.facts.map(({ id }) => (asked.has(id) ? answers[id] : known?.[id])),
    events: new Array(facts.facts.length).fill(undefined),
  };
  return normalise(given, today).record;
};

const visibleWhen = (onlyWhen: Program | undefined, truths: Truths): Visible => {
  const holds = onlyWhen ? onlyWhen.value(truths) : yes;
  if (holds === unknown) return 'not-yet';
  return holds === no ? 'no' : 'yes';
};

const questionState = (
  question: CompiledQuestion,
  record: CaseRecord,
  leaves: LeafTable,
  truths: Truths,
): QuestionState => {
  const { fact, number, onlyWhen, requiredWhen, options, asks } = question;
  const visible = visibleWhen(onlyWhen, truths);
  const mustBe = typeof requiredWhen === 'boolean' ? requiredWhen : requiredWhen.value(truths) === yes;
  const entries = record.entries[number] ?? [];
  return {
    fact: fact.id,
    visible,
    required: visible === 'yes' && mustBe,
    options: options.filter((option) => visibleWhen(option.onlyWhen, truths) === 'yes').map(({ id }) => id),
    ...(fact.kind === 'entries' ? { entries: entries.map((entry) => entryState(asks, entry, leaves)) } : {}),
  };
};

const entryState = (asks: CompiledQuestion[], entry: CaseRecord, leaves: LeafTable): QuestionState[] => {
  const truths = truthsOf(leaves, entry);
  return asks.map((question) => questionState(question, entry, leaves, truths));
};

const unansweredIn = (pages: PageState[], bundle: Bundle, answers: Answers): Id[] => {
  const locals = new Map(bundle.facts.map((fact) => [fact.id, localId(fact)]));
  const unanswered = new Set<Id>();
  for (const { fact, visible, required, entries } of pages.flatMap(({ questions }) => questions)) {
    if (visible !== 'yes') continue;
    if (required && isBlank(answers[fact])) unanswered.add(fact);
    entries?.forEach((questions, n) => {
      const entry = (answers[fact] as EntryAnswers[] | undefined)?.[n] ?? {};
      for (const each of questions) {
        if (each.visible === 'yes' && each.required && isBlank(entry[locals.get(each.fact) ?? ''])) {
          unanswered.add(each.fact);
        }
      }
    });
  }
  return [...unanswered];
};

/** Whether nothing has been answered. "Not known" is an answer. */
const isBlank = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  answer === null ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0);
