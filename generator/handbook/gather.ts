/** Sentences made into paragraphs and lists: those of one line stand together, and those that begin alike make a list. */
import type { ClauseId } from '../../engine/contract/index.js';
import type { Block } from './handbook-types.js';
import type { Said } from './teller.js';

const words = (text: string): string[] => text.split(' ');
const common = (a: string[], b: string[]): string[] => {
  const end = a.findIndex((word, n) => word !== b[n]);
  return a.slice(0, end === -1 ? a.length : end);
};

const bindsToWhat = /\b(?:must|must not|should|may|can|cannot|if)\b/;
/** Whether so many sentences with this beginning read well as a list below it. */
const worthAList = (beginning: string[], times: number): boolean => {
  const text = beginning.join(' ');
  if (times < 3 || beginning.length < 2) return false;
  return bindsToWhat.test(text) || beginning.length >= 5 || times >= 5;
};

const isRelative = ({ text }: Said, from: number): boolean =>
  /^(?:who|whose|whom|which|that)$/.test(words(text)[from] ?? '');
/** Those that go on as most of them do: “who has …” makes no list with “has …”. */
const alike = (said: Said[], from: number): Said[] => {
  const relative = said.filter((each) => isRelative(each, from));
  return relative.length * 2 > said.length ? relative : said.filter((each) => !isRelative(each, from));
};

/** All those from `first` on that share a beginning worth a list, and that beginning. */
const family = (said: Said[], first: Said): { beginning: string[]; members: Said[] } | undefined => {
  const own = words(first.text);
  let best: { beginning: string[]; members: Said[] } | undefined;
  for (let length = own.length - 1; length >= 2; length -= 1) {
    const beginning = own.slice(0, length);
    const members = alike(
      said.filter(({ text }) => common(words(text), beginning).length === length),
      length,
    );
    if (
      members.includes(first) &&
      worthAList(beginning, members.length) &&
      members.length > (best?.members.length ?? 0)
    )
      best = { beginning, members };
  }
  return best;
};

const asItem = ({ text }: Said, length: number): string => words(text).slice(length).join(' ').replace(/\.$/, '');

const asList = (beginning: string[], members: Said[]): Block => ({
  kind: 'list',
  intro: `${beginning.join(' ')}:`,
  items: members.map((member) => asItem(member, beginning.length)),
  clauses: clausesOf(members),
});
const clausesOf = (said: Said[]): ClauseId[] => [...new Set(said.flatMap(({ clauses }) => clauses))];

const mostInOne = 6;
const asParagraphs = (said: Said[]): Block[] => {
  const groups: Said[][] = [];
  for (const each of said) {
    const last = groups.at(-1);
    const together = last && last[0]?.line !== undefined && last[0].line === each.line && last.length < mostInOne;
    if (together) last.push(each);
    else groups.push([each]);
  }
  return groups.map((group) => ({
    kind: 'paragraph',
    text: group.map(({ text }) => text).join(' '),
    clauses: clausesOf(group),
  }));
};

/** Takes the sentences of a section in their order; gives its blocks. */
export const gathered = (said: Said[], lists = true): Block[] => {
  const blocks: Block[] = [];
  let loose: Said[] = [];
  let rest = withoutEchoes(said);
  while (rest.length > 0) {
    const [first, ...others] = rest;
    if (!first) break;
    const found = lists ? family(rest, first) : undefined;
    if (!found) {
      loose.push(first);
      rest = others;
      continue;
    }
    blocks.push(...asParagraphs(loose), asList(found.beginning, found.members));
    loose = [];
    rest = rest.filter((each) => !found.members.includes(each));
  }
  return [...blocks, ...asParagraphs(loose)];
};

/** The same sentence twice is one, with the clauses of both. */
const withoutEchoes = (said: Said[]): Said[] => {
  const kept = new Map<string, Said>();
  for (const each of said) {
    const before = kept.get(each.text);
    if (before) before.clauses = [...new Set([...before.clauses, ...each.clauses])];
    else kept.set(each.text, { ...each });
  }
  return [...kept.values()];
};
