/** Headings: from what is written under each to the contract's. */
import { type Heading, headingParts, type Narrative } from '../../../engine/contract/document.js';
import { type ClauseId, capital, type Option } from '../../../engine/contract/index.js';
import { raiseDocument } from '../../check/documents/document-problems.js';
import type { PlainHeading } from '../../check/documents/plain-documents.js';
import type { Named, Written } from '../../language/shape/shape.js';
import { idsOf } from '../course/lowering.js';
import { type DocumentLowering, placeIn, refuseBlanks, use } from './document-lowering.js';
import { shownOf } from './shown.js';
import { wordsOf } from './words.js';

const optionsOf = (written: Named<Written<string>>[] | undefined, lowering: DocumentLowering): Option[] =>
  (written ?? []).map(({ id, value }) => {
    refuseBlanks(value, 'a table', lowering);
    return { id, label: value?.value ?? capital(id.replaceAll('-', ' ')) };
  });

const goesWithAsks = ['rows', 'columns', 'required', 'offers'] as const;

const narrativeOf = (
  { content, idAt }: PlainHeading,
  where: string,
  lowering: DocumentLowering,
): Narrative | undefined => {
  const { asks, rows, columns, required, offers } = content;
  const { report, definition } = lowering;
  if (!asks) {
    const key = goesWithAsks.find((each) => content[each] !== undefined);
    if (key && !content.faulty) report(raiseDocument('document/without-asks', idAt, { where, key }));
    return undefined;
  }
  refuseBlanks(asks, 'a question', lowering);
  if (!rows !== !columns && !content.faulty) {
    const [has, lacks] = rows ? ['rows', 'columns'] : ['columns', 'rows'];
    report(raiseDocument('document/half-a-table', asks.at, { where, has, lacks }));
  }
  if (offers && !definition.decision) report(raiseDocument('document/offers-without-decision', offers.at, { where }));
  return {
    prompt: asks.value,
    required: required?.value ?? false,
    rows: optionsOf(rows, lowering),
    columns: optionsOf(columns, lowering),
    ...(offers && { offers: offers.value }),
  };
};

const attachedOf = (written: Written<string>, where: string, lowering: DocumentLowering): Heading['attaches'] => {
  const { definition, declarations, report } = lowering;
  const { value: of } = written;
  const instrument = (definition.instruments ?? []).find(({ id }) => id === of);
  if (instrument) {
    use(of, lowering);
    return { kind: 'instrument', of, called: instrument.value?.title.value ?? of };
  }
  const form = (definition.forms ?? []).find(({ id }) => id === of);
  if (form) return { kind: 'form', of, called: form.value?.title.value ?? of };
  const fact = declarations.facts.get(of)?.fact;
  if (fact?.kind === 'file' && (fact.within === undefined || fact.within === lowering.forEach)) {
    use(of, lowering);
    return { kind: 'file', of, called: fact.called };
  }
  if (declarations.broken.has(of)) return undefined;
  const files = [...declarations.facts.values()].filter((each) => each.fact.kind === 'file');
  const known = [...(definition.instruments ?? []), ...(definition.forms ?? []), ...files.map((each) => each.fact)];
  report(
    raiseDocument('document/no-such-attachment', written.at, { name: of, where, known: known.map(({ id }) => id) }),
  );
  return undefined;
};

/** In which order they are written, where that is not the usual one. */
const orderOf = (content: PlainHeading['content']): Pick<Heading, 'order'> => {
  const places = headingParts.flatMap((part) => {
    const written = content[part];
    const at = (Array.isArray(written) ? written[0] : written)?.at;
    return at ? [{ part, at }] : [];
  });
  const order = [...places].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column).map(({ part }) => part);
  return order.every((part, i) => part === places[i]?.part) ? {} : { order };
};

/** Takes a heading as written and the clauses of its document; gives it. What is not understood is left out and reported. */
export const lowerHeading = (plain: PlainHeading, inherited: ClauseId[], lowering: DocumentLowering): Heading => {
  const { id, idAt, heading, content, onlyWhen: written } = plain;
  const where = placeIn(lowering.document, id);
  const { says, shows, attaches } = content;
  const lacksAsks = goesWithAsks.some((key) => content[key] !== undefined);
  if (!says && !shows && !content.asks && !attaches && !content.faulty && !lacksAsks)
    lowering.report(raiseDocument('document/empty-heading', idAt, { where }));
  refuseBlanks(heading, 'a heading', lowering);
  const onlyWhen = written && lowering.condition(written, lowering.scope);
  const asks = narrativeOf(plain, where, lowering);
  const attached = attaches && attachedOf(attaches, where, lowering);
  return {
    id,
    ...(heading && { heading: heading.value }),
    ...(onlyWhen && { onlyWhen }),
    says: (says ?? []).map((each) => wordsOf(each, where, lowering)),
    shows: (shows ?? []).flatMap((each) => shownOf(each, where, lowering) ?? []),
    ...(asks && { asks }),
    ...(attached && { attaches: attached }),
    ...orderOf(content),
    releasedBy: idsOf(content['released-by']),
    origin: lowering.origin(plain.written, idAt, inherited),
  };
};
