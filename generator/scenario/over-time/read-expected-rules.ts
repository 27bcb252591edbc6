/** `recommendations: [two-missed]`, exactly those that are open; or `{ two-missed: confirmed }`, how each named stands. */
import type { RecommendationState } from '../../../engine/contract/index.js';
import type { Node } from '../../load/node.js';
import { asList, asMap, asScalar, type Reading } from '../reading.js';
import type { CaseSoFar } from './case-so-far.js';
import type { ExpectedOverTime, ExpectedRecommendation } from './expected.js';
import { bySubject } from './read-expected-facts.js';
import { isNone, namesIn, wordAmong } from './read-expected-words.js';
import { nameAmong } from './read-session.js';

const states: readonly RecommendationState[] = ['open', 'confirmed', 'refused', 'lapsed', 'perhaps'];

/** Takes what stands under `recommendations:`; gives what could be read. */
export const readRecommendations = (
  node: Node | undefined,
  soFar: CaseSoFar,
): Pick<ExpectedOverTime, 'open' | 'recommendations'> => {
  const { reading } = soFar;
  const known = (reading.bundle.course?.rules ?? []).map(({ id }) => id);
  if (node?.kind !== 'map') {
    const open = namesIn(node, 'rule', known, reading);
    return { ...(open === undefined ? {} : { open }), recommendations: [] };
  }
  const recommendations = (asMap(node, 'Recommendations', reading)?.entries ?? []).flatMap(({ key, value, at }) => {
    const id = nameAmong(key, 'rule', known, reading);
    const rule = reading.bundle.course?.rules.find((candidate) => candidate.id === id);
    if (rule === undefined || value === undefined) return [];
    return bySubject(value, rule.id, rule.forEach, soFar).flatMap(
      ({ subject, value: each }): ExpectedRecommendation[] => {
        const found = readStates(each, reading);
        if (found === undefined) return [];
        return [{ rule: rule.id, ...(subject === undefined ? {} : { subject }), states: found, at }];
      },
    );
  });
  return { recommendations };
};

const readStates = (node: Node, reading: Reading): ExpectedRecommendation['states'] | undefined => {
  if (isNone(node)) return 'none';
  const found = asList(node).map((item) =>
    wordAmong(asScalar(item, 'How a recommendation stands', reading), 'A recommendation', states, reading),
  );
  return found.every((state) => state !== undefined) ? found : undefined;
};
