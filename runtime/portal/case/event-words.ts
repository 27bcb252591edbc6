import type { Answer, Bundle, CaseEvent, Fact, Field, Id, SessionMark } from '../../../engine/contract/index.js';
import { doneInWords, happeningInWords, happeningNamed, ruleInWords, sessionWord } from '../words/course.js';
import { datesInWords, dateTimeInWords, dayInWords, momentInWords } from '../words/dates.js';
import { answered, capital, inOneSentence } from '../words/lists.js';
import { entryWord, factNamed, roleInWords, sentenceInWords } from '../words/names.js';
import { answerInWords } from '../words/values.js';

/** What happened, in words, and whether it is hers. */
export interface ShownEvent {
  id: string;
  day: string;
  /** "Monday 2 March 2026". */
  on: string;
  words: string;
  more: string[];
  hers: boolean;
}

const marks: Record<Exclude<SessionMark['mark'], 'held' | 'planned'>, string> = {
  cancelled: 'Session cancelled by the provider',
  'closure-day': 'Session fell on a closure day',
};

const acts: Record<string, string> = {
  answered: 'Answered',
  judged: 'Judged',
  consented: 'Consent recorded',
  signed: 'Signed',
  scored: 'Scored',
};

const isHersFact = (bundle: Bundle, id: Id): boolean => factNamed(bundle, id)?.hers === true;

/** Whether an event is one of the partner's, by what happened or by what it told. */
export const isHersEvent = (bundle: Bundle, event: CaseEvent): boolean =>
  (event.what !== undefined && happeningNamed(bundle, event.what)?.hers === true) ||
  Object.keys(event.values).some((id) => isHersFact(bundle, id));

const asWritten = (answer: Answer): string =>
  Array.isArray(answer) ? inOneSentence(answer.map(String)) : answer === null ? 'taken back' : String(answer);

const factAnswer = (bundle: Bundle, fact: Fact, answer: Answer): string =>
  answer === null ? 'taken back' : answerInWords(bundle, fact, answer, { showsHers: true }).join(', ');

const fieldAnswer = (field: Field | undefined, answer: Answer): string => {
  if (!field || answer === null) return asWritten(answer);
  const label = (id: string): string => field.options.find((option) => option.id === id)?.label ?? id;
  if (field.options.length > 0) return inOneSentence([answer].flat().map((one) => label(String(one))));
  if (field.kind === 'yes-no') return capital(asWritten(answer));
  if (field.kind === 'date') return dayInWords(String(answer));
  return field.kind === 'date-time' ? dateTimeInWords(String(answer)) : asWritten(answer);
};

const told = (bundle: Bundle, event: CaseEvent): string[] =>
  Object.entries(event.values).map(([id, answer]) => {
    const happening = event.what === undefined ? undefined : happeningNamed(bundle, event.what);
    const field = happening?.fields.find((one) => one.name === id || one.id === id);
    const fact = event.what === undefined ? factNamed(bundle, id) : undefined;
    const asked = field?.ask ?? fact?.ask ?? capital(id.replace(/-/g, ' '));
    return answered(asked, fact ? factAnswer(bundle, fact, answer) : fieldAnswer(field, answer));
  });

const sessionSaid = (bundle: Bundle, mark: SessionMark, on: string): string => {
  if (mark.mark === 'held') return `Session: ${sessionWord(bundle, 'outcomes', mark.outcome) || 'held'}`;
  return mark.mark === 'planned' ? `Session planned for ${on}` : marks[mark.mark];
};

const said = (bundle: Bundle, event: CaseEvent): string => {
  const zone = bundle.programme.timeZone;
  if (event.session) return sessionSaid(bundle, event.session, momentInWords(event.session.on, zone));
  if (event.kind === 'confirmed' || event.kind === 'refused') {
    return `${capital(event.kind)}: ${ruleInWords(bundle, event.rule ?? '')}`;
  }
  if (event.what !== undefined) return doneInWords(bundle, event.what) ?? capital(happeningInWords(bundle, event.what));
  const facts = Object.keys(event.values).map((id) => factNamed(bundle, id)?.called ?? 'an answer');
  const named = facts.length > 3 ? `${facts.length} answers` : inOneSentence(facts);
  return `${acts[event.kind] ?? 'Recorded'}: ${named}`;
};

const sessionMore = (bundle: Bundle, { kind, phase, topic }: SessionMark): string[] => [
  ...(kind ? [sessionWord(bundle, 'kinds', kind)] : []),
  ...(phase ? [sessionWord(bundle, 'phases', phase)] : []),
  ...(topic ? [bundle.course?.sessions?.topics.find((one) => one.id === topic)?.title ?? topic] : []),
];

/** The names of groups as they are now, by their ids. */
export type GroupNames = ReadonlyMap<Id, string>;

/** A session of a register goes by its day and the id of its group, which is told by the name that it has now. */
const aboutInWords = ({ course }: Bundle, about: string, groups: GroupNames): string => {
  const [, day, group] = /^(\d{4}-\d\d-\d\d) (\S+)$/.exec(about) ?? [];
  if (day === undefined || group === undefined) return datesInWords(about);
  const name = groups.get(group) ?? course?.groups.find(({ id }) => id === group)?.label;
  return [dayInWords(day), ...(name === undefined ? [] : [name])].join(', ');
};

const around = (bundle: Bundle, event: CaseEvent, groups: GroupNames): string[] => {
  const zone = bundle.programme.timeZone;
  const learned = momentInWords(event.learned, zone);
  return [
    ...(event.about ? [`About ${aboutInWords(bundle, event.about, groups)}`] : []),
    ...(learned === momentInWords(event.happened, zone) ? [] : [`Known since ${learned}`]),
    ...(event.by.role ? [`By the ${roleInWords(bundle, event.by.role)}`] : []),
    ...(event.toldBy ? [`Told by the ${roleInWords(bundle, event.toldBy)}`] : []),
    ...(event.reason ? [sentenceInWords(bundle, event.reason)] : []),
    ...(event.supersedes ? ['Corrects what was recorded before'] : []),
  ];
};

/** An event in words: what happened, what was told with it, and who recorded it. */
export const shownEvent = (
  bundle: Bundle,
  event: CaseEvent,
  day: string,
  groups: GroupNames = new Map(),
): ShownEvent => ({
  id: event.id,
  day,
  on: dayInWords(day),
  words: said(bundle, event),
  more: [
    ...(event.session ? sessionMore(bundle, event.session) : []),
    ...told(bundle, event),
    ...around(bundle, event, groups),
  ],
  hers: isHersEvent(bundle, event),
});

/** An entry by its name, or by its number: "Ann", "Partner 2". Nothing where no entry has that key. */
export const entryInWords = (bundle: Bundle, events: readonly CaseEvent[], key: string): string | undefined => {
  for (const fact of bundle.facts.filter(({ kind }) => kind === 'entries')) {
    const given = events.flatMap(({ values }) => (Array.isArray(values[fact.id]) ? [values[fact.id]] : [])).at(-1);
    const entries = Array.isArray(given) ? given.filter((one) => typeof one === 'object') : [];
    const index = entries.findIndex((one, n) => String(one.key ?? n + 1) === key);
    const entry = entries[index];
    if (entry) return typeof entry.name === 'string' ? entry.name : `${capital(entryWord(bundle, fact))} ${index + 1}`;
  }
  return undefined;
};

/** An event in one line: "Session: Absent, Monday 19 January 2026". */
export const eventInWords = (bundle: Bundle, events: readonly CaseEvent[], id: string): string => {
  const event = events.find((one) => one.id === id);
  if (!event) return 'Something that was recorded';
  return `${said(bundle, event).replace(/\.$/, '')}, ${momentInWords(event.happened, bundle.programme.timeZone)}`;
};
