/** Effects that begin like a verb which is carried out, and are not written so that it would be. */
import type { Id, Option } from '../../../engine/contract/index.js';
import type { CourseNames } from './names.js';

type Names = Pick<
  CourseNames,
  'people' | 'phases' | 'messages' | 'reports' | 'appointments' | 'assessments' | 'endings'
>;
/** What to write instead, and what may stand in the place of the name in it. */
export interface KnownVerb {
  write: string;
  known: Id[];
}
type Like = [RegExp, (rest: string, names: Names) => KnownVerb];

const ids = (options: Option[]): Id[] => options.map(({ id }) => id);

const inWords = (id: Id): string => id.replaceAll('-', ' ');
/** The one that the words speak of, by its name or by what it is called; the longest: “worker” is in “support worker”. */
const spokenOf = (rest: string, known: Id[], called: (id: Id) => string): Id | undefined => {
  const said = ` ${rest.toLowerCase().replace(/[.,;:]/g, ' ')} `;
  const found = known.flatMap((id) =>
    [id, inWords(id), called(id).toLowerCase()]
      .filter((each) => said.includes(` ${each} `))
      .map((each) => ({ id, each })),
  );
  return found.sort((a, b) => b.each.length - a.each.length)[0]?.id;
};

const named = (verb: string, what: string, known: Id[], found?: Id): KnownVerb => ({
  write: `${verb} ${found ?? `<${what}>`}`,
  known: found === undefined ? known : [],
});
const always = (write: string) => (): KnownVerb => ({ write, known: [] });
const people = ({ people: all }: Names): Id[] => [...all.outside, ...all.inside];
const toPerson =
  (verb: string) =>
  (rest: string, names: Names): KnownVerb => {
    const him = / (him|he) /.test(` ${rest} `) ? names.people.outside.find((id) => id === 'participant') : undefined;
    return named(verb, 'person', people(names), spokenOf(rest, people(names), names.people.called) ?? him);
  };
const close = (rest: string, names: Names): KnownVerb => {
  const known = ids(names.endings);
  return known.length > 0 ? named('close as', 'ending', known, spokenOf(rest, known, inWords)) : always('close')();
};

const likes: Like[] = [
  [/^(?:start|begin) (?:again|afresh|anew|over)\b/, always('restart')],
  [/^(?:discharge|terminate|expel|exclude|dismiss|remove|end|close|deselect|withdraw|strike (?:him )?off)\b/, close],
  [
    /^(?:notify|tell|inform|ring|call|phone|telephone|text|e-?mail|contact|alert|write to|speak to|talk to|get in touch with)\b/,
    toPerson('contact'),
  ],
  [/^(?:readmit|reinstate|take him back|let him (?:back|resume)|resume)\b/, always('resume')],
  [/^(?:pause|suspend|put (?:him )?on hold)\b/, always('suspend')],
  [/^(?:graduate|finish|complete)\b/, always('complete')],
  [/^(?:prolong|lengthen|extend)\b/, always('extend by 4 weeks')],
  [/^(?:restart|repeat)\b/, always('restart')],
  [/^transfer\b/, always('transfer')],
  [/^refer\b/, toPerson('refer back to')],
  [
    /^(?:move|promote|advance)\b/,
    (rest, { phases }) => named('move to', 'phase', ids(phases), spokenOf(rest, ids(phases), inWords)),
  ],
  [/^send\b/, (rest, { messages }) => named('send', 'message', messages, spokenOf(rest, messages, inWords))],
  [/^issue\b/, (rest, { reports }) => named('issue', 'report', reports, spokenOf(rest, reports, inWords))],
  [
    /^offer\b/,
    (rest, { appointments, assessments }) => {
      const known = [...appointments, ...assessments];
      return named('offer', 'appointment', known, spokenOf(rest, known, inWords));
    },
  ],
];

/**
 * Takes an effect that is words for a person and begins with a small letter; gives the verb that was probably meant, or
 * undefined. A capital letter says that words are meant.
 */
export const knownVerbLike = (says: string, names: Names): KnownVerb | undefined => {
  for (const [words, make] of likes) {
    const found = words.exec(says);
    if (found) return make(says.slice(found[0].length).trim(), names);
  }
  return undefined;
};
