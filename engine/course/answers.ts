/** How recommendations are answered: a person confirms or refuses them, or does what they ask for. */
import type { CourseRule } from '../contract/course.js';
import type { Anchor } from './anchor.js';
import { isOver } from './life.js';
import type { Machine, Occurrence } from './machine.js';
import { isOfTheCase, lapse } from './openings.js';
import type { Replay } from './replay-state.js';
import type { Sight } from './sight.js';

/** Something that answers a recommendation. `all`: it changed the case, so that it answers every one. */
interface Reply {
  key: string;
  place: number;
  at: Anchor;
  by: string;
  confirmed: boolean;
  about?: string;
  all: boolean;
}

const changesCase = new Set(['closed', 'suspended', 'resumed', 'completed', 'restarted', 'transferred']);

/** Takes a rule with what is remembered of it; answers what is open by what has been recorded. */
export const answerRule = (rule: CourseRule, machine: Machine, sight: Sight, replay: Replay): boolean => {
  let changed = false;
  const open = [...machine.occurrences.values()].filter(({ state }) => state === 'open');
  if (open.length === 0) return false;
  for (const reply of repliesTo(rule, sight)) {
    const key = `${rule.id} ${reply.key}`;
    if (!reply.all && replay.usedAnswers.has(key)) continue;
    for (const occurrence of open) {
      if (occurrence.state !== 'open' || !answers(reply, occurrence, replay)) continue;
      occurrence.state = reply.confirmed ? 'confirmed' : 'refused';
      occurrence.ended = reply.at;
      occurrence.endedBy = reply.by;
      replay.usedAnswers.add(key);
      // What it answered is spent: only what comes after it speaks for it again.
      if (reply.confirmed) machine.spentUntil = Math.max(reply.at.day, machine.spentUntil ?? reply.at.day);
      changed = true;
      if (!reply.all) break;
    }
  }
  return changed;
};

const answers = ({ at, about }: Reply, { raised, subject, by, crossed }: Occurrence, replay: Replay): boolean => {
  const { clock } = replay.case.course;
  const isSince = at.precise ? at.start >= Math.min(raised, crossed.start) : at.day >= clock.dayNumber(raised);
  if (!isSince || at.start > replay.view.point.ms) return false;
  if (about === undefined) return true;
  const named = [subject, by?.about, by?.id].filter((each) => each !== undefined);
  return named.length === 0 || named.includes(about) || !isKnown(about, replay);
};
const isKnown = (about: string, { view, case: { places } }: Replay): boolean =>
  view.ledger.byKey.has(about) || places.has(about);

const repliesTo = (rule: CourseRule, { view }: Sight): Reply[] => {
  const told = view.of.line.answers
    .filter(({ rule: id, at }) => id === rule.id && at.start <= view.point.ms)
    .map(({ id, place, at, by, confirmed }) => {
      const about = view.of.line.events[place]?.about;
      return { key: `answer ${id}`, place, at, by, confirmed, all: false, ...(about !== undefined && { about }) };
    });
  const [first] = rule.effects;
  const doneBy = rule.either ? rule.effects.flatMap((effect) => effect.doneBy) : (first?.doneBy ?? []);
  const done = [...new Set(doneBy)].flatMap((what) =>
    view.occurrences(what).map(({ id, place, at, by, about }) => ({
      key: `done ${id} ${what}`,
      place,
      at,
      by,
      confirmed: true,
      all: changesCase.has(what),
      ...(about !== undefined && about !== id && { about }),
    })),
  );
  return [...told, ...done].sort((a, b) => a.at.start - b.at.start || a.place - b.place);
};

/** What was open when the case ended has come to nothing; what the end itself brought has not. */
export const lapseWithTheCase = (rule: CourseRule, machine: Machine, sight: Sight, replay: Replay): boolean => {
  const { life, stay } = sight.view;
  if (!isOver(life.stage) || !stay.ended || rule.hers) return false;
  const { clock } = replay.case.course;
  let changed = false;
  for (const occurrence of machine.occurrences.values()) {
    const isBefore = (!occurrence.late || isOfTheCase(rule)) && clock.dayNumber(occurrence.raised) <= stay.ended.day;
    if (occurrence.state !== 'open' || !isBefore) continue;
    changed = lapse(occurrence, sight) || changed;
    occurrence.final = true;
  }
  return changed;
};
