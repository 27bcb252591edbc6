/** The course: its sessions, its parts, its groups and its topics. */
import { capital, type Group, listed, type Phase, type Sessions, type Topic } from '../../engine/contract/index.js';
import type { Block } from './handbook-types.js';
import { amountSays, counted, plural, rateSays, saysNumber } from './number-words.js';
import { sessionsSay, tellSessions } from './sessions.js';
import { isSaidBy, list, paragraph, phraseOf, sentenceOf, type Teller } from './teller.js';

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
  const rows = phases.map((phase) => phaseRow(phase, sessions));
  return [
    {
      kind: 'table',
      caption: 'The parts of the programme',
      head: ['Part', 'Sessions', ...(about ? ['What it is about'] : [])],
      rows,
      clauses: tellSessions(
        phases.flatMap(({ origin }) => origin.clauses),
        `part sessions ${rows.flat().join(' ')}`,
        teller,
      ),
    },
  ];
};

const topicsOf = (topics: Topic[], teller: Teller): Block[] => {
  if (topics.length === 0) return [];
  const clauses = tellSessions(
    topics.flatMap(({ origin }) => origin.clauses),
    `the sessions cover topics ${topics.map(({ title }) => title).join(' ')}`,
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
  const own = teller.untold([...new Set(groups.flatMap(({ origin }) => origin.clauses))]);
  const text = [...new Set(says)].join(' ');
  const clauses = own.filter((clause) => isSaidBy(clause.says, text)).map(({ id }) => id);
  const [place] = [...new Set(groups.map(({ places }) => ('n' in places ? places.n : undefined)))];
  const others = own.filter(({ id, kind }) => kind === 'capacity' && !clauses.includes(id));
  // The provider's own sentence on the places of its one group stands, while its number does.
  const [said] = groups.length === 1 && place !== undefined ? others : [];
  if (said && saysNumber(said.says, place ?? 0) && groups.every(({ staffing }) => !staffing)) {
    teller.tell([said.id]);
    return [paragraph(teller.voice.spoken(sentenceOf(said.says)), [said.id])];
  }
  teller.tell(clauses);
  return [paragraph(text, clauses)];
};

/** What is told of the sessions; before everything else in its section. */
export const course = (teller: Teller): { before: Block[]; after: Block[] } => {
  const { course: all } = teller.bundle;
  if (!all) return { before: [], after: [] };
  const { sessions, groups } = all;
  if (!sessions) return { before: groupsOf(groups, teller), after: [] };
  const first = sessionsSay(sessions, teller);
  return {
    before: [...first, ...partsOf(sessions, teller), ...groupsOf(groups, teller)],
    after: topicsOf(sessions.topics, teller),
  };
};
