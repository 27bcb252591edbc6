/** Sessions, groups and working days in plain English. */
import type {
  Amount,
  Group,
  Phase,
  SessionOutcome,
  Sessions,
  Topic,
  WorkingDays,
} from '../../../engine/contract/course.js';
import { listed, months, type Origin, type OutlineItem, spanInWords } from '../../../engine/contract/index.js';
import { amountSays, rateSays } from '../../language/constructs/amounts.js';
import { type Called, item, sentence } from '../outline-words.js';

const inWords = (id: string): string => id.replaceAll('-', ' ');

const traitSays: Record<string, string> = {
  present: 'present',
  credited: 'credited',
  absence: 'counted as an absence',
};
const outcomeSays = ({ label, traits }: SessionOutcome): string => {
  const held = Object.keys(traits).filter((trait) => traits[trait]);
  const says = held.map((trait) => traitSays[trait] ?? inWords(trait));
  return `${label}: ${says.length > 0 ? listed(says, 'and') : 'nothing follows from it'}.`;
};

const totalSays = ({ total, totalCounts, phases }: Sessions, called: Called): string => {
  if (total.kind === 'not-stated') return 'How many sessions there are in all is not stated.';
  const labels = phases.filter(({ id }) => totalCounts.includes(id)).map(({ label }) => label);
  const all = labels.length === phases.length;
  const counts = all ? '' : `, counting ${listed(labels, 'and')}`;
  return sentence(`${amountSays(total, 'session', called)} in all${counts}`);
};

const lengthSays = ({ length }: Sessions): string | undefined => {
  if (length === undefined) return undefined;
  return length === 'not-stated' ? 'How long a session is, is not stated.' : `A session takes ${spanInWords(length)}.`;
};
const oftenSays = ({ rate }: Sessions, called: Called): string | undefined => {
  if (rate === undefined) return undefined;
  return rate === 'not-stated' ? 'How often they are is not stated.' : sentence(rateSays(rate, 'session', called));
};
const orderSays: Record<Sessions['order'], string | undefined> = {
  sequential: 'The phases follow one another.',
  any: 'The sessions can be taken in any order.',
  'not-stated': undefined,
};
const entrySays: Record<Sessions['entry'], string | undefined> = {
  rolling: 'Somebody can join at any time.',
  'at-the-start': 'Somebody can join only when a group begins.',
  'not-stated': undefined,
};
const lastsSays = ({ lasts, endMovesWith }: Sessions): string | undefined => {
  if (!lasts) return undefined;
  const moves = endMovesWith.map(inWords);
  const end = moves.length > 0 ? ` Time ${listed(moves, 'or')} moves the planned end.` : '';
  return `The whole takes ${spanInWords(lasts)} from the start.${end}`;
};

const overall = (sessions: Sessions, called: Called): OutlineItem =>
  item('sessions', 'The sessions', sessions.origin, [
    totalSays(sessions, called),
    lengthSays(sessions),
    oftenSays(sessions, called),
    lastsSays(sessions),
    orderSays[sessions.order],
    entrySays[sessions.entry],
    ...sessions.credits.map(({ event, sessions: n }) =>
      sentence(`“${inWords(event)}” credits ${amountSays({ kind: 'exactly', n }, 'session')} without attendance`),
    ),
  ]);

const phaseItem = (phase: Phase, kinds: Map<string, string>, called: Called): OutlineItem => {
  const kind = kinds.get(phase.kind) ?? inWords(phase.kind);
  return item(phase.id, phase.label, phase.origin, [
    phase.about && sentence(`about ${phase.about.charAt(0).toLowerCase()}${phase.about.slice(1)}`),
    phase.sessions.kind === 'not-stated'
      ? 'How many sessions it has is not stated.'
      : sentence(amountSays(phase.sessions, 'session', called)),
    `Kind: ${kind}.`,
    phase.every && sentence(rateSays(phase.every, 'session', called)),
    phase.beforeStart ? 'Before the start of the programme.' : undefined,
    phase.needs && `Begins only when ${phase.needs.reads}.`,
  ]);
};

/** Those of which there is more to say than their name: what they may replace, how they were read. */
const kindItems = ({ kinds, phases }: Sessions): OutlineItem[] => {
  const labels = new Map(kinds.map(({ id, label }) => [id, label]));
  return kinds
    .filter(({ mayReplace, origin }) => mayReplace.length > 0 || origin.reading !== undefined)
    .map((kind) => {
      const replaced = kind.mayReplace.map((id) => `“${labels.get(id) ?? inWords(id)}”`);
      const when = kind.onlyWhen ? ` only when ${kind.onlyWhen.reads}` : '';
      const held = phases.filter((phase) => phase.kind === kind.id).map(({ label }) => `“${label}”`);
      return item(kind.id, kind.label, kind.origin, [
        replaced.length > 0 ? `May be held in place of ${listed(replaced, 'or')}${when}.` : undefined,
        replaced.length === 0 && held.length > 0 ? `Held in ${listed(held, 'and')}.` : undefined,
      ]);
    });
};

const topicItem = ({ id, title, bestAfter, phase, origin }: Topic, { topics, phases }: Sessions): OutlineItem => {
  const after = topics.find((topic) => topic.id === bestAfter)?.title;
  const of = phases.find((each) => each.id === phase)?.label;
  return item(id, title, origin, [of && `Part of ${of}.`, after && `Best taken after “${after}”.`]);
};

/**
 * Gives the sessions as items of the outline: the whole, its phases, kinds, outcomes, topics and catch-ups. `ofTopics` is
 * where the list of topics comes from.
 */
export const courseOutlineOfSessions = (sessions: Sessions, called: Called, ofTopics?: Origin): OutlineItem[] => {
  const { origin, catchUp, topics } = sessions;
  const plain = { at: origin.at, clauses: [] };
  const kinds = new Map(sessions.kinds.map(({ id, label }) => [id, label]));
  return [
    overall(sessions, called),
    ...sessions.phases.map((phase) => phaseItem(phase, kinds, called)),
    ...kindItems(sessions),
    item('outcomes', 'What the register can say', plain, sessions.outcomes.map(outcomeSays)),
    ...(catchUp ? [item('catch-up', 'Catching up', catchUp.origin, [catchUp.reads])] : []),
    ...(topics.length > 0
      ? [
          item(
            'topics',
            'Topics',
            ofTopics ?? plain,
            [`${topics.length} topic${topics.length === 1 ? '' : 's'}.`],
            topics.map((topic) => topicItem(topic, sessions)),
          ),
        ]
      : []),
  ];
};

const placesSay = (places: Amount, called: Called): string =>
  places.kind === 'not-stated'
    ? 'How many places there are is not stated.'
    : sentence(amountSays(places, 'place', called));

const staffingSays = ({ staffing }: Group, called: Called): string | undefined => {
  if (!staffing) return undefined;
  const usually = staffing.usually ? `; usually ${staffing.usually.replace(/\.$/, '')}` : '';
  return sentence(`there ${staffing.force} be ${amountSays(staffing.facilitators, 'facilitator', called)}${usually}`);
};

/** Up to which session somebody can join. */
const openSays = (until: Amount, called: Called): string => {
  if (until.kind === 'not-stated') return 'up to a session that is not stated';
  if (until.kind === 'for-a-person')
    return `for as long as ${until.role ? `the ${called(until.role)}` : 'a person'} says`;
  return `up to session ${amountSays(until, 'session').replace(/ sessions?$/, '')}`;
};

/** Gives the groups as items of the outline. */
export const courseOutlineOfGroups = (groups: Group[], called: Called): OutlineItem[] => {
  const labels = new Map(groups.map(({ id, label }) => [id, label]));
  return groups.map((group) =>
    item(group.id, group.label, group.origin, [
      placesSay(group.places, called),
      group.pool.length > 0
        ? `Its places are shared with ${listed(
            group.pool.map((id) => labels.get(id) ?? inWords(id)),
            'and',
          )}.`
        : undefined,
      staffingSays(group, called),
      group.openUntil && `Somebody can join ${openSays(group.openUntil, called)}.`,
      ...group.thresholds.map(({ at, says }) => `When ${at} places are taken: ${sentence(says)}`),
    ]),
  );
};

const dayInWords = (day: string): string => {
  const [year, month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
};

/** Gives the table of working days as an item of the outline. */
export const courseOutlineOfWorkingDays = (table: WorkingDays, at: OutlineItem['at']): OutlineItem[] => [
  item('working-days', 'Working days', { at, clauses: [] }, [
    `Monday to Friday, but for the holidays of ${table.label}.`,
    `The holidays are known until ${dayInWords(table.knownUntil)}; after that every Monday to Friday counts.`,
  ]),
];
