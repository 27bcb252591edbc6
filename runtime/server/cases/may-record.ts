/** Who may record what, by what the definition says of it. Pages offer no more than this, and `refusal.ts` holds to it. */
import {
  type Bundle,
  type CaseEvent,
  type CourseRule,
  type Fact,
  type Happening,
  type Id,
  isOneOf,
  kindsOf,
  type StepName,
} from '../../../engine/contract/index.js';
import { whoMay } from '../../../engine/contract/who-may.js';

/** The step that each happening shows was taken. */
export const stepShownBy: Readonly<Record<Id, StepName>> = {
  accepted: 'accept',
  'suitable-not-ready': 'accept',
  declined: 'decline',
  invited: 'invite',
  started: 'start',
  suspended: 'suspend',
  resumed: 'resume',
  'leave-started': 'leave',
  'leave-ended': 'resume',
  transferred: 'transfer',
  completed: 'complete',
  closed: 'close',
  returned: 'return',
};

/** What is told ahead of the day on which it begins: whoever approves on Monday what begins on Friday. */
const toldAhead: readonly Id[] = ['leave-started', 'suspended'];

/** Whether something may be recorded before it happens; until its day has come it counts for nothing. */
export const mayLieAhead = ({ kind, what = '' }: Pick<CaseEvent, 'kind' | 'what'>): boolean =>
  kind === 'happened' && toldAhead.includes(what);

const insiders = (bundle: Bundle): Id[] => bundle.people.filter(({ side }) => side === 'inside').map(({ id }) => id);

/** Whose step it is: as the step says, or of a decision as the decision does; nobody's where neither does. */
const stepBy = ({ course, decision }: Bundle, what: Id): Id[] => {
  const step = stepShownBy[what];
  const by = course?.steps.find(({ id }) => id === step)?.by ?? [];
  if (by.length > 0 || (step !== 'accept' && step !== 'decline')) return by;
  return decision?.by ?? [];
};

/** The roles that may record a happening, the likeliest first; a role that is a kind of one of them may too. */
export const recordersOfHappening = (bundle: Bundle, { id, by }: Pick<Happening, 'id' | 'by'>): Id[] => {
  if (by.length > 0) return by;
  const ofStep = stepBy(bundle, id);
  return ofStep.length > 0 ? ofStep : insiders(bundle);
};

/** The same of a fact: those it is for, and whoever inside may record it for them. */
export const recordersOfFact = (bundle: Bundle, fact: Fact): Id[] => {
  const { named, anybodyInside } = whoMay(bundle);
  return [...new Set([...named(fact), ...(anybodyInside(fact) ? insiders(bundle) : [])])];
};

/** The roles that may answer a recommendation. */
export const answerersOf = (bundle: Bundle, rule: Pick<CourseRule, 'confirmedBy' | 'hers' | 'by'>): Id[] => {
  // Of what is hers nobody else is told, so that nobody else can answer it.
  const named = rule.confirmedBy.length === 0 && rule.hers ? rule.by : rule.confirmedBy;
  return named.length > 0 ? named : insiders(bundle);
};

/** Whether a role is one of these, or a kind of one of them. */
export const isAmong = (bundle: Bundle, role: Id, those: readonly Id[]): boolean =>
  isOneOf(role, those, kindsOf(bundle.people));

type Told = Pick<CaseEvent, 'kind' | 'what' | 'rule' | 'values'>;

/** The roles that may record what an event says; none where the definition knows nothing of it. */
export const recordersOfEvent = (bundle: Bundle, { kind, what, rule: of, values }: Told): Id[] => {
  if (kind === 'session') return insiders(bundle);
  if (kind === 'happened') {
    const happening = bundle.course?.happenings.find(({ id }) => id === what);
    return happening && !happening.anyOf ? recordersOfHappening(bundle, happening) : [];
  }
  if (kind === 'confirmed' || kind === 'refused') {
    const rule = bundle.course?.rules.find(({ id }) => id === of);
    return rule ? answerersOf(bundle, rule) : [];
  }
  const first = bundle.facts.find(({ id }) => Object.hasOwn(values, id));
  return first ? recordersOfFact(bundle, first) : [];
};

/** Whether a role may record what an event says, whatever the state of the case. */
export const mayRecordEvent = (bundle: Bundle, event: Told, role: Id): boolean => {
  const isAct = ['session', 'happened', 'confirmed', 'refused'].includes(event.kind);
  if (isAct) return isAmong(bundle, role, recordersOfEvent(bundle, event));
  const { may } = whoMay(bundle);
  return Object.keys(event.values).every((name) => {
    const fact = bundle.facts.find(({ id }) => id === name);
    return fact !== undefined && may(fact, role);
  });
};
