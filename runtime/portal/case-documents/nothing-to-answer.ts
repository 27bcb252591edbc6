/** Documents that answer an appeal: there is nothing to write as long as nobody has appealed. */
import type { AppealStep, Document } from '../../../engine/index.js';
import { outOf } from '../../documents/acts.js';
import type { OpenCase } from '../../server/cases/contract.js';

/** As it is called within a sentence; what begins with several capitals keeps them. */
const within = (title: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;

const isLodged = ({ stored: { events } }: Pick<OpenCase, 'stored'>, { id }: AppealStep): boolean => {
  const taken = new Set(events.map(({ supersedes }) => supersedes));
  return events.some((event) => event.what === `${id}-lodged` && !taken.has(event.id));
};

/** The sentence that says so, in the name that the appeal has; nothing where there is one, and of any other document. */
export const nothingToAnswer = (found: Pick<OpenCase, 'stored' | 'whole'>, document: Document): string | undefined => {
  const answered = (found.whole.course?.appeals ?? []).filter(({ answeredBy }) =>
    answeredBy?.includes(outOf(document)),
  );
  const [first] = answered;
  if (!first || answered.some((step) => isLodged(found, step))) return undefined;
  return `No ${within(first.title)} was asked for, so there is nothing to answer.`;
};
