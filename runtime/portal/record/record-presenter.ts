/** The page that records one thing of a case: what it asks, and what it would cause. */
import { herSideOf } from '../../../engine/case/her-side.js';
import {
  type CaseEvent,
  type Fact,
  type Field,
  type Id,
  type Span,
  tellsReason,
} from '../../../engine/contract/index.js';
import { actFor } from '../../../engine/contract/who-may.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { isAmong, stepShownBy } from '../../server/cases/may-record.js';
import type { Version } from '../../server/store/contract.js';
import { caseAddress } from '../case/addresses.js';
import type { ShownChange } from '../case/changes.js';
import type { ShownEvent } from '../case/event-words.js';
import { isLeftOver } from '../case/ledger-presenter.js';
import type { Fault } from '../layout/error-summary.js';
import { doneInWords, effectInWords, happeningInWords, ruleInWords, spanInWords, stepWords } from '../words/course.js';
import { dayInWords, localDay, momentInWords } from '../words/dates.js';
import { entriesOf } from '../words/entries.js';
import { capital } from '../words/lists.js';
import { clauseInWords, entryWord, factNamed, roleInWords, sentenceInWords } from '../words/names.js';
import { answerInWords } from '../words/values.js';
import { isToldAhead, recordAddress, recordersOf, type Wanted } from './wanted.js';

export interface Choice {
  id: string;
  words: string;
}
/** A question of the page; its name is that of the field and the end of its anchor. */
export interface Asked {
  name: string;
  ask: string;
  hint?: string;
  kind: 'choice' | 'choices' | 'select' | 'number' | 'date' | 'date-time' | 'time' | 'text' | 'long-text';
  options: Choice[];
  required: boolean;
}
export interface Typed {
  [name: string]: string | string[];
}
export interface RecordPresenter {
  title: string;
  caption: string;
  action: string;
  back: { href: string; words: string };
  version: Version;
  key: string;
  /** What is being answered or corrected, in its own words. */
  about: string[];
  clauses: { label: string; says: string }[];
  /** What a judgement looks at, as it is now. */
  looksAt: { question: string; lines: string[] }[];
  corrects?: { id: string; on: string; words: string; more: string[] };
  asked: Asked[];
  typed: Typed;
  faults: Fault[];
  /** What recording it would change; nothing while nobody has asked. */
  preview?: ShownChange[];
  /** The day from which on it would, where that lies ahead. */
  previewFrom?: string;
  /** What others did since the page was opened. */
  since?: ShownEvent[];
  refused?: string;
  button: string;
  /** What is taken back says that it never was. */
  takeBack: boolean;
}

const yesNo: Choice[] = [
  { id: 'yes', words: 'Yes' },
  { id: 'no', words: 'No' },
];

/** What is typed on one line, whatever is asked for. */
const isLine = (kind: Fact['kind']): boolean => kind === 'name' || kind === 'email' || kind === 'phone';

/** A question of a happening or a fact, as it is asked here. */
const questionOf = (
  name: string,
  { ask, options, kind }: Pick<Field, 'ask' | 'options'> & { kind: Fact['kind'] },
  required: boolean,
): Asked => {
  const offered = options.map(({ id, label }) => ({ id, words: label }));
  const choices = kind === 'yes-no' && offered.length === 0 ? yesNo : offered;
  const typed = isLine(kind) ? 'text' : kind === 'address' ? 'long-text' : (kind as Asked['kind']);
  const asked = kind === 'choices' ? 'choices' : choices.length > 0 ? 'choice' : typed;
  return { name: `with-${name}`, ask, kind: asked, options: choices, required };
};

const one = (name: string, ask: string, kind: Asked['kind'], more: Partial<Asked> = {}): Asked => ({
  name,
  ask,
  kind,
  options: [],
  required: false,
  ...more,
});

const whenAsked = (ask: string): Asked[] => [
  one('on', ask, 'date', { required: true }),
  one('at', 'At what time?', 'time', { hint: 'If it is known and matters.' }),
];
/** For how long something may be approved, where the definition says so. */
export const longestOf = ({ bundle }: OpenCase, wanted: Wanted): Span | undefined =>
  wanted.kind === 'happened'
    ? bundle.course?.steps.find(({ id }) => id === stepShownBy[wanted.happening.id])?.atMost
    : undefined;

/** From when on something holds that may be told ahead, and for how long that is at most. */
const fromAsked = (found: OpenCase, wanted: Wanted): Asked[] => {
  const atMost = longestOf(found, wanted);
  const until = atMost ? ` It is for ${spanInWords(atMost)} at most; after that he is due again.` : '';
  const [on, at] = whenAsked('From which day on?') as [Asked, Asked];
  return [{ ...on, hint: `The day may lie ahead: until then nothing changes.${until}` }, at];
};
const learnedAsked = one('learned', 'On which day did the service learn of it?', 'date', {
  hint: 'Leave this empty if it was the same day.',
});

/** Whom it may be about: a session, or an entry of a list; none where the case has none. */
const aboutAsked = ({ bundle, events, evaluation }: OpenCase, about: Id | 'session' | undefined): Asked[] => {
  if (about === undefined) return [];
  const zone = bundle.programme.timeZone;
  const options =
    about === 'session'
      ? (evaluation.ledger ?? [])
          .filter((session) => !session.credit && !isLeftOver(session))
          .map(({ key, on }) => ({ id: key, words: momentInWords(on, zone) }))
      : entriesOf(bundle, events, about);
  if (options.length === 0) return [];
  const each = about === 'session' ? 'session' : entryWord(bundle, factNamed(bundle, about));
  return [one('about', `Which ${each} is it about?`, 'select', { options, required: true })];
};

/** What is for somebody outside alone, and is recorded for him as his; of what a person inside may say, nobody is asked. */
const spokenAsked = ({ bundle, actor }: OpenCase, wanted: Wanted): Asked[] => {
  const recorders = recordersOf(bundle, wanted);
  if (isAmong(bundle, actor.role, recorders)) return [];
  const { isHer } = herSideOf(bundle.people);
  const options = bundle.people
    .filter(({ id, side }) => side === 'outside' && recorders.includes(id) && !isHer(id))
    .map(({ id, called }) => ({ id, words: `The ${called}` }));
  return options.length === 0 ? [] : [one('by', 'Whose act is it?', 'choice', { options, required: true })];
};

/** What one person can be told by another; of what is hers there are pages of its own. */
const tellers: readonly string[] = ['record'];
const tellerAsked = ({ bundle }: OpenCase, wanted: Wanted): Asked[] => {
  if (wanted.kind !== 'happened' || !tellers.includes(wanted.happening.source)) return [];
  const { isHer } = herSideOf(bundle.people);
  const options = bundle.people
    .filter(({ id, side }) => side === 'outside' && !isHer(id))
    .map(({ id }) => ({ id, words: `The ${roleInWords(bundle, id)}` }));
  return [
    one('told-by', 'Who told the service?', 'select', {
      options,
      hint: 'Leave this empty if somebody of the service saw it.',
    }),
  ];
};

const sessionAsked = ({ bundle }: OpenCase): Asked[] => {
  const sessions = bundle.course?.sessions;
  const labelled = (list: { id: Id; label: string }[] = []): Choice[] =>
    list.map(({ id, label }) => ({ id, words: label }));
  const optional = (name: string, ask: string, options: Choice[]): Asked[] =>
    options.length < 2 ? [] : [one(name, ask, 'select', { options, hint: 'Leave this empty if it was as usual.' })];
  return [
    ...whenAsked('On which day was the session?'),
    one('outcome', 'What was recorded of it?', 'choice', {
      required: true,
      options: [
        ...labelled(sessions?.outcomes),
        { id: 'cancelled', words: 'Cancelled by the provider' },
        { id: 'closure-day', words: 'It fell on a closure day' },
      ],
    }),
    ...optional('kind', 'What kind of session?', labelled(sessions?.kinds)),
    ...optional('phase', 'Which part of the programme?', labelled(sessions?.phases)),
    ...optional(
      'topic',
      'What was it about?',
      (sessions?.topics ?? []).map(({ id, title }) => ({ id, words: title })),
    ),
  ];
};

/** Where a document asks its author for the reason of a refusal, it is given there. */
const asksReason = ({ bundle }: OpenCase, { id }: { id: Id }): boolean =>
  id === 'declined' && bundle.decision?.refusalNeedsReason === true && !(bundle.documents ?? []).some(tellsReason);

/** What an appeal has to say, in the words in which the definition asks for it. */
const appealAsked = ({ bundle }: OpenCase, { id }: { id: Id }): Asked[] => {
  const step = bundle.course?.appeals.find((one) => id === `${one.id}-lodged`);
  return step ? [reasonAsked(step.saying ?? 'What do they disagree with, and why?', true)] : [];
};

const reasonAsked = (ask: string, required: boolean): Asked => one('reason', ask, 'long-text', { required });

const answerAsked = ({ bundle }: OpenCase, wanted: Extract<Wanted, { kind: 'rule' }>): Asked[] => {
  const { either, effects } = wanted.standing;
  const confirm = either
    ? effects.map((effect, i) => ({ id: `confirmed-${i}`, words: capital(effectInWords(bundle, effect)) }))
    : [{ id: 'confirmed', words: 'Confirm it' }];
  return [
    one('answer', 'What do you decide?', 'choice', {
      required: true,
      options: [...confirm, { id: 'refused', words: 'Refuse it' }],
    }),
    one('reason', 'Why?', 'long-text', { hint: 'A refusal needs its reason.' }),
  ];
};

/** The questions of the page, in the order in which they are asked. */
export const askedFor = (found: OpenCase, wanted: Wanted): Asked[] => {
  switch (wanted.kind) {
    case 'session':
      return sessionAsked(found);
    case 'rule':
      return answerAsked(found, wanted);
    case 'fact': {
      const { fact } = wanted;
      const isJudged = actFor[fact.source] === 'judged';
      return [
        { ...questionOf('answer', fact, true), ask: sentenceInWords(found.bundle, fact.ask) },
        ...(isJudged ? [reasonAsked('The reason for this judgement', true)] : []),
        ...spokenAsked(found, wanted),
        ...whenAsked('From which day does it hold?'),
      ];
    }
    case 'happened': {
      const { happening } = wanted;
      return [
        ...(isToldAhead(wanted) ? fromAsked(found, wanted) : whenAsked('On which day did it happen?')),
        ...(happening.source === 'life' ? [] : [learnedAsked]),
        ...aboutAsked(found, happening.about),
        ...happening.fields.filter(({ hers }) => !hers).map((field) => questionOf(field.name, field, field.required)),
        ...(asksReason(found, happening) ? [reasonAsked('The reason for this refusal', true)] : []),
        ...appealAsked(found, happening),
        ...spokenAsked(found, wanted),
        ...tellerAsked(found, wanted),
      ];
    }
  }
};

const titleOf = ({ bundle }: OpenCase, wanted: Wanted, isCorrection: boolean): { title: string; caption: string } => {
  const step = wanted.kind === 'happened' && isToldAhead(wanted) ? stepShownBy[wanted.happening.id] : undefined;
  // Of what has not begun yet nobody says that it has.
  if (step && !isCorrection) return { title: stepWords[step], caption: 'Record' };
  switch (wanted.kind) {
    case 'session':
      return { title: 'Record a session', caption: 'Late, or by itself' };
    case 'fact':
      return { title: sentenceInWords(bundle, wanted.fact.ask), caption: factCaptions[actFor[wanted.fact.source]] };
    case 'rule':
      return { title: 'Answer a recommendation', caption: 'For a person to decide' };
    case 'happened':
      return {
        title: doneInWords(bundle, wanted.happening.id) ?? capital(happeningInWords(bundle, wanted.happening.id)),
        caption: 'Record',
      };
  }
};

const factCaptions = {
  answered: 'Record an answer',
  judged: 'Record a judgement',
  consented: 'Record a consent',
  signed: 'Record a signature',
  scored: 'Record a score',
} as const;

const clausesOf = ({ bundle }: OpenCase, wanted: Wanted): RecordPresenter['clauses'] => {
  const ids =
    wanted.kind === 'session'
      ? []
      : wanted.kind === 'rule'
        ? wanted.standing.clauses
        : (wanted.kind === 'fact' ? wanted.fact : wanted.happening).origin.clauses;
  return ids.flatMap((id) => {
    const clause = bundle.clauses.find((each) => each.id === id);
    return clause ? [{ label: clauseInWords(bundle, id), says: sentenceInWords(bundle, clause.says) }] : [];
  });
};

const looksAtOf = ({ bundle, events }: OpenCase, wanted: Wanted): RecordPresenter['looksAt'] =>
  (wanted.kind === 'fact' ? (wanted.fact.looksAt ?? []) : []).flatMap((id) => {
    const fact = factNamed(bundle, id);
    if (!fact) return [];
    const given = events.findLast(({ values }) => Object.hasOwn(values, id))?.values[id];
    const lines = answerInWords(bundle, fact, given);
    return [{ question: sentenceInWords(bundle, fact.ask), lines: lines.length > 0 ? lines : ['Not answered'] }];
  });

/** What stands in the fields before anybody has typed: the day, and what the address says; never a decision. */
export const firstTyped = (found: OpenCase, wanted: Wanted, about?: string): Typed => {
  const asked = askedFor(found, wanted).find(({ name }) => name === 'about');
  const only = asked?.options.length === 1 ? asked.options[0]?.id : undefined;
  const known = asked?.options.some(({ id }) => id === about) ? about : only;
  return { on: wanted.kind === 'rule' ? '' : found.today, ...(known !== undefined && { about: known }) };
};

/** What an event said, as it would have been typed. */
export const typedOf = (
  found: OpenCase,
  { happened, learned, values, about, reason, by, toldBy, session }: CaseEvent,
  wanted: Wanted,
): Typed => {
  const zone = found.bundle.programme.timeZone;
  const moment = session?.on ?? happened;
  const time =
    moment.length > 10 &&
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
  const texts = (answer: unknown): string | string[] =>
    Array.isArray(answer) ? answer.map(String) : answer === null ? '' : String(answer);
  return {
    on: localDay(moment, zone),
    ...(time && { at: time }),
    ...(localDay(learned, zone) !== localDay(happened, zone) && { learned: localDay(learned, zone) }),
    ...(about !== undefined && { about }),
    ...(reason !== undefined && { reason }),
    ...(toldBy !== undefined && { 'told-by': toldBy }),
    by: by.role,
    ...(session && { outcome: session.mark === 'held' ? (session.outcome ?? '') : session.mark }),
    ...(session?.kind && { kind: session.kind }),
    ...(session?.phase && { phase: session.phase }),
    ...(session?.topic && { topic: session.topic }),
    ...Object.fromEntries(
      Object.entries(values).map(([name, answer]) => [
        `with-${wanted.kind === 'fact' ? 'answer' : name}`,
        texts(answer),
      ]),
    ),
  };
};

type Shown = Pick<RecordPresenter, 'key' | 'typed'> &
  Partial<
    Pick<
      RecordPresenter,
      'faults' | 'preview' | 'previewFrom' | 'since' | 'refused' | 'corrects' | 'action' | 'takeBack'
    >
  >;

/** The page for one thing to be recorded, with what was typed into it and what came of that. */
export const presentRecord = (found: OpenCase, wanted: Wanted, shown: Shown): RecordPresenter => {
  const { bundle, stored } = found;
  const { title, caption } = titleOf(found, wanted, shown.corrects !== undefined);
  const about =
    wanted.kind === 'rule'
      ? [
          capital(sentenceInWords(bundle, ruleInWords(bundle, wanted.rule.id))),
          `It has stood since ${dayInWords(localDay(wanted.standing.since, bundle.programme.timeZone))}.`,
        ]
      : [];
  return {
    title,
    caption: `${caption} – ${stored.name}`,
    ...(shown.corrects && { caption: `Correct what was recorded of ${stored.name}` }),
    action: shown.action ?? recordAddress(found, wanted, wanted.kind === 'rule' ? wanted.standing.subject : undefined),
    back: { href: caseAddress(found), words: 'Back to the case' },
    version: stored.version,
    key: shown.key,
    about,
    clauses: clausesOf(found, wanted),
    looksAt: looksAtOf(found, wanted),
    asked: askedFor(found, wanted),
    typed: shown.typed,
    faults: shown.faults ?? [],
    ...(shown.preview && { preview: shown.preview }),
    ...(shown.previewFrom !== undefined && { previewFrom: shown.previewFrom }),
    ...(shown.since && { since: shown.since }),
    ...(shown.refused !== undefined && { refused: shown.refused }),
    ...(shown.corrects && { corrects: shown.corrects }),
    button: shown.since ? 'Record it all the same' : 'Record it',
    takeBack: shown.takeBack ?? false,
  };
};
