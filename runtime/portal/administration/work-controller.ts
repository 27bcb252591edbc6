/** Hand-over, sites, definitions in use, and the door to it all. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { administers } from '../../server/access/may-use.js';
import type { Office } from '../office.js';
import { type Faults, goTo, sendPage } from '../sign-in/answers.js';
import { typed } from '../sign-in/typed.js';
import { localDay } from '../words/dates.js';
import { type AdministrationOf, addressOf, administrationFrame, administrationOf, administrator } from './frame.js';
import { daysAway, partsTyped } from './typed-day.js';
import { insiders, presentDefinitions, presentSites, presentStandIns } from './work-presenter.js';
import { AdministrationPage, HandOverPage, SitesPage } from './work-view.js';

const config = { access: access.administrators };
const base = '/administration/programmes/:programme';
const said: Record<string, string> = { kept: 'The work is handed over.', ended: 'The hand-over has ended.' };

export const workRoutes = (office: Office): PortalRoute[] => {
  const { people } = office;

  const showHandOver = async (
    request: FastifyRequest,
    reply: FastifyReply,
    of: AdministrationOf,
    faults: Faults = {},
  ) => {
    const everybody = await people.grants.peopleOf(of.programme);
    const today = localDay(office.now(), of.bundle.programme.timeZone);
    const content = createElement(HandOverPage, {
      base: addressOf(of.programme),
      lines: presentStandIns(await people.standIns.all(of.programme, today), everybody),
      people: insiders(everybody),
      shown: {
        away: typed(request, 'away'),
        covers: typed(request, 'covers'),
        since: partsTyped(request, 'since'),
        until: partsTyped(request, 'until'),
      },
      faults,
      said: said[String((request.query as { done?: unknown }).done)],
    });
    const back = { href: addressOf(of.programme), words: 'People' };
    return sendPage(reply, administrationFrame('Hand-over', of.by, 'hand-over', of, back), content, faults);
  };

  const handOver = async (request: FastifyRequest, reply: FastifyReply) => {
    const of = await administrationOf(office, request);
    const [away, covers] = [typed(request, 'away'), typed(request, 'covers')];
    const { since, until, faults: days } = daysAway(request);
    const faults: Faults = {
      ...(away === '' ? { away: 'Choose who is away.' } : {}),
      ...(covers === '' ? { covers: 'Choose who stands in.' } : {}),
      ...days,
    };
    if (Object.keys(faults).length > 0 || !since || !until) return showHandOver(request, reply, of, faults);
    if (until < since) return showHandOver(request, reply, of, { until: 'The last day cannot be before the first.' });
    const outcome = await people.standIns.handOver(of.by.id, of.programme, { away, covers, since, until });
    if (outcome.kind === 'refused') return showHandOver(request, reply, of, { covers: outcome.because });
    return goTo(reply, addressOf(of.programme, '/hand-over?done=kept'));
  };

  return [
    {
      method: 'GET',
      url: '/administration',
      config,
      async handler(request, reply) {
        const by = await administrator(office, request);
        const programmes = (await office.library.all()).flatMap(({ slug, definition }) => {
          const { bundle } = definition.loaded();
          return bundle && administers(by, slug) ? [{ programme: slug, bundle }] : [];
        });
        // Whoever administers one programme alone is there already.
        const only = programmes.length === 1 ? programmes[0] : undefined;
        const content = createElement(AdministrationPage, {
          programmes: programmes.map(({ programme, bundle }) => ({
            title: bundle.programme.title,
            href: addressOf(programme),
          })),
        });
        return sendPage(reply, administrationFrame('Administration', by, 'administration', only), content);
      },
    },
    {
      method: 'GET',
      url: `${base}/hand-over`,
      config,
      handler: async (request, reply) => showHandOver(request, reply, await administrationOf(office, request)),
    },
    { method: 'POST', url: `${base}/hand-over`, config, handler: handOver },
    {
      method: 'POST',
      url: `${base}/hand-over/:standIn/end`,
      config,
      async handler(request, reply) {
        const { programme } = await administrationOf(office, request);
        await people.standIns.end(programme, (request.params as { standIn: string }).standIn);
        return goTo(reply, addressOf(programme, '/hand-over?done=ended'));
      },
    },
    {
      method: 'GET',
      url: `${base}/sites`,
      config,
      async handler(request, reply) {
        const of = await administrationOf(office, request);
        const content = createElement(SitesPage, {
          sites: presentSites(of.bundle),
          definitions: presentDefinitions(of.bundle, await people.definitionsInUse(of.programme)),
        });
        const back = { href: addressOf(of.programme), words: 'People' };
        return sendPage(reply, administrationFrame('Sites and definitions', of.by, 'sites', of, back), content);
      },
    },
  ];
};
