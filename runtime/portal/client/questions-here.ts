import type { PagePart } from '../form/question-page.js';

/** Gives the page in the browser another definition to go by; what has been typed stays. */
export interface Questions {
  replace(part: PagePart): void;
}

/** Reads what the server laid beside the questions of a page; nothing where there are none. */
export const partOn = (page: Document): PagePart | undefined => {
  const part = page.getElementById('question-page')?.getAttribute('data-part');
  return part ? (JSON.parse(part) as PagePart) : undefined;
};

let here: Questions | undefined;

/** Says that the questions of this page are awake. */
export const questionsAre = (questions: Questions): void => {
  here = questions;
};

/** The questions of this page; nothing where there are none, or their script has not come yet. */
export const questionsHere = (): Questions | undefined => here;
