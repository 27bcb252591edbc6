/** Gives everything that carries a label its label, and the bundle what it says of that. */
import type { Information } from '../../../engine/contract/index.js';
import { peopleIn } from '../../check/course/happenings.js';
import { herAmong } from '../../check/declare.js';
import type { ClauseFinder } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { labelled } from '../course/labels.js';
import { informationOf, type Labels, labelsOf } from './information.js';
import type { Paths, Told } from './seeds.js';
import { hers } from './sight.js';

/** Takes a bundle's content with the definition that it comes from; gives all its labels. */
export const labelsIn = (told: Told, definition: WrittenDefinition, clauses: ClauseFinder): Labels =>
  labelsOf(told, definition.information ?? [], peopleIn(definition, herAmong(definition)), clauses);

/** Gives the same content, labelled, with its `information`. */
export const withInformation = <T extends Told>(
  told: T,
  definition: WrittenDefinition,
  clauses: ClauseFinder,
): T & { information: Information } => {
  const labels = labelsIn(told, definition, clauses);
  const paths: Paths = labels.paths.get(hers) ?? new Map();
  return { ...labelled(told, paths), information: informationOf(labels, told) };
};
