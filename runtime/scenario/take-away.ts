/** A bundle without what implements a clause, to see whether any scenario would notice. */
import type { Bundle, ClauseId, Condition, Document, Fact, Heading, Id } from '../../engine/contract/index.js';
import { type Implementation, traceOf } from '../../generator/index.js';
import type { Mutant } from './mutant.js';
import { type Gone, left, stay } from './take-away-condition.js';
import { courseLeft, remaining } from './take-away-course.js';

const afterFirst = (key: string): string => key.slice(key.indexOf('/') + 1);

/** Things of which all is gone with their key: by what stands before it. */
const kindsByPrefix: Record<string, string> = {
  steps: 'step',
  phases: 'phase',
  kinds: 'kind',
  topics: 'topic',
  credits: 'credit',
  groups: 'group',
  events: 'event',
  duties: 'duty',
  returns: 'return',
  information: 'information',
};

/** A rule, and all that is declared under it. */
const ruleAndUnder = ({ course }: Bundle, id: Id): string[] => [
  `rule ${id}`,
  ...(course?.rules ?? [])
    .filter(({ within }) => within === id)
    .flatMap((rule) => ruleAndUnder({ course } as Bundle, rule.id)),
];

const brought = ({ course }: Bundle, by: Id, sources: readonly string[]): string[] =>
  (course?.happenings ?? [])
    .filter(({ id, source }) => sources.includes(source) && id.startsWith(`${by}-`))
    .map(({ id }) => `event ${id}`);

const ofDocument = (bundle: Bundle, id: Id): string[] => {
  const [document, heading] = id.split('/');
  if (heading !== undefined) return [`heading ${id}`];
  const duty = (bundle.documents ?? []).find((one) => one.id === document)?.duty;
  return [`document ${id}`, ...(duty ? [`duty ${duty}`] : []), ...brought(bundle, id, ['report', 'message'])];
};

const ofForm = ({ forms }: Bundle, key: string): string[] => {
  const [form, page] = key.split('/');
  const pages = forms
    .filter(({ id }) => id === form)
    .flatMap((one) => one.pages.filter(({ id }) => !page || id === page));
  return [
    ...(page ? [] : [`form ${form}`]),
    ...pages.flatMap(({ id, asks }) => [`page ${form}/${id}`, ...asks.map((fact) => `fact ${fact}`)]),
  ];
};

/** Takes the key of what implements something; gives all that goes with it. */
const goneWith = (bundle: Bundle, key: string): string[] => {
  const id = afterFirst(key);
  const [prefix = ''] = key.split('/');
  if (key === 'decision') return ['decision'];
  if (key === 'course/sessions') return ['sessions'];
  if (key === 'course/catch-up') return ['catch-up'];
  if (prefix === 'forms') return ofForm(bundle, id);
  if (prefix === 'documents') return ofDocument(bundle, id);
  if (prefix === 'rules') return ruleAndUnder(bundle, id);
  if (prefix === 'appointments') return [`appointment ${id}`, ...brought(bundle, id, ['appointment'])];
  if (prefix === 'appeals') return [`appeal ${id}`, `duty answer-${id}`, ...brought(bundle, id, ['appeal'])];
  if (prefix === 'steps' && id.includes('/')) return [`need ${id}`];
  const kind = kindsByPrefix[prefix];
  if (kind && key.includes('/')) return [`${kind} ${id}`];
  return key.includes('/') ? [] : [`fact ${id}`, `criterion ${id}`];
};

const factLeft = ({ onlyWhen: whole, ...fact }: Fact, gone: Gone): Fact | undefined => {
  if (fact.within !== undefined && gone.has(`fact ${fact.within}`)) return undefined;
  const kept = (condition: Condition | undefined): { onlyWhen?: Condition } => {
    const onlyWhen = condition && left(condition, gone);
    return onlyWhen ? { onlyWhen } : {};
  };
  const { required } = fact;
  const still = required.kind === 'when' ? left(required.condition, gone) : undefined;
  return {
    ...fact,
    ...kept(whole),
    options: fact.options.map(({ onlyWhen, ...option }) => ({ ...option, ...kept(onlyWhen) })),
    required: required.kind !== 'when' ? required : still ? { kind: 'when', condition: still } : { kind: 'as-known' },
    ...(fact.asks && { asks: stay(fact.asks, 'fact', gone) }),
    ...(fact.looksAt && { looksAt: stay(fact.looksAt, 'fact', gone) }),
  };
};

const headingLeft = (document: Document, { onlyWhen: whole, attaches, ...heading }: Heading, gone: Gone): Heading[] => {
  if (gone.has(`heading ${document.id}/${heading.id}`)) return [];
  const onlyWhen = whole && left(whole, gone);
  const shows = heading.shows
    .filter((shown) => !('fact' in shown && gone.has(`fact ${shown.fact}`)))
    .filter((shown) => !('event' in shown && gone.has(`event ${shown.event}`)))
    .filter((shown) => !('form' in shown && gone.has(`form ${shown.form}`)))
    .map((shown) =>
      'beside' in shown ? { ...shown, beside: shown.beside.filter(({ event }) => !gone.has(`event ${event}`)) } : shown,
    );
  return [
    {
      ...heading,
      shows,
      ...(onlyWhen && { onlyWhen }),
      ...(attaches && !gone.has(`fact ${attaches.of}`) && { attaches }),
    },
  ];
};

const documentLeft = (document: Document, gone: Gone): Document | undefined => {
  if (document.forEach !== undefined && gone.has(`fact ${document.forEach}`)) return undefined;
  const { duty, ...rest } = document;
  return {
    ...rest,
    ...(duty && !gone.has(`duty ${duty}`) && { duty }),
    headings: document.headings.flatMap((heading) => headingLeft(document, heading, gone)),
  };
};

const decisionLeft = ({ decision }: Bundle, gone: Gone): Pick<Bundle, 'decision'> => {
  if (!decision || gone.has('decision')) return {};
  const consulting = decision.consulting.flatMap(({ when: whole, ...one }) => {
    const when = whole && left(whole, gone);
    if (whole && !when) return [];
    return [{ ...one, ...(when && { when }) }];
  });
  return { decision: { ...decision, consulting } };
};

/** One round: without what is gone, to which is added what cannot stand without it. */
const leftOf = (bundle: Bundle, gone: Gone): Bundle => {
  const { decision: _, documents, course, information, ...rest } = bundle;
  return {
    ...rest,
    forms: rest.forms
      .filter(({ id }) => !gone.has(`form ${id}`))
      .map((form) => ({
        ...form,
        pages: form.pages
          .filter(({ id }) => !gone.has(`page ${form.id}/${id}`))
          .map((page) => ({ ...page, asks: stay(page.asks, 'fact', gone) })),
      })),
    facts: remaining('fact', rest.facts, gone, (fact) => factLeft(fact, gone)),
    criteria: remaining('criterion', rest.criteria, gone, ({ applies: whole, ...criterion }) => {
      const test = left(criterion.test, gone);
      const applies = whole && left(whole, gone);
      return test && { ...criterion, test, ...(applies && { applies }) };
    }),
    ...decisionLeft(bundle, gone),
    ...(documents && { documents: remaining('document', documents, gone, (one) => documentLeft(one, gone)) }),
    ...(information && {
      information: { ...information, kept: information.kept.filter(({ id }) => !gone.has(`information ${id}`)) },
    }),
    ...(course && { course: courseLeft(course, gone) }),
  };
};

/**
 * Takes a bundle, and the keys of things in it (as in its `map`); gives it without them. What refers to one of them loses
 * that part, and goes too where nothing is left of what opens, tests or counts it. What has no part in a case (a role, a
 * place, words) stays.
 */
export const takeAway = (bundle: Bundle, keys: readonly string[]): Bundle => {
  const gone: Gone = new Set(keys.flatMap((key) => goneWith(bundle, key)));
  let now = leftOf(bundle, gone);
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    now = leftOf(now, gone);
  }
  return now;
};

/** What implements a clause by itself: not what only says it, nor what has it from what it stands in. */
const implementing = (by: readonly Implementation[]): Implementation[] =>
  by.filter(({ acts, under }) => acts && under === undefined);

/**
 * Of these a part alone changes nothing by itself: what is asked is read by what decides, who decides is for people, a
 * step is the same for every programme but for its needs, and that sessions are caught up is the duty to offer it.
 */
const notAlone: ReadonlySet<Implementation['kind']> = new Set([
  'form',
  'page',
  'question',
  'site',
  'sessions',
  'kind of session',
  'topic',
  'catch-up',
  'decision',
  'step',
]);

const nameOf = (key: string): Id => key.slice(key.lastIndexOf('/') + 1);

/** What is to be noticed missing: all that implements a clause, or one thing of it. */
interface TakenAway extends Mutant {
  clause: ClauseId;
  keys: string[];
}

/**
 * Takes a bundle; gives for each clause that has to be acted upon the bundle without all that implements it, and without
 * each rule, duty, criterion, count, heading and the like of it alone, as changes that scenarios should notice (see
 * `survivors`).
 */
export const takenAway = (bundle: Bundle): TakenAway[] => {
  const told = new Set<string>();
  return traceOf(bundle)
    .filter(({ mustAct }) => mustAct)
    .flatMap(({ clause, by }) => {
      const own = implementing(by);
      const alone = own.filter(({ kind, key }) => !notAlone.has(kind) && !isOnlyNamed(bundle, key));
      return [own, ...alone.map((one) => [one])].flatMap((things): TakenAway[] => {
        const keys = things.map(({ key }) => key).sort();
        const name = keys.join(', ');
        if (told.has(name)) return [];
        told.add(name);
        const [first = clause] = alone.length > 0 ? alone.map(({ key }) => key) : keys;
        const criterion = nameOf(things.length === 1 ? name : first);
        return [{ clause, keys, criterion, change: `without ${name} (${clause})`, bundle: takeAway(bundle, keys) }];
      });
    });
};

/** A criterion that decides nothing by itself is written out in what names it. */
const isOnlyNamed = ({ criteria }: Bundle, key: string): boolean =>
  criteria.some(({ id, decides, fact }) => id === key && !decides && fact === undefined);
