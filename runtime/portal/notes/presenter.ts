import type { OpenCase } from '../../server/cases/contract.js';
import type { Note } from '../../server/store/note-store.js';
import { caseAddress } from '../case/addresses.js';
import { type CaseHead, presentHead } from '../case/case-presenter.js';
import type { Fault } from '../layout/error-summary.js';
import { instantInWords } from '../words/dates.js';
import { roleInWords } from '../words/names.js';

export interface ShownNote {
  key: string;
  lines: string[];
  by: string;
  takenBack?: string;
}
export interface NotesPresenter {
  head: CaseHead;
  action: string;
  notes: ShownNote[];
  faults: Fault[];
  typed: string;
  /** The note that is being taken back, and what was typed as the reason. */
  taking?: { key: string; because: string };
}

/** Takes a case and its notes, the latest first. */
export const presentNotes = (
  found: OpenCase,
  notes: readonly Note[],
  more: Partial<Pick<NotesPresenter, 'faults' | 'typed' | 'taking'>> = {},
): NotesPresenter => {
  const zone = found.bundle.programme.timeZone;
  return {
    head: presentHead(found, 'notes'),
    action: `${caseAddress(found)}/notes`,
    notes: notes.map(({ key, says, name, role, at, takenBack }) => ({
      key,
      lines: says.split(/\r?\n/),
      by: `${name}, ${roleInWords(found.bundle, role)}, ${instantInWords(at, zone)}`,
      ...(takenBack && {
        takenBack: `Taken back by ${takenBack.name}, ${instantInWords(takenBack.at, zone)}: ${takenBack.because}`,
      }),
    })),
    faults: [],
    typed: '',
    ...more,
  };
};
