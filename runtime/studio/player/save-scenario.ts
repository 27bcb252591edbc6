import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileName } from './scenario-text.js';

/** Where a scenario was saved, from the definition's folder on, or why it was not. */
export type Saved = { saved: string } | { message: string };

const codeOf = (fault: unknown): string => String((fault as { code?: unknown } | null)?.code ?? '');

/**
 * Writes a new file into the folder of scenarios of the definition in `folder`, which is made where there is none.
 * Nothing that is there is ever overwritten, and no link is followed out of the folder.
 */
export const saveScenario = async (folder: string, name: string, text: string): Promise<Saved> => {
  if (!isFileName(name)) {
    return { message: 'Name the file in small letters, figures and hyphens, like “three-missed”' };
  }
  const scenarios = join(folder, 'scenarios');
  try {
    await mkdir(scenarios, { recursive: true });
    if ((await lstat(scenarios)).isSymbolicLink()) {
      return {
        message: 'The folder of scenarios is a link to another place, so nothing is written there. Download it',
      };
    }
    await writeFile(join(scenarios, `${name}.yaml`), text, { flag: 'wx' });
    return { saved: `scenarios/${name}.yaml` };
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') {
      return { message: `There is a file “${name}.yaml” already, and it is not overwritten. Choose another name` };
    }
    return { message: 'The file could not be written where the definition lies. Download it' };
  }
};
