import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { NotFound, Refused } from '../../portal/error-page/faults.js';
import { renderPage } from '../../portal/layout/render.js';
import type { Sent } from '../../server/bodies.js';
import { playAddress } from '../addresses.js';
import { navigationOf } from '../navigation.js';
import type { Studio } from '../studio.js';
import { readAdded } from './add-form.js';
import { type AddContext, type AddPresenter, presentAdd, wantedOf } from './add-presenter.js';
import { Add } from './add-view.js';
import { daysOf } from './axis.js';
import { dayOf, type HerePlay, openPlay, playPage } from './controller.js';
import { saveScenario } from './save-scenario.js';
import { fileNameFrom, isFileName, scenarioText } from './scenario-text.js';

const mostEvents = 1_000;

const contextOf = (studio: Studio, here: HerePlay, on: string): AddContext => {
  const { opened, play } = here;
  const bundle = opened.loaded.bundle ?? opened.bundle;
  const { ledger = [], recommendations = [] } = studio.evaluate(bundle, play.events, { asOf: on });
  return { bundle, events: play.events, ledger, recommendations, play: playAddress(opened.at, play), on };
};

const addPage = ({ opened }: HerePlay, page: AddPresenter): string =>
  renderPage(
    {
      title: page.title,
      failed: page.faults.length > 0,
      where: opened.bundle.programme.title,
      navigation: navigationOf(opened.at, opened.bundle, { at: 'play' }),
      back: { href: page.back, words: 'Back' },
    },
    createElement(Add, { page }),
  );

const noSuch = (): NotFound => new NotFound('This definition has nothing of that name that could happen.');

/** Adds what was sent; gives where to go on, or the page with its faults. */
const add = async (studio: Studio, here: HerePlay, sent: Sent): Promise<{ to: string } | { page: string }> => {
  const { opened, play } = here;
  const context = contextOf(studio, here, dayOf(here, sent.on));
  const read = readAdded(context, sent);
  if (!read) throw noSuch();
  if ('faults' in read) {
    const wanted = wantedOf(context.bundle, sent.what);
    return {
      page: wanted
        ? addPage(here, presentAdd(context, wanted, read.faults, read.typed))
        : playPage(studio, here, context.on, { faults: read.faults }),
    };
  }
  if (play.events.length >= mostEvents) {
    throw new Refused(413, 'This case is full', `A case that is played holds at most ${mostEvents} events.`);
  }
  const { event } = read;
  await studio.plays.save({ ...play, events: [...play.events, event], added: [...play.added, event.id] });
  const day = daysOf(event, opened.bundle.programme.timeZone).at(0) ?? context.on;
  return { to: `${context.play}?on=${day}&added=${encodeURIComponent(event.id)}` };
};

interface ToSave {
  title: string;
  name: string;
  text: string;
}

const readSave = ({ opened, play }: HerePlay, sent: Sent, on: string): ToSave => {
  const given = (value: unknown, most: number): string =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, most) : '';
  const title = given(sent.title, 300) || play.title;
  const name = given(sent.name, 80).replace(/\.yaml$/i, '') || fileNameFrom(title);
  const zone = opened.bundle.programme.timeZone;
  return { title, name, text: scenarioText({ title, events: play.events, on, zone }) };
};

const saveBeside = async (
  studio: Studio,
  here: HerePlay,
  { title, name, text }: ToSave,
  on: string,
): Promise<{ to: string } | { page: string }> => {
  const { folder } = here.opened.definition;
  if (!studio.mayWrite || folder === '') {
    throw new Refused(403, 'Not saved', 'This server writes no files. Download the scenario instead.');
  }
  const saved = await saveScenario(folder, name, text);
  if ('saved' in saved) return { to: `${playAddress(here.opened.at, here.play)}?on=${on}&saved=${saved.saved}#save` };
  return {
    page: playPage(studio, here, on, { faults: [{ message: saved.message, href: '#save-name' }], title, name }),
  };
};

export const playChangeRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:definition/play/:play/add',
    async handler(request, reply) {
      const here = await openPlay(studio, request);
      const { what, on, about } = request.query as Record<string, unknown>;
      const context = contextOf(studio, here, dayOf(here, on));
      const wanted = wantedOf(context.bundle, what);
      if (!wanted) throw noSuch();
      return reply
        .type('text/html; charset=utf-8')
        .send(addPage(here, presentAdd(context, wanted, [], typeof about === 'string' ? { about } : {})));
    },
  },
  {
    method: 'POST',
    url: '/:definition/play/:play/add',
    async handler(request, reply) {
      const here = await openPlay(studio, request);
      const done = await add(studio, here, (request.body ?? {}) as Sent);
      if ('to' in done) return reply.redirect(done.to, 303);
      return reply.type('text/html; charset=utf-8').send(done.page);
    },
  },
  {
    method: 'POST',
    url: '/:definition/play/:play/remove',
    async handler(request, reply) {
      const here = await openPlay(studio, request);
      const { play, opened } = here;
      const { event, on } = (request.body ?? {}) as Sent;
      if (typeof event !== 'string' || !play.added.includes(event)) {
        throw new NotFound('Only what was added here can be removed, and this is not there any more.');
      }
      await studio.plays.save({
        ...play,
        events: play.events.filter(({ id }) => id !== event),
        added: play.added.filter((id) => id !== event),
      });
      return reply.redirect(`${playAddress(opened.at, play)}?on=${dayOf(here, on)}`, 303);
    },
  },
  {
    method: 'POST',
    url: '/:definition/play/:play/save',
    async handler(request, reply) {
      const here = await openPlay(studio, request);
      const sent = (request.body ?? {}) as Sent;
      const on = dayOf(here, sent.on);
      const toSave = readSave(here, sent, on);
      if (sent.how !== 'beside') {
        const name = isFileName(toSave.name) ? toSave.name : 'scenario';
        return reply
          .type('text/yaml; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}.yaml"`)
          .send(toSave.text);
      }
      const done = await saveBeside(studio, here, toSave, on);
      if ('to' in done) return reply.redirect(done.to, 303);
      return reply.type('text/html; charset=utf-8').send(done.page);
    },
  },
];
