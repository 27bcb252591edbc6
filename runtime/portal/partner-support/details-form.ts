/** What was answered of a partner, to be put right by whoever supports her; and of one who became known only now. */
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { Answer, Bundle, EntryAnswers, Fact } from '../../../engine/contract/index.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { RecordOutcome } from '../../server/cases/contract.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import { askedOfHer, digestOf, listOf, only } from '../../server/partner-support/partners.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import type { Office } from '../office.js';
import { typedIn } from '../record/read-record.js';
import type { Asked, Typed } from '../record/record-presenter.js';
import { withArticle } from '../words/lists.js';
import { herWord, sentenceInWords } from '../words/names.js';
import { answerInWords } from '../words/values.js';
import { herAddress, herCaseAddress } from './addresses.js';
import { FormPage } from './form-view.js';
import { ask, type HerForm, readAll } from './her-form.js';
import { answerHers, herCaseAt } from './her-page.js';
import type { Row } from './hers-view.js';

const typedAs: Partial<Record<Fact['kind'], Asked['kind']>> = {
  name: 'text',
  phone: 'text',
  email: 'text',
  address: 'long-text',
  'long-text': 'long-text',
  text: 'text',
  number: 'number',
  date: 'date',
  'date-time': 'date-time',
  choice: 'choice',
  'yes-no': 'choice',
  choices: 'choices',
};

const questions = (bundle: Bundle): Asked[] =>
  askedOfHer(bundle).flatMap(({ name, fact }) => {
    const kind = typedAs[fact.kind];
    if (!kind) return [];
    const known = fact.options.map(({ id, label }) => ({ id, words: label }));
    const yesNo = [
      { id: 'yes', words: 'Yes' },
      { id: 'no', words: 'No' },
    ];
    const options = kind === 'choice' && known.length === 0 ? yesNo : known;
    const words = sentenceInWords(bundle, fact.ask);
    return [ask(`her-${name}`, words, kind, { options, ...(fact.hint !== undefined && { hint: fact.hint }) })];
  });

const typedFrom = (answers: EntryAnswers): Typed =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      value === null ? [] : [[`her-${name}`, Array.isArray(value) ? value : String(value)]],
    ),
  );

/** What she is known by, in words. */
export const detailRows = (bundle: Bundle, answers: EntryAnswers): Row[] =>
  askedOfHer(bundle).flatMap(({ name, fact }) => {
    const lines = answerInWords(bundle, fact, answers[name], { showsHers: true });
    return lines.length === 0 ? [] : [{ label: sentenceInWords(bundle, fact.ask), lines }];
  });

/** Answers that no page asks for stay as they are; what was emptied is gone. */
const answersFrom = (bundle: Bundle, before: EntryAnswers, given: Record<string, Answer>): EntryAnswers => {
  const asked = questions(bundle).map(({ name }) => name.slice('her-'.length));
  const kept = Object.entries(before).filter(([name]) => !asked.includes(name));
  const said = asked.flatMap((name): [string, EntryAnswers[string]][] => {
    const value = given[`her-${name}`];
    if (value !== undefined) return [[name, value as EntryAnswers[string]]];
    return listOf(bundle) || before[name] === undefined ? [] : [[name, null]];
  });
  return Object.fromEntries([...kept, ...said]);
};

const faultsOf = (done: RecordOutcome | undefined): Fault[] =>
  done?.kind === 'refused' ? [{ message: done.because }] : [];

/** Details of one partner. */
export const detailsForm: HerForm = {
  ending: '/details',
  title: 'What is known of her',
  button: 'Record it',
  says: () => [
    'What was answered before is kept. Nothing of this is shown to him, to whoever referred him, or to staff who do not support her.',
  ],
  sections: ({ found }) => [{ asked: questions(found.bundle) }],
  first: ({ partner }) => typedFrom(partner.answers),
  seen: ({ partner }) => digestOf(partner.answers),
  async take(office, her, { key, seen, answers }) {
    const { actor, bundle, stored } = her.found;
    const said = answersFrom(bundle, her.partner.answers, answers);
    const done = await office.partnerSupport.answer(actor, stored.ref, {
      key,
      partner: her.partner.key,
      answers: said,
      seen,
    });
    if (done?.kind !== 'overtaken')
      return done?.kind === 'refused' ? { faults: faultsOf(done) } : { to: herAddress(her) };
    const now = await office.partnerSupport.ofPartner(actor, stored.ref, her.partner.key);
    return {
      overtaken: detailRows(bundle, now?.partner.answers ?? {}).map((row) => `${row.label}: ${row.lines.join(', ')}`),
    };
  },
};

const newPartner = (): string => `p${randomBytes(9).toString('hex')}`;

const showNew = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  { found }: Pick<HerCase, 'found'>,
  { typed, key, faults = [] }: { typed: Typed; key: string; faults?: Fault[] },
): Promise<FastifyReply> => {
  const back = herCaseAddress(found.stored);
  const title = `Add ${withArticle(herWord(found.whole))}`;
  const page = {
    title,
    called: `His case: ${found.stored.name}`,
    says: ['For somebody who became known only now. Others of this case are not shown to her.'],
    cautions: [],
    sections: [{ asked: questions(found.bundle) }],
    typed,
    faults,
    key,
    seen: '',
    action: `${back}/add`,
    back,
    button: 'Add her',
  };
  const about = { title, back: { href: back, words: 'Back to the case' }, failed: faults.length > 0 };
  return answerHers(
    office,
    request,
    reply,
    found,
    { ...about, status: faults.length > 0 ? 422 : 200 },
    createElement(FormPage, { page }),
  );
};

/** One more partner of a case. */
export const addRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/partner-support/:ref/add',
    config: { access: access.caseSupporters },
    async handler(request, reply) {
      const { found } = await herCaseAt(office, request);
      return showNew(office, request, reply, { found }, { typed: {}, key: newKey() });
    },
  },
  {
    method: 'POST',
    url: '/:programme/partner-support/:ref/add',
    config: { access: access.caseSupporters },
    async handler(request, reply) {
      const { found } = await herCaseAt(office, request);
      const sent = (request.body ?? {}) as Sent;
      const asked = questions(found.bundle);
      const [typed, key] = [typedIn(sent, asked), keySent(sent.key)];
      const read = readAll(asked, typed);
      const faults =
        'faults' in read
          ? read.faults
          : Object.keys(read.answers).length === 0
            ? [{ message: 'Enter at least one thing by which she is known', href: `#${asked[0]?.name ?? ''}` }]
            : [];
      if ('faults' in read || faults.length > 0)
        return showNew(office, request, reply, { found }, { typed, key, faults });
      const partner = listOf(found.whole) ? newPartner() : only;
      const done = await office.partnerSupport.answer(found.actor, found.stored.ref, {
        key,
        partner,
        answers: answersFrom(found.bundle, {}, read.answers),
        seen: digestOf({}),
      });
      const refused = faultsOf(done);
      if (refused.length > 0) return showNew(office, request, reply, { found }, { typed, key, faults: refused });
      return reply.redirect(herCaseAddress(found.stored), 303);
    },
  },
];
