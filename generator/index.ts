/**
 * The compiler's door. This room owns the language: texts go in, a bundle or problems come out. It must not know a
 * clock, a disk or a network, nor how the engine decides: it shares only the contract with the engine.
 */
import { conditionShape } from './language/constructs/condition.js';
import { askedShape } from './language/constructs/question.js';
import { languageReference as referenceOf } from './reference/language-reference.js';

export { type Compiled, compile } from './compile.js';
export { type DifferenceSection, differencesInWords } from './diff/describe.js';
export { type Difference, differences } from './diff/diff.js';
export { renderTemplate } from './emit/documents/handlebars.js';
export { sampleOf } from './emit/documents/sample.js';
export { templateOf } from './emit/documents/to-template.js';
export { emit } from './emit/emit.js';
export { messageFor } from './emit/message-for.js';
export { type EditPath, editYaml } from './format/edit-yaml.js';
export { formatYaml } from './format/format-yaml.js';
export { type Block, type Handbook, handbookMarkdown, handbookOf } from './handbook/handbook.js';
export type { Entry, ListNode, MapNode, Node, ScalarNode, Text } from './load/node.js';
export { loadYaml } from './load/yaml.js';
export { nearest } from './problem/nearest.js';
export { describeProblems, problemsToJson } from './problem/print.js';
export type { Problem, Severity } from './problem/problem.js';
export { editorSchema } from './reference/editor-schema.js';
export { readScenarios } from './scenario/read-scenarios.js';
export { type Implementation, implementations } from './trace/implementations.js';
export { type ClauseTrace, type Contradiction, type Open, openIn, type Taken, traceOf } from './trace/trace.js';

/** Gives the language reference as Markdown. */
export const languageReference = (): string =>
  referenceOf({ condition: conditionShape.schema(), question: askedShape.schema() });
