import { createElement } from 'react';
import { dayNumber, dayText } from '../../../engine/contract/index.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import { onRecord } from '../../server/partner-support/on-record.js';
import type { HerCase, HerLine } from '../../server/partner-support/partner-support.js';
import { listOf } from '../../server/partner-support/partners.js';
import { keySent, newKey } from '../layout/new-key.js';
import { bundleOf, type Office } from '../office.js';
import { localDay } from '../words/dates.js';
import { capital, withArticle } from '../words/lists.js';
import { herWord } from '../words/names.js';
import { herAddress, herCaseAddress, supportAddress } from './addresses.js';
import { attemptForm } from './attempt-form.js';
import { HerCasePage, type HerCasePresenter } from './case-view.js';
import { addRoutes, detailsForm } from './details-form.js';
import { herFormRoutes } from './her-form.js';
import { answerHers, herAt, herCaseAt } from './her-page.js';
import { presentPartner } from './partner-presenter.js';
import { PartnerPage } from './partner-view.js';
import { reachForm } from './reach-form.js';
import { herRecordRoutes } from './record-controller.js';
import { reviewRoutes } from './review-controller.js';
import { reviewForm } from './review-form.js';
import { tellRoutes } from './tell-controller.js';
import { daysAhead, listed, presentHerToday } from './today-presenter.js';
import { HerTodayPage } from './today-view.js';
import { supportersNow } from './who-supports.js';
import { wishesForm } from './wishes-form.js';

const pageAsked = (query: unknown): number => {
  const { page } = query as { page?: unknown };
  return typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
};

const lineOf = ({ found, partner, called, known }: HerCase): HerLine => ({
  ref: found.stored.ref,
  his: found.stored.name,
  // The page is of his case, and says how that stands.
  closed: false,
  key: partner.key,
  called,
  gone: partner.gone,
  whole: found.whole,
  owed: [],
  known,
  recorded: onRecord(found.whole, found.events),
});

const today = (office: Office): PortalRoute => ({
  method: 'GET',
  url: '/:programme/partner-support',
  config: { access: access.supporters },
  async handler(request, reply) {
    const { programme } = request.params as { programme: string };
    const actor = await office.actor(request, programme);
    const day = localDay(office.now(), bundleOf(office, programme).programme.timeZone);
    const [{ lines, unnamed }, supporters] = await Promise.all([
      office.partnerSupport.all(actor),
      supportersNow(office, programme),
    ]);
    const ahead = dayText(dayNumber(day) + daysAhead);
    const page = presentHerToday(programme, lines, {
      today: day,
      ahead,
      unnamed,
      supporters,
      page: pageAsked(request.query),
    });
    return answerHers(
      office,
      request,
      reply,
      { actor },
      { title: 'Partner support' },
      createElement(HerTodayPage, { page }),
    );
  },
});

const ofCase = (office: Office): PortalRoute => ({
  method: 'GET',
  url: '/:programme/partner-support/:ref',
  config: { access: access.caseSupporters },
  async handler(request, reply) {
    const { found, partners } = await herCaseAt(office, request);
    const at = herCaseAddress(found.stored);
    const supporters = await supportersNow(office, found.stored.programme);
    const page: HerCasePresenter = {
      his: found.stored.name,
      one: withArticle(herWord(found.whole)),
      partners: partners.map((her) => listed(found.stored.programme, lineOf(her), supporters)),
      ...(listOf(found.whole) && { add: `${at}/add` }),
      links: [
        {
          words: 'His case, as everybody inside sees it',
          href: `/${found.stored.programme}/cases/${found.stored.ref}`,
        },
        ...(found.whole.documents?.some(({ hers }) => hers)
          ? [{ words: 'Documents for her', href: `${at}/documents` }]
          : []),
      ],
    };
    const back = { href: supportAddress(found.stored.programme), words: 'Partner support' };
    return answerHers(
      office,
      request,
      reply,
      found,
      { title: 'Who is supported in a case', back },
      createElement(HerCasePage, { page }),
    );
  },
});

const ofPartner = (office: Office): PortalRoute => ({
  method: 'GET',
  url: '/:programme/partner-support/:ref/:entry',
  config: { access: access.caseSupporters },
  async handler(request, reply) {
    const her = await herAt(office, request);
    const { actor, stored } = her.found;
    const [reviews, grounds, supporters] = await Promise.all([
      office.partnerSupport.reviews(actor, stored.ref),
      office.partnerSupport.grounds(actor, stored.ref),
      supportersNow(office, stored.programme),
    ]);
    const page = presentPartner(her, { reviews, grounds, supporters, now: office.now(), key: newKey() });
    const back = { href: herCaseAddress(stored), words: 'Who is supported in this case' };
    return answerHers(
      office,
      request,
      reply,
      her.found,
      { title: capital(withArticle(herWord(her.found.whole))), back },
      createElement(PartnerPage, { page }),
    );
  },
});

/** Whoever asks supports her from now on; who did before is kept. */
const assign = (office: Office): PortalRoute => ({
  method: 'POST',
  url: '/:programme/partner-support/:ref/:entry/assign',
  config: { access: access.caseSupporters },
  async handler(request, reply) {
    const her = await herAt(office, request);
    const { actor } = her.found;
    await office.partnerSupport.keep(actor, her, {
      id: keySent(((request.body ?? {}) as Sent).key),
      kind: 'assigned',
      said: { person: actor.person, name: actor.name },
      seen: her.known.assigned.at(-1)?.id ?? '',
    });
    return reply.redirect(herAddress(her), 303);
  },
});

/** The pages of those who support partners. */
export const partnerSupportRoutes = (office: Office): PortalRoute[] => [
  today(office),
  ofCase(office),
  ...addRoutes(office),
  ofPartner(office),
  ...[reachForm, wishesForm, attemptForm, detailsForm, reviewForm].flatMap((form) => herFormRoutes(office, form)),
  ...tellRoutes(office),
  ...herRecordRoutes(office),
  assign(office),
  ...reviewRoutes(office),
];
