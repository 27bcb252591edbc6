/**
 * Who did what. Whoever administers a programme reads what was done on its pages; what was done on her side's pages stands
 * on a record of its own, which those read who support her: it tells that there is such a side.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { abilityToAdminister } from '../../server/access/ability.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { DeedQuery } from '../../server/store/audit-store.js';
import { administrationFrame, administrator } from '../administration/frame.js';
import { NotFound } from '../error-page/faults.js';
import { staffFrame } from '../layout/staff-frame.js';
import { bundleOf, type Office } from '../office.js';
import { sendPage } from '../sign-in/answers.js';
import { dayAsked, dayInstants } from './asked-day.js';
import { presentDeeds, toCsv } from './presenter.js';
import { AuditPage, type Looked } from './view.js';

const size = 50;
/** Lines of one file, so that no file is larger than a spreadsheet takes. */
const ofFile = 10_000;

const textIn = (request: FastifyRequest, name: string): string => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
};

const lookedIn = (request: FastifyRequest): Looked => ({
  programme: textIn(request, 'programme'),
  person: textIn(request, 'person'),
  case: textIn(request, 'case').toUpperCase(),
  day: textIn(request, 'day'),
});

/** What is asked of the store; `fault` where a day was typed that is none. */
const queryOf = (looked: Looked, timeZone: string): { query: Omit<DeedQuery, 'page' | 'size'>; fault?: string } => {
  const day = looked.day === '' ? undefined : dayAsked(looked.day);
  return {
    query: {
      ...(looked.person === '' ? {} : { person: looked.person }),
      ...(looked.case === '' ? {} : { caseRef: looked.case }),
      ...(day ? dayInstants(day, timeZone) : {}),
    },
    ...(looked.day !== '' && !day ? { fault: 'Enter a day like 27/3/2026.' } : {}),
  };
};

const addressIn = (path: string, looked: Looked) => (page: number | 'csv') => {
  const asked = Object.entries({ ...looked, ...(page === 'csv' ? {} : { page: String(page) }) }).filter(
    ([, value]) => value !== '',
  );
  return `${path}${page === 'csv' ? '.csv' : ''}?${new URLSearchParams(asked)}`;
};

const pageIn = (request: FastifyRequest): number => {
  const page = Number(textIn(request, 'page') || '1');
  return Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1;
};

const sendFile = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .header('content-disposition', 'attachment; filename="audit.csv"')
    .type('text/csv; charset=utf-8')
    .send(`\uFEFF${text}`);

export const auditRoutes = (office: Office): PortalRoute[] => {
  const { people, library } = office;

  const asked = async (request: FastifyRequest) => {
    const by = await administrator(office, request);
    const mayRead = (programme: string): boolean => abilityToAdminister(by).can('read', 'Audit', { programme });
    const programmes = (await library.all()).filter(({ slug }) => mayRead(slug));
    const looked = lookedIn(request);
    // Whoever administers one programme alone has nothing to choose; what is of none is for the first administrator.
    const first = by.administers === 'all' ? '' : (programmes[0]?.slug ?? '');
    const programme = looked.programme || first;
    const isThere = programme === '' || programmes.some(({ slug }) => slug === programme);
    if (!isThere || !mayRead(programme)) throw new NotFound('There is no page at this address.');
    const bundle = library.find(programme)?.loaded().bundle;
    const names = await people.namesFor(programme);
    return { by, programmes, looked: { ...looked, programme }, programme, bundle, names };
  };

  return [
    {
      method: 'GET',
      url: '/administration/audit',
      config: { access: access.administrators },
      async handler(request, reply) {
        const { by, programmes, looked, programme, bundle, names } = await asked(request);
        const { query, fault } = queryOf(looked, bundle?.programme.timeZone ?? 'Europe/London');
        const page = pageIn(request);
        const { deeds, all } = await people.audit.find(programme, { ...query, page, size });
        const content = createElement(AuditPage, {
          looked,
          programmes: [
            ...(by.administers === 'all'
              ? [{ value: '', label: 'No programme: first sign-ins, attempts by nobody known' }]
              : []),
            ...programmes.map(({ slug, definition }) => ({
              value: slug,
              label: definition.loaded().bundle?.programme.title ?? 'A programme with a mistake in its definition',
            })),
          ],
          people: [{ value: '', label: 'Anybody' }, ...[...names].map(([value, label]) => ({ value, label }))],
          lines: presentDeeds(deeds, names, bundle),
          all,
          page,
          pages: Math.max(1, Math.ceil(all / size)),
          addressOf: addressIn('/administration/audit', looked),
          fault,
        });
        const of = bundle && { programme, bundle };
        const back = { href: '/administration', words: 'Administration' };
        return sendPage(
          reply,
          administrationFrame('Audit', by, 'audit', of, back),
          content,
          fault ? { day: fault } : {},
        );
      },
    },
    {
      method: 'GET',
      url: '/administration/audit.csv',
      config: { access: access.administrators, recordedAs: 'export' },
      async handler(request, reply) {
        const { looked, programme, bundle, names } = await asked(request);
        const { query } = queryOf(looked, bundle?.programme.timeZone ?? 'Europe/London');
        const { deeds } = await people.audit.find(programme, { ...query, page: 1, size: ofFile });
        return sendFile(reply, toCsv(presentDeeds(deeds, names, bundle)));
      },
    },
    {
      method: 'GET',
      url: '/:programme/partner-support/audit',
      config: { access: access.supporters },
      async handler(request, reply) {
        const { programme } = request.params as { programme: string };
        const actor = await office.actor(request, programme);
        const bundle = bundleOf(office, programme);
        const looked = { ...lookedIn(request), programme: '' };
        const { query, fault } = queryOf(looked, bundle.programme.timeZone);
        const page = pageIn(request);
        const names = await people.namesFor(programme);
        const { deeds, all } = await people.audit.findOfHers(actor, { ...query, page, size });
        const path = `/${programme}/partner-support/audit`;
        const content = createElement(AuditPage, {
          looked,
          programmes: [],
          people: [{ value: '', label: 'Anybody' }, ...[...names].map(([value, label]) => ({ value, label }))],
          lines: presentDeeds(deeds, names, bundle),
          all,
          page,
          pages: Math.max(1, Math.ceil(all / size)),
          addressOf: addressIn(path, looked),
          action: path,
          fault,
        });
        const frame = await staffFrame(office, request, actor, { title: 'Audit', at: 'partner-support', wide: true });
        return sendPage(reply, frame, content, fault ? { day: fault } : {});
      },
    },
    {
      method: 'GET',
      url: '/:programme/partner-support/audit.csv',
      config: { access: access.supporters, recordedAs: 'export' },
      async handler(request, reply) {
        const { programme } = request.params as { programme: string };
        const actor = await office.actor(request, programme);
        const bundle = bundleOf(office, programme);
        const { query } = queryOf(lookedIn(request), bundle.programme.timeZone);
        const { deeds } = await people.audit.findOfHers(actor, { ...query, page: 1, size: ofFile });
        return sendFile(reply, toCsv(presentDeeds(deeds, await people.namesFor(programme), bundle)));
      },
    },
  ];
};
