/** Histories of scenarios, the richest first, to stand for cases. */
import type { Bundle, CaseEvent } from '../../engine/contract/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { scenarioTexts } from '../../runtime/bundle-files/definition-texts.js';

/** The events of the `most` scenarios with the most kinds of things in them, none of which lies after `now`. */
export const richScenarios = async (
  folder: string,
  bundle: Bundle,
  now: string,
  most: number,
): Promise<CaseEvent[][]> => {
  const { scenarios } = readScenarios(await scenarioTexts(folder), bundle);
  const kinds = (events: readonly CaseEvent[]): number =>
    new Set(events.map(({ kind, what, rule }) => `${kind} ${what ?? rule ?? ''}`)).size;
  return scenarios
    .map(({ events }) => [...events])
    .filter((events) => events.length > 0 && events.every(({ recorded }) => recorded < now))
    .sort((a, b) => kinds(b) - kinds(a))
    .slice(0, most);
};
