/** What a heading shows: from its words to the contract's. */
import type { Beside, Shown } from '../../../engine/contract/document.js';
import { raiseDocument } from '../../check/documents/document-problems.js';
import type { Written } from '../../language/shape/shape.js';
import { type DocumentLowering, factNamed, fillable, labelOf, use } from './document-lowering.js';

const plainKinds = ['topics', 'progress', 'standing', 'decision', 'appeal', 'contact', 'risk'] as const;
const counted = ['attendance', 'absences'] as const;
const lists = ['duties', 'decisions'] as const;
/** The words that are shown without having been declared. */
const shownWords: readonly string[] = [...plainKinds, ...counted, ...lists];

interface At {
  written: Written<string>;
  where: string;
  lowering: DocumentLowering;
}

const besidesKnown = ({ names }: DocumentLowering): string[] =>
  [...names.happenings.values()].flatMap(({ about, fields }) =>
    about === 'session' ? fields.map(({ id }) => id) : [],
  );

/** `absence-reason.reason`, or `absence-reason` where it asks one thing. */
const besideOf = (name: string, { written, where, lowering }: At): Beside[] => {
  const [id = '', question] = name.split('.');
  const { names, report } = lowering;
  const event = names.happenings.get(id);
  const [only, second] = event?.fields ?? [];
  const field =
    question === undefined ? (second ? undefined : only) : event?.fields.find((each) => each.name === question);
  if (event && event.about !== 'session')
    report(raiseDocument('document/not-of-sessions', written.at, { name, where, event: id }));
  else if (!field)
    report(raiseDocument('document/no-such-column', written.at, { name, where, known: besidesKnown(lowering) }));
  else {
    use(field.id, lowering);
    return [{ event: id, field: field.id, called: labelOf(field) }];
  }
  return [];
};

const named = ({ written, where, lowering }: At): Shown | undefined => {
  const name = written.value;
  const { names, report, declarations, resolver } = lowering;
  const found = factNamed(name, lowering);
  if (found && 'because' in found) {
    report(raiseDocument('document/cannot-show', written.at, { name, where, ...found }));
    return undefined;
  }
  if (found?.kind === 'file') {
    const write = `Write “attaches: ${name}” instead.`;
    report(raiseDocument('document/cannot-show', written.at, { name, where, because: 'it is a file', write }));
    return undefined;
  }
  if (found) {
    use(found.fact, lowering);
    return { kind: 'fact', fact: found.fact, called: found.called };
  }
  const event = names.happenings.get(name);
  if (event) {
    resolver.uses.events.add(name);
    return {
      kind: 'events',
      event: name,
      called: event.called,
      fields: event.fields.map((field) => ({ id: field.id, called: labelOf(field) })),
    };
  }
  if (names.plain.duties.some(({ id }) => id === name) || names.sectionDuties.includes(name)) {
    resolver.uses.duties.add(name);
    return { kind: 'duties', of: [name] };
  }
  const rules = names.plain.rules.filter(({ id, within }) => id === name || within === name).map(({ id }) => id);
  if (rules.length > 0) {
    for (const id of rules) resolver.uses.rules.add(id);
    return { kind: 'decisions', of: rules };
  }
  if (declarations.broken.has(name)) return undefined;
  const known = [
    ...shownWords,
    ...fillable(lowering),
    ...names.happenings.keys(),
    ...names.plain.duties.map(({ id }) => id),
    ...names.plain.rules.map(({ id }) => id),
  ];
  report(raiseDocument('document/unknown-show', written.at, { name, where, known }));
  return undefined;
};

/** Takes one thing that is shown, as written, and where it stands; undefined where there is no such thing, which was reported. */
export const shownOf = (written: Written<string>, where: string, lowering: DocumentLowering): Shown | undefined => {
  const here = { written, where, lowering };
  const text = written.value.trim();
  const [, what, besides] = /^(attendance|absences)(?:\s+with\s+(.+))?$/.exec(text) ?? [];
  const count = counted.find((each) => each === what);
  if (count) {
    const columns = besides?.split(/\s*,\s*|\s+and\s+/) ?? [];
    return { kind: count, beside: columns.flatMap((name) => besideOf(name, here)) };
  }
  const form = /^missing\s+(\S+)$/.exec(text)?.[1];
  if (form !== undefined) {
    const known = (lowering.definition.forms ?? []).map(({ id }) => id);
    if (known.includes(form)) return { kind: 'missing', form };
    lowering.report(raiseDocument('document/no-such-form', written.at, { name: form, where, known }));
    return undefined;
  }
  const word = plainKinds.find((each) => each === text);
  if (word) return { kind: word };
  const list = lists.find((each) => each === text);
  return list ? { kind: list, of: [] } : named(here);
};

/** In plain English, for the outline: "each session that was due". */
export const shownReads = (shown: Shown): string => {
  switch (shown.kind) {
    case 'attendance':
    case 'absences': {
      const what = shown.kind === 'attendance' ? 'every session that was due' : 'the sessions that were missed';
      const beside = shown.beside.map(({ called }) => `“${called}”`).join(' and ');
      return beside ? `${what}, with ${beside}` : what;
    }
    case 'topics':
      return 'the topics that were covered, by day';
    case 'progress':
      return 'how many sessions are credited of how many, the phase and the planned end';
    case 'standing':
      return 'the state of the case and since when';
    case 'decision':
      return 'what was decided and when';
    case 'appeal':
      return 'how to appeal';
    case 'contact':
      return 'how to reach the provider';
    case 'risk':
      return 'each score, with its band and its day';
    case 'duties':
      return shown.of.length > 0 ? `the duty “${shown.of.map(words).join('”, “')}”` : 'all that is owed';
    case 'decisions':
      return shown.of.length > 0
        ? `what was decided under “${shown.of.map(words).join('”, “')}”`
        : 'what was decided under any rule';
    case 'missing':
      return `what is missing in the form “${words(shown.form)}”`;
    case 'fact':
      return `“${shown.called}”`;
    case 'events':
      return `each time that ${shown.called}`;
  }
};
const words = (id: string): string => id.replaceAll('-', ' ');
