import { ErrorSummary } from '../layout/error-summary.js';
import type { Filled } from '../record/record-view.js';
import { Asking, type Section } from './form-view.js';
import type { ReviewsPresenter } from './reviews-presenter.js';

export interface ReviewPresenter extends Filled {
  title: string;
  name: string;
  says: string[];
  sections: Section[];
  key: string;
  action: string;
  back: string;
  button: string;
}

/** A page about a review of his place. */
export const ReviewPage = ({ page }: { page: ReviewPresenter }) => (
  <div className="rubric-measure">
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.name}</span> {page.title}
    </h1>
    <Asking page={page} />
  </div>
);

/** Reviews of his place, as a part of the page of a case. */
export const ReviewSection = ({ page }: { page: ReviewsPresenter }) => (
  <section className="rubric-sheet" id="reviews" data-item="reviews" aria-labelledby="reviews-title">
    <h2 className="rubric-heading-m" id="reviews-title">
      Reviews of his place
    </h2>
    {page.reviews.length === 0 && <p className="rubric-empty">No review of his place was asked for.</p>}
    {page.reviews.map((review) => (
      <div key={review.id} data-item={`review-${review.id}`}>
        <p className="rubric-body">
          <strong>{review.words}</strong>
        </p>
        <p className="rubric-quiet">{review.asked}</p>
        {review.answered && <p className="rubric-body">{review.answered}</p>}
        {review.answer && (
          <p className="rubric-body rubric-no-print">
            <a className="govuk-button govuk-button--secondary" href={review.answer}>
              Record what came of it<span className="govuk-visually-hidden"> – {review.words}</span>
            </a>
          </p>
        )}
      </div>
    ))}
    {page.ask && (
      <p className="rubric-body rubric-no-print">
        <a className="rubric-link" href={page.ask}>
          Ask for a review of his place
        </a>
      </p>
    )}
  </section>
);
