import {
  type Bundle,
  type CaseEvent,
  type Fact,
  type Field,
  type Id,
  type LedgerEntry,
  type Recommendation,
  tellsReason,
} from '../../../engine/contract/index.js';
import { actFor, whoMay } from '../../../engine/contract/who-may.js';
import type { Fault } from '../../portal/layout/error-summary.js';
import { happeningNamed } from '../../portal/words/course.js';
import { momentInWords } from '../../portal/words/dates.js';
import { entriesOf } from '../../portal/words/entries.js';
import { capital } from '../../portal/words/lists.js';
import { entryWord, factNamed, roleInWords } from '../../portal/words/names.js';

export interface Choice {
  id: string;
  words: string;
}
/** What can be added, as it is offered on the page of a play. */
export interface Offer {
  outcomes: Choice[];
  kinds: Choice[];
  phases: Choice[];
  /** Everything else, by where it comes from. */
  others: { title: string; items: Choice[] }[];
}
/** A question of the page that adds something. */
export interface Asked {
  name: string;
  ask: string;
  kind: 'choice' | 'choices' | 'number' | 'date' | 'date-time' | 'text' | 'long-text';
  options: Choice[];
  required: boolean;
}
/** The page that adds something with questions. */
export interface AddPresenter {
  title: string;
  what: string;
  action: string;
  back: string;
  on: string;
  hers: boolean;
  asked: Asked[];
  about?: { ask: string; options: Choice[] };
  by: Choice[];
  /** Of what a reason has to be given. */
  reason?: 'judgement' | 'refusal';
  faults: Fault[];
  typed: Record<string, string | string[]>;
}

/** What is recorded of a session besides its outcomes. */
const otherMarks: Choice[] = [
  { id: 'cancelled', words: 'Cancelled by the provider' },
  { id: 'closure-day', words: 'Closure day' },
  { id: 'not-recorded', words: 'Held or not: not recorded' },
  { id: 'planned', words: 'Planned for that day' },
];

const sources: [title: string, of: string[]][] = [
  ['In the life of a case', ['life', 'form', 'appointment', 'appeal']],
  ['About sessions', ['session']],
  ['Records', ['record']],
  ['Contact', ['contact', 'message', 'report']],
  ['Duties and acts', ['duty', 'act']],
];

/** Happenings that recording a session brings by itself. */
const brought = ['session-held', 'session-attended', 'session-missed', 'session-cancelled'];

const simple: Fact['kind'][] = ['yes-no', 'choice', 'choices', 'number', 'date', 'date-time', 'text', 'long-text'];

/** The facts that can be answered here: those of one value, which stand in no entry. */
const answerable = (bundle: Bundle): Fact[] =>
  bundle.facts.filter((fact) => fact.within === undefined && simple.includes(fact.kind));

/** What can be added to a case of this definition. */
export const offerOf = (bundle: Bundle): Offer => {
  const sessions = bundle.course?.sessions;
  const labelled = (list: { id: Id; label: string }[]): Choice[] => list.map(({ id, label }) => ({ id, words: label }));
  const happenings = (bundle.course?.happenings ?? []).filter(({ id }) => !brought.includes(id));
  const facts = (judged: boolean): Choice[] =>
    answerable(bundle)
      .filter((fact) => (fact.source !== 'form') === judged)
      .map((fact) => ({ id: `answered:${fact.id}`, words: fact.ask }));
  return {
    outcomes: sessions ? [...labelled(sessions.outcomes), ...otherMarks] : [],
    kinds: labelled(sessions?.kinds ?? []),
    phases: labelled(sessions?.phases ?? []),
    others: [
      ...sources.map(([title, of]) => ({
        title,
        items: happenings
          .filter(({ source }) => of.includes(source))
          .map(({ id, called }) => ({ id: `happened:${id}`, words: capital(called) })),
      })),
      { title: 'Judgements, consents, documents, scores', items: facts(true) },
      { title: 'Answers', items: facts(false) },
    ].filter(({ items }) => items.length > 0),
  };
};

const yesNo: Choice[] = [
  { id: 'yes', words: 'Yes' },
  { id: 'no', words: 'No' },
];

const askedOf = (
  name: string,
  of: Pick<Field, 'ask' | 'options'> & { kind: Fact['kind'] },
  required: boolean,
): Asked => {
  const options = of.options.map(({ id, label }) => ({ id, words: label }));
  const choices = of.kind === 'yes-no' && options.length === 0 ? yesNo : options;
  const kind = of.kind === 'choices' ? 'choices' : choices.length > 0 ? 'choice' : (of.kind as Asked['kind']);
  return { name, ask: of.ask, kind, options: choices, required };
};

const insiders = (bundle: Bundle): Id[] => bundle.people.filter(({ side }) => side === 'inside').map(({ id }) => id);

const roles = (bundle: Bundle, ids: Id[]): Choice[] =>
  ids.map((id) => ({ id, words: capital(roleInWords(bundle, id)) }));

/** What a request asks to add. */
export type Wanted = { kind: 'happened'; id: Id } | { kind: 'answered'; fact: Fact };

/** Reads "happened:incident" or "answered:is-willing"; nothing where there is no such thing. */
export const wantedOf = (bundle: Bundle, what: unknown): Wanted | undefined => {
  const [kind, id] = typeof what === 'string' ? what.split(':', 2) : [];
  if (kind === 'happened' && id && happeningNamed(bundle, id)) return { kind, id };
  const fact = kind === 'answered' && id ? answerable(bundle).find((one) => one.id === id) : undefined;
  return fact && { kind: 'answered', fact };
};

export interface AddContext {
  bundle: Bundle;
  events: readonly CaseEvent[];
  ledger: LedgerEntry[];
  /** What rules ask for on that day. */
  recommendations: Recommendation[];
  play: string;
  on: string;
}

const aboutOf = ({ bundle, events, ledger }: AddContext, about: string): NonNullable<AddPresenter['about']> => {
  if (about === 'session') {
    const options = ledger
      .filter(({ credit }) => !credit)
      .map(({ key, on }) => ({ id: key, words: momentInWords(on, bundle.programme.timeZone) }));
    return { ask: 'Which session is it about?', options };
  }
  const each = entryWord(bundle, factNamed(bundle, about));
  return { ask: `Which ${each} is it about?`, options: entriesOf(bundle, events, about) };
};

/** Who may record it. */
export const mayRecord = (bundle: Bundle, wanted: Wanted): Id[] => {
  if (wanted.kind === 'answered') {
    const { named, anybodyInside } = whoMay(bundle);
    const { fact } = wanted;
    return [...new Set([...named(fact), ...(anybodyInside(fact) ? insiders(bundle) : [])])];
  }
  const by = happeningNamed(bundle, wanted.id)?.by ?? [];
  return by.length > 0 ? by : insiders(bundle);
};

/** The page that asks what has to be known of something that is added. */
export const presentAdd = (
  context: AddContext,
  wanted: Wanted,
  faults: Fault[] = [],
  typed: AddPresenter['typed'] = {},
): AddPresenter => {
  const { bundle, play, on } = context;
  const base = {
    action: `${play}/add`,
    back: `${play}?on=${on}`,
    on,
    by: roles(bundle, mayRecord(bundle, wanted)),
    faults,
    typed,
  };
  if (wanted.kind === 'answered') {
    const { fact } = wanted;
    const reason = actFor[fact.source] === 'judged' ? { reason: 'judgement' as const } : {};
    const asked = [askedOf('answer', fact, true)];
    return { ...base, title: fact.ask, what: `answered:${fact.id}`, hers: fact.hers, asked, ...reason };
  }
  const happening = happeningNamed(bundle, wanted.id);
  const about = happening?.about ? aboutOf(context, happening.about) : undefined;
  return {
    ...base,
    title: capital(happening?.called ?? ''),
    what: `happened:${wanted.id}`,
    hers: happening?.hers === true,
    asked: (happening?.fields ?? []).map((field) => askedOf(field.name, field, field.required)),
    ...(about && about.options.length > 0 ? { about } : {}),
    ...(wanted.id === 'declined' && needsReason(bundle) ? { reason: 'refusal' as const } : {}),
  };
};

/** Where a document asks its author for it, it is given there. */
const needsReason = ({ decision, documents = [] }: Bundle): boolean =>
  decision?.refusalNeedsReason === true && !documents.some(tellsReason);
