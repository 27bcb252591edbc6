/** Cases whose partner's side is full of words that stand nowhere else, so that each can be looked for everywhere. */
import {
  type Answer,
  type Bundle,
  type CaseEvent,
  type EntryAnswers,
  type Fact,
  type Id,
  isOneOf,
  kindsOf,
} from '../../engine/contract/index.js';
import { localDay } from '../../engine/document/words/dates.js';
import { keptApartIn } from '../../engine/viewer/clearance.js';
import { labelsIn } from '../../engine/viewer/labels.js';

/** A word that was planted, and the field it was planted in. */
export interface Canary {
  token: string;
  field: string;
}

const wordy: readonly string[] = ['text', 'long-text', 'name', 'address', 'phone', 'email'];
/** A year and a number that occur nowhere else. */
const rare = { day: '1931-07-14', year: '1931', number: 7319 };

/** Which of the planted words a text holds. A day is looked for as it is written, a number where it stands by itself. */
export const heldIn = (said: string, planted: readonly Canary[]): Canary[] => {
  const words = new Set(said.match(/canary\d{4}q/g));
  if (/July 1931|1931-07-14/.test(said)) words.add(rare.year);
  if (/(?<![\w.#-])7319(?![\w-])/.test(said)) words.add(String(rare.number));
  return words.size === 0 ? [] : planted.filter(({ token }) => words.has(token));
};

/** Plants words; each is another. `from`: the number after which they begin, so that two planters plant no word twice. */
export const planter = (from = 0) => {
  const planted: Canary[] = [];
  return {
    planted,
    plant(field: string): string {
      const token = `canary${String(from + planted.length + 1).padStart(4, '0')}q`;
      planted.push({ token, field });
      return token;
    },
  };
};
export type Planter = ReturnType<typeof planter>;

type Asked = Pick<Fact, 'id' | 'kind' | 'options'> & Partial<Pick<Fact, 'number'>>;

/** An answer to any question: a planted word where it takes words, else something that it takes. */
const answerTo = (asked: Asked, { plant, planted }: Planter): Answer | undefined => {
  const { id, kind, options, number } = asked;
  if (kind === 'phone') return `01632 960${plant(id)}`;
  if (kind === 'email') return `${plant(id)}@example.example`;
  if (wordy.includes(kind)) return `She said ${plant(id)}`;
  const mark = (token: string): void => void planted.push({ token, field: id });
  if (kind === 'date') {
    mark(rare.year);
    return rare.day;
  }
  if (kind === 'date-time') {
    mark(rare.year);
    return `${rare.day}T10:00`;
  }
  if (kind === 'number' && (number?.atMost === undefined || number.atMost >= rare.number)) {
    mark(String(rare.number));
    return rare.number;
  }
  if (kind === 'number') return number?.atLeast ?? 1;
  if (kind === 'choices') return options.slice(0, 1).map((option) => option.id);
  if (kind === 'yes-no') return 'yes';
  return options[0]?.id;
};

const isHersIn = (bundle: Bundle): ((key: string) => boolean) => {
  const labels = labelsIn(bundle);
  return (key) => labels.get(key)?.has('hers') === true;
};

/** The role that supports her: she tells things through it. */
export const supporterIn = (bundle: Bundle): Id | undefined => {
  const hers = keptApartIn(bundle).find(({ id }) => id === 'hers')?.seenBy ?? [];
  const kinds = kindsOf(bundle.people);
  return bundle.people.find(({ id, side }) => side === 'inside' && isOneOf(id, hers, kinds))?.id;
};

/** Two partners, with a word in each field that an entry has. */
const entriesOf = (bundle: Bundle, list: Fact, plant: Planter): EntryAnswers[] =>
  ['1', '2'].map((key) => {
    const asked = bundle.facts.filter(({ id }) => list.asks?.includes(id));
    const given = asked.flatMap((fact): [string, string | number | string[]][] => {
      const answer = answerTo(fact, plant);
      return answer === undefined || answer === null || typeof answer === 'object'
        ? Array.isArray(answer)
          ? [[fact.id.slice(list.id.length + 1), answer as string[]]]
          : []
        : [[fact.id.slice(list.id.length + 1), answer]];
    });
    return { key, ...Object.fromEntries(given) };
  });

/** Lists of people each of whose entries holds something of hers. */
export const herLists = (bundle: Bundle): Fact[] => {
  const isHers = isHersIn(bundle);
  return bundle.facts.filter(
    ({ id, kind, about, asks }) =>
      kind === 'entries' && (isHers(id) || about === 'partner' || asks?.some((each) => isHers(each))),
  );
};

/**
 * Everything that her side can hold by the definition, each once, told now: her answers, what those who support her record
 * of her, what she told of him.
 */
export const everythingOfHers = (bundle: Bundle, now: string, plant: Planter, name: string): CaseEvent[] => {
  const isHers = isHersIn(bundle);
  const supporter = supporterIn(bundle);
  if (supporter === undefined) return [];
  const on = localDay(now, bundle.programme.timeZone);
  let n = 0;
  const event = (kind: CaseEvent['kind'], values: Record<Id, Answer>, more: Partial<CaseEvent> = {}): CaseEvent => {
    n += 1;
    return {
      id: `planted-${name}-${n}`,
      kind,
      ...{ happened: on, learned: on, recorded: now },
      by: { role: supporter },
      values,
      ...more,
    };
  };
  const lists = herLists(bundle);
  const referrer = bundle.forms[0]?.from[0] ?? supporter;
  const listed = lists.map((list) =>
    event('answered', { [list.id]: entriesOf(bundle, list, plant) }, { by: { role: referrer } }),
  );
  const acts = {
    form: 'answered',
    judgement: 'judged',
    consent: 'consented',
    document: 'signed',
    instrument: 'scored',
  };
  const answers = bundle.facts
    .filter(({ id, within, kind }) => isHers(id) && within === undefined && kind !== 'entries')
    .flatMap((fact) => {
      const answer = answerTo(fact, plant);
      const kind = acts[fact.source] as CaseEvent['kind'];
      return answer === undefined
        ? []
        : [
            event(
              kind,
              { [fact.id]: answer },
              { toldBy: 'partner', reason: `Because ${plant.plant(`${fact.id}, why`)}` },
            ),
          ];
    });
  const records = (bundle.course?.happenings ?? [])
    .filter(({ source, anyOf }) => source === 'record' && anyOf === undefined)
    .map((happening) => {
      const values = happening.fields.flatMap((field): [string, Answer][] => {
        const answer = answerTo({ ...field, id: field.id }, plant);
        return answer === undefined ? [] : [[field.name, answer]];
      });
      const about = lists.some(({ id }) => id === happening.about) ? { about: '1' } : {};
      const told = isHers(`events/${happening.id}`) ? {} : { toldBy: 'partner' };
      return event('happened', Object.fromEntries(values), { what: happening.id, ...about, ...told });
    });
  return [...listed, ...answers, ...records];
};
