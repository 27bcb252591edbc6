/** Differences as a reviewer reads them: by section, each in a sentence or a short list. */
import { listed } from '../../engine/contract/index.js';
import type { Change } from './changes.js';
import type { Difference } from './diff.js';
import type { ThingKind } from './thing.js';

interface DifferenceLines {
  /** "Adult (eligibility, clause EX-002)". */
  heading: string;
  /** What is different of it; empty for what came or went as a whole. */
  lines: string[];
  what: Difference['what'];
}
export interface DifferenceSection {
  title: string;
  differences: DifferenceLines[];
}

const sections: [title: string, kinds: ThingKind[]][] = [
  ['The programme', ['programme', 'role', 'site']],
  ['Forms', ['form', 'page', 'question']],
  ['Who can come', ['eligibility', 'exclusion', 'criterion', 'judgement', 'consent', 'signed document', 'instrument']],
  ['The decision and the steps', ['decision', 'step', 'need of a step', 'return']],
  [
    'Sessions and groups',
    ['sessions', 'phase', 'kind of session', 'topic', 'catch-up', 'credit', 'group', 'appointment'],
  ],
  ['What is recorded and worked out', ['record', 'derived fact']],
  ['Rules', ['rule']],
  ['Duties', ['duty']],
  ['Appeals', ['step of an appeal']],
  ['Reports and messages', ['report', 'message', 'heading']],
  ['Who may see what', ['information kept apart']],
  ['What is said and not said', ['expectation', 'statement', 'background', 'topic that is not stated']],
  ['Clauses', ['settlement', 'clause']],
];

/** One change in words: "within: 2 weeks → 10 working days", "recipient added: court". */
export const changeInWords = ({ part, from, to }: Change): string => {
  if (from !== undefined && to !== undefined) return `${part}: ${from} → ${to}`;
  return to === undefined ? `${part} removed: ${from}` : `${part} added: ${to}`;
};

const headingFor = ({ name, kind, clauses }: Difference): string => {
  const cited =
    kind === 'clause' || clauses.length === 0
      ? ''
      : `, clause${clauses.length > 1 ? 's' : ''} ${listed(clauses, 'and')}`;
  return kind === 'clause' ? `${name} (clause)` : `${name.replace(/\.$/, '')} (${kind}${cited})`;
};

const nameIn = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

const linesOf = (difference: Difference): string[] => {
  const { what, was, key, changes, readBy, bears } = difference;
  const read =
    readBy.length > 0
      ? ` It is read by ${listed(
          readBy.map((each) => `“${each}”`),
          'and',
        )}.`
      : '';
  const bearing = `May change ${bears}.${read}`;
  const renamed = was === undefined ? [] : [`was named ${was}, and is named ${nameIn(key)}; all else is as it was`];
  if (what === 'renamed') return [...renamed, ...changes.map(changeInWords)];
  return [...changes.map(changeInWords), bearing];
};

/** Takes differences; gives them by section, each with its lines. Empty sections are left out. */
export const differencesInWords = (found: readonly Difference[]): DifferenceSection[] =>
  sections.flatMap(([title, kinds]) => {
    const own = found.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) return [];
    const told = own.map((one) => ({ heading: headingFor(one), lines: linesOf(one), what: one.what }));
    return [{ title, differences: told }];
  });
