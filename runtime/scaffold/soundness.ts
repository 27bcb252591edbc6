import { decide, evaluate } from '../../engine/index.js';
import { compile, type Problem, readScenarios } from '../../generator/index.js';
import { runScenarios } from '../scenario/run-scenarios.js';
import type { File } from './fill-in.js';

/** What checking and testing a definition came to. */
interface Soundness {
  problems: Problem[];
  scenarios: number;
  /** The titles of those that failed. */
  failing: string[];
}

const isScenario = ({ file }: File): boolean => file.startsWith('scenarios/');
const isYaml = ({ file }: File): boolean => /\.yaml$/i.test(file);

/** Takes the files of a definition, its scenarios among them; checks it and runs them, before anything is written. */
export const soundnessOf = async (files: readonly File[]): Promise<Soundness> => {
  const texts = files.filter(isYaml);
  const { bundle, problems } = compile(
    texts.filter((one) => !isScenario(one)),
    { play: evaluate },
  );
  if (bundle === undefined) return { problems, scenarios: 0, failing: [] };
  const read = readScenarios(texts.filter(isScenario), bundle);
  const results = await runScenarios(bundle, read.scenarios, decide);
  const failing = results.filter(({ failures }) => failures.length > 0).map(({ scenario }) => scenario.title);
  return { problems: [...problems, ...read.problems], scenarios: results.length, failing };
};
