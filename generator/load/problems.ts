/** What can be wrong with a file before its words are looked at. */
import { kind } from '../problem/problem.js';

const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;

interface Piece {
  text: string;
}

/** Problems of a file as a whole. */
const fileProblems = {
  'yaml/not-utf-8': kind<{ byte: number }>({
    severity: 'error',
    message: ({ byte }) => `This file is not saved as UTF-8: byte ${byte} belongs to no letter.`,
    advice: () => 'Save the file again with the encoding UTF-8.',
  }),
  'yaml/too-large': kind<{ megabytes: string }>({
    severity: 'error',
    message: ({ megabytes }) => `This file is ${megabytes} MB. A file may be at most 1 MB.`,
    advice: () => 'Split it into several files of the same folder; their sections are put together.',
  }),
  'yaml/too-many-values': kind<{ most: string }>({
    severity: 'error',
    message: ({ most }) => `This file holds more than ${most} values.`,
    advice: () => 'Split it into several files of the same folder; their sections are put together.',
  }),
  'yaml/too-deep': kind<{ deepest: number }>({
    severity: 'error',
    message: ({ deepest }) => `There are more than ${deepest} levels inside one another here.`,
    advice: () => 'Take out levels: a definition needs about ten at most.',
  }),
  'yaml/more-problems': kind<{ more: number }>({
    severity: 'error',
    message: ({ more }) => `${more} more problems of this file are not listed.`,
    advice: () => 'Mend the ones that are listed, then check again.',
  }),
  'yaml/hidden-character': kind<{ code: string }>({
    severity: 'error',
    message: ({ code }) => `There is a character here that cannot be seen (${code}).`,
    advice: () => 'Delete it, and type what stands around it again.',
  }),
  'yaml/empty-file': kind({
    severity: 'error',
    message: () => 'There is nothing in this file.',
    advice: () => 'Write at least one section, such as “programme:”, or delete the file.',
  }),
  'yaml/not-a-map': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `This file is ${found}. It should be a number of sections, each with a name.`,
    advice: () => 'Start each section at the left edge with its name and a colon: “programme:”, “forms:”.',
  }),
  'yaml/several-documents': kind({
    severity: 'error',
    message: () => 'A second document starts here, and a file holds only one.',
    advice: () => 'Remove the line “---” or “...” above it, or put what follows into a file of its own.',
  }),
  'yaml/directive': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `A line that starts with “%” (${quoted(text)}) gives instructions to the reader of YAML.`,
    advice: () => 'Remove the line. Files are read as YAML 1.2.',
  }),
};

/** Problems of layout: what is indented how, and what encloses what. */
const layoutProblems = {
  'yaml/tab-indent': kind({
    severity: 'error',
    message: () => 'This line is indented with a tab.',
    advice: () => 'Indent with spaces, 2 for each level.',
  }),
  'yaml/odd-space': kind<{ code: string }>({
    severity: 'error',
    message: ({ code }) => `The space here is not an ordinary one (${code}); it often comes along from a document.`,
    advice: () => 'Delete it and type a space.',
  }),
  'yaml/indentation': kind({
    severity: 'error',
    message: () => 'This line is not indented like the lines it belongs to.',
    advice: () => 'Start it under the first letter of its neighbours; indent by 2 spaces what belongs to a name above.',
  }),
  'yaml/missing-colon': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `No colon follows ${quoted(text)}, so it is neither a name nor the value of one.`,
    advice: () =>
      'If it is a name, put a colon and a space after it. If it goes on from the line above, indent it further.',
  }),
  'yaml/colon-without-space': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `There is no space after the colon in ${quoted(text)}, so it is not read as name and value.`,
    advice: ({ text }) => `Put a space after the colon: ${text.replace(/:(?=\S)/, ': ')}`,
  }),
  'yaml/misplaced-dash': kind({
    severity: 'error',
    message: () => 'An item of a list (“- …”) cannot stand here.',
    advice: () =>
      'Put each item on a line of its own under the name that it belongs to, 2 spaces further in. Quote a text that starts with a dash.',
  }),
  'yaml/unclosed-quote': kind<{ quote: string }>({
    severity: 'error',
    message: ({ quote }) => `The quotation mark ${quote} is opened here and not closed.`,
    advice: ({ quote }) => `Put ${quote} at the end of the text.`,
  }),
  'yaml/unclosed-bracket': kind<{ open: string; close: string }>({
    severity: 'error',
    message: ({ open }) => `The ${open} opened here is not closed before the next line that stands further left.`,
    advice: ({ open, close }) =>
      `Put ${close} at the end. If the text itself starts with ${open}, put quotes round the text.`,
  }),
  'yaml/stray-bracket': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `${text} closes nothing that is open.`,
    advice: () => 'Remove it, or put quotes round the text that it belongs to.',
  }),
  'yaml/stray-comma': kind({
    severity: 'error',
    message: () => 'There is nothing before this comma.',
    advice: () => 'Remove the comma, or write what is missing. Quote a text that has a comma in it.',
  }),
  'yaml/not-understood': kind({
    severity: 'error',
    message: () => 'This place cannot be read as names and values.',
    advice: () =>
      'Compare it with the lines around it: indentation, a colon and a space after each name, closed quotes.',
  }),
};

/** Problems of texts that YAML takes for something else. */
const textProblems = {
  'yaml/cut-by-comma': kind<{ rest: string; whole: string }>({
    severity: 'error',
    message: ({ rest }) => `A comma ended the text here: ${quoted(rest)} is taken for a name without a value.`,
    advice: ({ whole }) =>
      `Put quotes round the whole text${whole.length > 100 ? '' : ` (${JSON.stringify(whole)})`}, or write it on a line of its own without { }. If it is a name, give it a value.`,
  }),
  'yaml/cut-by-colon': kind<{ before: string; inBrackets: boolean }>({
    severity: 'error',
    message: ({ before }) => `Because of the colon, ${quoted(before)} is taken for a name.`,
    advice: ({ inBrackets }) =>
      inBrackets
        ? 'Put quotes round the whole text. If a name of its own stands before the colon, put a comma before it.'
        : 'Put quotes round the whole text. If it is a name, use hyphens instead of spaces.',
  }),
  'yaml/cut-by-hash': kind<{ before: string }>({
    severity: 'warning',
    message: ({ before }) => `The text ends at ${quoted(before)}: what follows “#” is a comment, which nobody sees.`,
    advice: () =>
      'If it belongs to the text, put quotes round the whole. If it is a comment, put two spaces before “# ”.',
  }),
  'yaml/hash-without-space': kind({
    severity: 'error',
    message: () => 'A comment starts straight after the value.',
    advice: () => 'Put two spaces before the #.',
  }),
  'yaml/text-after-quote': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `The closing quotation mark ended the text, and ${quoted(text)} follows it.`,
    advice: () =>
      'Put the whole text in quotes of the other kind: \'"May" is not "must"\'. Inside \' \' write an apostrophe twice.',
  }),
  'yaml/text-after-bracket': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `The bracket ended the value, and ${quoted(text)} follows it.`,
    advice: () => 'If the brackets belong to a text, put quotes round the whole text.',
  }),
  'yaml/starts-with-sign': kind<{ sign: string }>({
    severity: 'error',
    message: ({ sign }) => `A text cannot start with ${sign} unless it is in quotes.`,
    advice: () => 'Put quotes round the whole text.',
  }),
  'yaml/bad-escape': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `${text} means nothing inside double quotes.`,
    advice: () => "Write a backslash twice, or use single quotes: 'C:\\files'.",
  }),
  'yaml/curly-quotes': kind<Piece>({
    severity: 'warning',
    message: ({ text }) => `The curly quotation marks of ${text} are taken as part of the text.`,
    advice: () => 'If they should not be shown, use straight ones: " ". If they should, put straight ones round them.',
  }),
  'yaml/tag': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `${quoted(text)} stands where a value should start; words that start with “!” are not used.`,
    advice: () => 'Remove it. If it belongs to a text, put quotes round the whole text.',
  }),
  'yaml/unknown-alias': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“*${name}” repeats a value marked “&${name}”, and no value above has that mark.`,
    advice: () => 'Write the value itself. If it is a text that starts with an asterisk, put quotes round it.',
  }),
  'yaml/unused-anchor': kind<{ name: string }>({
    severity: 'warning',
    message: ({ name }) =>
      `“&${name}” marks a value to be repeated, and nothing repeats it; it is not part of the text.`,
    advice: () => 'Remove it. If it belongs to the text, put quotes round the whole text.',
  }),
  'yaml/alias-cycle': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“*${name}” repeats a value inside itself, which would never end.`,
    advice: () => 'Write out what is meant here.',
  }),
  'yaml/too-many-aliases': kind<{ most: number }>({
    severity: 'error',
    message: ({ most }) => `More than ${most} values of this file are repeated with “*”.`,
    advice: () => 'Write the values out.',
  }),
};

/** Problems of names and values. */
const entryProblems = {
  'yaml/duplicate-key': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `${quoted(name)} is written twice in the same place.`,
    advice: () => 'Keep one of them, or give one another name.',
  }),
  'yaml/key-not-a-word': kind<Piece>({
    severity: 'error',
    message: ({ text }) => `${text === '' ? 'Nothing' : quoted(text)} stands where a name should.`,
    advice: () => 'A name is one word of letters, digits and hyphens: date-of-birth.',
  }),
  'yaml/merge-key': kind({
    severity: 'error',
    message: () => '“<<” is not used here: nothing is put together out of other values.',
    advice: () => 'Write the lines out.',
  }),
  'yaml/empty-value': kind<{ name: string; hash: boolean }>({
    severity: 'error',
    message: ({ name }) =>
      name === '' ? 'This item of a list is empty.' : `Nothing is written after ${quoted(name)}.`,
    advice: ({ hash }) =>
      hash
        ? 'What follows “#” is a comment. If it is the value, put quotes round it.'
        : 'Write the value, indent the lines below by 2 more spaces if they are it, or remove this line.',
  }),
};

/** Problems of files that are put together. */
const mergeProblems = {
  'section/none': kind({
    severity: 'error',
    message: () => 'There is no file to read.',
    advice: () => 'Write the definition in a file whose name ends in .yaml, such as programme.yaml.',
  }),
  'section/name-twice': kind<{ section: string; name: string }>({
    severity: 'error',
    message: ({ section, name }) => `${quoted(name)} is declared twice in ${section}.`,
    advice: () => 'Keep one of them, or give one another name.',
  }),
  'section/twice': kind<{ section: string }>({
    severity: 'error',
    message: ({ section }) => `${quoted(section)} is written in two files, and it cannot be put together.`,
    advice: () => 'Keep it in one file.',
  }),
};

export const loadProblems = {
  ...fileProblems,
  ...layoutProblems,
  ...textProblems,
  ...entryProblems,
  ...mergeProblems,
};
