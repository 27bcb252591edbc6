/** Random sentences, and random texts that are nearly sentences. */
import fc from 'fast-check';
import type {
  AfterNode,
  EventNode,
  LastsNode,
  Moment,
  NumberNode,
  Says,
  Sentence,
  TimeNode,
  Value,
  WhenNode,
  WordNode,
} from '../../../generator/language/sentence/ast.js';
import { isReserved, unitOf } from '../../../generator/language/sentence/words.js';

const nowhere = { start: 0, end: 0 };
const letters = 'abcdefghijklmnopqrstuvwxyz';

const name = fc
  .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('-'))
  .filter((word) => !isReserved(word));
const word: fc.Arbitrary<WordNode> = name.map((text) => ({ kind: 'word', text, ...nowhere }));
const entryName: fc.Arbitrary<WordNode> = fc
  .tuple(name, name)
  .map(([entries, question]) => ({ kind: 'word', text: `${entries}.${question}`, ...nowhere }));

const figure = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100),
);
const number: fc.Arbitrary<NumberNode> = fc
  .tuple(figure, fc.option(word, { nil: undefined }))
  .map(([n, unit]) => ({ kind: 'number', n: n === 0 ? 0 : n, ...(unit && { unit }), ...nowhere }));
const day = fc
  .record({ year: fc.integer({ min: 0, max: 9999 }), month: fc.nat(99), day: fc.nat(99) })
  .map((parts): Moment => ({ kind: 'day', ...parts, ...nowhere }));
const moment: fc.Arbitrary<Moment> = fc.oneof(word, entryName, day);
const notApplicable = fc.constant<WordNode>({ kind: 'word', text: 'not-applicable', ...nowhere });
const value: fc.Arbitrary<Value> = fc.oneof(word, number, day, notApplicable);

const comparison = fc.constantFrom('at-least', 'at-most', 'more-than', 'less-than');
const unit = fc.constantFrom('days', 'weeks', 'months', 'years');
const says: fc.Arbitrary<Says> = fc.oneof(
  fc.array(value, { minLength: 1, maxLength: 4 }).map((values): Says => ({ kind: 'is', values, ...nowhere })),
  fc
    .tuple(comparison, number)
    .map(([compared, to]): Says => ({ kind: 'compares', comparison: compared, to, ...nowhere })),
  fc.tuple(value, value).map(([from, to]): Says => ({ kind: 'between', from, to, ...nowhere })),
  fc
    .tuple(fc.constantFrom('before', 'on-or-before', 'after', 'on-or-after', 'on'), moment)
    .map(([order, than]): Says => ({ kind: 'dated', order, than, ...nowhere })),
  fc
    .tuple(comparison, fc.nat(1000), unit, fc.constantFrom('before', 'after'), moment)
    .map(([compared, n, counted, direction, than]): Says => {
      const duration = { n, unit: unitOf(counted) ?? 'days', ...nowhere };
      return { kind: 'apart', comparison: compared, duration, direction, than, ...nowhere };
    }),
  fc.constantFrom<Says>({ kind: 'answered', ...nowhere }, { kind: 'met', ...nowhere }),
);

const time: fc.Arbitrary<TimeNode> = fc
  .tuple(
    fc.integer({ min: 1, max: 1000 }),
    fc.constantFrom<TimeNode['unit'][]>('hours', 'days', 'working-days', 'weeks', 'months', 'years'),
  )
  .map(([n, counted]) => ({ n, unit: counted, ...nowhere }));
const lasts: fc.Arbitrary<LastsNode> = fc
  .tuple(time, fc.boolean())
  .map(([length, more]) => ({ ...length, ...(more && { more }) }));
const event: fc.Arbitrary<EventNode> = fc
  .tuple(word, fc.constantFrom<(EventNode['which'] | undefined)[]>('first', 'latest', undefined))
  .map(([named, which]) => ({ kind: 'event', event: named, ...(which && { which }), ...nowhere }));
const after: fc.Arbitrary<AfterNode> = fc.oneof(event, fc.constant<AfterNode>({ kind: 'session', ...nowhere }));
const two = (n: number): string => String(n).padStart(2, '0');
const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const when: fc.Arbitrary<WhenNode> = fc.oneof(
  time.map((length): WhenNode => ({ kind: 'last', span: length, ...nowhere })),
  fc
    .tuple(fc.option(time, { nil: undefined }), after)
    .map(([length, of]): WhenNode => ({ kind: 'before', ...(length && { span: length }), of, ...nowhere })),
  event.map((of): WhenNode => ({ kind: 'since', of, ...nowhere })),
  fc.tuple(time, after).map(([length, of]): WhenNode => ({ kind: 'within', span: length, of, ...nowhere })),
  fc
    .tuple(clock, fc.option(fc.tuple(time, after), { nil: undefined }))
    .map(([at, rest]): WhenNode => ({ kind: 'by', time: at, ...(rest && { span: rest[0], of: rest[1] }), ...nowhere })),
);
const happened: fc.Arbitrary<Says> = fc
  .option(when, { nil: undefined })
  .map((at): Says => ({ kind: 'happened', ...(at && { when: at }), ...nowhere }));

export const sentence: fc.Arbitrary<Sentence> = fc
  .tuple(
    fc.oneof(word, entryName),
    fc.boolean(),
    fc.oneof({ weight: 2, arbitrary: says }, happened),
    fc.option(lasts, { nil: undefined }),
  )
  .map(([subject, negated, said, lasts]) => ({ subject, negated, says: said, ...(lasts && { lasts }), ...nowhere }));

const pieces =
  "is not or and at least most more less than between before after on answered applicable met yes no man woman sex age ric partner-known date-of-birth referral-date today adult motivated agencies-involved police high 18 3 0 2026-01-31 31 January 2026 years weeks year month == != >= < > && || ( ) , ; . ! \" ' “ ” n/a is, isn't has contains over under older old ago if unless the a an to of age eighteen 1,000 31/1/2026 1st Jan true Yes SEX dateOfBirth HB-059 empty happened has reaches since within for the last in by next session latest first incident started offer-assessment open missed stage suspended 16:00 4pm working hours fortnight occurred never é 😀 \u0000 constructor __proto__ toString".split(
    ' ',
  );
/** Words of sentences and of what people write instead, in any order. */
export const jumble: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 14 })
  .map((words) => words.join(' '));

/** A text with one thing taken out, doubled, or put in its place. */
export const mutated = (texts: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.constantFrom('', ' ', ...pieces))
    .map(([text, from, length, put]) => {
      const start = from % (text.length + 1);
      return `${text.slice(0, start)}${put}${text.slice(start + (length % 4))}`;
    });
