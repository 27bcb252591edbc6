/** A page that asks something of one partner: its questions, and what becomes of the answers. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { Answer } from '../../../engine/contract/index.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import type { Office } from '../office.js';
import { readAsked, typedIn } from '../record/read-record.js';
import type { Asked, Typed } from '../record/record-presenter.js';
import { herAddress } from './addresses.js';
import { FormPage, type FormPresenter, type Section } from './form-view.js';
import { answerHers, herAt } from './her-page.js';

export interface HerForm {
  /** What stands after the partner's address. */
  ending: string;
  title: string;
  button: string;
  sections(her: HerCase, office: Office): Section[] | Promise<Section[]>;
  /** What stands in the fields at first. */
  first(her: HerCase, office: Office): Typed;
  /** What speaks against it, before anything is typed. */
  cautions?(her: HerCase, office: Office): string[];
  says?(her: HerCase, office: Office): string[];
  /** What is sent along to tell what whoever asks had before him. */
  seen?(her: HerCase): string;
  take(office: Office, her: HerCase, given: Given): Promise<Taken>;
}
export interface Given {
  key: string;
  seen: string;
  answers: Record<string, Answer>;
}
/** `overtaken`: what others kept in the meantime, in words; nothing was kept. */
export type Taken = { to: string } | { faults: Fault[] } | { overtaken: string[] };

type Shown = { typed: Typed; key: string; faults?: Fault[]; overtaken?: string[] };

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  form: HerForm,
  her: HerCase,
  { typed, key, faults = [], overtaken }: Shown,
): Promise<FastifyReply> => {
  const at = herAddress(her);
  const page: FormPresenter = {
    title: form.title,
    called: her.called,
    says: form.says?.(her, office) ?? [],
    cautions: form.cautions?.(her, office) ?? [],
    sections: await form.sections(her, office),
    typed,
    faults,
    ...(overtaken && { overtaken }),
    key,
    seen: form.seen?.(her) ?? '',
    action: `${at}${form.ending}`,
    back: at,
    button: overtaken ? `${form.button} all the same` : form.button,
  };
  const status = overtaken ? 409 : faults.length > 0 ? 422 : 200;
  return answerHers(
    office,
    request,
    reply,
    her.found,
    { title: form.title, back: { href: at, words: 'Back to the partner' }, failed: faults.length > 0, status },
    createElement(FormPage, { page }),
  );
};

/** Every answer, or every fault; never both. */
export const readAll = (
  asked: readonly Asked[],
  typed: Typed,
): { answers: Record<string, Answer> } | { faults: Fault[] } => {
  const answers: Record<string, Answer> = {};
  const faults: Fault[] = [];
  for (const each of asked) {
    const read = readAsked(each, typed);
    if ('fault' in read) faults.push(read.fault);
    else if (read.answer !== undefined) answers[each.name] = read.answer;
  }
  return faults.length > 0 ? { faults } : { answers };
};

/** The two routes of a form: its page, and where it is sent. */
export const herFormRoutes = (office: Office, form: HerForm): PortalRoute[] => {
  const url = `/:programme/partner-support/:ref/:entry${form.ending}`;
  const config = { access: access.caseSupporters };
  return [
    {
      method: 'GET',
      url,
      config,
      async handler(request, reply) {
        const her = await herAt(office, request);
        return show(office, request, reply, form, her, { typed: form.first(her, office), key: newKey() });
      },
    },
    {
      method: 'POST',
      url,
      config,
      async handler(request, reply) {
        const her = await herAt(office, request);
        const sent = (request.body ?? {}) as Sent;
        const asked = (await form.sections(her, office)).flatMap((section) => section.asked);
        const [typed, key] = [typedIn(sent, asked), keySent(sent.key)];
        const read = readAll(asked, typed);
        if ('faults' in read) return show(office, request, reply, form, her, { typed, key, faults: read.faults });
        const seen = typeof sent.seen === 'string' ? sent.seen : '';
        const taken = await form.take(office, her, { key, seen, answers: read.answers });
        if ('to' in taken) return reply.redirect(taken.to, 303);
        // What others did since is part of what is shown now.
        return show(office, request, reply, form, await herAt(office, request), { typed, key, ...taken });
      },
    },
  ];
};

/** A question, with what most of them have. */
export const ask = (name: string, words: string, kind: Asked['kind'], more: Partial<Asked> = {}): Asked => ({
  name,
  ask: words,
  kind,
  options: [],
  required: false,
  ...more,
});

export const words = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');
