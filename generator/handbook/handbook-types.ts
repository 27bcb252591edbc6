/** The provider's public guidelines as data: what stands in them, in which order, and which clauses each part tells. */
import type { ClauseId } from '../../engine/contract/index.js';

export interface Handbook {
  title: string;
  provider: string;
  strapline?: string;
  /** What this is and for whom, under the title. */
  lead: string;
  sections: HandbookSection[];
}
export type SectionId = (typeof sectionTitles)[number][0];
export interface HandbookSection {
  id: SectionId;
  title: string;
  blocks: Block[];
}

/** Each with the clauses that it tells. Texts are for the public: no ids, and nothing of how a clause was read. */
export type Block =
  | { kind: 'heading'; text: string; clauses: ClauseId[] }
  | { kind: 'paragraph'; text: string; clauses: ClauseId[] }
  | { kind: 'list'; intro?: string; items: string[]; ordered?: true; clauses: ClauseId[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][]; clauses: ClauseId[] };

/** The sections in their order; one with nothing in it is left out. */
export const sectionTitles = [
  ['about', 'About us'],
  ['for-whom', 'Who it is for'],
  ['areas', 'Areas and times'],
  ['referring', 'How to refer'],
  ['asked', 'What we ask'],
  ['eligibility', 'Who can come'],
  ['exclusions', 'Who cannot come'],
  ['deciding', 'How we decide'],
  ['course', 'The course'],
  ['attendance', 'Attendance'],
  ['told', 'What you will be told, and when'],
  ['partners', 'Support for partners'],
  ['safety', 'Safety'],
  ['expected', 'What we expect'],
  ['ending', 'Suspension and ending'],
  ['returning', 'Coming back'],
  ['appeals', 'Appeals'],
  ['contact', 'Contact'],
] as const;
