/** The page of a case for those who work with him: how he stands, what waits for an answer, what is due, what may come next. */
import type { CourseEvaluation } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { groupOf } from '../../server/cases/group-of.js';
import { answerersOf, isAmong } from '../../server/cases/may-record.js';
import { progressOf } from '../../server/cases/standing.js';
import { mayBeRecordedBy, recordAddress, wantedOf } from '../record/wanted.js';
import { idInWords, sessionWord, stageWords } from '../words/course.js';
import { datesInWords, dayInWords, momentInWords } from '../words/dates.js';
import { outcomeWords } from '../words/decision.js';
import { capital } from '../words/lists.js';
import { factInWords, rolesInWords } from '../words/names.js';
import { caseAddress } from './addresses.js';
import { changedNotice } from './changed-answers.js';
import {
  type AddressOf,
  type CriteriaGroup,
  type MissingGroup,
  presentBy,
  presentCriteria,
  presentMissing,
  presentReasons,
  type ShownReason,
  settledWords,
} from './criteria-presenter.js';
import type { GroupNames } from './event-words.js';
import { incompleteIn } from './incomplete.js';
import { type LedgerPresenter, presentLedger } from './ledger-presenter.js';
import { type LinePresenter, presentLine } from './line-presenter.js';
import { type NextPresenter, presentNext } from './next-presenter.js';
import { type Notices, presentNotices } from './notices-presenter.js';
import { isOpen, type ShownDuty, type ShownRecommendation, shownDuty, shownRecommendation } from './rules-presenter.js';
import { comingIn, isOverTime, onLeaveUntil, over, toldOf, withoutPlace } from './shown-case.js';
import { presentTimeline, type TimelinePresenter } from './timeline-presenter.js';

export interface CaseHead {
  name: string;
  ref: string;
  state: string;
  demonstration: boolean;
  /** The pages of the case; the one that is shown is marked. */
  pages: { words: string; href: string; current: boolean }[];
}
export type Answerable = ShownRecommendation & { answer?: string; forWhom: string; perhaps: boolean };
export type Doable = ShownDuty & { record?: { words: string; href: string } };
export interface CasePresenter {
  head: CaseHead;
  details: { term: string; value: string }[];
  line?: LinePresenter;
  ledger?: LedgerPresenter;
  /** `perhaps`: it is not known yet whether they stand. */
  recommendations: { standing: Answerable[]; perhaps: Answerable[]; past: Answerable[] };
  duties: { owed: Doable[]; past: Doable[] };
  decision?: { word: string; means: string; href: string; missing: number };
  notices: Notices[];
  /** What missing the next session would bring, as far as it is known. */
  nearMiss: string[];
  next: NextPresenter;
  timeline: TimelinePresenter;
  /** The definition says nothing of time: there is a decision alone. */
  overTime: boolean;
}
export interface CaseDecisionPresenter {
  head: CaseHead;
  /** Absent where it rests on what this person may not see. */
  outcome?: { kind: string; word: string; means: string; settled: string; by: string[] };
  reasons: ShownReason[];
  missing: MissingGroup[];
  criteria: CriteriaGroup[];
}

export type CasePage = 'case' | 'answers' | 'timeline' | 'decision' | 'assessment' | 'documents' | 'notes';

/** What stands at the head of every page of a case. */
export const presentHead = ({ stored, bundle, evaluation, actor }: OpenCase, at: CasePage): CaseHead => {
  const base = caseAddress({ stored });
  const page = (id: CasePage, words: string, ending: string) => ({
    words,
    href: `${base}${ending}`,
    current: id === at,
  });
  return {
    name: stored.name,
    ref: stored.ref,
    state: evaluation.state ? stageWords[evaluation.state] : 'Referred',
    demonstration: stored.demonstration,
    pages: [
      page('case', 'Case', ''),
      page('answers', 'Answers', '/answers'),
      page('timeline', 'Timeline', '/timeline'),
      ...(bundle.criteria.some(({ decides }) => decides) ? [page('decision', 'Decision', '/decision')] : []),
      ...(bundle.course || bundle.facts.some(({ source }) => source !== 'form')
        ? [page('assessment', 'Assessment', '/assessment')]
        : []),
      ...((bundle.documents ?? []).length > 0 ? [page('documents', 'Documents', '/documents')] : []),
      ...(actor.supporter ? [] : [page('notes', 'Notes', '/notes')]),
    ],
  };
};

const detailsOf = (found: OpenCase, groups: GroupNames = new Map()): CasePresenter['details'] => {
  const { bundle, evaluation, stored, today } = found;
  const zone = bundle.programme.timeZone;
  const { stateSince, state, phase, ending, plannedEnd, stay } = evaluation;
  const { credited, sessions } = progressOf(bundle, evaluation);
  const line = (term: string, value: string | undefined) => (value ? [{ term, value }] : []);
  const site = bundle.sites.find(({ id }) => id === stored.site)?.label;
  const group = evaluation.ledger && groupOf(stored.events, today, zone);
  const named = group && (groups.get(group) ?? bundle.course?.groups.find(({ id }) => id === group)?.label);
  const approved = onLeaveUntil(found);
  const attended = credited === undefined ? undefined : `${credited}${sessions ? ` of ${sessions}` : ''}`;
  return [
    ...line('Since', state && stateSince ? momentInWords(stateSince, zone) : undefined),
    ...line('Approved until', approved && dayInWords(approved)),
    ...comingIn(found).flatMap(({ words, day, until }) =>
      line(words, `${dayInWords(day)}${until === undefined ? '' : `, until ${dayInWords(until)}`}`),
    ),
    ...line('Phase', phase && sessionWord(bundle, 'phases', phase)),
    ...line('How it ended', ending && capital(idInWords(ending))),
    ...line('Sessions credited', evaluation.ledger && evaluation.ledger.length > 0 ? attended : undefined),
    ...line(
      'Planned end',
      plannedEnd && `${datesInWords(plannedEnd.slice(0, 10))}${plannedEnd.slice(0, 10) < today ? ' (passed)' : ''}`,
    ),
    ...line('Stay', stay && stay > 1 ? `Number ${stay}` : undefined),
    ...line('Group', named),
    ...line('Site', site),
    ...line('Reference', stored.ref),
    ...line('Begun', dayInWords(stored.began.slice(0, 10))),
  ];
};

const answerableOf = (found: OpenCase, evaluation: CourseEvaluation): Answerable[] => {
  const { bundle, actor } = found;
  const told = toldOf(found);
  return evaluation.recommendations.map((one) => {
    const rule = bundle.course?.rules.find(({ id }) => id === one.rule);
    const answerers = rule ? answerersOf(bundle, rule) : [];
    const mayAnswer =
      isOpen(one) && rule !== undefined && one.force !== 'block' && isAmong(bundle, actor.role, answerers);
    return {
      ...withoutPlace(shownRecommendation(told, evaluation, one)),
      ...(mayAnswer && { answer: recordAddress(found, { kind: 'rule', rule, standing: one }, one.subject) }),
      perhaps: one.state === 'perhaps',
      forWhom:
        isOpen(one) && !mayAnswer && one.force !== 'block'
          ? `For the ${rolesInWords(bundle, answerers)} to answer.`
          : '',
    };
  });
};

/** What shows a duty done is recorded where it is recorded; a document is written and sent on its own pages. */
const doableOf = (found: OpenCase, evaluation: CourseEvaluation): Doable[] => {
  const { bundle, actor } = found;
  const told = toldOf(found);
  return evaluation.duties.map((duty) => {
    const shown = withoutPlace(shownDuty(told, evaluation, duty));
    const metBy = bundle.course?.duties.find(({ id }) => id === duty.id)?.metBy ?? [];
    const document = (bundle.documents ?? []).find(
      ({ id, kind, duty: own }) => own === duty.id || metBy.includes(`${id}-${kind === 'report' ? 'issued' : 'sent'}`),
    );
    if (shown.past) return shown;
    if (document)
      return { ...shown, record: { words: `Go to “${document.title}”`, href: `${caseAddress(found)}/documents` } };
    const wanted = metBy
      .flatMap((what) => wantedOf(found, what) ?? [])
      .find((each) => mayBeRecordedBy(bundle, each, actor.role));
    return wanted
      ? { ...shown, record: { words: 'Record that it is done', href: recordAddress(found, wanted, duty.subject) } }
      : shown;
  });
};

/** What a form must say and does not: it is followed up before the referral is taken further. */
const incompleteNotice = (found: OpenCase): Notices[] => {
  if (over.includes(found.evaluation.state ?? '')) return [];
  const items = incompleteIn(found).map((id) => {
    const wanted = wantedOf(found, `fact.${id}`);
    const may = wanted && mayBeRecordedBy(found.bundle, wanted, found.actor.role);
    return { words: factInWords(found.bundle, id), ...(may && { href: recordAddress(found, wanted) }) };
  });
  return items.length === 0 ? [] : [{ title: 'Must be answered, and is not yet', items }];
};

/** What stands out comes first: must before may, the earliest before the latest. */
const byForce: Record<string, number> = { must: 0, should: 1, may: 2 };
const dutyOrder: Record<string, number> = { missed: 0, 'perhaps-missed': 0, open: 1 };

export const presentCase = (found: OpenCase, nearMiss: string[] = [], groups?: GroupNames): CasePresenter => {
  const { bundle, evaluation } = found;
  const course = isOverTime(evaluation) ? ({ steps: [], ...evaluation } as CourseEvaluation) : undefined;
  const rules = course ? answerableOf(found, course) : [];
  const sorted = course
    ? {
        ...course,
        duties: [...course.duties].sort(
          (a, b) => (dutyOrder[a.state] ?? 2) - (dutyOrder[b.state] ?? 2) || ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1),
        ),
      }
    : undefined;
  const duties = sorted ? doableOf(found, sorted) : [];
  const line = presentLine(found);
  const { decision } = evaluation;
  const hasCriteria = bundle.criteria.some(({ decides }) => decides);
  return {
    head: presentHead(found, 'case'),
    details: detailsOf(found, groups),
    ...(line && { line }),
    ...(course && bundle.course?.sessions && { ledger: presentLedger(bundle, course.ledger) }),
    recommendations: {
      standing: rules
        .filter(({ past, perhaps }) => !past && !perhaps)
        .sort((a, b) => (byForce[a.force.look] ?? 3) - (byForce[b.force.look] ?? 3)),
      perhaps: rules.filter(({ perhaps }) => perhaps),
      past: rules.filter(({ past }) => past),
    },
    duties: { owed: duties.filter(({ past }) => !past), past: duties.filter(({ past }) => past) },
    ...(hasCriteria &&
      decision && {
        decision: {
          ...outcomeWords[decision.outcome],
          href: `${caseAddress(found)}/decision`,
          missing: decision.missing.length,
        },
      }),
    notices: [...incompleteNotice(found), ...changedNotice(found), ...presentNotices(toldOf(found), evaluation, false)],
    nearMiss,
    next: presentNext(found),
    timeline: presentTimeline(found, false, groups),
    overTime: course !== undefined,
  };
};

export const presentCaseDecision = (found: OpenCase): CaseDecisionPresenter => {
  const { bundle, evaluation, actor } = found;
  const { decision } = evaluation;
  const addressOf: AddressOf = (id) => {
    const wanted = wantedOf(found, `fact.${id}`);
    return wanted && mayBeRecordedBy(bundle, wanted, actor.role) ? recordAddress(found, wanted) : undefined;
  };
  return {
    head: presentHead(found, 'decision'),
    ...(decision && {
      outcome: {
        kind: decision.outcome,
        ...outcomeWords[decision.outcome],
        settled: settledWords(decision),
        by: presentBy(bundle, decision),
      },
    }),
    reasons: decision ? presentReasons(bundle, decision) : [],
    missing: decision ? presentMissing(bundle, addressOf, decision.missing) : [],
    criteria: presentCriteria(bundle, evaluation),
  };
};
