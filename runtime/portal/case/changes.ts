import { type Bundle, type Change, type CourseFact, dayNumber, type Id } from '../../../engine/contract/index.js';
import type { EvaluationFor } from '../../../engine/index.js';
import {
  dutyWords,
  idInWords,
  notDueWords,
  recommendationWords,
  ruleInWords,
  stageWords,
  stepInWords,
} from '../words/course.js';
import { datesInWords, dayInWords } from '../words/dates.js';
import { outcomeWords } from '../words/decision.js';
import { capital, counted } from '../words/lists.js';

/** Something that was so, and now is otherwise. */
export interface ShownChange {
  what: string;
  from: string;
  to: string;
  /** Both in one line: "To do, then Missed". */
  how: string;
  hers: boolean;
}

const none = 'Not there';

const factIsHers = (bundle: Bundle, id: Id): boolean =>
  bundle.course?.derived.some((one) => one.id === id && one.hers) === true;
const ruleIsHers = (bundle: Bundle, id: Id): boolean =>
  bundle.course?.rules.some((one) => one.id === id && one.hers) === true ||
  bundle.course?.duties.some((one) => one.id === id && one.hers) === true;

const made = (what: string, from: string, to: string, hers: boolean): ShownChange => ({
  what,
  from,
  to,
  how: `${what} (before: ${from.toLowerCase()}; then: ${to.toLowerCase()})`,
  hers,
});

const worded = (kind: Change['kind'], state: string): string => {
  if (state === '' || state === 'none' || state === 'absent') return none;
  const words: Record<string, string> =
    kind === 'recommendation'
      ? recommendationWords
      : kind === 'duty'
        ? dutyWords
        : kind === 'session'
          ? notDueWords
          : {};
  if (Object.hasOwn(words, state)) return words[state] ?? state;
  if (kind === 'fact' && Object.hasOwn(stageWords, state)) return stageWords[state as keyof typeof stageWords];
  return /^[a-z-]+$/.test(state) ? capital(idInWords(state)) : datesInWords(state);
};

/** A derived fact by its name. */
export const factCalled = (bundle: Bundle, id: Id): string => {
  const derived = bundle.course?.derived.find((one) => one.id === id);
  return capital(derived?.called ?? idInWords(id));
};

/** A change that the engine foretells, in words. */
export const changeInWords = (bundle: Bundle, { kind, id, subject, from, to }: Change): ShownChange => {
  const name =
    kind === 'fact'
      ? factCalled(bundle, id)
      : kind === 'session'
        ? `Session of ${dayOfKey(id)}`
        : ruleInWords(bundle, id).replace(/\.$/, '');
  const what = subject === undefined ? name : `${name} (${dayOfKey(subject)})`;
  return made(
    what,
    worded(kind, from),
    worded(kind, to),
    kind === 'fact' ? factIsHers(bundle, id) : ruleIsHers(bundle, id),
  );
};

const dayOfKey = (key: string): string => {
  const day = /^\d{4}-\d\d-\d\d/.exec(key)?.[0];
  return day && Number.isFinite(dayNumber(day)) ? dayInWords(day) : idInWords(key);
};

/** The value of a derived fact in words. */
export const valueInWords = (bundle: Bundle, fact: CourseFact): string => {
  const { value, least, most } = fact;
  if (least !== undefined && most !== undefined && least !== most) {
    return most === null ? `At least ${least}` : `${least} to ${most}`;
  }
  const derived = bundle.course?.derived.find((one) => one.id === fact.id);
  if (value === null || value === undefined) return fact.lacks.length > 0 ? 'Not known' : 'Nothing yet';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number' && derived?.unit)
    return counted(value, derived.unit.replace(/-/g, ' ').replace(/s$/, ''));
  if (value === 'not-known') return 'Not known';
  if (value === 'not-applicable') return 'Does not apply';
  const label = derived?.options.find((option) => option.id === value)?.label;
  return label ?? datesInWords(Array.isArray(value) ? value.join(', ') : capital(String(value)));
};

interface Item {
  what: string;
  is: string;
  hers: boolean;
}

/** Everything that can change, by a name that stays. */
const itemsOf = (bundle: Bundle, evaluation: EvaluationFor): Map<string, Item> => {
  const items = new Map<string, Item>();
  const put = (key: string, what: string, is: string, hers = false): void => void items.set(key, { what, is, hers });
  const about = (subject: string | undefined): string => (subject === undefined ? '' : ` (${dayOfKey(subject)})`);
  if (evaluation.decision) put('decision', 'The decision', outcomeWords[evaluation.decision.outcome].word);
  if (evaluation.state) put('state', 'State', stageWords[evaluation.state]);
  if (evaluation.phase) put('phase', 'Phase', phaseWord(bundle, evaluation.phase));
  if (evaluation.ending) put('ending', 'Ending', capital(idInWords(evaluation.ending)));
  if (evaluation.plannedEnd) put('end', 'Planned end', datesInWords(evaluation.plannedEnd));
  for (const one of evaluation.recommendations ?? []) {
    const what = `${ruleInWords(bundle, one.rule)}${about(one.subject)}`;
    put(`rule ${one.rule} ${one.subject} ${one.since}`, what, recommendationWords[one.state], one.hers);
  }
  for (const one of evaluation.duties ?? []) {
    const due = one.due ? `, due ${datesInWords(one.due.slice(0, 10))}` : '';
    const what = `${ruleInWords(bundle, one.id)}${about(one.subject)}`;
    put(`duty ${one.id} ${one.subject} ${one.opened}`, what, `${dutyWords[one.state]}${due}`, one.hers);
  }
  for (const one of evaluation.facts ?? []) {
    const what = `${factCalled(bundle, one.id)}${about(one.subject)}`;
    put(`fact ${one.id} ${one.subject}`, what, valueInWords(bundle, one), one.hers);
  }
  for (const one of evaluation.steps ?? []) {
    const words = { met: 'May be done', 'not-met': 'Not yet', unknown: 'Not known' };
    put(`step ${one.step}`, stepInWords(one.step, evaluation.state), words[one.verdict]);
  }
  return items;
};

const phaseWord = (bundle: Bundle, id: Id): string =>
  bundle.course?.sessions?.phases.find((one) => one.id === id)?.label ?? capital(idInWords(id));

/** What is otherwise in `after` than in `before`: the state and decisions, recommendations, duties, facts, steps. */
export const changesBetween = (bundle: Bundle, before: EvaluationFor, after: EvaluationFor): ShownChange[] => {
  const [was, is] = [itemsOf(bundle, before), itemsOf(bundle, after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key), is.get(key)];
    if (a?.is === b?.is) return [];
    const any = b ?? a;
    return any ? [made(any.what.replace(/\.$/, ''), a?.is ?? none, b?.is ?? none, any.hers)] : [];
  });
};
