/** A YAML document as the rest of the generator sees it: maps, lists and texts, each knowing where it stands. */
import type { At } from '../../engine/contract/index.js';

/** A file of a definition: its path as it is to be shown, and its text or bytes. */
export interface Text {
  file: string;
  content: string | Uint8Array;
}

export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
  kind: 'map';
  at: At;
  entries: Entry[];
}
/** `value` is absent where nothing was written; that has been reported. */
export interface Entry {
  key: ScalarNode;
  value: Node | undefined;
  /** Of key and value together. */
  at: At;
}
export interface ListNode {
  kind: 'list';
  at: At;
  items: Node[];
}
export interface ScalarNode {
  kind: 'scalar';
  at: At;
  /** As written, were it meant as text: a plain `0123` is "0123", `yes` is "yes", a quoted text is unquoted. */
  text: string;
  /** As YAML 1.2 reads it. */
  value: string | number | boolean | null;
  /** Written without quotes, on one line. */
  plain: boolean;
  /** Where the part of `text` from `start` up to `end` (offsets in UTF-16 units) stands. */
  within(start: number, end: number): At;
}
