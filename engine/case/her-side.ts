/** Who is on the partner's side: she herself, and those who support her. */
import type { Id, Person } from '../contract/bundle.js';
import type { CaseEvent } from '../contract/event.js';
import { isOneOf, kindsOf } from '../contract/roles.js';

export interface HerSide {
  /** She, whatever a definition calls her. */
  isHer(role: Id): boolean;
  /** Whoever supports her. */
  isSupporter(role: Id): boolean;
  /** Whether an event was told by her: by her own word, or by whoever supports her and does not say who else told it. */
  told(event: Pick<CaseEvent, 'by' | 'toldBy'>): boolean;
}

/** Said of what was told by her of him. */
export const onlyTold =
  'It was told by the partner or by whoever supports her, so it counts for nothing of his. Record it as something of hers; a person who may see that can raise a review on other grounds.';

/** Roles that are somebody else, whoever is said to support them. */
const others: ReadonlySet<Id> = new Set(['participant', 'referrer', 'child', 'agency']);

/**
 * Takes the roles of a bundle and the events of a case; gives these, where whatever corrects what was told by her is told
 * by her as well, unless it says who else told it.
 */
export const withTellers = (people: readonly Person[], events: readonly CaseEvent[]): readonly CaseEvent[] => {
  if (!events.some(({ supersedes }) => supersedes !== undefined)) return events;
  const { told, isHer } = herSideOf(people);
  const known = new Map(events.map((event) => [event.id, event]));
  const tellerOf = ({ supersedes }: CaseEvent, met: readonly string[] = []): Id | undefined => {
    const before = supersedes === undefined || met.includes(supersedes) ? undefined : known.get(supersedes);
    if (!before) return undefined;
    // What whoever supports her did of herself in his case is an act of hers, and told by nobody.
    const teller = before.toldBy ?? (isHer(before.by.role) ? before.by.role : undefined);
    if (teller === undefined) return tellerOf(before, [...met, before.id]);
    return told(before) ? teller : undefined;
  };
  const all = events.map((event) => {
    const teller = event.toldBy === undefined && !told(event) ? tellerOf(event) : undefined;
    return teller === undefined ? event : { ...event, toldBy: teller };
  });
  return all.every((event, i) => event === events[i]) ? events : all;
};

/** Takes the roles of a bundle, gives who of them is on her side. A role that is a kind of one of them is so too. */
export const herSideOf = (people: readonly Person[]): HerSide => {
  const supported = people.flatMap(({ supports }) =>
    supports === undefined || others.has(supports) ? [] : [supports],
  );
  const her = ['partner', ...supported];
  const supporters = people.filter(({ supports }) => her.includes(supports ?? '')).map(({ id }) => id);
  const kinds = kindsOf(people);
  const isHer = (role: Id): boolean => isOneOf(role, her, kinds);
  const isSupporter = (role: Id): boolean => isOneOf(role, supporters, kinds);
  return {
    isHer,
    isSupporter,
    told: ({ by, toldBy }) => {
      const teller = toldBy ?? by.role;
      return isHer(teller) || isSupporter(teller);
    },
  };
};
