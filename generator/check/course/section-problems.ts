import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

const suggestion = (name: string, known: string[]): string => {
  const near = nearest(name, known);
  return near ? `Did you mean “${near}”? ` : '';
};
const listed = (known: string[]): string => (known.length > 0 ? known.join(', ') : 'none');
const quoted = (keys: string[]): string => keys.map((key) => `“${key}”`).join(' and ');

/** Of groups, appointments, the pathway, completion, returns, appeals and tables of working days. */
export const sectionProblems = {
  'groups/no-such-group': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no group named “${name}” to share places with.`,
    advice: ({ name, known }) => `${suggestion(name, known)}The groups are: ${listed(known)}.`,
  }),
  'groups/shares-with-itself': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `The group “${name}” shares its places with itself.`,
    advice: () => 'Name the other group under “shares-with”, or leave it out.',
  }),
  'groups/pool-places': kind<{ one: string; other: string; says: string; saysOther: string }>({
    severity: 'error',
    message: ({ one, other, says, saysOther }) =>
      `“${one}” and “${other}” share their places, and one says ${says}, the other ${saysOther}.`,
    advice: () => 'Write the number once, for all that share it, or take “shares-with” out.',
  }),
  'groups/threshold': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a number of places.`,
    advice: () => 'Write how many places are taken, and what is then said: “10: Tell the service lead”.',
  }),
  'groups/threshold-never': kind<{ at: number; places: number; group: string }>({
    severity: 'warning',
    message: ({ at, places, group }) => `${at} places are never taken: “${group}” has at most ${places}.`,
    advice: () => 'Lower the threshold, or correct the number of places.',
  }),
  'appointments/no-opening': kind<{ name: string; force: string }>({
    severity: 'error',
    message: ({ name, force }) => `“${name}” says “${force}: offer”, and not when.`,
    advice: () =>
      'Add “only-when:” with the condition. If an event opens it, declare a duty for it: after: referral-received, should: offer it.',
  }),
  'appointments/two-forces': kind<{ name: string; forces: string[] }>({
    severity: 'error',
    message: ({ name, forces }) => `“${name}” says ${quoted(forces)} at once.`,
    advice: () => 'Keep the one that the document means.',
  }),
  'appointments/also-a-phase': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) =>
      `“${name}” is a phase before the start as well, so that “${name}-attended” could mean either.`,
    advice: () => 'Take the appointment out, since the phase brings the same events, or give it another name.',
  }),
  'pathway/no-such-criterion': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no criterion named “${name}”.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}A name alone stands for a criterion; of anything else write a sentence, such as “${name} is yes”.`,
  }),
  'completion/twice': kind<Record<never, never>>({
    severity: 'error',
    message: () => 'What completing needs is said both here and in the section “completion”.',
    advice: () => 'Keep it in the section “completion”, and take “complete” out of the pathway.',
  }),
  'returns/never-reached': kind<{ name: string; earlier: string }>({
    severity: 'error',
    message: ({ name, earlier }) =>
      `“${name}” can never apply: “${earlier}” stands before it, is for everybody, and the first that holds applies.`,
    advice: ({ name, earlier }) => `Give “${earlier}” a “when”, or put “${name}” before it.`,
  }),
  'returns/no-such-start': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `Nobody can start at “${name}”.`,
    advice: ({ name, known }) => `${suggestion(name, known)}Write one of: ${known.join(', ')}.`,
  }),
  'returns/refuses-and-starts': kind<{ name: string; keys: string[] }>({
    severity: 'error',
    message: ({ name, keys }) => `“${name}” refuses the return, and says ${quoted(keys)} besides.`,
    advice: ({ keys }) => `Take ${quoted(keys)} out, or “refuses”.`,
  }),
  'appeals/nobody-answers': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `Nobody answers the step “${name}”.`,
    advice: () => 'Add “to:” with the role that does.',
  }),
  'appeals/no-such-message': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no message “${name}” to answer it with.`,
    advice: ({ name, known }) => `${suggestion(name, known)}Declare it under “messages”.`,
  }),
  'working-days/date': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a day.`,
    advice: () => 'Write the year, the month and the day: 2026-12-25.',
  }),
  'working-days/known-until': kind<{ until: string; last: string }>({
    severity: 'error',
    message: ({ until, last }) => `The holidays are known until ${until}, and the table lists ${last}, which is later.`,
    advice: () => 'Put “known-until” at the last day for which all holidays are listed, usually the end of a year.',
  }),
  'working-days/ends-too-soon': kind<{ until: string; dated: string }>({
    severity: 'warning',
    message: ({ until, dated }) =>
      `The table ends on ${until}, before ${dated}, on which this definition was already at work.`,
    advice: () => 'Add the holidays since then, and move “known-until” on.',
  }),
  'working-days/two-tables': kind<{ named: string }>({
    severity: 'error',
    message: ({ named }) => `The programme takes the working days of “${named}”, and this table says others.`,
    advice: () => 'Keep one of the two: take “working-days” out of “programme”, or take this section out.',
  }),
};

export const raiseSection = raiser(sectionProblems);
