/** What a rule or a duty does, from its words: a verb with what it is done to, or any words for a person. */
import { type Effect, type Id, spanInWords, stepNames } from '../../../engine/contract/index.js';
import { raiseEffect } from '../../check/course/effect-problems.js';
import { knownVerbLike } from '../../check/course/free-words.js';
import type { CourseNames } from '../../check/course/names.js';
import { parseSpan } from '../../language/constructs/amounts.js';
import type { Written } from '../../language/shape/shape.js';
import type { Problem } from '../../problem/problem.js';

export interface EffectNames
  extends Pick<
    CourseNames,
    'people' | 'phases' | 'messages' | 'reports' | 'appointments' | 'assessments' | 'happenings' | 'endings'
  > {
  judgements: Id[];
}
interface Reading {
  /** The rule or duty whose effect it is. */
  owner: Id;
  says: string;
  names: EffectNames;
  /** Reports a name that there is not. */
  unknown: (what: string, name: string, known: Id[]) => undefined;
}
type Made = Omit<Effect, 'says'>;
type Verb = [RegExp, (found: string[], reading: Reading) => Made | undefined];

const name = '([a-z][a-z0-9]*(?:-[a-z0-9]+)*)';
const article = '(?:(?:a|an|the|his|her|their) )?';
const pattern = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll('<name>', name).replaceAll('<article>', article)}$`);
const done = ({ owner }: Reading): Id[] => [`${owner}-done`];

const people = ({ names }: Reading): Id[] => [...names.people.outside, ...names.people.inside];
const addressee = (to: string | undefined, reading: Reading): { to?: Id } | undefined => {
  if (to === undefined) return {};
  return people(reading).includes(to) ? { to } : reading.unknown('person', to, people(reading));
};

/** `an assessment` is the one that there is, under whatever name. */
const offered = (object: string, reading: Reading): Id | undefined => {
  const { appointments, assessments, happenings } = reading.names;
  if (happenings.has(`${object}-offered`)) return object;
  const [only, second] = assessments;
  if (object === 'assessment' && only && !second) return only;
  return reading.unknown('appointment', object, [...appointments, ...assessments]);
};

const simple = (text: string, verb: Effect['verb'], doneBy: Id[]): Verb => [pattern(text), () => ({ verb, doneBy })];

const verbs: Verb[] = [
  [
    pattern('close(?: (?:the|his) case)?(?: as <name>)?'),
    ([object]) => ({ verb: 'close', ...(object && { object }), doneBy: ['closed'] }),
  ],
  simple('suspend(?: him| his place)?', 'suspend', ['suspended']),
  simple('resume(?: him| his place)?', 'resume', ['resumed']),
  simple('complete(?: the programme)?', 'complete', ['completed']),
  simple('restart(?: the programme)?', 'restart', ['restarted']),
  simple('transfer(?: him)?', 'transfer', ['transferred']),
  simple('keep(?: his place)?', 'keep', []),
  [
    pattern('move(?: him)?(?: on)? to <article><name>'),
    ([object = ''], reading) => {
      const phases = reading.names.phases.map(({ id }) => id);
      if (!phases.includes(object)) return reading.unknown('phase', object, phases);
      return { verb: 'move', object, doneBy: ['moved-on'] };
    },
  ],
  [
    /^extend(?: the programme)? by (.+)$/,
    ([text = ''], reading) => {
      const span = parseSpan(text);
      const sessions = /^(\d+) sessions?$/.exec(text)?.[1];
      if (!span && !sessions) return reading.unknown('length of time', text, ['1 week', '4 sessions']);
      return { verb: 'extend', ...(span && { span }), ...(sessions && { object: sessions }), doneBy: ['extended'] };
    },
  ],
  [
    pattern('refuse(?: to)? <article><name>'),
    ([object = ''], reading) => {
      const known: readonly Id[] = stepNames;
      return known.includes(object)
        ? { verb: 'refuse', object, doneBy: [] }
        : reading.unknown('step', object, [...known]);
    },
  ],
  [
    pattern('refer(?: him)? back(?: to <article><name>)?'),
    ([to], reading) => {
      const found = addressee(to, reading);
      return found && { verb: 'refer-back', ...found, doneBy: ['referred-back'] };
    },
  ],
  [
    pattern('send <article><name>(?: to <article><name>)?'),
    ([object = '', to], reading) => {
      const { messages } = reading.names;
      if (!messages.includes(object)) return reading.unknown('message', object, messages);
      const found = addressee(to, reading);
      return found && { verb: 'send', object, ...found, doneBy: [`${object}-sent`] };
    },
  ],
  [
    pattern('issue <article><name>(?: to <article><name>)?'),
    ([object = '', to], reading) => {
      const { reports } = reading.names;
      if (!reports.includes(object)) return reading.unknown('report', object, reports);
      const found = addressee(to, reading);
      return found && { verb: 'issue', object, ...found, doneBy: [`${object}-issued`] };
    },
  ],
  [
    pattern('offer <article><name>'),
    ([object = ''], reading) => {
      const found = offered(object, reading);
      return found === undefined ? undefined : { verb: 'offer', object: found, doneBy: [`${found}-offered`] };
    },
  ],
  [
    pattern('contact <article><name>'),
    ([object = ''], reading) => {
      const known = people(reading);
      if (!known.includes(object)) return reading.unknown('person', object, known);
      const event = `${object}-contacted`;
      return { verb: 'contact', object, doneBy: reading.names.happenings.has(event) ? [event] : done(reading) };
    },
  ],
  [
    pattern('ask <article><name>'),
    ([object = ''], reading) => {
      const { judgements } = reading.names;
      if (!judgements.includes(object)) return reading.unknown('judgement', object, judgements);
      return { verb: 'ask', object, doneBy: done(reading) };
    },
  ],
  [
    pattern('record <article><name>'),
    ([object = ''], reading) => {
      const known = [...reading.names.happenings.values()]
        .filter(({ source }) => source === 'record')
        .map(({ id }) => id);
      if (!known.includes(object)) return reading.unknown('record', object, known);
      return { verb: 'record', object, doneBy: [object] };
    },
  ],
  [
    pattern('forward (.+?) to <article><name>'),
    ([_, to], reading) => {
      const found = addressee(to, reading);
      return found && { verb: 'forward', ...found, doneBy: done(reading) };
    },
  ],
  [/^hold .+$/, (_found, reading) => ({ verb: 'hold', doneBy: done(reading) })],
];

/** Takes an effect as written and whose it is; gives what it does, or undefined where it names what there is not. */
export const readEffect = (
  written: Written<string>,
  owner: Id,
  names: EffectNames,
  report: (problem: Problem) => void,
): Effect | undefined => {
  const says = written.value.trim().replace(/\.$/, '');
  const unknown = (what: string, found: string, known: Id[]): undefined =>
    void report(raiseEffect('effect/unknown', written.at, { what, name: found, known }));
  const reading: Reading = { owner, says, names, unknown };
  for (const [words, make] of verbs) {
    const found = words.exec(says);
    if (!found) continue;
    const made = make(found.slice(1), reading);
    return made && { ...made, says };
  }
  const like = knownVerbLike(says, names);
  if (like) report(raiseEffect('effect/free-words', written.at, { says, ...like, answeredBy: `${owner}-done` }));
  return { verb: 'do', says, doneBy: done(reading) };
};

const words = (id: Id | undefined): string => (id ?? '').replaceAll('-', ' ').replace(/^non /, 'non-');

/** An effect in English, for the middle of a sentence. `names`: what messages, reports and records are called. */
export const effectReads = (
  effect: Effect,
  called: (role: Id) => string,
  { titles, happenings }: Pick<CourseNames, 'titles' | 'happenings'>,
): string => {
  const title = titles.get(effect.object ?? '') ?? words(effect.object);
  const { verb, object, to, span, says } = effect;
  switch (verb) {
    case 'close':
      return object ? `close the case as ${words(object)}` : 'close the case';
    case 'suspend':
      return 'suspend his place';
    case 'resume':
      return 'let him resume';
    case 'complete':
      return 'record that he has completed the programme';
    case 'restart':
      return 'let him start again';
    case 'move':
      return `move him on to ${words(object)}`;
    case 'extend':
      return `extend the programme by ${span ? spanInWords(span) : `${object} ${object === '1' ? 'session' : 'sessions'}`}`;
    case 'transfer':
      return 'transfer him';
    case 'keep':
      return 'keep his place';
    case 'refuse':
      return `refuse to ${words(object)}`;
    case 'refer-back':
      return to ? `refer him back to the ${called(to)}` : 'refer him back';
    case 'send':
      return `send “${title}”${to ? ` to the ${called(to)}` : ''}`;
    case 'issue':
      return `issue the report “${title}”${to ? ` to the ${called(to)}` : ''}`;
    case 'offer':
      return `offer the ${words(object)}`;
    case 'contact':
      return `contact the ${called(object ?? '')}`;
    case 'ask':
      return /^ask [^ ]/.test(says) ? `ask “${words(object)}”` : `ask: ${says.replace(/\?$/, '')}`;
    case 'record':
      return `record “${happenings.get(object ?? '')?.called ?? words(object)}”`;
    case 'forward':
      return to ? `${says.slice(0, says.lastIndexOf(' to '))} to the ${called(to)}` : says;
    default:
      return says.charAt(0).toLowerCase() + says.slice(1);
  }
};
