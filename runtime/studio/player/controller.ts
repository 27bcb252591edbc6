import type { FastifyRequest, RouteOptions } from 'fastify';
import { createElement } from 'react';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../../generator/scenario/scenario.js';
import { scenarioTexts } from '../../bundle-files/definition-texts.js';
import { NotFound } from '../../portal/error-page/faults.js';
import type { Fault } from '../../portal/layout/error-summary.js';
import { renderPage } from '../../portal/layout/render.js';
import { localDay } from '../../portal/words/dates.js';
import type { Sent } from '../../server/bodies.js';
import { playAddress } from '../addresses.js';
import { navigationOf } from '../navigation.js';
import { presentProblems } from '../problems/presenter.js';
import { Mistakes } from '../problems/view.js';
import { type Opened, openProgramme, type Studio } from '../studio.js';
import { axisOf, dayGiven, firstShown } from './axis.js';
import { nameOf, presentScenarios } from './choice-presenter.js';
import { Choice } from './choice-view.js';
import { nowOf } from './now-presenter.js';
import { presentPlay } from './page-presenter.js';
import type { Play } from './plays.js';
import { Play as PlayPage } from './view.js';

/** A play that a request names, with its programme and the day today where that is. */
export interface HerePlay {
  opened: Opened;
  play: Play;
  today: string;
}

const playId = /^[A-Za-z0-9_-]{22,64}$/;

/** Opens the play at an address. Throws `NotFound` where there is none. */
export const openPlay = async (studio: Studio, request: FastifyRequest): Promise<HerePlay> => {
  const { definition: programme, play: id } = request.params as { definition: string; play: string };
  const opened = openProgramme(studio, programme);
  const play = playId.test(id) ? await studio.plays.find(id) : undefined;
  if (!play || play.programme !== opened.slug) {
    throw new NotFound(
      'There is no case at this address. Cases that are played are kept only while this server runs, so it may have been started again.',
    );
  }
  return { opened, play, today: localDay(studio.now(), opened.bundle.programme.timeZone) };
};

const scenariosOf = async ({ definition, bundle }: Opened): Promise<{ scenarios: Scenario[]; faults: number }> => {
  // A definition without a folder that can be read has no scenarios to offer.
  const texts = await scenarioTexts(definition.folder).catch(() => []);
  const { scenarios, problems } = readScenarios(texts, bundle);
  return { scenarios, faults: problems.length };
};

const frameOf = ({ at, live, bundle }: Opened, title: string) => ({
  title,
  where: bundle.programme.title,
  navigation: navigationOf(at, bundle, { at: 'play' }),
  live,
  wide: true,
});

const noticesOf = ({ loaded }: Opened) =>
  createElement(Mistakes, { problems: presentProblems(loaded.problems, loaded.texts, loaded.stale) });

/** The page of a play on a day, with what the request adds to it. */
export const playPage = (
  studio: Studio,
  { opened, play, today }: HerePlay,
  day: string,
  more: { added?: string; saved?: string; faults?: Fault[]; title?: string; name?: string } = {},
): string => {
  const { added, ...rest } = more;
  const now = nowOf(studio.evaluate, opened.loaded.bundle ?? opened.bundle, play.events, day, added);
  const mayWrite = studio.mayWrite && opened.definition.folder !== '';
  const page = presentPlay(opened.bundle, opened.at, play, now, today, { mayWrite, ...rest });
  const frame = {
    ...frameOf(opened, play.title),
    failed: (more.faults ?? []).length > 0,
    script: 'player' as const,
    note: 'This case is invented, and kept only while this server runs. Rules recommend; people decide.',
  };
  return renderPage(frame, createElement(PlayPage, { page }), noticesOf(opened));
};

/** The day that a request names, or on which the case is first shown. */
export const dayOf = ({ opened, play, today }: HerePlay, ...asked: unknown[]): string => {
  const day = asked.map(dayGiven).find((one) => one !== undefined);
  return day ?? firstShown(axisOf(play.events, opened.bundle.programme.timeZone, today));
};

const begin = async (studio: Studio, opened: Opened, sent: Sent): Promise<string> => {
  const { slug, at, bundle } = opened;
  if (sent.scenario === undefined) {
    const play = await studio.plays.begin({ programme: slug, title: 'An empty case', events: [], added: [] });
    return playAddress(at, play);
  }
  const { scenarios } = await scenariosOf(opened);
  const scenario = scenarios.find((one) => nameOf(one) === sent.scenario);
  if (!scenario) throw new NotFound('This scenario is not there any more. Its file may have been changed.');
  const { title, file, events, expectations } = scenario;
  const play = await studio.plays.begin({ programme: slug, title, from: file, events, added: [] });
  const expected = expectations.map(({ asOf }) => localDay(asOf, bundle.programme.timeZone)).sort();
  const first = expected.at(-1);
  return `${playAddress(at, play)}${first ? `?on=${first}` : ''}`;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.slice(0, 200) : undefined);

export const playRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:definition/play',
    async handler(request, reply) {
      const opened = openProgramme(studio, (request.params as { definition: string }).definition);
      const { scenarios, faults } = await scenariosOf(opened);
      const choice = presentScenarios(opened.bundle.programme, opened.at, scenarios, faults);
      const page = renderPage(frameOf(opened, 'Play a case'), createElement(Choice, { choice }), noticesOf(opened));
      return reply.type('text/html; charset=utf-8').send(page);
    },
  },
  {
    method: 'POST',
    url: '/:definition/play',
    async handler(request, reply) {
      const opened = openProgramme(studio, (request.params as { definition: string }).definition);
      return reply.redirect(await begin(studio, opened, (request.body ?? {}) as Sent), 303);
    },
  },
  {
    method: 'GET',
    url: '/:definition/play/:play',
    async handler(request, reply) {
      const here = await openPlay(studio, request);
      const { to, on, added, saved } = request.query as Record<string, unknown>;
      const shown = {
        ...(text(added) ? { added: text(added) as string } : {}),
        ...(text(saved) ? { saved: text(saved) as string } : {}),
      };
      return reply.type('text/html; charset=utf-8').send(playPage(studio, here, dayOf(here, to, on), shown));
    },
  },
  {
    // What the script needs to work the case out in the browser while the day is dragged.
    method: 'GET',
    url: '/:definition/play/:play/case',
    async handler(request, reply) {
      const { opened, play } = await openPlay(studio, request);
      const { rules: _rules, outline: _outline, map: _map, ...bundle } = opened.loaded.bundle ?? opened.bundle;
      return reply.send({
        bundle: { ...bundle, rules: { conditions: {}, rules: [] }, outline: [], map: {} },
        events: play.events,
      });
    },
  },
];
