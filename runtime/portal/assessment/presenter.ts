/** What a decision about somebody rests on: appointments, what people judged, who has signed, and what can be decided now. */
import type { CaseEvent, Fact, Happening, Id } from '../../../engine/contract/index.js';
import { type Agreement, decidedBy } from '../../server/assessment/agreement.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { stepShownBy } from '../../server/cases/may-record.js';
import { caseAddress } from '../case/addresses.js';
import { type CaseHead, presentHead } from '../case/case-presenter.js';
import type { Fault } from '../layout/error-summary.js';
import { answerable, mayBeRecordedBy, recordAddress, recordable, type Wanted } from '../record/wanted.js';
import { happeningInWords } from '../words/course.js';
import { momentInWords } from '../words/dates.js';
import { decidedWords, outcomeWords } from '../words/decision.js';
import { capital } from '../words/lists.js';
import { factInWords, roleInWords, rolesInWords, sentenceInWords } from '../words/names.js';
import { answerInWords } from '../words/values.js';
import { whatComesFirst } from './rests-on.js';

/** Something to be recorded, how it stands, and where it is recorded by whoever looks. */
export interface Line {
  words: string;
  stands: string[];
  /** Made before something that it rests on changed. */
  stale?: string;
  who: string;
  link?: { words: string; href: string };
}
/** What may be recorded for a decision, by the kinds that have a heading of their own. */
export interface Lists {
  appointments: Line[];
  judged: Line[];
  /** Consents, signatures and scores. */
  recorded: Line[];
}
export interface SeatLine {
  role: string;
  said: string;
  reason?: string;
}
export interface Together {
  lead: string;
  /** They have not all signed for the same. */
  pending: boolean;
  seats: SeatLine[];
  /** What this person can sign, where he is one of those who decide. */
  choices: { id: Id; words: string }[];
  action: string;
  reasonHint: string;
}
export interface AssessmentPresenter {
  head: CaseHead;
  back: string;
  outcome?: { word: string; means: string; look: string };
  considering: string[];
  /** What the decision rests on, and what is due. */
  first: Lists;
  /** What else may be recorded. */
  others: Lists;
  together?: Together;
  decide: { words: string; href: string }[];
  faults: Fault[];
  typed: { agreesTo: string; reason: string };
}

const latest = (events: readonly CaseEvent[], is: (event: CaseEvent) => boolean): CaseEvent | undefined => {
  const taken = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  return events.filter((event) => is(event) && !taken.has(event.id)).at(-1);
};

const linkTo = (found: OpenCase, wanted: Wanted, words: string): Pick<Line, 'link'> =>
  mayBeRecordedBy(found.bundle, wanted, found.actor.role)
    ? { link: { words, href: recordAddress(found, wanted) } }
    : {};

const whenIn = ({ bundle }: OpenCase, { happened }: CaseEvent): string =>
  momentInWords(happened, bundle.programme.timeZone);

const recordedOf = (found: OpenCase, happening: Happening): CaseEvent | undefined =>
  latest(found.events, ({ what }) => what === happening.id);

const recorderInWords = ({ bundle }: OpenCase, { by }: CaseEvent): string =>
  `Recorded by ${[by.name ?? '', `the ${roleInWords(bundle, by.role)}`].filter((each) => each !== '').join(', ')}`;

const appointmentLine = (found: OpenCase, happening: Happening): Line => {
  const last = recordedOf(found, happening);
  const { by } = happening;
  return {
    words: capital(happeningInWords(found.bundle, happening.id)),
    stands: last ? [whenIn(found, last)] : ['Not recorded'],
    who: last
      ? recorderInWords(found, last)
      : by.length > 0
        ? `For the ${rolesInWords(found.bundle, by)} to record`
        : '',
    ...linkTo(found, { kind: 'happened', happening }, last ? 'Record another' : 'Record it'),
  };
};

/** All that may be recorded for a decision: what it rests on and what is due, and the rest. */
const listsOf = (found: OpenCase): Pick<AssessmentPresenter, 'first' | 'others'> => {
  const isFirst = whatComesFirst(found);
  const appointments = recordable(found.bundle).filter(({ source }) => source === 'appointment');
  const facts = answerable(found.bundle).filter(({ source }) => source !== 'form');
  const lists = (isHere: boolean): Lists => {
    const here = facts.filter((fact) => isFirst.fact(fact) === isHere);
    return {
      appointments: appointments
        .filter((one) => isFirst.appointment(one) === isHere)
        .map((one) => appointmentLine(found, one)),
      judged: here.filter(({ source }) => source === 'judgement').map((fact) => lineOf(found, fact)),
      recorded: here.filter(({ source }) => source !== 'judgement').map((fact) => lineOf(found, fact)),
    };
  };
  return { first: lists(true), others: lists(false) };
};

const lineOf = (found: OpenCase, fact: Fact): Line => {
  const { bundle, events, evaluation } = found;
  const last = latest(events, ({ kind, values }) => kind !== 'happened' && Object.hasOwn(values, fact.id));
  const answer = last?.values[fact.id];
  const said = answerInWords(bundle, fact, answer ?? undefined);
  const changed = evaluation.stale?.find(({ judgement }) => judgement === fact.id)?.changed ?? [];
  const by = fact.judgedBy ?? fact.from;
  return {
    words: sentenceInWords(bundle, fact.ask),
    stands:
      last && said.length > 0
        ? [`${said.join(', ')}, ${whenIn(found, last)}`, ...(last.reason ? [`“${last.reason}”`] : [])]
        : ['Not recorded yet'],
    ...(changed.length > 0 && {
      stale: `Look at it again. Since then this has changed: ${changed.map((id) => factInWords(bundle, id)).join('; ')}`,
    }),
    who: last
      ? recorderInWords(found, last)
      : by.length > 0
        ? `For the ${rolesInWords(bundle, by)}${fact.source === 'judgement' ? ' to judge' : ''}`
        : '',
    ...linkTo(found, { kind: 'fact', fact }, last ? 'Record it anew' : 'Record it'),
  };
};

/** What a decision is called by whoever signs for it. */
const choiceWords = (id: Id): string | undefined => decidedWords[id] && `That ${decidedWords[id]}`;

/** What can be signed for: those decisions that the definition knows. */
export const choicesOf = ({ whole }: OpenCase): { id: Id; words: string }[] =>
  decidedBy
    .filter((id) => whole.course === undefined || whole.course.happenings.some((one) => one.id === id))
    .map((id) => ({ id, words: choiceWords(id) ?? capital(happeningInWords(whole, id)) }));

const leadOf = ({ agreed, disagreed }: Agreement): string => {
  if (disagreed)
    return 'They do not agree. The decision stays open until they do: whoever thinks better of it signs again.';
  if (agreed !== undefined) return `They agree: ${decidedWords[agreed] ?? agreed}. It can be recorded now.`;
  return 'This is decided together. Each signs what he or she agrees to; the decision can be recorded once all of them agree.';
};

const togetherOf = (found: OpenCase, agreement: Agreement, isSeat: boolean): Together => ({
  lead: leadOf(agreement),
  pending: agreement.agreed === undefined,
  seats: agreement.roles.map(({ role, said }) => ({
    role: capital(roleInWords(found.bundle, role)),
    said: said
      ? `${choiceWords(said.agreesTo) ?? 'Signed'}. ${said.name}, ${momentInWords(said.at, found.bundle.programme.timeZone)}`
      : 'Has not signed yet',
    ...(said?.reason !== undefined && { reason: said.reason }),
  })),
  choices: isSeat ? choicesOf(found) : [],
  action: `${caseAddress(found)}/assessment/sign-offs`,
  reasonHint: found.actor.supporter
    ? 'It is kept on the partner’s side, and no colleague outside partner support can read it.'
    : 'Those who decide with you read it.',
});

/** Whoever was not accepted may be after all, where those who decide together have signed for it since. */
const isTakingBack = ({ whole, evaluation: { state } }: OpenCase, id: Id): boolean =>
  whole.decision?.jointly === true && state === 'declined' && id === 'accepted';

/** Takes a case before whoever looks, and how far those who decide together have come. */
export const presentAssessment = (
  found: OpenCase,
  agreement: Agreement | undefined,
  isSeat: boolean,
  more: Pick<AssessmentPresenter, 'faults' | 'typed'> = { faults: [], typed: { agreesTo: '', reason: '' } },
): AssessmentPresenter => {
  const { bundle, evaluation } = found;
  const { decision } = evaluation;
  const decided = recordable(bundle)
    .filter(({ id }) => decidedBy.includes(id) && (agreement === undefined || agreement.agreed === id))
    .filter(({ id }) => evaluation.steps?.some(({ step }) => step === stepShownBy[id]) || isTakingBack(found, id))
    .map((happening): Wanted => ({ kind: 'happened', happening }))
    .filter((wanted) => mayBeRecordedBy(bundle, wanted, found.actor.role));
  return {
    head: presentHead(found, 'assessment'),
    back: caseAddress(found),
    ...(decision && { outcome: { ...outcomeWords[decision.outcome], look: decision.outcome } }),
    considering: bundle.decision?.considering ?? [],
    ...listsOf(found),
    ...(agreement && { together: togetherOf(found, agreement, isSeat) }),
    decide: decided.map((wanted) => ({
      words: wanted.kind === 'happened' ? capital(happeningInWords(bundle, wanted.happening.id)) : '',
      href: recordAddress(found, wanted),
    })),
    ...more,
  };
};
