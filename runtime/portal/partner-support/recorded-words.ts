/** What she wants and when she was last in contact, of what was kept beside the case and of what the case has on record. */
import type { Answer, Bundle, CaseEvent, Field } from '../../../engine/contract/index.js';
import type { Known } from '../../server/partner-support/contract.js';
import type { OnRecord } from '../../server/partner-support/on-record.js';
import { happeningInWords, happeningNamed } from '../words/course.js';
import { momentInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { instantInWords, outcomeWords, wishesInWords } from './said-words.js';

/** Of somebody in a list, or before whoever looks at her page. */
export interface Told {
  whole: Bundle;
  known: Known;
  recorded: OnRecord;
}

const labelOf = ({ options, kind }: Field, answer: Answer): string =>
  [answer]
    .flat()
    .map(
      (one) => options.find(({ id }) => id === one)?.label ?? (kind === 'yes-no' ? capital(String(one)) : String(one)),
    )
    .join(', ');

/** "She said what contact she wants: a monthly contact only (Thursday 25 December 2025)". */
const saidInWords = (bundle: Bundle, { what = '', values, happened }: CaseEvent): string => {
  const answers = (happeningNamed(bundle, what)?.fields ?? []).flatMap((field) => {
    const answer = values[field.name] ?? values[field.id];
    return answer === undefined || answer === null || answer === '' ? [] : [labelOf(field, answer)];
  });
  const said = answers.length === 0 ? '' : `: ${answers.join('; ')}`;
  return `${capital(happeningInWords(bundle, what))}${said} (${momentInWords(happened, bundle.programme.timeZone)})`;
};

/** What she wants, of both; each a sentence without its stop. */
export const whatSheWants = ({ whole, known, recorded }: Told): string[] => {
  const wishes = known.wishes.at(-1)?.said;
  const isAsked = wishes !== undefined && (wishes.support !== 'not-asked' || wishes.told !== 'not-asked');
  const said = recorded.said && saidInWords(whole, recorded.said);
  return [...(isAsked || !said ? [wishesInWords(wishes)] : []), ...(said ? [said] : [])];
};

/** What whoever is about to reach her has to know of what she wants; nothing where she asked for nothing. */
export const wishesToHeed = (told: Told): string[] => {
  const wishes = told.known.wishes.at(-1)?.said;
  const declines = wishes?.support === 'no' || wishes?.told === 'no';
  return declines || told.recorded.said ? whatSheWants(told) : [];
};

const dayOf = (instant: string): string => instant.slice(0, 10);

/** The last contact with her or attempt at it, of both. */
export const lastContact = ({ whole, known, recorded: { contact } }: Told): string => {
  const zone = whole.programme.timeZone;
  const last = known.attempts.at(-1)?.said;
  if (contact && (!last || dayOf(contact.happened) > dayOf(last.when)))
    return `${capital(happeningInWords(whole, contact.what ?? ''))}, ${momentInWords(contact.happened, zone)}`;
  return last
    ? `${outcomeWords[last.outcome]}, ${instantInWords(last.when, zone)}`
    : 'Nobody has tried to reach her yet';
};
