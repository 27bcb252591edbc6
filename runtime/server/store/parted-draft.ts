/** What of a draft is hers, and what is not; and the two together again. */
import type { Bundle, Fact, Id } from '../../../engine/contract/index.js';
import type { Draft, Typed } from '../drafts.js';

/** What is kept of a draft beside its id. */
type His = Omit<Draft, 'id' | 'programme' | 'began'>;
export interface HersOfDraft {
  answers: Draft['answers'];
  typed: Draft['typed'];
}

/** What is hers, and entries that hold something of hers, whole. */
const hersIn = (bundle: Bundle): Fact[] => {
  const own = new Set(bundle.facts.filter(({ hers }) => hers).map(({ id }) => id));
  const holds = new Set(
    bundle.facts.filter((fact) => own.has(fact.id) || (fact.asks ?? []).some((id) => own.has(id))).map(({ id }) => id),
  );
  return bundle.facts.filter(({ id, within }) => holds.has(id) || (within !== undefined && holds.has(within)));
};

const split = <T>(
  record: Record<string, T>,
  isHers: (name: string) => boolean,
): [Record<string, T>, Record<string, T>] => {
  const entries = Object.entries(record);
  return [
    Object.fromEntries(entries.filter(([name]) => !isHers(name))),
    Object.fromEntries(entries.filter(([name]) => isHers(name))),
  ];
};

/** Takes a draft; gives what is kept of it on his side, and what on hers. */
export const parted = (bundle: Bundle, draft: Draft): { his: His; hers: HersOfDraft } => {
  const facts = hersIn(bundle);
  const ids = new Set<Id>([...facts.map(({ id }) => id), ...draft.hers]);
  // Whatever is typed on a page and is no question of the definition any more may have been hers.
  const known = new Set(bundle.facts.filter(({ id }) => !ids.has(id)).map(({ id }) => id));
  const isHersTyped = (name: string): boolean => !known.has(name.replace(/__or$/, ''));
  const [answers, herAnswers] = split(draft.answers, (name) => !known.has(name));
  const typed: Record<string, Typed> = {};
  const herTyped: Record<string, Typed> = {};
  for (const [page, { values, sent }] of Object.entries(draft.typed)) {
    const [his, hers] = split(values, isHersTyped);
    typed[page] = { values: his, sent };
    if (Object.keys(hers).length > 0) herTyped[page] = { values: hers, sent };
  }
  const { id: _id, programme: _programme, began: _began, ...rest } = draft;
  const { saved, events, sent, asked, hers, asOf } = rest;
  const his: His = { answers, typed, saved, events, sent, asked, hers, ...(asOf !== undefined && { asOf }) };
  return { his, hers: { answers: herAnswers, typed: herTyped } };
};

/** The reverse of it. */
export const joined = (his: Draft, hers: Partial<HersOfDraft> | undefined): Draft => {
  if (!hers) return his;
  const typed = { ...his.typed };
  for (const [page, kept] of Object.entries(hers.typed ?? {})) {
    const own = typed[page];
    // A page that is no longer there on his side was taken since.
    if (own) typed[page] = { ...own, values: { ...own.values, ...kept.values } };
  }
  return { ...his, answers: { ...his.answers, ...hers.answers }, typed };
};
