/** Makes a definition from the one beside this file and from answers. Comments stay, since nothing is written anew. */
import { editYaml, formatYaml } from '../../generator/index.js';
import type { Answers } from './answers.js';
import { type Edit, editsOf } from './edits.js';
import { plainLetters } from './slug.js';

/** A file of a definition by its name from the definition's folder on. */
export interface File {
  file: string;
  content: string;
}

/** What only some programmes have: a file of its own, and lines in others between "# if …" and "# end …". */
type Part = 'partners' | 'appeals';

const partOf = (file: string): string => file.replace(/^scenarios\//, '').replace(/\.yaml$/, '');

const marked = /^ *# if (\w+)\n([\s\S]*?)^ *# end \1\n/gm;

/** Takes a file; gives it with the lines of parts that are wanted, without those of others, and without the marks. */
export const withParts = (content: string, wanted: (part: string) => boolean): string =>
  content.replace(marked, (_all, part: string, lines: string) => (wanted(part) ? lines : ''));

/** Two or three letters that begin the ids of clauses: "Example Trust" is ET. */
export const clausePrefix = (provider: string): string => {
  const words: string[] =
    plainLetters(provider)
      .toUpperCase()
      .match(/[A-Z]+/g) ?? [];
  const initials = words.map((word) => word[0]).join('');
  if (initials.length > 1) return initials.slice(0, 3);
  const [word = ''] = words;
  return word.length > 1 ? word.slice(0, 2) : 'EX';
};

/** A line of a diary stands without quotes, as everywhere else, though YAML reads it as more than a text then. */
const plainDiaries = (content: string): string =>
  content.replace(/^( *- )"((?:daily|weekly|fortnightly|monthly|every \d+ \w+) from [^"]*)"$/gm, '$1$2');

const edited = (given: File, edits: readonly Edit[]): File => {
  let { content } = given;
  for (const { path, value } of edits) {
    const next = editYaml({ file: given.file, content }, path, value).content;
    if (next === undefined)
      throw new Error(`There is no place for ${path.join(' → ')} in ${given.file} of the scaffold.`);
    content = next;
  }
  return { ...given, content: plainDiaries(content) };
};

/** Takes a file; gives it in the house form. What is not YAML stays as it is. */
export const inHouseForm = ({ file, content }: File): File =>
  file.endsWith('.yaml') ? { file, content: formatYaml({ file, content }).content } : { file, content };

/** Takes the files of the scaffold and the answers; gives the files of the new definition. */
export const fillIn = (scaffold: readonly File[], answers: Answers): File[] => {
  const has: Record<Part, boolean> = { partners: answers.partners, appeals: answers.appeals !== undefined };
  const wanted = (part: string): boolean => !Object.hasOwn(has, part) || has[part as Part];
  const prefix = clausePrefix(answers.provider);
  const edits = editsOf(answers, (n) => `${prefix}-${n}`);
  return scaffold
    .filter(({ file }) => wanted(partOf(file)))
    .map(({ file, content }) => ({
      file,
      content: withParts(content, wanted)
        .replaceAll(/\bEX-(?=\d{3}\b)/g, `${prefix}-`)
        .replaceAll(/\bclient\b/g, answers.who)
        .replace(/^# Evening Programme$/m, () => `# ${answers.title}`),
    }))
    .map((one) =>
      inHouseForm(
        edited(
          one,
          edits.filter(({ file }) => file === one.file),
        ),
      ),
    );
};
