/** What was sent from a register: what it says of each person, or what is wrong with it; and never a word of it lost. */
import { dayNumber, type Field, type Happening, type Id, type SessionOutcome } from '../../../engine/contract/index.js';
import { type Entry, notHeld, nothingSaid } from '../../server/groups/entry.js';
import type { Fault } from '../layout/error-summary.js';

/** What a register may say, of the definition and of whoever fills it in. */
export interface Asked {
  outcomes: readonly Pick<SessionOutcome, 'id' | 'label' | 'traits'>[];
  topics: readonly { id: Id }[];
  /** Happenings about a session that this person may record. */
  records: readonly Happening[];
  /** Whether one session may count as somebody's own and for one that he missed. */
  catchesUpInOwn: boolean;
  /** The session's day, and today. */
  day: string;
  today: string;
}

export interface SentEntry {
  entry: Entry;
  /** Which events stood when the page was made. */
  seen: string;
}
export interface SentRegister {
  people: ReadonlyMap<string, SentEntry>;
  topic: string;
  facilitators: string;
  /** The same two as they were when the page was made. */
  seen: { topic: string; facilitators: string };
  /** The edition of what is said of the session as a whole. */
  edition: number;
  /** Somebody to be added to the list. */
  also: string;
  act: 'save' | 'show' | 'add' | 'part';
  /** Of `part`: whose causes are asked for. */
  only: string;
  key: string;
}

type Record_ = Record<string, unknown>;
const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (of: unknown, name: string, most = 2_000): string => {
  const value = isRecord(of) ? of[name] : undefined;
  return typeof value === 'string' ? value.trim().slice(0, most) : '';
};
const reference = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/** Takes the body of a form; gives what it says as it stands, whether or not it can be kept. */
export const readRegister = (body: unknown): SentRegister => {
  const people = isRecord(body) && isRecord(body.people) ? body.people : {};
  const act = textIn(body, 'act');
  return {
    people: new Map(
      Object.entries(people)
        .filter(([ref]) => reference.test(ref))
        .slice(0, 200)
        .map(([ref, sent]) => [ref, { entry: entryOf(sent), seen: textIn(sent, 'seen', 4_000) }]),
    ),
    topic: textIn(body, 'topic', 200),
    facilitators: textIn(body, 'facilitators', 500),
    seen: { topic: textIn(body, 'topic-seen', 200), facilitators: textIn(body, 'facilitators-seen', 500) },
    edition: Number(textIn(body, 'edition', 9)) || 0,
    also: textIn(body, 'also', 20).toUpperCase(),
    act: act === 'save' || act === 'add' || act === 'part' ? act : 'show',
    only: textIn(body, 'only', 20),
    key: textIn(body, 'key', 100),
  };
};

const entryOf = (sent: unknown): Entry => {
  const contact = textIn(sent, 'contact');
  const records = isRecord(sent) && isRecord(sent.records) ? sent.records : {};
  return {
    ...nothingSaid,
    presence: textIn(sent, 'mark', 200),
    why: textIn(sent, 'why'),
    contact: contact === 'before' || contact === 'since' ? contact : '',
    contactOn: textIn(sent, 'on', 20),
    records: Object.fromEntries(
      Object.entries(records).map(([what, fields]) => [
        what,
        Object.fromEntries(Object.keys(isRecord(fields) ? fields : {}).map((name) => [name, textIn(fields, name)])),
      ]),
    ),
    caughtUp: textIn(sent, 'caught', 200),
    both: textIn(sent, 'both', 500),
  };
};

/** The id of the first control of somebody's row, which a fault leads to. */
export const idOf = (ref: string, part = 'mark'): string => `${part}-${ref}`;

/** What stops a register from being saved, in words. `names` are those of the people on it. */
export const faultsOf = (sent: SentRegister, asked: Asked, names: ReadonlyMap<string, string>): Fault[] => {
  const faults = [...sent.people].flatMap(([ref, { entry }]) =>
    faultsOfEntry(ref, entry, asked, names.get(ref) ?? ref),
  );
  if (sent.topic !== '' && !asked.topics.some(({ id }) => id === sent.topic))
    faults.push({ message: 'Choose a topic from the list.', href: '#topic' });
  return faults;
};

const faultsOfEntry = (ref: string, entry: Entry, asked: Asked, name: string): Fault[] => {
  const faults: Fault[] = [];
  const say = (message: string, part?: string): void => void faults.push({ message, href: `#${idOf(ref, part)}` });
  const { presence, contact, contactOn, records } = entry;
  if (presence !== '' && presence !== notHeld && !asked.outcomes.some(({ id }) => id === presence))
    say(`Choose whether ${name} was there.`);
  const twice = twiceIn(entry, asked, name);
  if (twice) say(twice.message, twice.part);
  if (contactOn !== '' && contact === '')
    say(`Say whether ${name} was in touch before the session or since.`, 'contact');
  if (contact !== '' && contactOn !== '') {
    const day = dayNumber(contactOn);
    if (Number.isNaN(day)) say(`The day on which ${name} was in touch is not a date.`, 'on');
    else if (contactOn > asked.today) say(`The day on which ${name} was in touch is still to come.`, 'on');
    else if (contact === 'before' && contactOn > asked.day)
      say(`${name} was in touch after this session by that date, not before it.`, 'on');
    else if (contact === 'since' && contactOn < asked.day)
      say(`${name} was in touch before this session by that date, not since.`, 'on');
  }
  for (const { id, fields } of asked.records) {
    const said = records[id] ?? {};
    if (!Object.values(said).some((text) => text !== '')) continue;
    for (const field of fields) {
      const fault = faultOfField(field, said[field.name] ?? '');
      if (fault !== undefined) say(`${name}: ${fault}`, `${id}.${field.name}`);
    }
  }
  return faults;
};

/** One session counts once: as his own, or for one that he missed. */
const twiceIn = (
  { presence, caughtUp, both }: Entry,
  { outcomes, catchesUpInOwn }: Asked,
  name: string,
): { message: string; part: string } | undefined => {
  if (caughtUp === '' || presence === '' || presence === notHeld) return undefined;
  const outcome = outcomes.find(({ id }) => id === presence);
  if (!outcome) return undefined;
  if (outcome.traits.present !== true)
    return {
      message: `${name} cannot have made up for a session at this one and be marked “${outcome.label}” of it. Choose one of the two.`,
      part: 'caught',
    };
  if (!catchesUpInOwn)
    return {
      message: `This session counts once for ${name}: as his own, or for the one that he missed. If he made up for that one, mark this one “Not held for him”; else take the tick away.`,
      part: 'caught',
    };
  return both === ''
    ? { message: `Say why this session counts for ${name} as his own and for the one that he missed.`, part: 'both' }
    : undefined;
};

const faultOfField = (field: Field, text: string): string | undefined => {
  const asks = field.ask.replace(/[?.]$/, '');
  if (text === '') return field.required ? `answer “${asks}”.` : undefined;
  if (field.kind === 'number' && !Number.isFinite(Number(text))) return `“${asks}” is a number.`;
  if (field.kind === 'date' && Number.isNaN(dayNumber(text))) return `“${asks}” is a date.`;
  const options = optionsOf(field);
  return options && !options.some(({ id }) => id === text) ? `choose an answer to “${asks}”.` : undefined;
};

/** What may be chosen, where something is. */
export const optionsOf = ({ kind, options }: Field): readonly { id: Id; label: string }[] | undefined => {
  if (kind === 'yes-no')
    return [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ];
  return kind === 'choice' || kind === 'choices' ? options : undefined;
};
