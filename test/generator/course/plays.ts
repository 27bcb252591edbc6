/** A small programme and what its sections about time say, played through histories. */
import { decide } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { runScenarios } from '../../../runtime/scenario/run-scenarios.js';

/** Of anybody: who there is, and thirty sessions. */
export const anybody = `rubric: 1
programme: { title: Anybody’s programme, provider: Example, working-days: england-and-wales, ours: test }
people:
  outside:
    participant: { called: participant, ours: test }
    referrer: { called: court, ours: test }
  inside:
    staff: { called: team, ours: test }
    manager: { called: manager, ours: test }
`;

/** Takes what stands under `anybody`, and scenarios; gives all that came out otherwise than they say. */
export const differencesOf = async (sections: string, scenarios: string, head = anybody): Promise<string[]> => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content: `${head}${sections}` }]);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!bundle || errors.length > 0)
    return errors.map(({ code, message, advice, at }) => `${at.line}: ${code}: ${message} ${advice}`);
  const content = `starts: { him: { on: 2026-01-05 } }\nscenarios:\n${scenarios}`;
  const read = readScenarios([{ file: 'scenarios.yaml', content }], bundle);
  if (read.problems.length > 0) return read.problems.map(({ code, message, at }) => `${at.line}: ${code}: ${message}`);
  const results = await runScenarios(bundle, read.scenarios, decide);
  return results.flatMap(({ scenario, failures }) =>
    failures.flatMap(({ differences }) => differences.map((each) => `${scenario.title} ${JSON.stringify(each)}`)),
  );
};
