/** Where in the data a path of a template leads, through the blocks around it. */

/** Something that a template reads. */
export interface Read {
  /** From the top of the data, `*` for each of a list: `headings`, `ric`, `attachment`, `rows`, `*`, `label`. */
  path: string[];
  /** By what: its words are printed, it is asked whether there is anything, a list is gone through, a record entered. */
  use: 'printed' | 'tested' | 'listed' | 'entered';
  /** The paths that were found to hold something by the blocks around it. */
  given: string[][];
  line: number;
}

/** What the blocks around a place make of its paths. */
export interface Context {
  /** The paths that `this`, `../`, `../../` … stand for. */
  levels: string[][];
  /** Names given by `as |row at|`; an index stands for nothing of the data. */
  names: Map<string, string[] | undefined>;
  given: string[][];
}
export const outermost: Context = { levels: [[]], names: new Map(), given: [] };

/** A path as Handlebars parses it. */
interface Written {
  data: boolean;
  depth: number;
  parts: string[];
  original: string;
}

/** Of the place in a list, which tells nothing that its rows do not. */
const places = ['index', 'first', 'last'];

/** Takes a path and where it stands; gives it from the top of the data, or nothing where it reads none of the data. */
export const resolved = (path: Written, { levels, names }: Context): string[] | undefined => {
  const [first = '', ...rest] = path.parts;
  if (path.data) {
    if (first === 'root') return rest;
    return places.includes(first) && path.depth === 0 && rest.length === 0 ? undefined : [path.original];
  }
  const named = path.depth === 0 && !/^(this\b|\.)/.test(path.original) && names.has(first);
  if (named) {
    const stands = names.get(first);
    return stands === undefined ? undefined : [...stands, ...rest];
  }
  const level = levels[path.depth];
  return level === undefined ? [path.original] : [...level, ...path.parts];
};

/**
 * Takes where a block stands, what it is and its path from the top; gives what holds within it. Only each and with go
 * into what they name; to go into the same again makes no further level, as in Handlebars.
 */
export const into = (
  outer: Context,
  block: 'if' | 'unless' | 'each' | 'with',
  path: string[],
  params: string[],
): Context => {
  if (block === 'unless') return outer;
  const given = [...outer.given, path];
  if (block === 'if') return { ...outer, given };
  const inner = block === 'each' ? [...path, '*'] : path;
  const same = JSON.stringify(inner) === JSON.stringify(outer.levels[0]);
  const [item, ...places] = params;
  return {
    levels: same ? outer.levels : [inner, ...outer.levels],
    names: new Map([
      ...outer.names,
      ...(item === undefined ? [] : [[item, inner] as const]),
      ...places.map((place) => [place, undefined] as const),
    ]),
    given,
  };
};
