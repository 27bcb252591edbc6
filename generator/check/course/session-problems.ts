import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

const suggestion = (name: string, known: string[]): string => {
  const near = nearest(name, known);
  return near ? `Did you mean “${near}”? ` : '';
};
const listed = (known: string[]): string => (known.length > 0 ? known.join(', ') : 'none');
const these = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

export const sessionProblems = {
  'sessions/total': kind<{ total: string; parts: string[]; sum: string }>({
    severity: 'error',
    message: ({ total, parts, sum }) => `The parts come to ${sum} (${parts.join(', ')}), and the total says ${total}.`,
    advice: () =>
      'Correct a part or the total. If the total leaves some phases out, list those that it counts under “counts”.',
  }),
  'sessions/topics': kind<{ topics: number; sessions: string; rest: number; phase?: string }>({
    severity: 'warning',
    message: ({ topics, sessions, rest, phase }) => {
      const where = phase ? ` of “${phase}”` : '';
      const named = `${these(topics, 'topic')} ${topics === 1 ? 'is' : 'are'} named for ${sessions}${where}`;
      return rest > 0
        ? `${named}: ${these(rest, 'session')} ${rest === 1 ? 'has' : 'have'} no named topic.`
        : `${named}: ${these(-rest, 'topic')} ${rest === -1 ? 'has' : 'have'} no session.`;
    },
    advice: () => 'Add what is missing. If the document has it so, put “reading:” beside the topics and say it there.',
  }),
  'sessions/rate': kind<{ sessions: string; rate: string; lasts: string; takes: string }>({
    severity: 'error',
    message: ({ sessions, rate, lasts, takes }) =>
      `${sessions.charAt(0).toUpperCase()}${sessions.slice(1)} cannot be reached in ${lasts}: with ${rate} they take ${takes}.`,
    advice: () => 'Lengthen “lasts”, or correct the number of sessions or how often they are.',
  }),
  'sessions/no-such-phase': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no phase named “${name}”.`,
    advice: ({ name, known }) => `${suggestion(name, known)}The phases are: ${listed(known)}.`,
  }),
  'sessions/counted-twice': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `The total counts the phase “${name}” twice.`,
    advice: () => 'List it once under “counts”.',
  }),
  'sessions/no-such-kind': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no kind of session named “${name}”.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}The kinds are: ${listed(known)}. Declare another under “kinds”.`,
  }),
  'sessions/replaces-itself': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `A session of the kind “${name}” may replace one of its own kind, which says nothing.`,
    advice: () => 'Name another kind under “may-replace”, or leave it out.',
  }),
  'sessions/kind-elsewhere': kind<{ name: string; only: string[]; elsewhere: string[]; clauses: string[] }>({
    severity: 'warning',
    message: ({ name, only, elsewhere, clauses }) => {
      const said = clauses.length > 0 ? ` (${clauses.join(', ')})` : '';
      return `Sessions of the kind “${name}” are held in ${listed(only)} only${said}, and ${listed(elsewhere)} ${elsewhere.length === 1 ? 'has' : 'have'} them too.`;
    },
    advice: () =>
      'Correct one or the other. If the document says both, put “reading:” beside the kind and say how it is taken.',
  }),
  'sessions/no-such-topic': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no topic with the title “${name}”.`,
    advice: ({ name, known }) => `${suggestion(name, known)}Write the title as it stands in the list.`,
  }),
  'sessions/topic-twice': kind<{ title: string }>({
    severity: 'error',
    message: ({ title }) => `The topic “${title}” is listed twice.`,
    advice: () => 'Take one out, or tell them apart by their titles: “part 1”, “part 2”.',
  }),
  'sessions/in-turn': kind<{ clauses: number; topics: number }>({
    severity: 'error',
    message: ({ clauses, topics }) =>
      `${these(clauses, 'clause')} ${clauses === 1 ? 'is' : 'are'} given in turn to ${these(topics, 'topic')}.`,
    advice: () => 'Correct the range or the list, so that each topic has its clause.',
  }),
  'sessions/trait-misspelt': kind<{ trait: string; meant: string; outcome: string }>({
    severity: 'error',
    message: ({ trait, outcome }) => `“${outcome}” has a trait “${trait}”, which is nearly one that Rubric knows.`,
    advice: ({ meant }) =>
      `Did you mean “${meant}”? For a trait of your own choose a name that cannot be mistaken for it.`,
  }),
  'sessions/nothing-credited': kind<Record<never, never>>({
    severity: 'warning',
    message: () => 'No outcome is credited, so nobody ever gets nearer to the total.',
    advice: () =>
      'Write “credited: yes” at the outcomes that count, such as attended: { present: yes, credited: yes }.',
  }),
  'sessions/before-start-late': kind<{ phase: string; earlier: string }>({
    severity: 'error',
    message: ({ phase, earlier }) =>
      `The phase “${phase}” comes before the start, and stands after “${earlier}”, which does not.`,
    advice: ({ phase, earlier }) => `Put “${phase}” above “${earlier}”, or take “before-start” out.`,
  }),
  'sessions/no-end': kind<Record<never, never>>({
    severity: 'warning',
    message: () => '“end-moves-with” moves the planned end, and nothing says when that is.',
    advice: () => 'Add “lasts:” with how long the whole takes, such as lasts: 52 weeks.',
  }),
};

export const raiseSessions = raiser(sessionProblems);
