/** A bundle without what somebody may not see. Worked out once for each bundle and each set of labels. */
import type { Bundle, Id } from '../contract/bundle.js';
import type { Course, StepName } from '../contract/course.js';
import { hiddenFrom, isNothing } from './hidden.js';
import { type Hidden, readsHidden } from './reads.js';

export interface Projection {
  /** The bundle itself where nothing of it is hidden. Its digest is that of the whole: it names the version. */
  bundle: Bundle;
  hidden: Hidden;
  /** What cannot be told without what is hidden. */
  withheld: { decision: boolean; steps: ReadonlySet<StepName>; returning: boolean };
}

const kept = new WeakMap<Bundle, { digest: string; by: Map<string, Projection> }>();

/** Takes a bundle and the labels that somebody may see; gives it without what carries others. */
export const bundleFor = (bundle: Bundle, sees: ReadonlySet<Id>): Projection => {
  const key = JSON.stringify([...sees].sort());
  const known = kept.get(bundle);
  const by = known?.digest === bundle.digest ? known.by : new Map<string, Projection>();
  if (by !== known?.by) kept.set(bundle, { digest: bundle.digest, by });
  const made = by.get(key) ?? projected(bundle, sees);
  by.set(key, made);
  return made;
};

const projected = (bundle: Bundle, sees: ReadonlySet<Id>): Projection => {
  const hidden = hiddenFrom(bundle, sees);
  if (isNothing(hidden))
    return { bundle, hidden, withheld: { decision: false, steps: new Set<StepName>(), returning: false } };
  const course = bundle.course && courseWithout(bundle.course, hidden);
  const { decision, documents } = bundle;
  return {
    hidden,
    withheld: withheldBy(bundle, hidden),
    bundle: {
      ...bundle,
      ...answersWithout(bundle, hidden),
      ...(decision && {
        decision: { ...decision, consulting: decision.consulting.filter(({ when }) => !readsHidden(when, hidden)) },
      }),
      ...(course && { course }),
      ...(documents && { documents: documentsWithout(documents, hidden) }),
      ...(bundle.information && { information: informationFor(bundle, sees, hidden) }),
      // Both are the whole definition over again; neither is read of a case.
      outline: [],
      rules: { conditions: {}, rules: [] },
      map: Object.fromEntries(Object.entries(bundle.map).filter(([key]) => !isHiddenKey(key, hidden))),
    },
  };
};

const withheldBy = ({ criteria, course }: Bundle, hidden: Hidden): Projection['withheld'] => {
  const { names, rules } = hidden;
  const steps = (course?.steps ?? []).filter(({ needs }) => readsHidden(needs, hidden)).map(({ id }) => id);
  const refused = (course?.rules ?? [])
    .filter(({ id, force }) => force === 'block' && rules.has(id))
    .flatMap(({ effects }) => effects.map(({ object }) => object as StepName));
  const returning = readsHidden(course?.returns, hidden);
  const decision = criteria.some(({ id, decides }) => decides && names.has(id));
  return {
    decision,
    returning,
    steps: new Set([
      ...steps,
      ...refused,
      ...(returning ? (['return'] as const) : []),
      ...(decision ? (['accept'] as const) : []),
    ]),
  };
};

const answersWithout = ({ facts, criteria, forms }: Bundle, { names }: Hidden) => ({
  facts: facts
    .filter(({ id }) => !names.has(id))
    .map((fact) => ({
      ...fact,
      ...(fact.asks && { asks: fact.asks.filter((id) => !names.has(id)) }),
      ...(fact.looksAt && { looksAt: fact.looksAt.filter((id) => !names.has(id)) }),
    })),
  criteria: criteria.filter(({ id }) => !names.has(id)),
  // The first form is how a case begins: it stays, though nothing of it may be left.
  forms: forms
    .filter(({ id }, place) => place === 0 || !names.has(id))
    .map((form) => ({
      ...form,
      pages: form.pages
        .map((page) => ({ ...page, asks: page.asks.filter((id) => !names.has(id)) }))
        .filter(({ asks }) => asks.length > 0),
    })),
});

const courseWithout = (course: Course, hidden: Hidden): Course => {
  const { names, events, rules, duties } = hidden;
  const those = (ids: readonly Id[]): Id[] => ids.filter((id) => !events.has(id));
  const seen = <T extends { id: Id }>(all: readonly T[], apart: ReadonlySet<Id>): T[] =>
    all.filter(({ id }) => !apart.has(id));
  const done = <T extends { doneBy: Id[] }>(effects: readonly T[]): T[] =>
    effects.map((effect) => ({ ...effect, doneBy: those(effect.doneBy) }));
  const blind = <T>(part: T | undefined): T | undefined => (readsHidden(part, hidden) ? undefined : part);
  return {
    ...course,
    ...(course.sessions && {
      sessions: {
        ...course.sessions,
        phases: course.sessions.phases.map(({ needs, ...phase }) => ({ ...phase, ...(blind(needs) && { needs }) })),
        kinds: course.sessions.kinds.map(({ onlyWhen, ...kind }) => ({
          ...kind,
          ...(blind(onlyWhen) && { onlyWhen }),
        })),
        credits: course.sessions.credits.filter(({ event }) => !events.has(event)),
      },
    }),
    happenings: seen(course.happenings, events).map((each) => ({
      ...each,
      fields: seen(each.fields, names),
      ...(each.anyOf && { anyOf: those(each.anyOf) }),
    })),
    derived: seen(course.derived, names),
    rules: seen(course.rules, rules).map((rule) => ({
      ...rule,
      until: those(rule.until),
      effects: done(rule.effects),
      conflicts: rule.conflicts.filter((each) => !rules.has(each.rule)),
    })),
    duties: seen(course.duties, duties).map((duty) => ({
      ...duty,
      until: those(duty.until),
      metBy: those(duty.metBy),
      does: done(duty.does),
    })),
    steps: course.steps.map((step) => ({
      ...step,
      needs: step.needs.filter(({ condition }) => !readsHidden(condition, hidden)),
    })),
    returns: course.returns.filter((each) => !readsHidden(each, hidden)),
    appeals: course.appeals
      .filter(({ id }) => !events.has(`${id}-lodged`))
      .map((appeal) => ({ ...appeal, against: those(appeal.against) })),
  };
};

const documentsWithout = (documents: NonNullable<Bundle['documents']>, hidden: Hidden) =>
  documents
    .filter(({ id }) => !hidden.documents.has(id))
    .map(({ duty, ...document }) => ({
      ...document,
      ...(duty !== undefined && !hidden.duties.has(duty) && { duty }),
      headings: document.headings.filter(
        ({ id, onlyWhen }) => !readsHidden(onlyWhen, hidden) && !hidden.events.has(`${document.id}-${id}-released`),
      ),
    }));

const informationFor = (bundle: Bundle, sees: ReadonlySet<Id>, hidden: Hidden) => {
  const labels = Object.entries(bundle.information?.labels ?? {}).filter(([key]) => !isHiddenKey(key, hidden));
  return {
    kept: (bundle.information?.kept ?? []).filter(({ id }) => sees.has(id)),
    labels: Object.fromEntries(labels),
  };
};

const isHiddenKey = (key: string, hidden: Hidden): boolean => {
  const [space = '', id] = key.split('/');
  if (id === undefined) return hidden.names.has(key);
  const apart = hidden[space as keyof Hidden];
  return apart?.has(id) ?? false;
};
