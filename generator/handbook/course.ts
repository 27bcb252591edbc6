/** The course: how many sessions, how long and how often, its parts, its groups and its topics. */
import {
  type ClauseId,
  capital,
  type Group,
  listed,
  type Phase,
  type Sessions,
  type Topic,
} from '../../engine/contract/index.js';
import type { Block } from './handbook-types.js';
import { amountSays, counted, numberSays, plural, rateSays, spanSays } from './number-words.js';
import { isSaidBy, list, paragraph, phraseOf, sentenceOf, type Teller } from './teller.js';

/** Tells those of these clauses that are about the sessions themselves, and gives them. */
const tellSessions = (ids: ClauseId[], teller: Teller): ClauseId[] => {
  const told = ids.filter((id) => ['session', 'capacity', undefined].includes(teller.clause(id)?.kind));
  teller.tell(told);
  return told;
};

const totalSays = ({ total, totalCounts, phases }: Sessions): string | undefined => {
  const said = amountSays(total, 'session');
  if (said === undefined) return undefined;
  const before = phases
    .filter(({ id, beforeStart }) => beforeStart && totalCounts.includes(id))
    .map(({ label }) => `the ${phraseOf(label)}`);
  const counting = before.length > 0 ? `, counting ${listed(before, 'and')}` : '';
  return `The programme has ${said}${counting}.`;
};
const rateOf = ({ rate, total }: Sessions): string | undefined => {
  if (rate === undefined || rate === 'not-stated') return undefined;
  const weekly = rate.amount.kind === 'exactly' && rate.amount.n === 1 && rate.each.n === 1;
  const long = weekly && total.kind === 'exactly' ? `, so it takes ${spanSays({ ...rate.each, n: total.n })}` : '';
  return `There is ${rateSays(rate, 'session')}${long}.`;
};
const overall = (sessions: Sessions, { voice }: Teller): string =>
  [
    totalSays(sessions),
    sessions.length && sessions.length !== 'not-stated'
      ? `Each session lasts ${spanSays(sessions.length)}.`
      : undefined,
    rateOf(sessions),
    sessions.lasts && `From start to end it takes ${spanSays(sessions.lasts)}.`,
    sessions.entry === 'rolling' ? `It is a rolling programme: ${voice.he} can join at any time.` : undefined,
    sessions.entry === 'at-the-start' ? `${capital(voice.he)} can join only when a group begins.` : undefined,
    sessions.order === 'any' ? 'The sessions can be taken in any order.' : undefined,
    sessions.order === 'sequential' && sessions.phases.length > 1
      ? 'Its parts follow one another in this order.'
      : undefined,
  ]
    .filter((each) => each !== undefined && each !== '')
    .join(' ');

const phaseRow = (phase: Phase, sessions: Sessions): string[] => {
  const kind = sessions.kinds.find(({ id }) => id === phase.kind)?.label ?? 'session';
  const noun = phraseOf(/session|appointment|meeting/i.test(kind) ? kind : `${kind} session`);
  const much = amountSays(phase.sessions, noun) ?? plural(noun);
  const often = phase.every ? `, ${rateSays(phase.every, 'session').replace(/ sessions? /, ' ')}` : '';
  return [
    phase.label,
    capital(`${much}${often}`),
    ...(sessions.phases.some(({ about }) => about) ? [phase.about ?? ''] : []),
  ];
};
const partsOf = (sessions: Sessions, teller: Teller): Block[] => {
  const { phases } = sessions;
  if (phases.length === 0) return [];
  const about = phases.some((phase) => phase.about);
  return [
    {
      kind: 'table',
      caption: 'The parts of the programme',
      head: ['Part', 'Sessions', ...(about ? ['What it is about'] : [])],
      rows: phases.map((phase) => phaseRow(phase, sessions)),
      clauses: tellSessions(
        phases.flatMap(({ origin }) => origin.clauses),
        teller,
      ),
    },
  ];
};

const topicsOf = (topics: Topic[], teller: Teller): Block[] => {
  if (topics.length === 0) return [];
  const clauses = tellSessions(
    topics.flatMap(({ origin }) => origin.clauses),
    teller,
  );
  return [
    list(
      topics.map(({ title }) => title),
      [...new Set(clauses)],
      `The sessions cover ${counted(topics.length, 'topic')}:`,
    ),
  ];
};

const staffingSays = ({ staffing }: Group, { voice }: Teller): string | undefined => {
  if (!staffing) return undefined;
  const many = amountSays(staffing.facilitators, voice.called('facilitator'));
  if (many === undefined) return undefined;
  const verb = /^(?:at least )?one /.test(many) ? 'leads' : 'lead';
  return sentenceOf(`${many} ${verb} each group session${staffing.usually ? `, usually ${staffing.usually}` : ''}`);
};
const placesSays = ({ places }: Group, { voice }: Teller): string | undefined => {
  const said = amountSays(places, voice.called('participant'));
  if (said === undefined) return undefined;
  return `for ${said} at any one time`;
};
/** What holds of every group is said once. */
const sharedOr = (
  groups: Group[],
  say: (group: Group) => string | undefined,
  each: (said: string, group?: Group) => string,
): string[] => {
  const said = groups.map(say);
  const [first] = said;
  if (first !== undefined && said.every((one) => one === first)) return [each(first)];
  return groups.flatMap((group, n) => {
    const own = said[n];
    return own === undefined ? [] : [each(own, group)];
  });
};

const pooled = (groups: Group[], { voice }: Teller): string[] =>
  groups
    .filter(
      ({ pool, places }, n) =>
        places.kind !== 'not-stated' && pool.length > 0 && !groups.slice(0, n).some(({ id }) => pool.includes(id)),
    )
    .map(({ label, pool, places }) => {
      const others = groups.filter(({ id }) => pool.includes(id)).map((other) => `the ${phraseOf(other.label)}`);
      return sentenceOf(
        `the ${phraseOf(label)} and ${listed(others, 'and')} share places for ${amountSays(places, voice.called('participant'))}`,
      );
    });

const groupsOf = (groups: Group[], teller: Teller): Block[] => {
  const alone = groups.filter(({ pool }) => pool.length === 0);
  const says = [
    ...sharedOr(
      groups,
      (group) => staffingSays(group, teller),
      (said) => said,
    ),
    ...sharedOr(
      alone,
      (group) => placesSays(group, teller),
      (said, group) => sentenceOf(`${group ? `the ${phraseOf(group.label)}` : 'each group'} is ${said}`),
    ),
    ...pooled(groups, teller),
  ];
  if (says.length === 0) return [];
  const told = groups.flatMap(({ origin }) => origin.clauses);
  const text = [...new Set(says)].join(' ');
  const clauses = teller
    .untold([...new Set(told)])
    .filter((clause) => isSaidBy(clause.says, text))
    .map(({ id }) => id);
  teller.tell(clauses);
  return [paragraph(text, clauses)];
};

/** What is told of the sessions; before everything else in its section. */
export const course = (teller: Teller): { before: Block[]; after: Block[] } => {
  const { course: all } = teller.bundle;
  if (!all) return { before: [], after: [] };
  const { sessions, groups } = all;
  if (!sessions) return { before: groupsOf(groups, teller), after: [] };
  const text = overall(sessions, teller);
  const first = text === '' ? [] : [paragraph(text, tellSessions(sessions.origin.clauses, teller))];
  return {
    before: [...first, ...partsOf(sessions, teller), ...groupsOf(groups, teller)],
    after: topicsOf(sessions.topics, teller),
  };
};

/** How a missed session is made up, where no clause says it. */
export const catchUpSays = ({ bundle }: Teller): Block[] => {
  const catchUp = bundle.course?.sessions?.catchUp;
  if (!catchUp || catchUp.origin.clauses.length > 0) return [];
  const within = catchUp.within ? ` within ${spanSays(catchUp.within)}` : '';
  const most =
    catchUp.atMost === undefined
      ? ''
      : `, at most ${catchUp.atMost === 1 ? 'once' : `${numberSays(catchUp.atMost)} times`}`;
  const next = catchUp.beforeNext ? ' before the next session' : '';
  return [paragraph(`A missed session can be made up${within}${next}${most}.`)];
};
