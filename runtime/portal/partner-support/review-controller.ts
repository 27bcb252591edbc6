/** Reviews of his place among those who work with him: asking for one, and answering. Nothing of her side is in here. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type Access, access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { isAmong } from '../../server/cases/may-record.js';
import type { Review, ReviewOutcome } from '../../server/partner-support/contract.js';
import { reviewOutcomes } from '../../server/partner-support/contract.js';
import { caseAddress } from '../case/addresses.js';
import { NotFound } from '../error-page/faults.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { caseAt, type Office } from '../office.js';
import { typedIn } from '../record/read-record.js';
import type { Typed } from '../record/record-presenter.js';
import type { Section } from './form-view.js';
import { ask, readAll, words } from './her-form.js';
import { asking, reviewers, wordsChosen } from './review-form.js';
import { ReviewPage, type ReviewPresenter } from './review-view.js';
import { presentReview } from './reviews-presenter.js';
import { reviewWords } from './said-words.js';

/** Of those who work with him, at whose site the case is. */
const staffCase: Access = {
  for: 'staff',
  expects: { ...access.caseSupporters.expects, staff: access.caseInside.expects.staff, supporter: 'not-found' },
};

type Page = Omit<ReviewPresenter, 'typed' | 'faults' | 'key' | 'back'>;

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  found: OpenCase,
  page: Page,
  { typed, key, faults = [] }: { typed: Typed; key: string; faults?: Fault[] },
): Promise<FastifyReply> => {
  const back = caseAddress(found);
  const frame = await staffFrame(office, request, found.actor, {
    title: page.title,
    at: 'cases',
    back: { href: back, words: found.stored.name },
    failed: faults.length > 0,
  });
  const shown = { ...page, typed, key, faults, back };
  return reply
    .code(faults.length > 0 ? 422 : 200)
    .type('text/html; charset=utf-8')
    .send(renderPage(frame, createElement(ReviewPage, { page: shown })));
};

const askPage = (found: OpenCase): Page & { sections: Section[] } => ({
  title: 'Ask for a review of his place',
  name: found.stored.name,
  says: [],
  sections: [asking(found.bundle)],
  action: `${caseAddress(found)}/review`,
  button: 'Ask for it',
});

const toAsk = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const found = await caseAt(office, request);
  const sent = (request.body ?? {}) as Sent;
  const page = askPage(found);
  const asked = page.sections.flatMap((section) => section.asked);
  const [typed, key] = [typedIn(sent, asked), keySent(sent.key)];
  const read = readAll(asked, typed);
  const says = 'answers' in read ? wordsChosen(read.answers) : '';
  const faults =
    'faults' in read
      ? read.faults
      : says === ''
        ? [{ message: 'Enter the words that others will read', href: '#own' }]
        : [];
  if ('faults' in read || faults.length > 0) return show(office, request, reply, found, page, { typed, key, faults });
  const { ref } = found.stored;
  await office.partnerSupport.askReview(found.actor, { key, ref, words: says, forRole: words(read.answers.for) });
  return reply.redirect(`${caseAddress(found)}#reviews`, 303);
};

const reviewAt = async (office: Office, request: FastifyRequest): Promise<{ found: OpenCase; review: Review }> => {
  const found = await caseAt(office, request);
  const { review: id } = request.params as { review: string };
  const review = (await office.partnerSupport.reviews(found.actor, found.stored.ref)).find((one) => one.id === id);
  if (!review || !isAmong(found.bundle, found.actor.role, [review.forRole]))
    throw new NotFound('There is no page at this address.');
  return { found, review };
};

const outcomeOptions = reviewOutcomes.map((id) => ({ id, words: reviewWords[id] }));
const answerPage = (found: OpenCase, review: Review): Page => {
  const shown = presentReview(found, review);
  return {
    title: 'A review of his place was asked for',
    name: found.stored.name,
    says: [shown.words, shown.asked, ...(shown.answered ? [`Answered already: ${shown.answered}`] : [])],
    sections: [
      {
        asked: [
          ask('outcome', 'What came of looking at it?', 'choice', { options: outcomeOptions, required: true }),
          ask('says', 'Why?', 'long-text', { required: true }),
        ],
      },
    ],
    action: `${caseAddress(found)}/reviews/${review.id}`,
    button: 'Record it',
  };
};

const toAnswer = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { found, review } = await reviewAt(office, request);
  const page = answerPage(found, review);
  const sent = (request.body ?? {}) as Sent;
  const asked = page.sections.flatMap((section) => section.asked);
  const [typed, key] = [typedIn(sent, asked), keySent(sent.key)];
  const read = readAll(asked, typed);
  if ('faults' in read) return show(office, request, reply, found, page, { typed, key, faults: read.faults });
  const answer = { outcome: words(read.answers.outcome) as ReviewOutcome, says: words(read.answers.says) };
  if (await office.partnerSupport.answerReview(found.actor, review.id, answer))
    return reply.redirect(`${caseAddress(found)}#reviews`, 303);
  const now = await reviewAt(office, request);
  const faults = [{ message: 'Somebody else has answered it in the meantime, and nothing was changed' }];
  return show(office, request, reply, now.found, answerPage(now.found, now.review), { typed, key, faults });
};

/** Asking for a review of his place, and answering one. */
export const reviewRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/cases/:ref/review',
    config: { access: staffCase },
    async handler(request, reply) {
      const found = await caseAt(office, request);
      const typed = { for: reviewers(found.bundle)[0] ?? '' };
      return show(office, request, reply, found, askPage(found), { typed, key: newKey() });
    },
  },
  {
    method: 'POST',
    url: '/:programme/cases/:ref/review',
    config: { access: staffCase },
    handler: (request, reply) => toAsk(office, request, reply),
  },
  {
    method: 'GET',
    url: '/:programme/cases/:ref/reviews/:review',
    config: { access: staffCase },
    async handler(request, reply) {
      const { found, review } = await reviewAt(office, request);
      return show(office, request, reply, found, answerPage(found, review), { typed: {}, key: newKey() });
    },
  },
  {
    method: 'POST',
    url: '/:programme/cases/:ref/reviews/:review',
    config: { access: staffCase },
    handler: (request, reply) => toAnswer(office, request, reply),
  },
];
