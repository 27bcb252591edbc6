/** From the forms as written to the facts that they ask for. */
import { type At, capital, type Fact, type Id, type Option } from '../../engine/contract/index.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import type { WrittenForm, WrittenForms } from '../language/constructs/forms.js';
import type { ClauseRef } from '../language/constructs/origin.js';
import type { WrittenAsked, WrittenOption, WrittenQuestion } from '../language/constructs/question.js';
import { siteOptions, slotOptions, type WrittenSites } from '../language/constructs/sites.js';
import type { Named, Written } from '../language/shape/shape.js';
import type { Problem } from '../problem/problem.js';
import type { DeclaredFact } from './declarations.js';
import { raiseQuestion } from './question-problems.js';

/** What a question takes over from what it stands in. */
interface Around {
  form: { id: Id; page: Id; afterDecision: boolean };
  about: Id;
  from: Id[];
  onlyWhen: WrittenCondition[];
  inherited: ClauseRef[][];
  within?: { entries: Id; each: Id };
  /** It is about the partner, until something inside says that it is about somebody else. */
  aboutHer: boolean;
  /** It is about a child, who may live with her, until something inside says that it is about somebody else. */
  aboutChild: boolean;
  /** A group that it stands in says where it comes from. */
  spokenFor: boolean;
}
export interface Asking {
  sites: WrittenSites;
  report: (problem: Problem) => void;
  declare: (declared: DeclaredFact) => void;
  broken: (name: string) => void;
  /** Whether a role is the partner, or whoever is supported as she is. */
  isHer: (role: Id) => boolean;
}

/** An id as words: "date-of-birth" is "date of birth". */
export const inWords = (id: Id): string => id.slice(id.lastIndexOf('.') + 1).replaceAll('-', ' ');

const contactTypes = new Set(['phone', 'email', 'address']);
/** What is written freely about her, or sent along, may say where she is. */
const tellsWhere = new Set([...contactTypes, 'text', 'long-text', 'file']);
const isChild = (role: Id): boolean => role === 'child';
/** What she says, and where and how she can be reached: all of an entry about her, and where a child is, for one. */
const isHers = (type: string, inner: Around, asking: Asking): boolean =>
  inner.from.some(asking.isHer) ||
  (inner.aboutChild && contactTypes.has(type)) ||
  (inner.aboutHer && (tellsWhere.has(type) || type === 'entries' || inner.within !== undefined));

const isText = (written: WrittenOption | WrittenAsked): written is Written<string> => 'value' in written;

interface Chosen {
  options: Option[];
  onlyWhen: Map<Id, WrittenCondition>;
}
const listedOptions = (written: WrittenQuestion, asking: Pick<Asking, 'sites'>): Chosen => {
  const onlyWhen = new Map<Id, WrittenCondition>();
  const given = written.options;
  if (!given) return { options: [], onlyWhen };
  if (!Array.isArray(given))
    return { options: given.value === 'sites' ? siteOptions(asking.sites) : slotOptions(asking.sites), onlyWhen };
  const options = given.flatMap((each: Named<WrittenOption> | Written<string>): Option[] => {
    if (!('id' in each)) return [{ id: each.value, label: capital(inWords(each.value)) }];
    if (!each.value) return [];
    if (isText(each.value)) return [{ id: each.id, label: each.value.value }];
    if (each.value['only-when']) onlyWhen.set(each.id, each.value['only-when']);
    const means = each.value.means && { means: each.value.means.value };
    return [{ id: each.id, label: each.value.label.value, ...means }];
  });
  return { options, onlyWhen };
};

const yesOrNo: Option[] = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];
/** The options of a question, and when those are offered that are not always. */
export const optionsOf = (written: WrittenQuestion, asking: Pick<Asking, 'sites'>): Chosen => {
  const chosen = listedOptions(written, asking);
  if (written.type?.value === 'yes-no') chosen.options = yesOrNo;
  const added = (['not-known', 'not-applicable'] as const).flatMap((means): Option[] => {
    const label = written[means];
    return label ? [{ id: means, label: label.value, means }] : [];
  });
  return { ...chosen, options: [...chosen.options, ...added] };
};

const numberOf = (written: WrittenQuestion): Pick<Fact, 'number'> =>
  written.type?.value === 'number'
    ? {
        number: {
          ...(written['at-least'] && { atLeast: written['at-least'].value }),
          ...(written['at-most'] && { atMost: written['at-most'].value }),
          whole: !written.decimals?.value,
          ...(written.unit && { unit: written.unit.value }),
        },
      }
    : {};

const requiredOf = (written: WrittenQuestion): DeclaredFact['required'] => {
  if (written.required?.kind === 'when') return { kind: 'when', condition: written.required.condition };
  return { kind: written.required?.kind === 'always' ? 'always' : 'as-known' };
};

/** A list of them is about them, whomever it says it is about; only one of its questions can be about somebody else. */
const isAbout = (isOne: (role: Id) => boolean, outer: boolean, { about, each }: WrittenQuestion): boolean => {
  if (each && isOne(each.value)) return true;
  return about ? isOne(about.value) : outer;
};

const around = (written: WrittenQuestion, outer: Around, { isHer }: Asking): Around => ({
  ...outer,
  about: written.about?.value ?? written.each?.value ?? outer.about,
  from: written.from?.map((role) => role.value) ?? outer.from,
  onlyWhen: written['only-when'] ? [...outer.onlyWhen, written['only-when']] : outer.onlyWhen,
  inherited: written.clause ? [written.clause, ...outer.inherited] : outer.inherited,
  aboutHer: isAbout(isHer, outer.aboutHer, written),
  aboutChild: isAbout(isChild, outer.aboutChild, written),
  spokenFor: outer.spokenFor || Boolean(written.clause ?? written.ours ?? written.reading),
});

const declareQuestion = (id: Id, idAt: At, written: WrittenQuestion, outer: Around, asking: Asking): Id => {
  const inner = around(written, outer, asking);
  const full = outer.within ? `${outer.within.entries}.${id}` : id;
  const kind = written.each ? 'entries' : (written.type?.value ?? 'text');
  const { options, onlyWhen } = optionsOf(written, asking);
  const declared: DeclaredFact = {
    fact: {
      id: full,
      kind,
      source: 'form',
      ask: written.ask?.value ?? capital(inWords(id)),
      called: written.called?.value ?? inWords(id),
      ...(written.hint && { hint: written.hint.value }),
      options,
      ...numberOf(written),
      ...(outer.within && { within: outer.within.entries }),
      about: inner.about,
      from: inner.from,
      hers: isHers(kind, inner, asking),
    },
    idAt,
    onlyWhen: inner.onlyWhen,
    required: requiredOf(written),
    optionsOnlyWhen: onlyWhen,
    written,
    inherited: outer.inherited,
    spokenFor: inner.spokenFor,
    form: { ...outer.form, place: 0 },
  };
  asking.declare(declared);
  if (written.each) {
    declared.fact.each = written.each.value;
    declared.fact.asks = declareAll(
      written.asks ?? [],
      { ...inner, onlyWhen: [], within: { entries: full, each: written.each.value } },
      asking,
    );
  }
  return full;
};

const declareOne = ({ id, idAt, value }: Named<WrittenAsked>, outer: Around, asking: Asking): Id[] => {
  if (!value) {
    asking.broken(id);
    return [];
  }
  if (isText(value)) return [declareQuestion(id, idAt, { at: value.at, ask: value }, outer, asking)];
  if (value.each && outer.within) {
    asking.report(raiseQuestion('question/entries-in-entries', idAt, { id }));
    asking.broken(id);
    return [];
  }
  if (value.asks && !value.each) return declareAll(value.asks, around(value, outer, asking), asking);
  // Its type was not understood, so nothing can be said of the sentences that name it.
  if (value.faulty && !value.type) asking.broken(id);
  return [declareQuestion(id, idAt, value, outer, asking)];
};

const declareAll = (named: Named<WrittenAsked>[], outer: Around, asking: Asking): Id[] =>
  named.flatMap((each) => declareOne(each, outer, asking));

/** The pages of a form; one that has only questions is one page, named and headed like the form. */
export const pagesOf = (id: Id, form: WrittenForm): NonNullable<WrittenForm['pages']> =>
  form.pages ??
  (form.asks
    ? [{ id, idAt: form.title.at, at: form.at, value: { at: form.at, heading: form.title, asks: form.asks } }]
    : []);

/** Declares every question of every form; gives, by form and page, the ids that the page asks in order. */
export const declareQuestions = (forms: WrittenForms, asking: Asking): Map<Id, Map<Id, Id[]>> => {
  const asked = new Map<Id, Map<Id, Id[]>>();
  for (const { id, value: form } of forms) {
    if (!form) continue;
    const pages = new Map<Id, Id[]>();
    asked.set(id, pages);
    const clauses = form.clause ? [form.clause] : [];
    for (const page of pagesOf(id, form)) {
      if (!page.value) continue;
      const outer: Around = {
        form: { id, page: page.id, afterDecision: form['after-decision']?.value ?? false },
        about: page.value.about?.value ?? form.about?.value ?? 'participant',
        from: form.from.map((role) => role.value),
        onlyWhen: page.value['only-when'] ? [page.value['only-when']] : [],
        inherited: page.value.clause ? [page.value.clause, ...clauses] : clauses,
        aboutHer: asking.isHer(page.value.about?.value ?? form.about?.value ?? 'participant'),
        aboutChild: isChild(page.value.about?.value ?? form.about?.value ?? 'participant'),
        spokenFor: false,
      };
      pages.set(page.id, declareAll(page.value.asks, outer, asking));
    }
  }
  return asked;
};
