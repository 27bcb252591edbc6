import type { Bundle } from '../../../engine/contract/index.js';
import type { CaseName, WorkItem } from '../../server/store/contract.js';
import type { Issue, Paper } from '../../server/store/document-store.js';
import { documentAddress, issueAddress } from '../case-documents/addresses.js';
import { paperState, type State } from '../case-documents/state-words.js';
import { dayInWords, localDay, momentInWords } from '../words/dates.js';
import { rolesInWords } from '../words/names.js';

export interface ReportLine {
  href: string;
  title: string;
  name: string;
  states: State[];
  says: string;
}
export interface ReportsPresenter {
  groups: { id: string; title: string; empty: string; lines: ReportLine[] }[];
}

export interface InProgramme {
  work: readonly { line: CaseName; item: WorkItem }[];
  papers: readonly Paper[];
  issues: readonly Issue[];
  /** What each case is called, by its reference. */
  names: ReadonlyMap<string, string>;
}

const dueState = (zone: string, { due, state }: WorkItem, today: string): State => {
  if (due === undefined) return { words: 'To be done: no day is stated', look: 'unknown' };
  const day = localDay(due, zone);
  const isLate = state === 'missed' || day < today;
  return { words: `${isLate ? 'Was due by' : 'Due by'} ${dayInWords(day)}`, look: isLate ? 'not-met' : 'unknown' };
};

/** What is due, being written, waiting for somebody, and gone out lately. Nothing of hers. */
export const presentReports = (
  bundle: Bundle,
  programme: string,
  today: string,
  all: InProgramme,
): ReportsPresenter => {
  const zone = bundle.programme.timeZone;
  const of = (ref: string) => ({ stored: { programme, ref } });
  const seen = new Set((bundle.documents ?? []).filter(({ hers }) => !hers).map(({ id }) => id));
  const due = all.work.flatMap(({ line, item }): ReportLine[] => {
    const document = item.kind === 'document' ? bundle.documents?.find(({ id }) => id === item.of) : undefined;
    if (!document || !seen.has(document.id)) return [];
    const says = item.by.length > 0 ? `For the ${rolesInWords(bundle, [...item.by])}` : '';
    const href = documentAddress(of(line.ref), 'his', document.id);
    return [{ href, title: document.title, name: line.name, states: [dueState(zone, item, today)], says }];
  });
  const papers = (states: readonly Paper['state'][]): ReportLine[] =>
    all.papers
      .filter(({ state, document, ref }) => states.includes(state) && seen.has(document) && all.names.has(ref))
      .map((paper) => ({
        href: documentAddress(of(paper.ref), 'his', paper.document),
        title: bundle.documents?.find(({ id }) => id === paper.document)?.title ?? '',
        name: all.names.get(paper.ref) ?? '',
        states: [paperState(paper)],
        says: `Last changed on ${momentInWords(paper.changed, zone)}`,
      }));
  const issued = all.issues
    .filter(({ document, ref }) => seen.has(document) && all.names.has(ref))
    .map((issue) => ({
      href: issueAddress(of(issue.ref), 'his', issue.id),
      title: issue.title,
      name: all.names.get(issue.ref) ?? '',
      states: [],
      says: `${momentInWords(issue.at, zone)}, to the ${rolesInWords(bundle, issue.recipients, 'and')}`,
    }));
  const group = (id: string, title: string, empty: string, lines: ReportLine[]) => ({ id, title, empty, lines });
  return {
    groups: [
      group('due', 'To be written or sent', 'Nothing is due. What a case calls for stands here.', due),
      group('writing', 'Being written', 'Nobody is writing anything here now.', papers(['writing'])),
      group(
        'waiting',
        'Waiting for somebody',
        'Nothing waits to be reviewed or looked at.',
        papers(['review', 'look']),
      ),
      group('ready', 'May go out', 'Nothing is ready to go out.', papers(['ready'])),
      group('issued', 'Gone out lately', 'Nothing has gone out yet.', issued),
    ],
  };
};
