/** Gives everything that carries a label its label, and the bundle what it says of that. */
import type { Information } from '../../../engine/contract/index.js';
import { peopleIn } from '../../check/course/happenings.js';
import { herAmong } from '../../check/declare.js';
import type { ClauseFinder } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { labelled } from '../course/labels.js';
import { informationOf, type Labels, labelsOf } from './information.js';
import type { Reasoning } from './reasons.js';
import type { Paths, Told } from './seeds.js';
import { hers } from './sight.js';

/** Takes a bundle's content with its definition; gives the same, labelled, with its `information`; all its labels; and why. */
export const withInformation = <T extends Told>(
  told: T,
  definition: WrittenDefinition,
  clauses: ClauseFinder,
): { core: T & { information: Information }; labels: Labels; reasoning: Reasoning } => {
  const people = peopleIn(definition, herAmong(definition));
  const labels = labelsOf(told, definition.information, people, clauses);
  const paths: Paths = labels.paths.get(hers) ?? new Map();
  const core = { ...labelled(told, paths), information: informationOf(labels, told) };
  const { isHer, called } = people;
  return { core, labels, reasoning: { told: core, kept: labels.kept, isHer, called } };
};
