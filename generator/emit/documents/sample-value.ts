import type { Bundle, FactKind, Field, Id, Option } from '../../../engine/contract/index.js';

/** Anything that has a value in words: an answer, a derived fact, a question told with an event. */
interface Valued {
  kind: FactKind | Field['kind'];
  options: Option[];
}

const values: Partial<Record<Valued['kind'], string>> = {
  'yes-no': 'Yes',
  number: '3',
  date: 'Monday 2 February 2026',
  'date-time': 'Monday 2 February 2026, 6pm',
  name: 'Jo Invented',
  address: '1 Invented Street, Sampleton',
  phone: '01632 960 001',
  email: 'invented@example.org',
  file: 'invented.pdf',
  signature: 'Jo Invented',
  entries: 'Two of them',
  'long-text': 'Invented words, as somebody would write them.',
};

/** Takes an answer, a derived fact, or a question of an event; gives an invented value of it in words. */
const sampleValue = ({ kind, options }: Valued): string =>
  options.find((option) => option.means === undefined)?.label ?? values[kind] ?? 'Invented words';

/** Takes the id of any of them; gives an invented value of it in words. */
export const valueFor = (bundle: Bundle, id: Id): string => {
  const fields = bundle.course?.happenings.flatMap((happening) => happening.fields) ?? [];
  const found = [...bundle.facts, ...(bundle.course?.derived ?? []), ...fields].find((each) => each.id === id);
  return found === undefined ? 'Invented words' : sampleValue(found);
};
