/** Collects all that sentences can name, and reports what is declared twice or badly. */
import type { At, Fact, Id, Option, Role } from '../../engine/contract/index.js';
import { parseSpan } from '../language/constructs/amounts.js';
import {
  isNames,
  type WrittenCriteria,
  type WrittenCriterion,
  type WrittenJudgements,
  type WrittenListing,
} from '../language/constructs/criteria.js';
import { bandsOf, type WrittenInstruments } from '../language/constructs/instruments.js';
import { peopleOf } from '../language/constructs/people.js';
import type { WrittenDefinition } from '../language/definition.js';
import { today } from '../language/sentence/scope.js';
import { isReserved } from '../language/sentence/words.js';
import type { Named, Written } from '../language/shape/shape.js';
import type { Problem } from '../problem/problem.js';
import { byHerOwn, type People, peopleIn } from './course/happenings.js';
import { raiseCriterion } from './criterion-problems.js';
import type { Declarations, DeclaredCriterion, DeclaredFact } from './declarations.js';
import { declareQuestions, inWords } from './declare-questions.js';
import { raiseNames } from './name-problems.js';

type Report = (problem: Problem) => void;
type IsHer = (role: Id) => boolean;

/** The partner, and whomever else a role of the service supports besides him. */
export const herAmong = (definition: WrittenDefinition): IsHer => {
  const supported = peopleOf(definition.people).flatMap(({ written }) =>
    'supports' in written && written.supports ? [written.supports.value] : [],
  );
  const others = new Set(['participant', 'referrer', 'child', 'agency']);
  const hers = new Set(['partner', ...supported.filter((role) => !others.has(role))]);
  return (role) => hers.has(role);
};

const yesNoOptions: Option[] = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];
const consentOptions: Option[] = [
  { id: 'given', label: 'Given' },
  { id: 'refused', label: 'Refused' },
  { id: 'withdrawn', label: 'Withdrawn' },
];
const documentOptions: Option[] = [
  { id: 'signed', label: 'Signed' },
  { id: 'refused', label: 'Refused to sign' },
];

const judgedOptions = (written: WrittenCriterion['options']): Option[] =>
  written === undefined
    ? yesNoOptions
    : written.map((each) =>
        'id' in each
          ? { id: each.id, label: each.value?.value ?? each.id }
          : { id: each.value, label: inWords(each.value).replace(/^./, (first) => first.toUpperCase()) },
      );

const ids = (written: Written<string>[] | undefined): Id[] => (written ?? []).map((each) => each.value);

const act = (
  id: Id,
  idAt: At,
  fact: Pick<Fact, 'kind' | 'source' | 'ask' | 'options' | 'from' | 'about'> & Partial<Fact>,
  written: DeclaredFact['written'] & { 'only-when'?: WrittenCriterion['only-when'] },
): DeclaredFact => ({
  fact: { id, called: inWords(id), hers: false, ...fact },
  idAt,
  onlyWhen: written['only-when'] ? [written['only-when']] : [],
  required: { kind: 'as-known' },
  optionsOnlyWhen: new Map(),
  written,
  inherited: [],
  spokenFor: true,
});

type Asked = Pick<WrittenCriterion, 'at' | 'options' | 'judged-by' | 'looks-at' | 'only-when'> &
  DeclaredFact['written'];
/** The fact that a judgement declares. */
export const judgement = (id: Id, idAt: At, asks: string, written: Asked, deciders: Id[]): DeclaredFact => {
  const judgedBy = written['judged-by'] ? ids(written['judged-by']) : deciders;
  const options = judgedOptions(written.options);
  const kind = written.options === undefined ? 'yes-no' : 'choice';
  const looksAt = ids(written['looks-at']);
  return act(
    id,
    idAt,
    { kind, source: 'judgement', ask: asks, options, from: judgedBy, about: 'participant', judgedBy, looksAt },
    written,
  );
};

/** So long after it was given a consent has to be given again; another length of time was reported. */
const lapsing = (written: WrittenCriterion): Pick<Fact, 'lapsesAfter'> => {
  const span = written['lapses-after'] && parseSpan(written['lapses-after'].value);
  const unit = span?.unit;
  if (!span || !unit || unit === 'hours' || unit === 'working-days') return {};
  return { lapsesAfter: { n: span.n, unit } };
};

/** The fact that a criterion declares: its judgement, its consent or its signed document. */
const factOfCriterion = (
  id: Id,
  idAt: At,
  written: WrittenCriterion,
  deciders: Id[],
  isHer: IsHer,
): DeclaredFact | undefined => {
  if (written.asks) return judgement(id, idAt, written.asks.value, written, deciders);
  const consenting = written['consent-of']?.value;
  if (consenting) {
    const ask = `Consent to: ${written.to?.value ?? inWords(id)}`;
    const hers = isHer(consenting);
    return act(
      id,
      idAt,
      {
        kind: 'choice',
        source: 'consent',
        ask,
        options: consentOptions,
        from: [consenting],
        about: consenting,
        hers,
        ...lapsing(written),
      },
      written,
    );
  }
  if (!written.document) return undefined;
  const signer = written['signed-by']?.value ?? 'participant';
  const ask = written.document.value;
  return act(
    id,
    idAt,
    {
      kind: 'choice',
      source: 'document',
      ask,
      options: documentOptions,
      from: [signer],
      about: signer,
      hers: isHer(signer),
    },
    written,
  );
};

const roleOf = (written: WrittenCriterion, section: DeclaredCriterion['section']): Role => {
  if (written.excludes) return 'excludes';
  if (written['weighs-against']) return 'weighs-against';
  return section === 'exclusions' && !written.requires ? 'excludes' : 'requires';
};

const mustBeOf = (written: WrittenCriterion, role: Role): Id[] => {
  if (written['must-be']) return written['must-be'].value.split(/\s+or\s+/);
  return [role === 'requires' ? 'yes' : 'no'];
};

/** Who decides. */
export const deciders = (definition: WrittenDefinition): Id[] => [
  ...ids(definition.decision?.by),
  ...ids(definition.decision?.jointly),
];

const instrumentFacts = (written: WrittenInstruments, recorders: Id[], isHer: IsHer): DeclaredFact[] =>
  written.flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const scores = value.scores;
    const limits = {
      ...(scores?.from !== undefined && { atLeast: scores.from }),
      ...(scores?.to !== undefined && { atMost: scores.to }),
      whole: true,
    };
    const from = value['scored-by'] ? ids(value['scored-by']) : recorders;
    const about = value.about?.value ?? 'participant';
    const fact = {
      kind: 'number',
      source: 'instrument',
      ask: `${value.title.value}: score`,
      called: `the ${value.title.value} score`,
      options: [],
      number: limits,
      bands: bandsOf(value),
      from,
      about,
      hers: ids(value['answered-by']).some(isHer),
    } as const;
    return [act(id, idAt, { ...fact, options: [] }, value)];
  });

const judgementFacts = (written: WrittenJudgements, by: Id[]): DeclaredFact[] =>
  written.flatMap(({ id, idAt, value }) => (value ? [judgement(id, idAt, value.asks.value, value, by)] : []));

interface Sections {
  listed: Map<Id, DeclaredCriterion['section']>;
  criteria: { section: DeclaredCriterion['section']; named: WrittenCriteria[number] }[];
}
/** Which criteria there are, and which section each counts in. */
const sectionsOf = (definition: WrittenDefinition, report: Report): Sections => {
  const listed: Sections['listed'] = new Map();
  const criteria: Sections['criteria'] = [];
  const declared = new Set((definition.criteria ?? []).map((each) => each.id));
  const take = (section: 'eligibility' | 'exclusions', written: WrittenListing | undefined): void => {
    if (!written) return;
    if (!isNames(written)) {
      criteria.push(...written.map((named) => ({ section, named })));
      return;
    }
    for (const { value, at } of written) {
      if (!declared.has(value))
        report(raiseCriterion('criterion/not-declared', at, { id: value, section, known: [...declared] }));
      else if (listed.has(value)) report(raiseCriterion('criterion/listed-twice', at, { id: value }));
      else listed.set(value, section);
    }
  };
  take('eligibility', definition.eligibility);
  take('exclusions', definition.exclusions);
  criteria.push(
    ...(definition.criteria ?? []).map((named) => ({ section: listed.get(named.id) ?? ('criteria' as const), named })),
  );
  return { listed, criteria };
};

const declareCriterion = (
  section: DeclaredCriterion['section'],
  { id, idAt, value: written }: Named<WrittenCriterion>,
  by: Id[],
  isHer: IsHer,
): { criterion: DeclaredCriterion; fact?: DeclaredFact } | undefined => {
  if (!written) return undefined;
  const role = roleOf(written, section);
  const fact = factOfCriterion(id, idAt, written, by, isHer);
  const decides = section !== 'criteria';
  const criterion = { id, idAt, role, decides, section, written, mustBe: mustBeOf(written, role) };
  return { criterion: { ...criterion, ...(fact && { fact: id }) }, ...(fact && { fact }) };
};

/** What those who support her find out or write down by themselves is hers, and so is what is scored about her. */
export const keepApart = ({ fact }: DeclaredFact, people: People): void => {
  if (byHerOwn(fact.from, people) || (fact.source === 'instrument' && people.isHer(fact.about ?? ''))) fact.hers = true;
};

/** Names that every object of JavaScript has; the emitted forms could not tell an answer from them. */
const everyObjects = new Set(['constructor']);

/** Whether a section, a form or a page could not be wholly read, so that what it declares is not all known. */
const isIncomplete = (definition: WrittenDefinition): boolean =>
  definition.faulty === true ||
  (definition.forms ?? []).some(
    ({ value }) => !value || value.faulty || value.pages?.some((page) => !page.value || page.value.faulty),
  );

/** Gives the declarations, by form and page the questions asked there, and whether a name is still free. */
export const declare = (
  definition: WrittenDefinition,
  report: Report,
): { declarations: Declarations; asked: Map<Id, Map<Id, Id[]>>; free: (id: Id, at: At) => boolean } => {
  const declarations: Declarations = {
    facts: new Map(),
    criteria: new Map(),
    broken: new Set(),
    incomplete: isIncomplete(definition),
  };
  const { facts, criteria, broken } = declarations;
  const taken = new Map<Id, At>();
  const free = (id: Id, at: At): boolean => {
    const first = taken.get(id);
    if (isReserved(id) || everyObjects.has(id) || id === today.id)
      report(raiseNames('name/reserved', at, { name: id }));
    if (!first) taken.set(id, at);
    else
      report(raiseNames('name/twice', at, { name: id }, [{ at: first, message: `“${id}” is declared here first.` }]));
    return first === undefined;
  };
  const isHer = herAmong(definition);
  const people = peopleIn(definition, isHer);
  let place = 0;
  const declareFact = (declared: DeclaredFact): void => {
    keepApart(declared, people);
    if (declared.form) declared.form.place = place++;
    if (free(declared.fact.id, declared.idAt)) facts.set(declared.fact.id, declared);
  };
  const asked = declareQuestions(definition.forms ?? [], {
    sites: definition.sites ?? [],
    report,
    declare: declareFact,
    broken: (name) => broken.add(name),
    isHer,
  });
  const by = deciders(definition);
  for (const named of [...(definition.judgements ?? []), ...(definition.instruments ?? [])])
    if (!named.value) broken.add(named.id);
  for (const fact of judgementFacts(definition.judgements ?? [], by)) declareFact(fact);
  for (const fact of instrumentFacts(definition.instruments ?? [], by, isHer)) declareFact(fact);
  for (const { section, named } of sectionsOf(definition, report).criteria) {
    const declared = declareCriterion(section, named, by, isHer);
    if (!declared) broken.add(named.id);
    else if (free(named.id, named.idAt)) {
      criteria.set(named.id, declared.criterion);
      if (declared.fact) {
        keepApart(declared.fact, people);
        facts.set(named.id, declared.fact);
      }
    }
  }
  return { declarations, asked, free };
};
