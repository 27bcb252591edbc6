import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { isDemonstration } from '../layout/demonstration.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { caseAt, type Office } from '../office.js';
import { ReviewSection } from '../partner-support/review-view.js';
import { presentReviews } from '../partner-support/reviews-presenter.js';
import { alikeNotice } from '../referring/alike.js';
import { AlikeNotice } from '../referring/earlier-view.js';
import { VersionNote } from '../versions/view.js';
import { caseAddress } from './addresses.js';
import { presentAnswers } from './answers-presenter.js';
import { Answers } from './answers-view.js';
import { presentCase, presentCaseDecision, presentHead } from './case-presenter.js';
import { Case, CaseDecision } from './case-view.js';
import { presentChanged } from './changed-answers.js';
import { ChangedAnswers } from './changed-answers-view.js';
import type { GroupNames } from './event-words.js';
import { presentTimeline } from './timeline-presenter.js';
import { TimelinePage } from './timeline-view.js';

const page = (
  office: Office,
  ending: string,
  title: string,
  content: (found: OpenCase) => ReactElement | Promise<ReactElement>,
): PortalRoute => ({
  method: 'GET',
  url: `/:programme/cases/:ref${ending}`,
  config: { access: access.caseInside },
  async handler(request: FastifyRequest, reply: FastifyReply) {
    const opened = await caseAt(office, request);
    const demonstration = opened.stored.demonstration && !isDemonstration();
    const found = { ...opened, stored: { ...opened.stored, demonstration } };
    const frame = await staffFrame(office, request, found.actor, {
      title: `${title}${found.stored.name}`,
      at: 'cases',
      back: { href: `/${found.stored.programme}/cases`, words: 'Cases' },
    });
    const alike = ending === '' && !found.actor.supporter ? await alikeNotice(office, found) : undefined;
    const notice = alike && createElement(AlikeNotice, alike);
    return reply.type('text/html; charset=utf-8').send(renderPage(frame, await content(found), notice));
  },
});

/** Of a case that goes by an earlier version of its definition, or was moved from one; for those who could move it. */
const versionNote = async (office: Office, found: OpenCase): Promise<ReactElement | undefined> => {
  if (found.actor.supporter) return undefined;
  const isEarlier = office.versions.later(found) !== undefined;
  if (!isEarlier && (await office.versions.moves(found)).length === 0) return undefined;
  return createElement(VersionNote, { href: `${caseAddress(found)}/version`, isEarlier });
};

/** The names of groups, where sessions of his were of any. */
const groupNames = async (office: Office, { actor, events }: OpenCase): Promise<GroupNames> =>
  events.some(({ session }) => session?.group !== undefined) ? office.groups.names(actor) : new Map();

/** A case, its whole timeline, and its decision with every criterion. */
export const caseRoutes = (office: Office): PortalRoute[] => [
  page(office, '', '', async (found) => {
    const reviews = await office.partnerSupport.reviews(found.actor, found.stored.ref);
    const nearMiss = office.nearMisses.known(found.stored, found.bundle);
    const section = createElement(ReviewSection, { page: presentReviews(found, reviews) });
    const page = presentCase(found, nearMiss, await groupNames(office, found));
    return createElement(Case, { page }, section, await versionNote(office, found));
  }),
  page(office, '/answers', 'Answers: ', (found) => createElement(Answers, { page: presentAnswers(found) })),
  page(office, '/timeline', 'Timeline: ', async (found) => {
    const timeline = presentTimeline(found, true, await groupNames(office, found));
    return createElement(TimelinePage, { head: presentHead(found, 'timeline'), timeline });
  }),
  page(office, '/decision', 'Decision: ', (found) => {
    const changed = createElement(ChangedAnswers, { changed: presentChanged(found) });
    return createElement(CaseDecision, { page: presentCaseDecision(found) }, changed);
  }),
];
