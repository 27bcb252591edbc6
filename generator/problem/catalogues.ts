/** Every kind of problem that a definition can have, by the room of the generator that raises it. */
import { clauseProblems } from '../check/clause-problems.js';
import { conflictProblems } from '../check/course/conflict-problems.js';
import { dutyProblems } from '../check/course/duty-problems.js';
import { effectProblems } from '../check/course/effect-problems.js';
import { factProblems } from '../check/course/fact-problems.js';
import { recordProblems } from '../check/course/record-problems.js';
import { ruleProblems } from '../check/course/rule-problems.js';
import { sectionProblems } from '../check/course/section-problems.js';
import { sessionProblems } from '../check/course/session-problems.js';
import { wholeProblems } from '../check/course/whole-problems.js';
import { criterionProblems } from '../check/criterion-problems.js';
import { documentProblems } from '../check/documents/document-problems.js';
import { informationProblems } from '../check/information/information-problems.js';
import { nameProblems } from '../check/name-problems.js';
import { questionProblems } from '../check/question-problems.js';
import { amountProblems } from '../language/constructs/amount-problems.js';
import { conditionProblems } from '../language/constructs/condition-problems.js';
import { instrumentProblems } from '../language/constructs/instrument-problems.js';
import { sentenceProblems } from '../language/sentence/problems.js';
import { shapeProblems } from '../language/shape/problems.js';
import { loadProblems } from '../load/problems.js';
import { traceProblems } from '../trace/trace-problems.js';
import type { Catalogue } from './problem.js';

export const catalogues: Record<string, Catalogue> = {
  load: loadProblems,
  shape: shapeProblems,
  condition: conditionProblems,
  sentence: sentenceProblems,
  instrument: instrumentProblems,
  name: nameProblems,
  question: questionProblems,
  criterion: criterionProblems,
  clause: { ...clauseProblems, ...traceProblems },
  amount: amountProblems,
  rule: { ...ruleProblems, ...wholeProblems, ...conflictProblems },
  record: recordProblems,
  fact: factProblems,
  duty: dutyProblems,
  effect: effectProblems,
  session: sessionProblems,
  section: sectionProblems,
  information: informationProblems,
  document: documentProblems,
};
