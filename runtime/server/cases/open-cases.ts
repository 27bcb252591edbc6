/** Cases before people: the store, the definition each is decided by, and the engine. Nothing here knows what a rule means. */
import { randomBytes } from 'node:crypto';
import type { Bundle, CaseEvent } from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';
import type { EvaluationFor } from '../../../engine/index.js';
import { evaluateWith } from '../../../engine/viewer/case-for.js';
import { keptApartIn, seenByRole } from '../../../engine/viewer/clearance.js';
import type { Actor } from '../access/actor.js';
import type { Append, Appended, CaseStore, StoredCase } from '../store/contract.js';
import type { Cases, OpenCase, Recorded, RecordOutcome } from './contract.js';
import type { Definitions } from './definitions.js';
import { mayLieAhead } from './may-record.js';
import { isAhead, refusalOf } from './refusal.js';
import { type Evaluations, keptEvaluations, seenCase, seesAllButHers, seesOf } from './seen-case.js';

export interface CasesOf {
  store: CaseStore;
  definitions: Definitions;
  /** The definition that new cases of a programme begin under. Throws where there is none. */
  present(programme: string): Bundle;
  now(): string;
  /** Why something may not be recorded for a reason that lies beside the case; nothing where it may. */
  refusing?(found: OpenCase, events: readonly CaseEvent[]): Promise<string | undefined>;
  /** Told of every case that somebody opens, before it is shown. */
  opened?(actor: Actor, ref: string): Promise<void>;
  evaluations?: Evaluations;
}

/** Puts cases together. Undefined is given for a case that there is not, and for one out of the actor's sight. */
export const openCases = (of: CasesOf): Cases => {
  const { store, definitions, now, evaluations = keptEvaluations() } = of;

  const before = async (actor: Actor, stored: StoredCase): Promise<OpenCase> => {
    const whole = await definitions.find(stored.programme, stored.definition);
    const [instant, sees] = [now(), seesOf(whole, actor)];
    let evaluation: EvaluationFor | undefined;
    return {
      stored,
      whole,
      ...seenCase(whole, stored.events, sees),
      get evaluation() {
        evaluation ??= evaluations.of(whole, stored.ref, stored.events, sees, instant);
        return evaluation;
      },
      actor,
      now: instant,
      today: localDay(instant, whole.programme.timeZone),
    };
  };

  /** Read for the sake of recording: that is put on record by what is recorded. */
  const find = async (actor: Actor, ref: string): Promise<OpenCase | undefined> => {
    const stored = await store.open(actor, ref);
    return stored && before(actor, stored);
  };

  const attempt = async (
    found: OpenCase,
    recorded: readonly Recorded[],
  ): Promise<{ events: CaseEvent[]; because?: string }> => {
    const events = recorded.map((one) => completed(one, found));
    const because = refused(found, events, evaluations) ?? (await of.refusing?.(found, events));
    return because === undefined ? { events } : { events, because };
  };

  const outcomeOf = async (actor: Actor, appended: Appended | undefined): Promise<RecordOutcome | undefined> =>
    appended && {
      kind: appended.kind === 'overtaken' ? 'overtaken' : 'recorded',
      case: await before(actor, appended.case),
    };

  return {
    async open(actor, ref) {
      const found = await find(actor, ref);
      if (found) await of.opened?.(actor, found.stored.ref);
      return found;
    },
    async openAll(actor, refs) {
      const stored = await store.openAll(actor, refs);
      const found = await Promise.all(stored.map((one) => one && before(actor, one)));
      for (const one of found) if (one) await of.opened?.(actor, one.stored.ref);
      return found;
    },
    before,
    asOf: ({ whole, stored, actor }, day) =>
      evaluateWith(whole, stored.events, { asOf: day, outlook: false, clearance: { sees: seesOf(whole, actor) } }),
    async begin(actor, made) {
      const bundle = definitions.keep(of.present(actor.programme));
      return store.begin(actor, { ...made, bundle });
    },
    async record(actor, ref, { events: recorded, ...done }) {
      const found = await find(actor, ref);
      if (!found) return undefined;
      const { events, because } = await attempt(found, recorded);
      // What was done before is answered as it was then, and what others did since matters more than a refusal by it.
      if (because !== undefined && !isOvertaken(found, done.expected)) return { kind: 'refused', because, case: found };
      return outcomeOf(actor, await store.append(actor, { ...done, ref, events, read: found.stored }));
    },
    async recordAll(actor, done) {
      const read = done.map(({ stored }) => stored);
      const stored = read.includes(undefined)
        ? await store.openAll(
            actor,
            done.map(({ ref }) => ref),
          )
        : read;
      const found = await Promise.all(stored.map((one) => one && before(actor, one)));
      const attempts = await Promise.all(
        done.map(({ events }, i) => (found[i] ? attempt(found[i], events) : undefined)),
      );
      const isRefused = attempts.some(
        (one, i) => one?.because !== undefined && !isOvertaken(found[i], done[i]?.expected),
      );
      if (isRefused || found.includes(undefined))
        return { kind: 'refused', cases: found.map((one, i) => refusedOf(one, attempts[i])) };
      const asked = done.map(({ stored: _, ...one }, i): Append => {
        const before = found[i]?.stored;
        return { ...one, events: attempts[i]?.events ?? [], ...(before && { read: before }) };
      });
      const appended = await store.appendAll(actor, asked);
      const cases = await Promise.all(appended.map((one) => outcomeOf(actor, one)));
      return { kind: cases.every((one) => one?.kind === 'recorded') ? 'recorded' : 'overtaken', cases };
    },
    preview(found, recorded, asOf = found.now) {
      const { whole, stored, actor } = found;
      const events = recorded.map((one) => completed(one, found));
      const clearance = { sees: seesOf(whole, actor) };
      return evaluateWith(whole, [...stored.events, ...events], { asOf, outlook: false, clearance });
    },
  };
};

const isOvertaken = (found: OpenCase | undefined, expected: Append['expected']): boolean =>
  expected !== undefined &&
  found !== undefined &&
  (expected.his !== found.stored.version.his ||
    (expected.hers !== undefined && expected.hers !== found.stored.version.hers));

const refusedOf = (found: OpenCase | undefined, made: { because?: string } | undefined): RecordOutcome | undefined =>
  found && {
    kind: 'refused',
    because: made?.because ?? 'Nothing was recorded, because something else in it could not be.',
    case: found,
  };

/** Ids say nothing of who or when, and cannot be guessed. */
const completed = (one: Recorded, { actor, now }: Pick<OpenCase, 'actor' | 'now'>): CaseEvent => {
  const { by, ...told } = one;
  const isOwn = by === undefined || by.role === actor.role;
  return {
    ...told,
    id: randomBytes(15).toString('base64url'),
    recorded: now,
    by: isOwn ? { role: actor.role, name: actor.name } : { role: by.role },
  };
};

const refused = (found: OpenCase, events: readonly CaseEvent[], evaluations: Evaluations): string | undefined => {
  const { whole, stored, actor, now } = found;
  const sees = actor.seesHers ? new Set(keptApartIn(whole).map(({ id }) => id)) : seesAllButHers(whole);
  const isInside = actor.side === 'inside';
  // What a role may know of, also while it looks at his side alone.
  const known = isInside ? seenCase(whole, [], seenByRole(whole, actor.role)).bundle : whole;
  const all = [...stored.events, ...events];
  const { timeZone } = whole.programme;
  // What lies ahead counts for nothing yet: whether it fits is seen on its day.
  const ahead = events.find((event) => mayLieAhead(event) && isAhead(event, now, timeZone));
  const after = ahead
    ? evaluateWith(whole, all, { asOf: localDay(ahead.happened, timeZone), outlook: false, clearance: { sees } })
    : evaluations.of(whole, stored.ref, all, sees, now);
  return refusalOf({
    actor,
    now,
    whole,
    bundle: known,
    events,
    recorded: found.events,
    get before() {
      return found.evaluation;
    },
    after,
  });
};
