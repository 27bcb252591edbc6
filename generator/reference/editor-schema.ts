/** The JSON Schema that editors use for completion and hover; what they cannot know is left to the compiler. */
import { conditionShape } from '../language/constructs/condition.js';
import { askedShape } from '../language/constructs/question.js';
import { definition } from '../language/definition.js';
import type { JsonSchema } from '../language/shape/shape.js';

/** Gives the schema of a definition file. A folder's files are read together, so no section is required of each. */
export const editorSchema = (): JsonSchema => {
  const { required: _eachFile, ...whole } = definition.schema();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A Rubric definition',
    ...whole,
    definitions: { condition: conditionShape.schema(), question: askedShape.schema() },
  };
};
