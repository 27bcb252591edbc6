import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { decide } from '../../../engine/index.js';
import { toBeSent } from '../../portal/form/send-form.js';
import type { Fault } from '../../portal/layout/error-summary.js';
import { renderPage } from '../../portal/layout/render.js';
import { joinDate } from '../../rjsf-govuk/day.js';
import type { Sent } from '../../server/bodies.js';
import { caseAddress } from '../addresses.js';
import { keptOnlyHere, navigationOf } from '../navigation.js';
import { presentProblems } from '../problems/presenter.js';
import { Mistakes } from '../problems/view.js';
import { type Here, openHere, type Studio } from '../studio.js';
import { type DecisionPresenter, presentDecision } from './presenter.js';
import { Decision } from './view.js';

const decisionPage = async (
  { opened, draft, today }: Here,
  faults: Fault[] = [],
  typed?: DecisionPresenter['asOfParts'],
): Promise<string> => {
  const { bundle, at, live, loaded } = opened;
  const asOf = draft.asOf ?? today;
  // By the definition as it is signed; what is shown of it is shown by the case's own.
  const decided = await decide(loaded.bundle ?? bundle, draft.events, { asOf });
  const changed = bundle.forms
    .filter((form) => draft.sent.includes(form.id))
    .filter((form) => Object.keys(toBeSent({ bundle, form, draft, today })).length > 0);
  const presented = presentDecision(
    bundle,
    draft,
    at,
    decided,
    asOf,
    changed.map(({ id }) => id),
  );
  const decision = typed ? { ...presented, asOfParts: typed } : presented;
  const frame = {
    title: 'Decision',
    failed: faults.length > 0,
    where: bundle.programme.title,
    navigation: navigationOf(at, bundle, { at: 'decision' }, draft),
    live,
    note: keptOnlyHere,
  };
  const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
  return renderPage(frame, createElement(Decision, { decision, faults }), createElement(Mistakes, { problems }));
};

const isDay = /^(19|20|21)\d\d-\d\d-\d\d$/;
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20) : '');

/** Takes the boxes of a day; gives the day, or what is wrong with it, never both. */
export const readDay = (sent: Sent): { day?: string } | { message: string } => {
  if (sent.today === 'yes') return {};
  const boxes = (sent.day ?? {}) as Record<string, unknown>;
  const day = joinDate({ day: text(boxes.day), month: text(boxes.month), year: text(boxes.year) });
  if (day === undefined) return { message: 'Enter the day to decide for' };
  return isDay.test(day) ? { day } : { message: 'The day must be a real date, like 27 3 2026' };
};

export const decisionRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:definition/cases/:draft/decision',
    async handler(request, reply) {
      return reply.type('text/html; charset=utf-8').send(await decisionPage(await openHere(studio, request)));
    },
  },
  {
    method: 'POST',
    url: '/:definition/cases/:draft/decision',
    async handler(request, reply) {
      const here = await openHere(studio, request);
      const sent = (request.body ?? {}) as Sent;
      const read = readDay(sent);
      if ('message' in read) {
        const boxes = (sent.day ?? {}) as Record<string, unknown>;
        const typed = { day: text(boxes.day), month: text(boxes.month), year: text(boxes.year) };
        const page = await decisionPage(here, [{ message: read.message, href: '#as-of-day' }], typed);
        return reply.type('text/html; charset=utf-8').send(page);
      }
      const { asOf: _before, ...rest } = here.draft;
      await studio.drafts.save(read.day && read.day !== here.today ? { ...rest, asOf: read.day } : rest);
      return reply.redirect(`${caseAddress(here.opened.at, here.draft)}/decision`, 303);
    },
  },
];
