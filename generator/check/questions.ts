/** What is checked of each question by itself. */
import type { At } from '../../engine/contract/index.js';
import type { WrittenForms } from '../language/constructs/forms.js';
import { questionTypes, type WrittenAsked, type WrittenQuestion } from '../language/constructs/question.js';
import type { WrittenSites } from '../language/constructs/sites.js';
import { isReserved } from '../language/sentence/words.js';
import { type Named, placeOf } from '../language/shape/shape.js';
import type { Problem } from '../problem/problem.js';
import { pagesOf } from './declare-questions.js';
import { raiseQuestion } from './question-problems.js';

type Report = (problem: Problem) => void;
type Key = keyof WrittenQuestion & string;

const choosing = ['choice', 'choices'];
/** Whose answer somebody may not know, or which may not apply: all but what is signed or handed over. */
const canBeUnknown = questionTypes.filter((type) => type !== 'file' && type !== 'signature');
const belongs: Record<string, string[]> = {
  options: choosing,
  'not-known': canBeUnknown,
  'not-applicable': canBeUnknown,
  'at-least': ['number'],
  'at-most': ['number'],
  unit: ['number'],
  decimals: ['number'],
};
const reservedOptions = new Set(['not-known', 'not-applicable']);

const checkKeys = (id: string, idAt: At, written: WrittenQuestion, type: string, report: Report): void => {
  for (const [key, types] of Object.entries(belongs))
    if (written[key as Key] !== undefined && !types.includes(type))
      report(
        raiseQuestion('question/key-not-for-type', placeOf(written[key as Key], idAt), {
          id,
          key,
          type,
          fits: types.join(', '),
        }),
      );
};

const checkOptions = (id: string, idAt: At, written: WrittenQuestion, sites: WrittenSites, report: Report): void => {
  const given = written.options;
  if (!given) {
    if (!written.faulty)
      report(raiseQuestion('question/no-options', idAt, { id, type: written.type?.value ?? 'choice' }));
    return;
  }
  if (!Array.isArray(given)) {
    if (sites.length === 0) report(raiseQuestion('question/no-sites', given.at, { id, word: given.value }));
    return;
  }
  const seen = new Set<string>();
  for (const each of given) {
    const [option, at] = 'id' in each ? [each.id, each.idAt] : [each.value, each.at];
    if (seen.has(option)) report(raiseQuestion('question/option-twice', at, { id, option }));
    seen.add(option);
    const means = 'id' in each && each.value && 'means' in each.value;
    if ((reservedOptions.has(option) && !means) || isReserved(option))
      report(raiseQuestion('question/option-reserved', at, { id, option }));
  }
  if (seen.size === 0)
    report(raiseQuestion('question/no-options', idAt, { id, type: written.type?.value ?? 'choice' }));
  else if (seen.size === 1 && written.type?.value === 'choice')
    report(raiseQuestion('question/one-option', idAt, { id }));
};

const checkQuestion = (id: string, idAt: At, written: WrittenQuestion, sites: WrittenSites, report: Report): void => {
  const type = written.type?.value ?? 'text';
  if (!written.ask && !written.faulty) report(raiseQuestion('question/no-words', idAt, { id }));
  checkKeys(id, idAt, written, type, report);
  if (choosing.includes(type)) checkOptions(id, idAt, written, sites, report);
  const [least, most] = [written['at-least']?.value, written['at-most']?.value];
  if (least !== undefined && most !== undefined && least > most)
    report(raiseQuestion('question/limits', written['at-least']?.at ?? idAt, { id, least, most }));
};

const checkAsked = ({ id, idAt, value }: Named<WrittenAsked>, sites: WrittenSites, report: Report): void => {
  if (!value || 'value' in value) return;
  if (!value.each && !value.asks) checkQuestion(id, idAt, value, sites, report);
  if (value.each && (value.asks ?? []).length === 0 && !value.faulty)
    report(raiseQuestion('question/empty-group', idAt, { id }));
  if (value.each && value.type) {
    const particulars = { id, key: 'type', type: 'entries', fits: 'any question without “each”' };
    report(raiseQuestion('question/key-not-for-type', value.type.at, particulars));
  }
  for (const inner of value.asks ?? []) checkAsked(inner, sites, report);
};

/** Checks every question of every form. */
export const checkQuestions = (forms: WrittenForms, sites: WrittenSites, report: Report): void => {
  for (const form of forms) {
    if (!form.value) continue;
    const pages = pagesOf(form.id, form.value);
    if (pages.length === 0 && !form.value.faulty)
      report(raiseQuestion('question/no-pages', form.idAt, { id: form.id }));
    for (const page of pages) for (const asked of page.value?.asks ?? []) checkAsked(asked, sites, report);
  }
};
