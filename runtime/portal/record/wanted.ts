/** What can be recorded of a case, by the name that stands in the address of the page that records it. */
import type {
  Bundle,
  CaseEvent,
  CourseRule,
  Fact,
  Happening,
  Id,
  Recommendation,
} from '../../../engine/contract/index.js';
import { releasedHere, releasedOf } from '../../documents/acts.js';
import type { OpenCase } from '../../server/cases/contract.js';
import {
  answerersOf,
  isAmong,
  mayLieAhead,
  recordersOfFact,
  recordersOfHappening,
  stepShownBy,
} from '../../server/cases/may-record.js';
import { caseAddress } from '../case/addresses.js';
import { isOpen, isStanding } from '../case/rules-presenter.js';
import { factNamed } from '../words/names.js';

/** A happening by its id; `session`; `fact.<id>`: an answer, a judgement, a consent, a score; `rule.<id>`: an answer to a rule. */
export type Wanted =
  | { kind: 'happened'; happening: Happening }
  | { kind: 'fact'; fact: Fact }
  | { kind: 'session' }
  | { kind: 'rule'; rule: CourseRule; standing: Recommendation };

const simple: readonly Fact['kind'][] = [
  'yes-no',
  'choice',
  'choices',
  'number',
  'date',
  'date-time',
  'text',
  'long-text',
  'name',
  'email',
  'phone',
  'address',
];

/** The facts that can be answered here: those of one value, which stand in no entry. */
export const answerable = (bundle: Bundle): Fact[] =>
  bundle.facts.filter(({ within, kind, hers }) => within === undefined && !hers && simple.includes(kind));

/** What recording a session, issuing a document or sending a form brings by itself. */
const brought: readonly Id[] = ['session-held', 'session-attended', 'session-missed', 'session-cancelled'];
const elsewhere: readonly Happening['source'][] = ['form', 'message', 'report', 'any'];

/**
 * Happenings that are recorded on a page of their own: of his side, and not what a document or a form brings, but that a
 * heading of a document was released by somebody who does not look at it for her sake.
 */
export const recordable = (bundle: Bundle): Happening[] => {
  const released = new Set(
    (bundle.documents ?? []).flatMap((document) =>
      releasedHere(bundle, document).map((one) => releasedOf(document, one)),
    ),
  );
  return (bundle.course?.happenings ?? []).filter(
    ({ id, hers, source, anyOf }) =>
      (!hers && released.has(id)) ||
      (!hers && !anyOf && !brought.includes(id) && !elsewhere.includes(source) && id !== 'decision-made'),
  );
};

/** Reads the name that stands in an address; nothing where the case has no such thing. */
export const wantedOf = (
  { bundle, evaluation }: Pick<OpenCase, 'bundle' | 'evaluation'>,
  what: string,
  about?: string,
): Wanted | undefined => {
  const [kind, id = ''] = what.includes('.')
    ? [what.slice(0, what.indexOf('.')), what.slice(what.indexOf('.') + 1)]
    : [what];
  if (what === 'session') return bundle.course?.sessions ? { kind: 'session' } : undefined;
  if (kind === 'fact') {
    const fact = factNamed(bundle, id);
    return fact && answerable(bundle).includes(fact) ? { kind: 'fact', fact } : undefined;
  }
  if (kind === 'rule') return answerTo(bundle, evaluation, id, about);
  const happening = recordable(bundle).find((one) => one.id === what);
  return happening && { kind: 'happened', happening };
};

/** What stands comes first; what has been answered since is still known, so that whoever was too late can be told. */
const answerTo = (
  { course }: Bundle,
  { recommendations = [] }: OpenCase['evaluation'],
  id: Id,
  about = '',
): Wanted | undefined => {
  const rule = course?.rules.find((one) => one.id === id);
  const all = recommendations.filter((one) => one.rule === id && (about === '' || one.subject === about));
  const standing = all.find(isOpen) ?? all.find(isStanding) ?? all.at(-1);
  return rule && standing && !rule.hers ? { kind: 'rule', rule, standing } : undefined;
};

/** The name by which something is asked for. */
export const nameOf = (wanted: Wanted): string => {
  switch (wanted.kind) {
    case 'happened':
      return wanted.happening.id;
    case 'fact':
      return `fact.${wanted.fact.id}`;
    case 'session':
      return 'session';
    case 'rule':
      return `rule.${wanted.rule.id}`;
  }
};

/** The page that could have recorded an event, if there is one: what is corrected is asked again as it was asked. */
export const wantedFor = (found: Pick<OpenCase, 'bundle' | 'evaluation'>, event: CaseEvent): Wanted | undefined => {
  if (event.kind === 'session') return wantedOf(found, 'session');
  if (event.kind === 'happened') return wantedOf(found, event.what ?? '');
  const [fact, ...more] = Object.keys(event.values);
  return fact !== undefined && more.length === 0 ? wantedOf(found, `fact.${fact}`) : undefined;
};

/** The roles that may record it, inside and out. */
export const recordersOf = (bundle: Bundle, wanted: Wanted): Id[] => {
  switch (wanted.kind) {
    case 'happened':
      return recordersOfHappening(bundle, wanted.happening);
    case 'fact':
      return recordersOfFact(bundle, wanted.fact);
    case 'session':
      return bundle.people.filter(({ side }) => side === 'inside').map(({ id }) => id);
    case 'rule':
      return answerersOf(bundle, wanted.rule);
  }
};

/** Whether this role may record it, of itself or for somebody outside who said so. */
export const mayBeRecordedBy = (bundle: Bundle, wanted: Wanted, role: Id): boolean => {
  const recorders = recordersOf(bundle, wanted);
  const isOutside = (id: Id): boolean => bundle.people.some((one) => one.id === id && one.side === 'outside');
  return isAmong(bundle, role, recorders) || (wanted.kind === 'happened' && recorders.some(isOutside));
};

/** Whether it may be told ahead of the day on which it begins. */
export const isToldAhead = (wanted: Wanted): boolean =>
  wanted.kind === 'happened' && mayLieAhead({ kind: 'happened', what: wanted.happening.id });

/** The step that it would be, of those that the state of the case allows; nothing where it is none. */
export const stepOf = ({ evaluation }: Pick<OpenCase, 'evaluation'>, id: Id) =>
  evaluation.steps?.find(({ step }) => step === stepShownBy[id]);

/** Where something is recorded. */
export const recordAddress = (found: OpenCase, wanted: Wanted, about?: string): string =>
  `${caseAddress(found)}/record/${nameOf(wanted)}${about === undefined ? '' : `?about=${encodeURIComponent(about)}`}`;
