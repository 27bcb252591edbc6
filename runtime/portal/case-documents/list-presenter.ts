import type { Document } from '../../../engine/index.js';
import { isAmong, writersOf } from '../../documents/acts.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Issue, Paper, Side } from '../../server/store/document-store.js';
import { momentInWords } from '../words/dates.js';
import { entriesOf } from '../words/entries.js';
import { rolesInWords, sentenceInWords } from '../words/names.js';
import { documentAddress, issueAddress } from './addresses.js';
import { nothingToAnswer } from './nothing-to-answer.js';
import { type ReleaseLine, releasesIn } from './releases.js';
import { dutiesFor, dutyState, paperState, type State } from './state-words.js';

export interface ListedDocument {
  id: string;
  title: string;
  /** When, by whom, to whom. */
  reads: string;
  /** Of one written for each of several: a line for each of them. */
  each: { of: string; states: State[]; href: string; words: string }[];
  /** Why there is none. */
  none: string;
  /** Headings that stand in it once they are released, and where whoever may does that. */
  releases: ReleaseLine[];
}
export interface ListedIssue {
  id: string;
  title: string;
  /** "Monday 2 March 2026, to the referrer." */
  says: string;
  /** Who wrote, reviewed and sent it. */
  by: string[];
  href: string;
  files: { words: string; href: string }[];
}
export interface DocumentsPresenter {
  hers: boolean;
  groups: { title: string; documents: ListedDocument[] }[];
  issues: ListedIssue[];
}

export interface Files {
  prints: boolean;
}

export const presentIssue = (found: OpenCase, side: Side, issue: Issue, { prints }: Files): ListedIssue => {
  const { bundle } = found;
  const zone = bundle.programme.timeZone;
  const said = (words: string, by: string): string[] => (by === '' ? [] : [`${words} ${by}`]);
  return {
    id: issue.id,
    title: issue.title,
    says: `${momentInWords(issue.at, zone)}, to the ${rolesInWords(bundle, issue.recipients, 'and')}`,
    by: [
      ...said('Written by', issue.written),
      ...said('Reviewed by', issue.reviewed),
      ...said(issue.kind === 'report' ? 'Issued by' : 'Sent by', issue.issued),
    ],
    href: issueAddress(found, side, issue.id),
    files: [
      { words: 'Word', href: issueAddress(found, side, issue.id, 'word') },
      ...(prints ? [{ words: 'PDF', href: issueAddress(found, side, issue.id, 'pdf') }] : []),
    ],
  };
};

const listed = (found: OpenCase, side: Side, document: Document, papers: readonly Paper[]): ListedDocument => {
  const { bundle, events, evaluation, actor, whole } = found;
  const zone = bundle.programme.timeZone;
  const entries = document.forEach === undefined ? [undefined] : entriesOf(bundle, events, document.forEach);
  const mayWrite = isAmong(whole, actor.role, writersOf(whole, document));
  const unasked = nothingToAnswer(found, document);
  const hrefOf = (place: number, entry: { id: string } | undefined): string =>
    documentAddress(found, side, document.id, entry === undefined ? 0 : place + 1);
  const each = entries.map((entry, place): ListedDocument['each'][number] & { isBegun: boolean } => {
    const paper = papers.find((one) => one.document === document.id && one.entry === (entry?.id ?? ''));
    const due = dutiesFor(bundle, evaluation, document, entry?.id).map((duty) => dutyState(zone, duty));
    return {
      of: entry?.words ?? '',
      states: [...due, ...(paper ? [paperState(paper)] : [])],
      href: hrefOf(place, entry),
      words: paper || !mayWrite ? 'Open' : 'Write or send',
      isBegun: paper !== undefined,
    };
  });
  return {
    id: document.id,
    title: document.title,
    reads: sentenceInWords(bundle, document.reads),
    none:
      unasked ??
      (entries.length === 0 ? 'There is one for each of several people, and none of them is named in this case.' : ''),
    releases: entries.flatMap((entry, place) =>
      releasesIn(found, document, `${hrefOf(place, entry)}#releases`, entry?.id).map((line) => ({
        ...line,
        words: entry === undefined ? line.words : `${entry.words}: ${line.words}`,
      })),
    ),
    // What was begun before can be looked at.
    each: each.filter(({ isBegun }) => unasked === undefined || isBegun).map(({ isBegun: _, ...one }) => one),
  };
};

/** What can be written of a case, what is due, what is being written, and what went out. */
export const presentDocuments = (
  found: OpenCase,
  side: Side,
  { papers, issues, prints }: { papers: readonly Paper[]; issues: readonly Issue[] } & Files,
): DocumentsPresenter => {
  const documents = (found.bundle.documents ?? []).filter(({ hers }) => hers === (side === 'hers'));
  const group = (title: string, kind: Document['kind']) => ({
    title,
    documents: documents.filter((one) => one.kind === kind).map((one) => listed(found, side, one, papers)),
  });
  return {
    hers: side === 'hers',
    groups: [group('Reports', 'report'), group('Messages', 'message')].filter(({ documents: all }) => all.length > 0),
    issues: issues.map((issue) => presentIssue(found, side, issue, { prints })),
  };
};
