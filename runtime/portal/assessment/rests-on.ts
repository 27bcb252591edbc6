/** What a decision rests on, and what is owed or has to be found out now: of all that may be recorded what comes first. */
import type { Bundle, Fact, Happening, Id, StepName } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';

/** What is named in a condition, under whichever key: words, and values that may be spelt like a name, are not. */
const wordy: ReadonlySet<string> = new Set(['reads', 'says', 'words', 'origin', 'at', 'anyOf', 'option', 'options']);

const namedIn = (part: unknown): Id[] => {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(namedIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (wordy.has(key) ? [] : namedIn(value)));
};

/** With what those rest on that are worked out from others. */
const withGrounds = ({ criteria, course }: Bundle, first: readonly Id[]): Set<Id> => {
  const known = new Set<Id>();
  const add = (ids: readonly Id[]): void => {
    for (const id of ids) {
      if (known.has(id)) continue;
      known.add(id);
      const criterion = criteria.find((one) => one.id === id);
      if (criterion) add(namedIn([criterion.applies, criterion.test, criterion.fact]));
      add(namedIn(course?.derived.find((one) => one.id === id)));
      add(course?.happenings.find((one) => one.id === id)?.anyOf ?? []);
    }
  };
  add(first);
  return known;
};

/** Steps by which somebody comes to the programme. */
const early: readonly StepName[] = ['assess', 'accept', 'decline', 'invite', 'start'];

const owed = ['open', 'missed', 'perhaps-missed'];

/** Takes a case; gives the names of all that its decision, the step it stands before, and what is due rest on. */
const restsOn = ({ bundle, evaluation }: Pick<OpenCase, 'bundle' | 'evaluation'>): Set<Id> => {
  const { criteria, decision, course } = bundle;
  const { steps = [], duties = [], toFindOut = [], stale = [] } = evaluation;
  const next = steps.filter(({ step }) => early.includes(step)).map(({ step }) => step);
  const due = new Set(duties.filter(({ state }) => owed.includes(state)).map(({ id }) => id));
  return withGrounds(bundle, [
    ...criteria.filter(({ decides }) => decides).map(({ id }) => id),
    ...namedIn(decision?.consulting.map(({ when }) => when)),
    ...namedIn(
      course?.steps.filter(({ id }) => next.includes(id)).flatMap(({ needs }) => needs.map((one) => one.condition)),
    ),
    ...(course?.duties ?? []).filter(({ id }) => due.has(id)).flatMap(({ metBy }) => metBy),
    ...(evaluation.decision?.missing ?? []).map(({ fact }) => fact),
    ...namedIn(toFindOut),
    ...stale.map(({ judgement }) => judgement),
  ]);
};

/** Says of each thing that may be recorded whether it comes first. */
export interface First {
  fact(fact: Fact): boolean;
  /** Of an appointment. That it was missed or called off is looked for once it was offered, or stands where it was recorded. */
  appointment(happening: Happening): boolean;
}

const ofAppointment = /-(?:offered|attended|missed|cancelled)$/;

/** What comes first of a case. The appointment at which he is assessed always does. */
export const whatComesFirst = (found: Pick<OpenCase, 'bundle' | 'evaluation' | 'events'>): First => {
  const names = restsOn(found);
  const appointments = new Set([...names].map((id) => id.replace(ofAppointment, '')));
  const taken = new Set(found.events.map(({ supersedes }) => supersedes));
  const recorded = new Set(found.events.filter(({ id }) => !taken.has(id)).map(({ what }) => what));
  return {
    fact: ({ id }) => names.has(id),
    appointment: ({ id }) => {
      const appointment = id.replace(ofAppointment, '');
      if (appointment !== 'assessment' && !appointments.has(appointment)) return false;
      const isLookedFor = names.has(id) || id.endsWith('-offered') || id.endsWith('-attended');
      return isLookedFor || recorded.has(id) || recorded.has(`${appointment}-offered`);
    },
  };
};
