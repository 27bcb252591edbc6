/** What would be otherwise if a case went by the definition as it is now. */
import { type Difference, differencesInWords } from '../../../generator/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Moved } from '../../server/store/contract.js';
import { caseAddress } from '../case/addresses.js';
import type { ShownChange } from '../case/changes.js';
import type { Fault } from '../layout/error-summary.js';
import { instantInWords } from '../words/dates.js';
import { counted } from '../words/lists.js';
import { roleInWords } from '../words/names.js';

export interface VersionsPresenter {
  name: string;
  lead: string;
  action: string;
  back: string;
  /** What it comes to for this case. Absent where there is nothing to move it to, or it may not be moved. */
  changes?: ShownChange[];
  /** What is different in the definition, by section. */
  differences: { title: string; lines: string[] }[];
  moves: string[];
  faults: Fault[];
  because: string;
}

/** What was done before with a case, in a line each. */
export const movesInWords = ({ bundle }: Pick<OpenCase, 'bundle'>, moves: readonly Moved[]): string[] =>
  moves.map(
    ({ name, role, at, because }) =>
      `Moved to the definition as it then was by ${name}, ${roleInWords(bundle, role)}, ${instantInWords(at, bundle.programme.timeZone)}: ${because}`,
  );

/** What names something by an id is for whoever writes the definition. */
const isWords = (line: string): boolean => !/[a-z0-9]-[a-z0-9]|It is read by|^May change/.test(line);

interface Asked {
  isEarlier: boolean;
  hindrance: string | undefined;
  changes: ShownChange[];
  differences: readonly Difference[];
  moves: readonly Moved[];
}

const leadOf = ({ isEarlier, hindrance, differences }: Asked): string => {
  if (!isEarlier) return 'This case goes by the definition as it is now.';
  const earlier = `This case goes by the version of the definition that was in force when it began or was last moved. Since then ${counted(differences.length, 'thing')} in it ${differences.length === 1 ? 'has' : 'have'} been changed.`;
  return hindrance === undefined ? earlier : `${earlier} ${hindrance}`;
};

/** Takes a case and what was found out about its version. Nothing of hers is said of the differences. */
export const presentVersions = (
  found: OpenCase,
  asked: Asked,
  { faults = [], because = '' }: Partial<Pick<VersionsPresenter, 'faults' | 'because'>> = {},
): VersionsPresenter => {
  const address = caseAddress(found);
  return {
    name: found.stored.name,
    lead: leadOf(asked),
    action: `${address}/version`,
    back: address,
    ...(asked.isEarlier && asked.hindrance === undefined && { changes: asked.changes.filter(({ hers }) => !hers) }),
    differences: differencesInWords(asked.differences).map(({ title, differences }) => ({
      title,
      lines: differences.map(({ heading, lines }) => [heading, ...lines.filter(isWords)].join('. ')),
    })),
    moves: movesInWords(found, asked.moves),
    faults,
    because,
  };
};
