/** The cases of a demonstration: scenarios of a definition, as if they had come to where they are in these days. */
import type { Bundle, CaseEvent, Evaluation, Id } from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';
import { evaluate } from '../../../engine/index.js';
import type { Scenario } from '../../../generator/scenario/scenario.js';
import type { Group } from '../groups/contract.js';
import { type Chosen, chosenFrom } from './choose.js';
import { type Cast, filledIn, signedBy } from './dress.js';
import { firstThere, groupFor, inGroup } from './groups.js';
import { manNamed } from './invented.js';
import { movedEvent, movedMoment, weeksUntil } from './move-in-time.js';
import { withRoutine } from './routine.js';
import { withTexts } from './texts.js';

export interface DemonstrationCase {
  form: Id;
  name: string;
  site?: Id;
  /** Whether whoever fills in the form from outside sent it. */
  fromOutside: boolean;
  events: CaseEvent[];
  /** The day from which he has a place in the group of the demonstration. */
  seatedFrom?: string;
}

/** What is shown of a programme. */
export interface Shown {
  cases: DemonstrationCase[];
  /** Where those sit who are on the programme. */
  group?: Group;
}

const shortly = (bundle: Bundle, events: readonly CaseEvent[], asOf: string): Evaluation =>
  evaluate(bundle, events, { asOf, outlook: false });

/** How a case stands, to see whether it still does so when it is changed. */
const standing = ({ state, decision, recommendations = [] }: Evaluation): string => {
  const waiting = recommendations.filter((one) => one.state === 'open').map(({ rule }) => rule);
  return JSON.stringify([state, decision.outcome, waiting.sort()]);
};

/** The form that holds most of what was answered first. */
const formOf = ({ forms }: Bundle, { values }: CaseEvent): Id | undefined => {
  const held = (form: (typeof forms)[number]): number =>
    form.pages.flatMap(({ asks }) => asks).filter((id) => Object.hasOwn(values, id)).length;
  return forms.filter((form) => held(form) > 0).sort((a, b) => held(b) - held(a))[0]?.id;
};

const dressed = (bundle: Bundle, events: readonly CaseEvent[], form: Id, cast: Cast): CaseEvent[] =>
  events.map((event, i) => signedBy(i === 0 ? filledIn(bundle, event, form, cast) : event, cast));

/**
 * The case so many weeks later that it ends in the last week; where calendar or names would change how it stands, without
 * those names, else some weeks earlier, else not at all.
 */
const shown = (bundle: Bundle, told: Chosen, last: string, cast: Cast): DemonstrationCase | undefined => {
  const form = formOf(bundle, told.events[0] as CaseEvent);
  if (form === undefined) return undefined;
  const zone = bundle.programme.timeZone;
  const before = standing(told.evaluation);
  const weeks = weeksUntil(localDay(told.asOf, zone), last);
  const ways = [0, 1, 2, 3].flatMap((fewer) => [cast, { n: cast.n, names: cast.names }].map((who) => ({ fewer, who })));
  for (const { fewer, who } of ways) {
    const events = dressed(bundle, told.events, form, who).map((event) => movedEvent(event, weeks - fewer, zone));
    if (standing(shortly(bundle, events, movedMoment(told.asOf, weeks - fewer, zone))) !== before) continue;
    const isOutside = bundle.people.find(({ id }) => id === events[0]?.by.role)?.side === 'outside';
    return {
      form,
      name: manNamed(cast.n),
      ...(cast.site !== undefined && { site: cast.site }),
      fromOutside: isOutside,
      events,
    };
  }
  return undefined;
};

/** A case with what it comes to on the last day. */
interface Standing {
  one: DemonstrationCase;
  evaluation: Evaluation;
}

/**
 * The same with what was owed long ago done, and with the texts of what went out, if it stands as it did and no more in it
 * is against a rule; else with one of the two, or as it is.
 */
const attended = (bundle: Bundle, one: DemonstrationCase, last: string, cast: Cast): Standing => {
  const evaluation = shortly(bundle, one.events, last);
  const done = withRoutine(bundle, one.events, evaluation, last) ?? one.events;
  const against = ({ irregular = [] }: Evaluation): number => irregular.length;
  for (const told of [withTexts(bundle, done), done, withTexts(bundle, one.events)]) {
    const events = told.map((event) => signedBy(event, cast));
    const after = shortly(bundle, events, last);
    if (standing(after) === standing(evaluation) && against(after) <= against(evaluation))
      return { one: { ...one, events }, evaluation: after };
  }
  return { one, evaluation };
};

const placed: readonly string[] = ['on-programme', 'suspended', 'on-leave'];

/** The same case with its sessions held in the group, if that changes nothing of how it stands. */
const seated = (bundle: Bundle, { one, evaluation }: Standing, group: Group, last: string): DemonstrationCase => {
  const zone = bundle.programme.timeZone;
  const events = inGroup(one.events, group, zone);
  const from = firstThere(events, group, zone);
  const isSame = from !== undefined && standing(shortly(bundle, events, last)) === standing(evaluation);
  return isSame ? { ...one, events, seatedFrom: from, ...(group.site !== undefined && { site: group.site }) } : one;
};

/**
 * Takes a definition with its scenarios, the last day by which everything is to have happened, and who fills each role;
 * gives at most `most` cases that differ. The `from`th invented name is the first used.
 */
export const demonstrationCases = (
  bundle: Bundle,
  scenarios: readonly Scenario[],
  { last, names, from, most = 14 }: { last: string; names: Readonly<Record<Id, string>>; from: number; most?: number },
): Shown => {
  const chosen = chosenFrom(bundle, scenarios, shortly, most).map((told) => ({
    told,
    isPlaced: placed.includes(told.evaluation.state ?? ''),
  }));
  const first = groupFor(
    bundle,
    chosen.filter(({ isPlaced }) => isPlaced).map(({ told }) => told.events),
  );
  const shownOnes = chosen.flatMap(({ told, isPlaced }, i) => {
    const rotated = bundle.sites.length > 0 ? bundle.sites[i % bundle.sites.length]?.id : undefined;
    const site = isPlaced ? (first?.site ?? rotated) : rotated;
    const cast = { n: from + i, names, ...(site !== undefined && { site }) };
    const one = shown(bundle, told, last, cast);
    return one ? [{ ...attended(bundle, one, last, cast), isPlaced }] : [];
  });
  const group = groupFor(
    bundle,
    shownOnes.filter(({ isPlaced }) => isPlaced).map(({ one }) => one.events),
  );
  const cases = shownOnes.map((each) => (group && each.isPlaced ? seated(bundle, each, group, last) : each.one));
  return { cases, ...(group && cases.some(({ seatedFrom }) => seatedFrom !== undefined) && { group }) };
};
