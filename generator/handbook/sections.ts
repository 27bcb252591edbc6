/** Where a thing of a definition belongs in the handbook. */
import type { Clause, ClauseId, Criterion, Id, StepName } from '../../engine/contract/index.js';
import type { SectionId } from './handbook-types.js';
import type { AnyRule } from './plain-rules.js';
import type { Teller } from './teller.js';

const ofKind: Record<string, SectionId> = {
  appeal: 'appeals',
  attendance: 'attendance',
  capacity: 'course',
  closure: 'ending',
  completion: 'course',
  conduct: 'ending',
  contact: 'contact',
  eligibility: 'eligibility',
  exclusion: 'exclusions',
  'form-section': 'asked',
  'info-sharing': 'told',
  informational: 'about',
  leave: 'attendance',
  'partner-contact': 'partners',
  process: 'referring',
  report: 'told',
  risk: 'safety',
  role: 'deciding',
  session: 'course',
  suspension: 'ending',
  timescale: 'told',
};

/** Says whom the programme is for, or is not for. */
const forWhom =
  /\b(?:programme|course|service|model|group)s? (?:is|are) (?:not )?(?:meant |suitable |designed )?for\b/i;

export const ofCriterion = ({ role, words }: Criterion): SectionId => {
  if (forWhom.test(words)) return 'for-whom';
  return role === 'requires' ? 'eligibility' : 'exclusions';
};

const ofSteps: Partial<Record<StepName, SectionId>> = {
  assess: 'referring',
  accept: 'deciding',
  decline: 'deciding',
  return: 'returning',
  suspend: 'ending',
  resume: 'ending',
  leave: 'attendance',
  transfer: 'ending',
  close: 'ending',
};
export const ofStep = (step: StepName): SectionId => ofSteps[step] ?? 'course';

const ofChapter: Record<string, SectionId> = {
  partners: 'partners',
  appointments: 'referring',
  attendance: 'attendance',
  conduct: 'ending',
  safeguarding: 'ending',
};

/** What a step needs stands with the step, unless its clause is of attendance. */
export const ofNeed = (step: StepName, clauses: ClauseId[], teller: Teller): SectionId =>
  clauses.some((id) => !teller.isTold(id) && teller.clause(id)?.kind === 'attendance') ? 'attendance' : ofStep(step);

/** By its chapter; of rules and duties by who acts, what is done, and what its clause is about. */
export const ofRule = (rule: AnyRule, teller: Teller): SectionId => {
  if (rule.hers) return 'partners';
  const chapter = ofChapter[rule.chapter];
  if (chapter) return chapter;
  const outside = new Set(teller.bundle.people.filter(({ side }) => side === 'outside').map(({ id }) => id));
  if (rule.by.length > 0 && rule.by.every((role) => outside.has(role))) return 'expected';
  const effects = 'does' in rule ? rule.does : rule.effects;
  const verbs = new Set(effects.map(({ verb }) => verb));
  const first = rule.origin.clauses.map((id) => teller.clause(id)?.kind)[0];
  const reachesYou = effects.some(({ verb, object }) => verb === 'contact' && object === 'referrer');
  if (!reachesYou && (first === 'risk' || isOfRisk(rule, teller))) return 'safety';
  if (first !== 'attendance' && effects.some(({ verb, object }) => verb === 'contact' && isFamily(object, teller)))
    return 'partners';
  if (verbs.has('offer')) return rule.trigger.kind === 'reaches' ? 'attendance' : 'referring';
  if (['close', 'suspend', 'resume', 'refer-back', 'transfer'].some((verb) => verbs.has(verb as never)))
    return 'ending';
  if (rule.origin.clauses.some((id) => teller.clause(id)?.kind === 'attendance')) return 'attendance';
  const opened = trigger(rule);
  if (opened === 'declined') return 'deciding';
  const reachesHim = effects.every(({ verb, object }) => verb === 'contact' && object === 'participant');
  if (reachesHim && opened?.startsWith('session-')) return 'attendance';
  if (reachesHim && isOver(rule)) return 'ending';
  if (effects.some(({ verb, doneBy }) => verb === 'do' && doneBy.includes('session-held'))) return 'course';
  const tells = effects.some(({ verb, object, to, says }) => {
    const reached = verb === 'contact' ? object : to;
    return (
      reached === 'referrer' ||
      reached === 'participant' ||
      (verb === 'do' && says.toLowerCase().includes(teller.voice.called('referrer').toLowerCase()))
    );
  });
  const kind = rule.origin.clauses.map((id) => teller.clause(id)?.kind).find((each) => each !== undefined);
  const inside = effects.some(
    ({ verb, to }) => (verb === 'send' || verb === 'issue') && to !== undefined && !outside.has(to),
  );
  if (inside) return 'deciding';
  if (tells || verbs.has('send') || verbs.has('issue')) return 'told';
  return kind === 'contact' ? 'course' : (ofKind[kind ?? ''] ?? 'told');
};
const trigger = ({ trigger: opened }: AnyRule): string | undefined => (opened.kind === 'on' ? opened.event : undefined);

/** Opened by what also opens something that a clause on risk asks for. */
const isOfRisk = (rule: AnyRule, { bundle, clause }: Teller): boolean => {
  const event = trigger(rule);
  if (!bundle.course?.happenings.some(({ id, source }) => id === event && source === 'record')) return false;
  return [...bundle.course.rules, ...bundle.course.duties].some(
    (each) => trigger(each) === event && clause(each.origin.clauses[0] ?? '')?.kind === 'risk',
  );
};
/** Opened by the end of his case. */
const isOver = ({ trigger: opened }: AnyRule): boolean =>
  'condition' in opened && opened.condition.kind === 'is' && opened.condition.anyOf.every((state) => ended.has(state));
const ended = new Set<unknown>(['closed', 'completed', 'transferred']);

/** The people around him of whom a form asks, as partners and parents; not his children. */
export const family = ({ bundle }: Teller): Id[] => {
  const named = bundle.facts.filter(({ kind }) => kind === 'entries').map(({ about }) => about);
  const apart = ['participant', 'referrer', 'child'];
  return bundle.people
    .filter(({ id, side }) => side === 'outside' && !apart.includes(id) && (id === 'partner' || named.includes(id)))
    .map(({ id }) => id);
};
const isFamily = (role: Id | undefined, teller: Teller): boolean => role !== undefined && family(teller).includes(role);

/** Of which things a clause is the ground: those without a sentence of their own that say where it belongs. */
const answersTo = (id: ClauseId, clauses: ClauseId[]): boolean => clauses.includes(id);

/** A clause that nothing else tells. */
export const ofClause = (clause: Clause, teller: Teller): SectionId => {
  const { bundle } = teller;
  const { id, kind, says, force } = clause;
  const has = (things: { origin: { clauses: ClauseId[] } }[]): boolean =>
    things.some(({ origin }) => answersTo(id, origin.clauses));
  if (has(bundle.sites)) return 'areas';
  if (kind === 'role' && has([bundle.programme])) return forWhom.test(says) ? 'for-whom' : 'about';
  if (kind === 'partner-contact') return 'partners';
  if (bundle.information?.kept.some(({ origin }) => origin && answersTo(id, origin.clauses))) return 'told';
  const expected = bundle.expects.filter(({ origin }) => answersTo(id, origin.clauses));
  const inside = new Set(bundle.people.filter(({ side }) => side === 'inside').map((person) => person.id));
  if (kind === 'info-sharing' || kind === 'role') {
    if (mentionsSupport(says, teller)) return 'partners';
    if (kind === 'info-sharing') return 'told';
  }
  if (kind === 'contact') return /\bappeal/i.test(says) ? 'appeals' : 'contact';
  if (kind === 'report' && has(bundle.statements)) return 'about';
  if (expected.some(({ of }) => inside.has(of) || kind === 'informational')) return 'course';
  if (kind === 'role' && !has(bundle.criteria) && has(bundle.people))
    return isOfFacilitator(id, teller) ? 'course' : 'about';
  if (kind === 'eligibility' && (force === 'tells' || forWhom.test(says))) return 'for-whom';
  if (kind === 'exclusion' && forWhom.test(says)) return 'for-whom';
  if (kind === 'informational' && forWhom.test(says)) return 'for-whom';
  return ofKind[kind ?? ''] ?? 'about';
};

const mentionsSupport = (says: string, { bundle }: Teller): boolean =>
  bundle.people
    .filter(({ supports }) => supports !== undefined)
    .flatMap(({ called, alsoCalled }) => [called, ...alsoCalled])
    .some((name) => says.toLowerCase().includes(name.toLowerCase()));
const isOfFacilitator = (id: ClauseId, { bundle }: Teller): boolean => {
  const roles = bundle.people.filter(({ origin }) => answersTo(id, origin.clauses));
  return roles.length === 1 && roles[0]?.id === 'facilitator';
};
