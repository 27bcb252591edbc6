/** Reviews of his place as everybody inside sees them: that one was asked for, in which words, on which day. */
import type { OpenCase } from '../../server/cases/contract.js';
import { isAmong } from '../../server/cases/may-record.js';
import type { Review } from '../../server/partner-support/contract.js';
import { caseAddress } from '../case/addresses.js';
import { momentInWords } from '../words/dates.js';
import { stopped } from '../words/lists.js';
import { roleInWords } from '../words/names.js';
import { reviewWords } from './said-words.js';

export interface ShownReviewOfPlace {
  id: string;
  words: string;
  asked: string;
  answered?: string;
  answer?: string;
}
export interface ReviewsPresenter {
  reviews: ShownReviewOfPlace[];
  /** Where one is asked for. */
  ask?: string;
}

export const presentReview = (found: OpenCase, review: Review): ShownReviewOfPlace => {
  const { bundle, actor } = found;
  const zone = bundle.programme.timeZone;
  const { answered } = review;
  const mine = !actor.supporter && isAmong(bundle, actor.role, [review.forRole]);
  return {
    id: review.id,
    words: review.words,
    asked: `Asked for by the service on ${momentInWords(review.asked, zone)}, of the ${roleInWords(bundle, review.forRole)}`,
    ...(answered && {
      answered: `${stopped(reviewWords[answered.outcome])} ${stopped(answered.says)} ${answered.by}, ${roleInWords(bundle, answered.role)}, on ${momentInWords(answered.at, zone)}`,
    }),
    ...(!answered && mine && { answer: `${caseAddress(found)}/reviews/${review.id}` }),
  };
};

/** Takes a case and its reviews. Asking is offered to those who work with him. */
export const presentReviews = (found: OpenCase, reviews: readonly Review[]): ReviewsPresenter => ({
  reviews: reviews.map((each) => presentReview(found, each)),
  ...(!found.actor.supporter && { ask: `${caseAddress(found)}/review` }),
});
