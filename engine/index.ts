/**
 * The engine owns one case: from its events, its bundle and an "as of" to verdicts and reasons.
 * It must not know YAML, a provider, a clock, a network, a file or a database. It gives the same answer every time.
 */

export { type HerSide, herSideOf } from './case/her-side.js';
export * from './contract/index.js';
export { decide } from './decide.js';
export { type DocumentAsked, documentData } from './document/document-data.js';
export { type OfferedReason, offeredReasons } from './document/offered-reasons.js';
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
export { type CaseFor, caseFor, type EvaluationFor, evaluateFor, type Viewer } from './viewer/case-for.js';
export { isInside, seenByRole } from './viewer/clearance.js';
export { openToAll } from './viewer/open-to-all.js';
export { type Sided, type Sides, sidesOf } from './viewer/sides.js';
