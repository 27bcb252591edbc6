import type { Decision, Form, Id } from '../../engine/contract/index.js';
import { pagesOf } from '../check/declare-questions.js';
import type { WrittenDecision } from '../language/constructs/decision.js';
import type { WrittenForms } from '../language/constructs/forms.js';
import { type ClauseFinder, originOf } from '../language/constructs/origin.js';
import type { Expander } from './expand.js';
import { joined } from './expand-parts.js';

/**
 * Takes the forms as written and, by form and page, what is asked there; gives the forms. What is filled in only once it
 * is decided comes after the others, in whichever file it stands: the first form is the one that begins a case.
 */
export const lowerForms = (
  written: WrittenForms,
  asked: Map<Id, Map<Id, Id[]>>,
  expand: Expander,
  clauses: ClauseFinder,
): Form[] =>
  inTheirTurn(written).flatMap(({ id, idAt, value: form }) => {
    if (!form) return [];
    const origin = originOf(form, idAt, clauses);
    const pages = pagesOf(id, form).flatMap((page) => {
      if (!page.value) return [];
      const onlyWhen = page.value['only-when'];
      return [
        {
          id: page.id,
          heading: page.value.heading.value,
          asks: asked.get(id)?.get(page.id) ?? [],
          ...(onlyWhen && { onlyWhen: joined('all', [expand.condition(onlyWhen)]) }),
          origin: originOf(page.value, page.idAt, clauses, origin.clauses),
        },
      ];
    });
    return [{ id, title: form.title.value, from: form.from.map((role) => role.value), pages, origin }];
  });

const inTheirTurn = (written: WrittenForms): WrittenForms =>
  [false, true].flatMap((isLate) =>
    written.filter(({ value }) => (value?.['after-decision']?.value ?? false) === isLate),
  );

/** Takes the decision as written; gives it. */
export const lowerDecision = (written: WrittenDecision, expand: Expander, clauses: ClauseFinder): Decision => ({
  by: (written.by ?? written.jointly ?? []).map((role) => role.value),
  jointly: written.jointly !== undefined,
  considering: (written.considering ?? []).map((each) => each.value),
  consulting: (written.consulting ?? []).flatMap(({ id: role, value }) => {
    if (!value) return [];
    if (value.kind === 'always') return [{ role, reads: 'always' }];
    const when = expand.condition(value.condition);
    return [{ role, when, reads: `when ${when.reads}` }];
  }),
  refusalNeedsReason: written['refusal-needs-reason']?.value ?? false,
  origin: originOf(written, written.at, clauses),
});
