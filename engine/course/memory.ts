/** What conditions may ask of the replay itself: how duties and recommendations stand. */
import { no, unknown, yes } from '../condition/truth.js';
import type { LeafDuty, LeafRule } from '../contract/course.js';
import type { Replay } from './replay-state.js';
import type { Memory, Sight } from './sight.js';
import { dutyStandings } from './subjects.js';
import { type Found, found } from './truths.js';

/** Takes how to come by the replay, gives its memory. */
export const memoryOf = (replay: () => Replay): Memory => ({
  heldSince: new Map(),
  duty: (leaf, sight) => dutyFound(leaf, sight, replay()),
  rule: (leaf, sight) => ruleFound(leaf, sight, replay()),
});

const isSubject = (subject: string | undefined, { scope }: Sight): boolean =>
  subject === undefined ||
  (scope.kind === 'entry' && scope.key === subject) ||
  (scope.kind === 'session' && scope.session.key === subject) ||
  scope.kind === 'case' ||
  scope.kind === 'happening';

const dutyFound = ({ duty: id, is }: LeafDuty, sight: Sight, replay: Replay): Found => {
  const duty = replay.case.course.duties.get(id);
  if (!duty) return found(no);
  const standings = dutyStandings(duty, replay).filter(
    ({ instance }) => isSubject(instance.subject, sight) && instance.opened.start >= sight.view.stay.from,
  );
  const states = new Set(standings.map(({ state }) => state));
  const used = standings.flatMap(({ instance, metBy }) => [
    ...(instance.by ? [instance.by.place] : []),
    ...metBy.map(({ place }) => place),
  ]);
  const wakes = Math.min(Number.POSITIVE_INFINITY, ...standings.map((standing) => standing.wakes));
  const perhaps = states.has('perhaps-missed');
  switch (is) {
    case 'open':
      return found(states.has('open') || perhaps ? yes : no, used, [], wakes);
    case 'missed':
      return found(states.has('missed') ? yes : perhaps ? unknown : no, used, [{ kind: 'not-yet', of: id }], wakes);
    case 'met':
      return found(states.has('met') || states.has('met-late') ? yes : no, used, [], wakes);
  }
};

const stateOf = { standing: 'open', confirmed: 'confirmed', refused: 'refused' } as const;

const ruleFound = ({ rule, is }: LeafRule, sight: Sight, replay: Replay): Found => {
  const machines = [...(replay.machines.get(rule)?.values() ?? [])].filter(({ subject }) => isSubject(subject, sight));
  const all = machines
    .flatMap(({ occurrences }) => [...occurrences.values()])
    .filter(({ crossed }) => crossed.start >= sight.view.stay.from);
  const meant = all.filter(({ state }) => state === stateOf[is]);
  if (meant.length > 0)
    return found(
      yes,
      meant.flatMap(({ used }) => [...used]),
    );
  const perhaps = machines.flatMap((machine) => (machine.perhaps ? [machine.perhaps] : []));
  if (is === 'standing' && perhaps.length > 0)
    return found(
      unknown,
      [],
      perhaps.flatMap(({ lacks }) => [...lacks]),
    );
  return found(no);
};
