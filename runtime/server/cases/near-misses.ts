/** Who is one miss away from a recommendation, of the cases that somebody may see: what is known, and the rest is begun. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';
import { effectInWords, ruleInWords } from '../../portal/words/course.js';
import { dayInWords } from '../../portal/words/dates.js';
import { inOneSentence, stopped } from '../../portal/words/lists.js';
import type { CaseName, CaseStore, StoredCase, Viewpoint, WorkItem } from '../store/contract.js';
import type { Definitions } from './definitions.js';
import { answerersOf, isAmong } from './may-record.js';
import { type MissWork, missWork } from './miss-work.js';
import type { NearMiss } from './near-miss.js';

export interface NearMisses {
  /** `open`: how many cases are still being looked at; whoever asks again later knows more. */
  of(view: Viewpoint): Promise<{ waiting: { line: CaseName; item: WorkItem }[]; open: number }>;
  /** What is known of one case by now, in words; nothing where nobody has looked at it since something was added to it. */
  known(stored: Pick<StoredCase, 'programme' | 'ref' | 'version'>, bundle: Bundle): string[];
  /** Resolves once nothing is being looked at any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Sessions are missed only by those. */
const stages = ['on-programme', 'in-assessment'];
/** Cases at once: of more, those whose names come first. */
const most = 1_000;

/** Looks at one case after the other; nothing is looked at twice on a day on which nothing was added to it. */
export const nearMisses = (of: {
  store: Pick<CaseStore, 'names' | 'open'>;
  definitions: Definitions;
  now(): string;
  work?: MissWork;
}): NearMisses => {
  const { store, definitions, now, work = missWork() } = of;
  const known = new Map<string, { changed: string; day: string; his: number; found: NearMiss | undefined }>();
  const begun = new Map<string, Promise<void>>();
  let turn: Promise<void> = Promise.resolve();

  const look = async (
    view: Viewpoint,
    place: string,
    as: { changed: string; day: string },
    ref: string,
  ): Promise<void> => {
    const found = await store.open(view, ref);
    if (!found) return;
    const bundle = await definitions.find(found.programme, found.definition);
    const { his } = found.version;
    known.set(place, { ...as, his, found: await work.of({ bundle, events: found.events, now: now() }) });
  };

  const today = async ({ programme, definition }: CaseName): Promise<{ bundle: Bundle; day: string }> => {
    const bundle = await definitions.find(programme, definition);
    return { bundle, day: localDay(now(), bundle.programme.timeZone) };
  };

  return {
    async of(viewpoint) {
      const view = { ...viewpoint, seesHers: false };
      const waiting: { line: CaseName; item: WorkItem }[] = [];
      const days = new Map<string, { bundle: Bundle; day: string }>();
      let open = 0;
      for (const line of await store.names(view, { stages, size: most })) {
        const { bundle, day } = days.get(line.definition) ?? (await today(line));
        days.set(line.definition, { bundle, day });
        const place = `${line.programme} ${line.ref}`;
        const kept = known.get(place);
        // What was found on an earlier day stands until it is looked at again; what was found before a change does not.
        if (kept?.changed === line.changed) waiting.push(...itemsOf(bundle, line, kept.found));
        else open += 1;
        if ((kept?.changed === line.changed && kept.day === day) || begun.has(place)) continue;
        // One that fails is tried again by whoever asks next; a page that lists others does not wait for it.
        turn = turn.then(() => look(view, place, { changed: line.changed, day }, line.ref)).catch(() => undefined);
        const mine = turn.then(() => void begun.delete(place));
        begun.set(place, mine);
      }
      return { waiting, open };
    },
    known({ programme, ref, version }, bundle) {
      const kept = known.get(`${programme} ${ref}`);
      const { found } = kept?.his === version.his ? kept : { found: undefined };
      return (found?.rules ?? []).map((id) => missInWords(bundle, id, found?.on ?? ''));
    },
    async settled() {
      while (begun.size > 0) await Promise.all(begun.values());
    },
    close: () => work.close(),
  };
};

/** What it would ask a person for comes first, where it asks for anything; then why. */
const missInWords = (bundle: Bundle, id: Id, on: string): string => {
  const { effects = [], either = false } = bundle.course?.rules.find((one) => one.id === id) ?? {};
  const does = inOneSentence(
    effects.map((effect) => effectInWords(bundle, effect)),
    either ? 'or' : 'and',
  );
  const asked = does === '' ? '' : `${stopped(does)} `;
  return `If he misses the session of ${dayInWords(on)}: ${asked}${ruleInWords(bundle, id)}`;
};

const itemsOf = (bundle: Bundle, line: CaseName, found: NearMiss | undefined): { line: CaseName; item: WorkItem }[] =>
  (found?.rules ?? []).flatMap((id) => {
    const rule = bundle.course?.rules.find((one) => one.id === id);
    if (!rule) return [];
    const answerers = answerersOf(bundle, rule);
    const inside = bundle.people.filter(({ side }) => side === 'inside').map((person) => person.id);
    const item: WorkItem = {
      kind: 'near-miss',
      of: id,
      words: missInWords(bundle, id, found?.on ?? ''),
      state: 'open',
      force: rule.force,
      by: inside.filter((role) => isAmong(bundle, role, answerers)),
    };
    return [{ line, item }];
  });
