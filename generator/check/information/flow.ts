/** That what is kept apart reaches nobody who may not see it: what is checked of labels once everything is lowered. */
import type { WrittenDefinition } from '../../language/definition.js';
import { peopleIn } from '../course/happenings.js';
import type { CourseNames } from '../course/names.js';
import type { Declarations } from '../declarations.js';
import { herAmong } from '../declare.js';
import { checkDocumentsApart } from './documents.js';
import { checkGivenApart, type Flow } from './given.js';

interface Checking extends Flow {
  definition: WrittenDefinition;
  declarations: Declarations;
  course?: { names: CourseNames };
}

/** Takes a lowered definition with its labels; reports each way by which something would reach whom it may not. */
export const checkFlow = ({ definition, declarations, course, ...flow }: Checking): void => {
  const people = peopleIn(definition, herAmong(definition));
  checkGivenApart(flow, people.called, course && { definition, declarations, names: course.names });
  checkDocumentsApart(flow, people);
};
