import {
  type Bundle,
  type Document,
  type Heading,
  type Id,
  isOneOf,
  kindsOf,
  type Label,
} from '../../../engine/contract/index.js';
import { anatomyOf } from './handlebars.js';
import type { Read } from './paths.js';
import { type ReadThing, readsOf } from './reads-of.js';
import { type Shape, shapeAt, shapeOf } from './shape.js';

/** What is wrong with a template, whoever wrote it: in words, with the line of the template. */
interface TemplateFault {
  code:
    | 'template/unreadable'
    | 'template/foreign'
    | 'template/no-such-path'
    | 'template/no-words'
    | 'template/unguarded'
    | 'template/kept-apart';
  document: Id;
  line: number;
  message: string;
}

/**
 * Takes a bundle, one of its documents and a template of it; gives what is wrong with the template. Every path is held
 * against the data that this document has, and against what is kept apart: a path that leads nowhere, or to something
 * that a recipient may not see and nobody releases, is a fault, and so is whatever hides where a path leads.
 */
export const templateFaults = (bundle: Bundle, document: Document, template: string): TemplateFault[] => {
  const fault = (code: TemplateFault['code'], line: number, message: string): TemplateFault => ({
    code,
    document: document.id,
    line,
    message,
  });
  try {
    const { reads, foreign } = anatomyOf(template);
    const shape = shapeOf(document);
    return [
      ...foreign.map(({ what, line }) => fault('template/foreign', line, foreignWords(what))),
      ...reads.flatMap((read) => [
        ...pathFaults(shape, document, read).map(([code, message]) => fault(code, read.line, message)),
        ...leaks(bundle, document, read).map((message) => fault('template/kept-apart', read.line, message)),
      ]),
    ];
  } catch (error) {
    const says = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return [fault('template/unreadable', 1, `This is no Handlebars template. ${says}`.trim())];
  }
};

const foreignWords = (what: string): string =>
  `“${what}” cannot be followed: a template may print words between two braces, and use if, unless, each and with of one path each.`;

const spelt = (path: string[]): string => `“${path.join('.') || 'this'}”`;

const pathFaults = (
  shape: Shape,
  document: Document,
  { path, use, given }: Read,
): ['template/no-such-path' | 'template/no-words' | 'template/unguarded', string][] => {
  const found = shapeAt(shape, path);
  if (found === undefined) {
    return [['template/no-such-path', `“${document.title}” has nothing at ${spelt(path)}.`]];
  }
  if (!fits(found, use)) return [['template/no-words', `${spelt(path)} ${misuse[use]}.`]];
  const guard = guardOf(path);
  const guarded = guard === undefined || given.some((each) => each.join('.') === guard.join('.'));
  return guarded
    ? []
    : [['template/unguarded', `${spelt(path)} may be read only where ${spelt(guard)} holds: put it inside that if.`]];
};

const fits = (shape: Shape, use: Read['use']): boolean => {
  if (use === 'printed') return shape === 'words';
  if (use === 'tested') return typeof shape === 'string' || 'list' in shape;
  return typeof shape !== 'string' && (use === 'listed' ? 'list' : 'record') in shape;
};
const misuse: Record<Read['use'], string> = {
  printed: 'is not words, so it cannot be printed',
  tested: 'is always there, so there is nothing to ask of it',
  listed: 'is no list, so “each” cannot go through it',
  entered: 'is not made of named parts, so “with” cannot go into it',
};

/** What stands under a heading is for where the heading stands, what is attached for where it is. */
const guardOf = (path: string[]): string[] | undefined => {
  const [top, heading, part, ...rest] = path;
  if (top !== 'headings' || heading === undefined || part === undefined || part === 'stands') return undefined;
  return part === 'attachment' && ['rows', 'fileName'].includes(rest[0] ?? '')
    ? ['headings', heading, 'attachment', 'attached']
    : ['headings', heading, 'stands'];
};

/** What a path shows to somebody who may not see it, in the words of the definition, with the way to where it is from. */
const leaks = (bundle: Bundle, document: Document, { path }: Read): string[] =>
  readsOf(bundle, document, path).flatMap(({ key, heading }: ReadThing) =>
    (bundle.information?.labels[key] ?? []).flatMap((label) => {
      const unseen = document.to.filter((role) => !maySee(bundle, document, role, label));
      if (unseen.length === 0 || isReleased(bundle, heading, label)) return [];
      const kept = bundle.information?.kept.find(({ id }) => id === label.kept);
      const way = [document.title, heading?.heading, calledOf(bundle, key), ...label.path.slice(1)];
      const names = unseen.map((role) => bundle.people.find(({ id }) => id === role)?.called ?? role);
      return `${way.filter(Boolean).join(' › ')} › ${kept?.called ?? label.kept}: not for the ${names.join(' or the ')}.`;
    }),
  );

const calledOf = ({ facts, course }: Bundle, key: Id): string => {
  const named = [...facts, ...(course?.derived ?? []), ...(course?.happenings.flatMap(({ fields }) => fields) ?? [])];
  return named.find(({ id }) => id === key)?.called ?? key.replace(/^[a-z]+\//, '');
};

const seenBy = ({ information }: Bundle, { kept }: Label): Id[] =>
  information?.kept.find(({ id }) => id === kept)?.seenBy ?? [];

/** Nobody whom somebody supports is these; where nobody is, she is the partner all the same. */
const neverHer = ['participant', 'referrer', 'child', 'agency'];
const isHer = ({ people }: Bundle, role: Id): boolean =>
  role === 'partner' || (!neverHer.includes(role) && people.some(({ supports }) => supports === role));

/** She may be shown what is hers, in a document that is of her own entry alone. */
const maySee = (bundle: Bundle, document: Document, role: Id, label: Label): boolean =>
  isOneOf(role, seenBy(bundle, label), kindsOf(bundle.people)) ||
  (label.kept === 'hers' && document.forEach !== undefined && isHer(bundle, role));

/** Released is what only those release who may see it. */
const isReleased = (bundle: Bundle, heading: Heading | undefined, label: Label): boolean => {
  const releasing = heading?.releasedBy ?? [];
  return (
    releasing.length > 0 && releasing.every((role) => isOneOf(role, seenBy(bundle, label), kindsOf(bundle.people)))
  );
};
