/** What can be wrong in what is kept apart, and every way in which it would reach somebody who may not see it. */
import { capital, listed } from '../../../engine/contract/index.js';
import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

const way = (path: readonly string[]): string => path.map((each) => `“${each}”`).join(', which rests on ');
const the = (roles: readonly string[], last: 'and' | 'or' = 'or'): string =>
  roles.length === 0
    ? 'anybody inside'
    : `the ${listed(roles, last).replaceAll(', ', ', the ').replace(` ${last} `, ` ${last} the `)}`;
const suggestion = (name: string, known: readonly string[]): string => {
  const near = nearest(name, [...known]);
  return near ? `Did you mean “${near}”? ` : '';
};

/** From a document to where what stands in it comes from: “Mid-way report › Review of risk › latest concern › …”. */
export const wayIn = (path: readonly string[]): string => path.join(' › ');

interface Given {
  what: string;
  kept: string;
  path: string[];
  others: string[];
  known: string[];
}
/** `how` says what can be written instead: of a heading, of what opens it, of the document as a whole. */
interface Leak {
  title: string;
  path: string[];
  whom: string[];
  known: string[];
  how: 'heading' | 'opening' | 'record' | 'whole' | 'asking';
}

const leakAdvice: Record<Leak['how'], (known: string) => string> = {
  heading: (known) =>
    `Take it out, or send it to somebody who may see it. Or add “released-by:” to the heading, with a role that may see it (${known}): it then stands there only once they have released it.`,
  record: (known) =>
    `Let only roles record it that do not support her (narrow its “by:”), and let what she tells be a record of its own. Or add “released-by:” to the heading, with a role that may see it (${known}).`,
  opening: () =>
    'Its coming alone would tell. Let it depend on something that is not kept apart, such as a date or a session, or send it to somebody who may see it.',
  asking: () => 'Take her out of “on-request”, and let what she asks for be a message of its own, to her.',
  whole: () => 'Send it to somebody who may see it, or let it be one document for everybody.',
};

export const informationProblems = {
  'information/no-such-thing': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is nothing called “${name}” that could be kept apart.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}Name a question, a record, a question of a record (incident.where), a judgement, an instrument or a fact.`,
  }),
  'information/not-itself': kind<{ name: string; is: string }>({
    severity: 'error',
    message: ({ name, is }) => `“${name}” is ${is}, and is kept apart with what it goes by, not by itself.`,
    advice: () => 'Keep apart what it reads: the question, the record, the judgement or the fact.',
  }),
  'information/of-every-case': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” cannot be kept apart: every case has it, and everybody inside works with it.`,
    advice: () => 'Take it out. What a definition asks or records itself can be kept apart.',
  }),
  'information/already-hers': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) =>
      `“${name}” is hers already: what the partner says and how she can be reached is seen by those who support her, and by nobody else.`,
    advice: ({ known }) =>
      `Take it out: nothing has to be said of it; a clause that says so is answered by “hers: { clause: … }” here. It is seen by ${known.length > 0 ? known.join(', ') : 'nobody, as no role supports her'}.`,
  }),
  'information/keeps-nothing': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” keeps nothing apart.`,
    advice: () => 'Name under “keeps:” what is kept apart, such as keeps: [risks, incident.where], or take it out.',
  }),
  'information/seen-by-nobody': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `Nobody may see what “${id}” keeps apart.`,
    advice: () => 'Name under “seen-by:” the roles inside that may.',
  }),
  'information/outside': kind<{ id: string; called: string }>({
    severity: 'error',
    message: ({ called }) =>
      `The ${called} is not inside the service, and people outside see nothing that is kept apart but in a document.`,
    advice: () =>
      'Name roles inside. What somebody outside is to be told stands in a report or a message, under a heading with “released-by:”.',
  }),
  'information/seen-by-all': kind<{ id: string }>({
    severity: 'warning',
    message: ({ id }) => `“${id}” keeps nothing from anybody: every role inside may see it.`,
    advice: () => 'Name fewer roles under “seen-by:”, or take it out.',
  }),
  'information/given': kind<Given>({
    severity: 'error',
    message: ({ what, kept, path, others }) =>
      `${capital(what)} is given to ${the(others)}, who may not see ${kept}: it reads ${way(path)}.`,
    advice: ({ known }) => `Give it to roles that may see it: ${known.join(', ')}. Or let it go by something else.`,
  }),
  'information/changes-case': kind<{ id: string; says: string; kept: string; path: string[] }>({
    severity: 'error',
    message: ({ id, says, kept, path }) =>
      `“${id}” rests on ${kept}: it reads ${way(path)}. Who may not see that would not see “${says}” either, and be told that the case stands as before.`,
    advice: () =>
      'Let the rule ask somebody who may see it to look at his place, such as “must: Look at his place”, with “confirmed-by”. What that person then does in the case is seen by everybody, without its ground.',
  }),
  'information/reaches': kind<{
    id: string;
    says: string;
    whom: string;
    kept: string;
    path: string[];
    known: string[];
  }>({
    severity: 'error',
    message: ({ id, says, whom, kept, path }) =>
      `“${id}” rests on ${kept}: it reads ${way(path)}. “${says}” would reach ${whom}, and its coming would tell.`,
    advice: ({ known }) =>
      `Let it go to a role that may see it (${known.join(', ')}), or let a person who may see it do it in their own words, such as: contact referrer.`,
  }),
  'document/leak': kind<Leak>({
    severity: 'error',
    message: ({ title, path, whom }) => `“${title}” would show ${the(whom, 'and')} what is kept apart: ${wayIn(path)}.`,
    advice: ({ how, known }) => leakAdvice[how](known.length > 0 ? known.join(', ') : 'nobody has such a role yet'),
  }),
  'document/partners-together': kind<{ title: string; path: string[]; each: string; oneEach: boolean }>({
    severity: 'error',
    message: ({ title, path, each, oneEach }) =>
      oneEach
        ? `“${title}” goes to one ${each} at a time, and would show what may be another’s: ${wayIn(path)}.`
        : `“${title}” goes to every ${each}, and would show what may be of one of them alone: ${wayIn(path)}.`,
    advice: ({ each, oneEach }) =>
      oneEach
        ? `Show only what is of her own entry: its questions, a fact “for-each: ${each}”, a record “about: ${each}”.`
        : `Write one for each: for-each: ${each}. It may then show what is of her own entry.`,
  }),
  'document/narrative': kind<{ title: string; path: string[]; whom: string[]; known: string[] }>({
    severity: 'error',
    message: ({ title, path, whom }) =>
      `In “${title}” somebody writes to ${the(whom, 'and')} who may know what is hers, and nothing checks what they write: ${wayIn(path)}.`,
    advice: ({ known }) =>
      `Let it be written and reviewed by roles that do not support her. Or add “released-by:” to the heading, with a role that may see it (${known.join(', ')}).`,
  }),
  'document/narrative-unchecked': kind<{
    title: string;
    path: string[];
    more: string[];
    kept: string;
    known: string[];
  }>({
    severity: 'warning',
    message: ({ title, path, more, kept }) =>
      `In “${title}” somebody writes who may see ${kept}, to somebody who may not: ${wayIn(path)}.${more.length === 0 ? '' : ` So also under ${listed(more.map((each) => `“${each}”`))}.`}`,
    advice: ({ known, more }) =>
      `Add “reviewed-by:” with a role that may see it (${known.join(', ')}) and looks at what was written, or “released-by:” to ${more.length === 0 ? 'the heading' : 'each of the headings'}.`,
  }),
  'document/released-by': kind<{ title: string; path: string[]; others: string[]; known: string[] }>({
    severity: 'error',
    message: ({ title, path, others }) =>
      `${capital(the(others, 'and'))} may not see what is to be released in “${title}”: ${wayIn(path)}.`,
    advice: ({ known }) => `Name under “released-by:” roles that may see it: ${known.join(', ')}.`,
  }),
  'document/nothing-to-release': kind<{ title: string; where: string }>({
    severity: 'warning',
    message: ({ title, where }) =>
      `“${title}” waits for somebody to release “${where}”, and everybody who receives it may see what stands there.`,
    advice: () => 'Take “released-by” out; the heading then stands there by itself.',
  }),
  'words/blank': kind<{ blank: string }>({
    severity: 'error',
    message: ({ blank }) => `${blank} would be read as it stands: nothing of a case is filled in here.`,
    advice: () => 'Blanks are filled in under “says” and in “subject” of a report or a message. Leave it out here.',
  }),
  'words/leak': kind<{ blank: string; path: string[]; kept: string }>({
    severity: 'error',
    message: ({ blank, path, kept }) =>
      `These words are for everybody, and ${blank} would put something into them that is kept apart: ${wayIn(path)} (${kept}).`,
    advice: () => 'Leave it out. What is kept apart stands only in a report or a message to somebody who may see it.',
  }),
};

export const raiseInformation = raiser(informationProblems);
