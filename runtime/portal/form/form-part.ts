import type { Bundle, Id } from '../../../engine/contract/index.js';

const nowhere = { at: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }, clauses: [] };

/**
 * The part of a bundle that says what a form asks, for a browser: its questions, their conditions and what those in its lists
 * are called, without rules, criteria, clauses or where anything is written.
 */
export const formPart = (bundle: Bundle, form: Id): Bundle => ({
  ...bundle,
  programme: { ...bundle.programme, contact: [], origin: nowhere },
  people: bundle.people
    .filter(({ id }) => bundle.facts.some(({ each }) => each === id))
    .map((person) => ({ ...person, origin: nowhere })),
  sites: [],
  forms: bundle.forms
    .filter((one) => one.id === form)
    .map((one) => ({ ...one, origin: nowhere, pages: one.pages.map((page) => ({ ...page, origin: nowhere })) })),
  facts: bundle.facts.map((fact) => ({ ...fact, origin: nowhere })),
  criteria: [],
  statements: [],
  expects: [],
  background: [],
  notStated: [],
  settled: [],
  clauses: [],
  outline: [],
  rules: { conditions: {}, rules: [] },
  map: {},
});
