/** Words with blanks. */
import type { Words } from '../../../engine/contract/document.js';
import { raiseDocument } from '../../check/documents/document-problems.js';
import type { Written } from '../../language/shape/shape.js';
import { type DocumentLowering, factNamed, fillable, use } from './document-lowering.js';

const unfillable: Record<string, string> = {
  file: 'it is a file, which can be attached',
  signature: 'it is a signature',
};

/** What a name that is no fact stands for, where it stands for something. */
const otherThing = (name: string, { names, definition }: DocumentLowering): string | undefined => {
  if (names.happenings.has(name)) return 'it is something that happens';
  if (names.plain.duties.some(({ id }) => id === name) || names.sectionDuties.includes(name)) return 'it is a duty';
  if (names.plain.rules.some(({ id }) => id === name)) return 'it is a rule';
  if (names.people.inside.includes(name) || names.people.outside.includes(name)) return 'it is somebody, and no answer';
  return definition.statements?.some(({ id }) => id === name) ? 'it is a statement' : undefined;
};

const blankOf = (name: string, at: Written<string>['at'], where: string, lowering: DocumentLowering): Words => {
  const { report, declarations } = lowering;
  const found = factNamed(name, lowering);
  if (found && 'fact' in found && !unfillable[found.kind]) {
    use(found.fact, lowering);
    return [{ fact: found.fact }];
  }
  if (declarations.broken.has(name)) return [];
  const because =
    found === undefined ? otherThing(name, lowering) : 'because' in found ? found.because : unfillable[found.kind];
  if (because === undefined)
    report(raiseDocument('document/unknown-blank', at, { name, where, known: fillable(lowering) }));
  else report(raiseDocument('document/unfillable-blank', at, { name, where, because }));
  return [];
};

/** Takes words as written and where they stand; gives them with their blanks, of which those that name nothing are reported. */
export const wordsOf = (written: Written<string>, where: string, lowering: DocumentLowering): Words =>
  written.value
    .split(/(<[^<>\n]*>)/)
    .filter((part) => part !== '')
    .flatMap((part): Words => {
      const name = /^<([^<>\n]*)>$/.exec(part)?.[1];
      return name === undefined ? [part] : blankOf(name.trim(), written.at, where, lowering);
    });
