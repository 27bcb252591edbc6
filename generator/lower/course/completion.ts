/** Completion is the step `complete` of the pathway. */
import type { Step } from '../../../engine/contract/course.js';
import type { WrittenCompletion } from '../../language/constructs/pathway.js';
import type { CourseContext } from './context.js';
import { lowerStep } from './pathway.js';

/** Takes the section as written; gives the step. */
export const lowerCompletion = (written: WrittenCompletion, context: CourseContext): Step =>
  lowerStep('complete', written, written['confirmed-by'], context.origin(written, written.at), context);
