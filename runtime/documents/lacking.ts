import type { Document, DocumentData, Heading } from '../../engine/contract/index.js';
import { inOneSentence } from '../portal/words/lists.js';

/** More letters than this of a heading are not needed to find it. */
const longest = 50;
const shortened = (words: string): string =>
  words.length <= longest ? words : `${words.slice(0, longest).replace(/[\s,;/.]+\S*$/, '')} …`;
const quoted = (words: string): string => `“${words}”`;

/** A heading by its words, or where it has none by what it asks of its author. */
const named = ({ heading, asks }: Heading): string => shortened(heading ?? asks?.prompt.replace(/[.?!:]+$/, '') ?? '');

/**
 * Takes a document and its data; gives what must be there and is not, as a sentence: "Draft: not written yet:
 * “Engagement”". Nothing where nothing lacks.
 */
export const lackingIn = (document: Document, { headings, reviewed, issued }: DocumentData): string | undefined => {
  const unwritten = document.headings.filter(({ id, asks }) => {
    const data = headings[id];
    return asks?.required === true && data?.stands === true && data.narrative?.written !== true;
  });
  const isUnreasoned = Object.values(headings).some(({ stands, decision }) => stands && decision?.reasonMissing);
  const unreviewed = document.reviewedBy.length > 0 && reviewed.on === '' && issued.on === '';
  const said = [
    ...(unwritten.length > 0 ? [`not written yet: ${inOneSentence(unwritten.map(named).map(quoted))}`] : []),
    ...(isUnreasoned ? ['the reason for the decision is missing'] : []),
    ...(unreviewed ? ['not reviewed yet'] : []),
  ];
  return said.length === 0 ? undefined : `Draft: ${said.join('; ')}`;
};
