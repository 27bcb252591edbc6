/**
 * The engine owns one case: from its events, its bundle and an "as of" to verdicts and reasons.
 * It must not know YAML, a provider, a clock, a network, a file or a database. It gives the same answer every time.
 */
export * from './contract/index.js';
export { decide } from './decide.js';
export { evaluate } from './evaluate.js';
export { prune } from './form/prune.js';
export {
  type Answers,
  type FormMoment,
  type FormState,
  formState,
  type PageState,
  type QuestionState,
  type Visible,
} from './form/state.js';
export { operatorsNamed, surround } from './rules/operators.js';
