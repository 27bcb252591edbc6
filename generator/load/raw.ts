/** A YAML document as it was parsed, before anything is checked: what stands where, by offsets in the text. */

export type Raw = RawMap | RawList | RawScalar | RawAlias;

interface Stands {
  /** Offsets in the text; the end is exclusive and leaves out what follows the value (spaces, comments). */
  start: number;
  end: number;
  anchor?: string;
  /** As written: `!foo`, `!!str`. */
  tag?: string;
}

export interface RawMap extends Stands {
  kind: 'map';
  /** Written in `{ }`. */
  flow: boolean;
  entries: RawEntry[];
}

/** `colon` is false for a name in `{ }` that no colon follows; `value` is absent where nothing was written. */
export interface RawEntry {
  key: Raw;
  value: Raw | undefined;
  colon: boolean;
}

export interface RawList extends Stands {
  kind: 'list';
  flow: boolean;
  /** An item with nothing in it is absent; its place is then not known better than the list's. */
  items: (Raw | undefined)[];
}

export type Style = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface RawScalar extends Stands {
  kind: 'scalar';
  style: Style;
  /** Unquoted and folded as YAML does, whatever it might mean. */
  text: string;
  value: string | number | boolean | null;
  /** Where the lines of a literal or folded text begin. */
  body: number;
  /** The indentation that YAML takes away from those lines is found from their own; this is the least. */
  indent: number;
}

export interface RawAlias extends Stands {
  kind: 'alias';
  name: string;
}

/** What the parser objected to, in its own words. */
export interface RawFault {
  code: string;
  message: string;
  start: number;
  end: number;
}

/** A file as the parser left it. `stopped` says which limit ended the reading, and where. */
export interface Parsed {
  root: Raw | undefined;
  faults: RawFault[];
  /** Where `%YAML` and the like stand. */
  directives: { start: number; end: number; source: string }[];
  /** Where the second document starts. */
  second: number | undefined;
  stopped: { by: 'depth' | 'size'; at: number } | undefined;
}
