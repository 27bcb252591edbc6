/** Small definitions and short histories for worked examples: what is said of time, and how it came out. */
import {
  type Bundle,
  type CaseEvent,
  dayNumber,
  dayText,
  type Evaluation,
  evaluate,
  type Moment,
  type SessionMark,
} from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';

const head = `rubric: 1
programme: { title: Evening course, provider: Example Trust, working-days: england-and-wales, ours: test }
people:
  outside:
    participant: { called: participant, ours: test }
    referrer: { called: referrer, ours: test }
    partner: { called: partner, ours: test }
  inside:
    staff: { called: staff, ours: test }
    leader: { called: leader, is: staff, ours: test }
    support-worker: { called: support worker, supports: partner, ours: test }
forms:
  referral:
    title: Referral
    from: referrer
    ours: test
    asks:
      full-name: { ask: Full name, type: name, required: yes }
      ordered-on: { ask: Date of the order, type: date }
      partners: { each: partner, asks: { called: { ask: Her name, type: name } } }
`;

/** Takes what a definition says of time; gives its bundle. Throws with its problems where it does not compile. */
export const course = (sections: string): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content: head + sections }], { play: evaluate });
  const wrong = problems.filter(({ severity }) => severity === 'error');
  if (!bundle || wrong.length > 0)
    throw new Error(wrong.map(({ code, message, at }) => `${at.line} ${code}: ${message}`).join('\n'));
  return bundle;
};

let made = 0;
const event = (kind: CaseEvent['kind'], on: Moment, more: Partial<CaseEvent>): CaseEvent => {
  made += 1;
  return { id: `e${made}`, kind, happened: on, learned: on, recorded: on, by: { role: 'leader' }, values: {}, ...more };
};

type More = Partial<Pick<CaseEvent, 'id' | 'about' | 'values' | 'learned' | 'recorded' | 'supersedes'>> & {
  by?: string;
};
const said = ({ by, ...more }: More): Partial<CaseEvent> => ({
  ...more,
  ...(by !== undefined && { by: { role: by } }),
});

/** Something that happened. */
export const did = (on: Moment, what: string, more: More = {}): CaseEvent =>
  event('happened', on, { what, ...said(more) });
/** A session that was held; `outcome` also `cancelled` or `closure-day`. */
export const held = (on: Moment, outcome: string, mark: Partial<SessionMark> = {}, more: More = {}): CaseEvent => {
  const session: SessionMark =
    outcome === 'cancelled' || outcome === 'closure-day'
      ? { mark: outcome, on, ...mark }
      : { mark: 'held', on, outcome, ...mark };
  return event('session', on, { session, ...said(more) });
};
/** A session that is to be held on a day; said on another. */
export const planned = (said_: Moment, on: Moment, mark: Partial<SessionMark> = {}): CaseEvent =>
  event('session', said_, { session: { mark: 'planned', on, ...mark } });
/** Sessions a week apart: "absent, attended, -, not-recorded"; `-` is a week without one. */
export const weekly = (from: string, outcomes: string): CaseEvent[] =>
  outcomes.split(', ').flatMap((outcome, n) => {
    const on = dayText(dayNumber(from) + 7 * n);
    if (outcome === '-') return [];
    return [outcome === 'not-recorded' ? planned(on, on) : held(on, outcome)];
  });
/** A person's answer to a rule. */
export const confirmed = (on: Moment, rule: string, more: More & { effect?: number } = {}): CaseEvent => {
  const { effect, ...rest } = more;
  return event('confirmed', on, { rule, ...(effect !== undefined && { effect }), ...said(rest) });
};
export const refused = (on: Moment, rule: string, more: More = {}): CaseEvent =>
  event('refused', on, { rule, ...said(more) });
/** An answer, a judgement or a consent. */
export const told = (kind: 'answered' | 'judged' | 'consented', on: Moment, values: CaseEvent['values'], by: string) =>
  event(kind, on, { values, by: { role: by } });
export const started = (on = '2026-01-05'): CaseEvent => did(on, 'started');

/** How a case stood, in short words. */
export interface Stood {
  whole: Evaluation;
  /** "3", "1 to 2", "at least 1", a word, or "unknown". */
  fact(id: string, subject?: string): string;
  /** The state of each recommendation of a rule, in order. */
  rule(id: string, subject?: string): string[];
  /** Each duty of that name: "open by 2026-01-19". */
  duty(id: string, subject?: string): string[];
  session(key: string): NonNullable<Evaluation['ledger']>[number] | undefined;
  /** How a step stands, or "none" where the state does not allow it. */
  step(id: string): string;
}

/** Takes a bundle, a moment and the events; gives how the case stood then. What comes next is worked out only if asked. */
export const stood = (
  bundle: Bundle,
  asOf: Moment,
  events: readonly (CaseEvent | CaseEvent[])[],
  { outlook = false }: { outlook?: boolean } = {},
): Stood => {
  const whole = evaluate(bundle, events.flat(), { asOf, outlook });
  const isOf = (subject: string | undefined) => (each: { subject?: string }) =>
    subject === undefined || each.subject === subject;
  return {
    whole,
    fact: (id, subject) => {
      const found = whole.facts?.find((each) => each.id === id && isOf(subject)(each));
      if (!found) return 'none';
      const { value, least, most } = found;
      if (least !== undefined && most === null) return `at least ${least}`;
      if (least !== undefined && least !== most) return `${least} to ${most}`;
      return value === null ? 'unknown' : String(value);
    },
    rule: (id, subject) =>
      (whole.recommendations ?? [])
        .filter(({ rule }) => rule === id)
        .filter(isOf(subject))
        .map(({ state }) => state),
    duty: (id, subject) =>
      (whole.duties ?? [])
        .filter((each) => each.id === id)
        .filter(isOf(subject))
        .map(({ state, due }) => (due === undefined ? state : `${state} by ${due}`)),
    session: (key) => whole.ledger?.find((each) => each.key === key),
    step: (id) => whole.steps?.find(({ step }) => step === id)?.verdict ?? 'none',
  };
};
