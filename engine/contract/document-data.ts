/**
 * What a template is filled with: one document, as one recipient sees it. Every value is words for people, ready to
 * stand in a page; nothing needs a helper. Every key is always there, so that templates can be strict.
 */
import type { Id } from './fact.js';

/** "Monday 2 March 2026"; empty where there is none. */
export type DayInWords = string;

export interface DocumentData {
  document: {
    id: Id;
    kind: 'report' | 'message';
    title: string;
    /** Empty where there is none. */
    subject: string;
    /** What a saved copy is called, without its ending; never anything of the case but the day. */
    fileName: string;
  };
  programme: {
    title: string;
    provider: string;
    service: string;
    contact: { label: string; value: string }[];
    /** The first ten letters of the definition's digest. */
    version: string;
  };
  /** Whom it is about. */
  person: { name: string; called: string };
  /** Who receives it: "referring agency", with a name where one was given. */
  to: { called: string; name: string }[];
  period: { from: DayInWords; to: DayInWords };
  /** The day as of which it was written. */
  day: DayInWords;
  /** Who did what, when; each empty until it is done. */
  written: Signature;
  reviewed: Signature;
  released: Signature[];
  issued: Signature;
  /** By the heading's id. */
  headings: Record<Id, HeadingData>;
  statements: { says: string }[];
}
export interface Signature {
  name: string;
  role: string;
  on: DayInWords;
}

/** `stands`: its condition holds, so that it is part of the document. What it does not show is absent. */
export interface HeadingData {
  stands: boolean;
  says: { text: string }[];
  attendance?: AttendanceData;
  absences?: AbsencesData;
  /** `says`: that nothing has been covered yet, or of how many sessions it was not recorded; else empty. */
  topics?: { none: boolean; says: string; rows: { topic: string; day: DayInWords }[] };
  progress?: { credited: string; total: string; phase: string; plannedEnd: DayInWords };
  standing?: { state: string; since: DayInWords };
  decision?: DecisionData;
  /** `within`: from what it counts, and the last day where that is known. */
  appeal?: { steps: { title: string; to: string; saying: string; within: string; answered: string }[] };
  contact?: { rows: LabelledValue[] };
  risk?: { none: boolean; rows: { measure: string; score: string; band: string; on: DayInWords }[] };
  duties?: { none: boolean; rows: { what: string; by: string; state: string; due: string; done: DayInWords }[] };
  decisions?: { none: boolean; rows: { what: string; by: string; on: DayInWords }[] };
  missing?: { none: boolean; rows: { asks: string }[] };
  /** By the fact's id. `known` is false for what has no answer; `value` then says so in words. */
  facts?: Record<Id, { label: string; value: string; known: boolean }>;
  /** By the event's id. */
  events?: Record<Id, { none: boolean; rows: { on: DayInWords; told: LabelledValue[] }[] }>;
  narrative?: NarrativeData;
  attachment?: AttachmentData;
}
/**
 * `reason`: the one recorded with a refusal; empty where there is none, or where its author writes it in this document.
 * `reasonMissing`: a refusal needs one here, and there is none.
 */
export interface DecisionData {
  decided: boolean;
  says: string;
  on: DayInWords;
  by: string;
  reason: string;
  reasonMissing: boolean;
}
export interface LabelledValue {
  label: string;
  value: string;
}
export interface AttendanceData {
  /**
   * The counts as a sentence, singular where it is one: "12 sessions were due: 10 attended, 1
   * missed, 1 not recorded. 10 sessions are credited."
   */
  summary: string;
  /** Counts as words: "12". */
  due: string;
  attended: string;
  credited: string;
  missed: string;
  notRecorded: string;
  none: boolean;
  rows: SessionRow[];
}
export interface AbsencesData {
  /** "2 sessions were not attended." */
  summary: string;
  missed: string;
  none: boolean;
  rows: SessionRow[];
}
export interface SessionRow {
  day: DayInWords;
  /** "Attended", "Absent, caught up on Monday 9 March 2026", "Not recorded". */
  outcome: string;
  topic: string;
  phase: string;
  /** Whether this row has the mark, for an attendance strip. */
  mark: 'full' | 'half' | 'empty' | 'crossed' | 'not-due' | 'not-recorded';
  /** One for each column added. */
  beside: LabelledValue[];
}
/** Either a text or a table; `written` is false while the author has not written it. */
export interface NarrativeData {
  prompt: string;
  written: boolean;
  paragraphs: { text: string }[];
  isTable: boolean;
  columns: { label: string }[];
  rows: { label: string; cells: { text: string }[] }[];
}
/** Where it is not released, or there is none, exactly the same stands here: `attached` false and nothing else. */
export interface AttachmentData {
  title: string;
  attached: boolean;
  rows: LabelledValue[];
  fileName: string;
}
