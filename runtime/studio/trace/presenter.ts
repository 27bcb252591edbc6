/** The trace as it is read: each clause with what answers to it, and what is open. */
import type { At, Bundle, Clause } from '../../../engine/contract/index.js';
import {
  type ClauseTrace,
  type Contradiction,
  type Implementation,
  openIn,
  type Taken,
  traceOf,
} from '../../../generator/index.js';
import { dayInWords } from '../../portal/words/dates.js';
import { capital, counted, inOneSentence } from '../../portal/words/lists.js';
import { clauseInWords, sentenceInWords } from '../../portal/words/names.js';

/** One thing that answers to a clause: "Eligibility: Adult", "decision.yaml, line 39". */
export interface ShownAnswer {
  kind: string;
  words: string;
  /** "with 6 parts that have the clause from it", where what stands in it has the clause from it. */
  more?: string;
  where: string;
}
export interface ShownTrace {
  anchor: string;
  label: string;
  says: string;
  force: Clause['force'];
  forceWord: string;
  /** What it is about. */
  about?: string;
  state: string;
  /** Whether anything at all answers to it, or need not. */
  whole: boolean;
  by: ShownAnswer[];
}
export interface ShownOpen {
  words: string;
  says: string;
  clauses: string;
  where: string;
}
export interface TracePresenter {
  title: string;
  provider: string;
  /** Which version of the definition it is of. */
  version: string;
  /** "105 of 105 clauses have a home." and how many of them are applied. */
  totals: string[];
  rows: ShownTrace[];
  contradictions: ShownOpen[];
  readings: ShownOpen[];
  ours: ShownOpen[];
}

const forceWords: Record<Clause['force'], string> = { must: 'Must', should: 'Should', may: 'May', tells: 'Tells' };
const stateWords: Record<ClauseTrace['state'], string> = { done: 'Applied', said: 'Said', none: 'No home' };

/** Takes what answers to a clause; gives those that cite it, each with how many things in it have the clause from it. */
export const gathered = (by: readonly Implementation[]): { one: Implementation; inIt: number }[] => {
  const keys = new Map(by.map((one) => [one.key, one]));
  const rootOf = (one: Implementation): Implementation => {
    const above = one.under === undefined ? undefined : keys.get(one.under);
    return above ? rootOf(above) : one;
  };
  const roots = new Map<Implementation, number>();
  for (const one of by) {
    const root = rootOf(one);
    roots.set(root, (roots.get(root) ?? 0) + (root === one ? 0 : 1));
  }
  return [...roots].map(([one, inIt]) => ({ one, inIt }));
};

/** How much of a trace has a home, in sentences. */
export const totalsInWords = (trace: readonly ClauseTrace[]): string[] => {
  const home = trace.filter(({ state, outOfForce }) => state !== 'none' || outOfForce);
  const count = (state: ClauseTrace['state']): number => trace.filter((one) => one.state === state).length;
  const bound = trace.filter(({ mustAct }) => mustAct);
  const unbound = bound.filter(({ state }) => state !== 'done').length;
  return [
    `${home.length} of ${trace.length} clauses have a home: ${count('done')} are applied, ${count('said')} are only said.`,
    ...(bound.length === 0
      ? []
      : [
          `${counted(bound.length, 'clause')} must or should be acted upon, and ${unbound === 0 ? 'all are' : `${unbound} are not`}.`,
        ]),
  ];
};

/** "with 6 parts that have the clause from it". */
export const withParts = (n: number): string =>
  `with ${n === 1 ? '1 part that has' : `${n} parts that have`} the clause from it`;

const placeInWords = ({ file, line }: At): string => `${file}, line ${line}`;

const shownAnswer = (bundle: Bundle, { one, inIt }: ReturnType<typeof gathered>[number]): ShownAnswer => ({
  kind: capital(one.kind),
  words: sentenceInWords(bundle, one.words),
  ...(inIt > 0 && { more: withParts(inIt) }),
  where: placeInWords(one.at),
});

const shownTrace = (bundle: Bundle, trace: ClauseTrace): ShownTrace => ({
  anchor: `clause-${trace.clause.replace(/[^\w-]+/g, '-')}`,
  label: clauseInWords(bundle, trace.clause),
  says: sentenceInWords(bundle, trace.says),
  force: trace.force,
  forceWord: forceWords[trace.force],
  ...(trace.kind !== undefined && { about: trace.kind.replaceAll('-', ' ') }),
  state: trace.outOfForce ? 'Settled otherwise' : stateWords[trace.state],
  whole: trace.state !== 'none' || trace.outOfForce,
  by: gathered(trace.by).map((one) => shownAnswer(bundle, one)),
});

const clausesSay = (bundle: Bundle, ids: readonly string[]): string =>
  inOneSentence(ids.map((id, i) => (i === 0 ? clauseInWords(bundle, id) : clauseInWords(bundle, id).toLowerCase())));

const shownTaken = (bundle: Bundle, { words, says, clauses, at }: Taken): ShownOpen => ({
  words: sentenceInWords(bundle, words),
  says: sentenceInWords(bundle, says),
  clauses: clausesSay(bundle, clauses),
  where: placeInWords(at),
});

/** What was settled of a contradiction, or that nobody has. */
export const settlementInWords = ({ settled, reading }: Contradiction): string => {
  if (!settled && reading !== undefined) return `Nobody has settled it. It is taken so: ${reading}`;
  if (!settled) return 'Nobody has settled it. Both apply, and whoever confirms is told.';
  const because = settled.because === undefined ? '' : ` ${settled.because}`;
  return `${settled.inForce} is in force, settled by the ${settled.by} on ${dayInWords(settled.on)}.${because}`;
};

const shownContradiction = (bundle: Bundle, one: Contradiction): ShownOpen => ({
  words: one.witness ?? 'They say different things.',
  says: sentenceInWords(bundle, settlementInWords(one)),
  clauses: clausesSay(bundle, one.clauses),
  where: placeInWords(one.at),
});

/** Takes a bundle; gives its trace as a page shows it. */
export const presentTrace = (bundle: Bundle): TracePresenter => {
  const trace = traceOf(bundle);
  const open = openIn(bundle);
  return {
    title: bundle.programme.title,
    provider: bundle.programme.provider,
    version: `Version ${bundle.digest.slice(0, 10)} of the definition.`,
    totals: totalsInWords(trace),
    rows: trace.map((one) => shownTrace(bundle, one)),
    contradictions: open.contradictions.map((one) => shownContradiction(bundle, one)),
    readings: open.readings.map((one) => shownTaken(bundle, one)),
    ours: open.ours.map((one) => shownTaken(bundle, one)),
  };
};
