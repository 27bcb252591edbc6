import { join, relative, sep } from 'node:path';

/** The first line of a file of YAML, by which an editor knows the language. */
const line = /^# yaml-language-server: \$schema=.*$/m;

/** Takes a file that goes into `folder`; gives it with the way from there to the language of this Rubric, at `root`. */
export const withSchemaLine = (content: string, folder: string, root: string): string => {
  const schema = join(root, 'generator', 'language', 'rubric.schema.json');
  const way = relative(folder, schema).split(sep).join('/');
  return content.replace(line, () => `# yaml-language-server: $schema=${way}`);
};
