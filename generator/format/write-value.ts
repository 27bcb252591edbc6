/** How a new value is written into a file. */
import { parseYaml } from '../load/yaml.js';
import { step, widest } from './page.js';

export type EditValue = string | number | boolean | EditValue[] | { [name: string]: EditValue };

/** Where a value is to stand. */
export interface Place {
  /** Inside `{ }` or `[ ]`. */
  inBrackets: boolean;
  /** The column of its name or dash, counted from 0. */
  indent: number;
  /** The column where the value itself begins, counted from 0. */
  column: number;
  /** The quotation mark of the text that it replaces. */
  quote?: '"' | "'" | undefined;
}

/** True where YAML reads the letters without quotes as this very text, here and inside brackets. */
const readsBack = (text: string): boolean => {
  if (/[\n#]|[“”]|^[&*!|>%@`]|^\s|\s$/.test(text)) return false;
  const { root, faults } = parseYaml(`a: { b: ${text} }\n`);
  const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
  const inner = value?.kind === 'map' && value.entries.length === 1 ? value.entries[0]?.value : undefined;
  return faults.length === 0 && inner?.kind === 'scalar' && inner.style === 'plain' && inner.text === text;
};

const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/g, (letter, at: number, all: string) =>
    /[\ud800-\udfff]/.test(letter) && /\p{Cs}/u.test(all.charAt(at)) && isPaired(all, at) ? letter : escapeOf(letter),
  );

const escapeOf = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

const isPaired = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  const other = code < 0xdc00 ? text.charCodeAt(at + 1) : text.charCodeAt(at - 1);
  return code < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff;
};

/** A text: without quotes where it reads back, else in the quotes it had. */
const textOf = (text: string, quote?: '"' | "'"): string => {
  const simple = !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff]/u.test(text);
  if (quote === "'" && simple) return `'${text.replaceAll("'", "''")}'`;
  if (quote === '"' || !simple) return doubleQuoted(text);
  if (readsBack(text)) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : doubleQuoted(text);
};

const isList = (value: EditValue): value is EditValue[] => Array.isArray(value);

const plainOf = (value: string | number | boolean, quote?: '"' | "'"): string =>
  typeof value === 'string'
    ? textOf(value, quote)
    : typeof value === 'boolean'
      ? value
        ? 'yes'
        : 'no'
      : String(value);

const inlineOf = (value: EditValue): string => {
  if (isList(value)) return `[${value.map(inlineOf).join(', ')}]`;
  if (typeof value !== 'object') return plainOf(value);
  const entries = Object.entries(value).map(([name, inner]) => `${textOf(name)}: ${inlineOf(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
};

const isEmpty = (value: EditValue): boolean => typeof value === 'object' && Object.keys(value).length === 0;

/** A map or list on lines of its own, at a column. */
const linesOf = (value: EditValue, indent: number): string[] => {
  const pad = ' '.repeat(indent);
  if (isList(value)) return value.map((item) => `${pad}- ${inlineOf(item)}`);
  if (typeof value !== 'object') return [pad + plainOf(value)];
  return Object.entries(value).flatMap(([name, inner]) => {
    const line = `${pad}${textOf(name)}: ${inlineOf(inner)}`;
    if (line.length <= widest || typeof inner !== 'object' || isEmpty(inner)) return [line];
    return [`${pad}${textOf(name)}:`, ...linesOf(inner, indent + step)];
  });
};

/** Takes a value and where it is to stand; gives its letters, on one line where it fits. */
export const writeValue = (value: EditValue, place: Place): string => {
  if (typeof value !== 'object') return plainOf(value, place.quote);
  const line = inlineOf(value);
  if (place.inBrackets || place.column + line.length <= widest || isEmpty(value)) return line;
  return `\n${linesOf(value, place.indent + step).join('\n')}`;
};
