/** What a case's forms were answered with, as it counts now: page by page, as it was asked. */
import type { Bundle, CaseEvent, Form, Id } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { mayBeRecordedBy, recordAddress, wantedOf } from '../record/wanted.js';
import { momentInWords } from '../words/dates.js';
import { factNamed, roleInWords, sentenceInWords } from '../words/names.js';
import { answerInWords } from '../words/values.js';
import { type CaseHead, presentHead } from './case-presenter.js';
import { changesIn, changesOf } from './changed-answers.js';
import { latestAnswers } from './incomplete.js';

export interface ShownAnswer {
  question: string;
  lines: string[];
  /** What became of it since it was first given. */
  changes: string[];
  /** Where it is recorded again, by whom that may be. */
  change?: string;
}
export interface AnswersPresenter {
  head: CaseHead;
  forms: { title: string; given: string; pages: { heading: string; answers: ShownAnswer[] }[] }[];
}

/** By whom and when a form was first sent. */
const givenBy = (bundle: Bundle, events: readonly CaseEvent[], form: Form): string => {
  const asks = new Set(form.pages.flatMap(({ asks: each }) => each));
  const first = events.find(
    ({ kind, values }) => kind === 'answered' && Object.keys(values).some((id) => asks.has(id)),
  );
  if (!first) return 'Not sent yet.';
  const who = `${first.by.name ? `${first.by.name}, ` : 'the '}${roleInWords(bundle, first.by.role)}`;
  return `Sent on ${momentInWords(first.happened, bundle.programme.timeZone)} by ${who}.`;
};

export const presentAnswers = (found: OpenCase): AnswersPresenter => {
  const { bundle, events, actor } = found;
  const given = latestAnswers(events);
  const changes = changesIn(events);
  const shown = (id: Id): ShownAnswer[] => {
    const fact = factNamed(bundle, id);
    if (!fact) return [];
    const wanted = wantedOf(found, `fact.${id}`);
    const lines = answerInWords(bundle, fact, given.get(id));
    return [
      {
        question: sentenceInWords(bundle, fact.ask),
        lines: lines.length > 0 ? lines : ['Not answered'],
        changes: changesOf(bundle, fact, changes),
        ...(wanted && mayBeRecordedBy(bundle, wanted, actor.role) && { change: recordAddress(found, wanted) }),
      },
    ];
  };
  return {
    head: presentHead(found, 'answers'),
    forms: bundle.forms.map((form) => ({
      title: form.title,
      given: givenBy(bundle, events, form),
      pages: form.pages
        .map(({ heading, asks }) => ({ heading: sentenceInWords(bundle, heading), answers: asks.flatMap(shown) }))
        .filter(({ answers }) => answers.length > 0),
    })),
  };
};
