/** Gives an invented case the names, numbers and place that a scenario leaves out, because no rule looks at them. */
import type { Answer, Bundle, CaseEvent, EntryAnswers, Fact, Id } from '../../../engine/contract/index.js';
import { agencyNamed, emailOf, manNamed, mobileOf, streetOf, womanNamed, workerNamed } from './invented.js';

/** Who plays a part in a case. */
export interface Cast {
  /** The how manieth case it is: names and numbers follow from it. */
  n: number;
  /** By role: who fills it in the demonstration. */
  names: Readonly<Record<Id, string>>;
  /** The site that the case is of, where the programme has sites. */
  site?: Id;
}

/** The question that names the person himself; nothing where none does. */
export const nameQuestion = ({ facts }: Bundle): Fact | undefined =>
  facts.find(
    ({ kind, about, within, source }) => source === 'form' && kind === 'name' && about === 'participant' && !within,
  );

/** The question whose answer is one of the programme's sites. */
export const siteQuestion = ({ facts, sites }: Bundle): Fact | undefined => {
  const ids = new Set(sites.map(({ id }) => id));
  return facts.find(
    ({ kind, source, options }) =>
      source === 'form' &&
      kind === 'choice' &&
      options.filter(({ means }) => means === undefined).every(({ id }) => ids.has(id)) &&
      options.length > 0,
  );
};

const nameFor = ({ about }: Pick<Fact, 'about'>, { n, names }: Cast, which = 0): string => {
  if (about === 'participant') return manNamed(n);
  return names[about] ?? (about === 'partner' ? womanNamed(n + which * 7) : workerNamed(n + which));
};

/** What somebody would write there; nothing of what a rule may look at. */
const wordsFor = (fact: Fact, cast: Cast): string | undefined => {
  const name = nameFor(fact, cast);
  const isOfAgency = fact.about === 'referrer';
  switch (fact.kind) {
    case 'name':
    case 'signature':
      return name;
    case 'email':
      return emailOf(name, isOfAgency ? 'referrer' : 'post');
    case 'phone':
      return mobileOf(isOfAgency ? 1 : cast.n + 2);
    case 'address':
      return streetOf(cast.n);
    case 'text':
      return isOfAgency ? agencyNamed(1) : undefined;
    default:
      return undefined;
  }
};

/** Entries of people get names where they are asked for one. */
const namedEntries = (bundle: Bundle, fact: Fact, answer: Answer, cast: Cast): Answer => {
  if (!Array.isArray(answer) || answer.some((one) => typeof one === 'string')) return answer;
  const asked = (fact.asks ?? []).flatMap((id) => bundle.facts.find((one) => one.id === id) ?? []);
  const name = asked.find(({ kind }) => kind === 'name');
  if (!name) return answer;
  const local = name.id.slice(fact.id.length + 1);
  return (answer as EntryAnswers[]).map((entry, which) => ({ ...entry, [local]: nameFor(name, cast, which) }));
};

/** Takes the event by which a form was first sent; gives it filled in. What was answered in it stays. */
export const filledIn = (bundle: Bundle, event: CaseEvent, form: Id, cast: Cast): CaseEvent => {
  const asked = new Set(bundle.forms.find(({ id }) => id === form)?.pages.flatMap(({ asks }) => asks) ?? []);
  const plain = bundle.facts.filter(
    (fact) => asked.has(fact.id) && fact.within === undefined && fact.onlyWhen === undefined,
  );
  const added = plain.flatMap((fact): [Id, Answer][] => {
    const words = wordsFor(fact, cast);
    return words === undefined ? [] : [[fact.id, words]];
  });
  const named = Object.entries(event.values).map(([id, answer]): [Id, Answer] => {
    const fact = bundle.facts.find((one) => one.id === id);
    return [id, fact?.kind === 'entries' ? namedEntries(bundle, fact, answer, cast) : answer];
  });
  const site = siteQuestion(bundle);
  const his = nameQuestion(bundle);
  return {
    ...event,
    values: {
      ...Object.fromEntries(added),
      ...Object.fromEntries(named),
      ...(his && asked.has(his.id) && { [his.id]: manNamed(cast.n) }),
      ...(site && asked.has(site.id) && cast.site !== undefined && { [site.id]: cast.site }),
    },
  };
};

/** Says who it was, of every act whose role somebody fills here. */
export const signedBy = (event: CaseEvent, { names }: Cast): CaseEvent => {
  const name = names[event.by.role];
  return name === undefined ? event : { ...event, by: { ...event.by, name } };
};
