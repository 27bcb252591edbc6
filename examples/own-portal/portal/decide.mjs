/** The emitted rules on a stock json-rules-engine. */
import { Engine } from 'json-rules-engine';

/** How a fact is to be asked of a person who judges, consents or signs. */
export const judged = ({ bundle }) => bundle.facts.filter(({ source, within }) => source !== 'form' && !within);

/**
 * Takes what was built, answers by fact and the day; gives the outcome and the verdict of each criterion. Nothing is
 * guessed: what no rule says is not known.
 */
export const decide = async ({ bundle, rules, operators }, answers, today) => {
  // A new engine each time: one that runs twice at once skips rules without a word.
  const engine = operators.default(new Engine(rules.rules, { allowUndefinedFacts: true }));
  for (const [name, condition] of Object.entries(rules.conditions)) engine.setCondition(name, condition);
  // Every fact, null where there is no answer.
  const facts = Object.fromEntries(
    bundle.facts.filter(({ within }) => !within).map(({ id }) => [id, answers[id] ?? null]),
  );
  const { events, results, failureResults } = await engine.run(operators.surround({ ...facts, today }));
  if (results.length + failureResults.length !== rules.rules.length) throw new Error('Not every rule was run.');
  const verdicts = new Map(events.map(({ type, params }) => [params.of, type]));
  return {
    outcome: verdicts.get('decision') ?? 'not-known',
    criteria: bundle.criteria
      .filter(({ decides }) => decides)
      .map((criterion) => toldOf(criterion, verdicts.get(criterion.id) ?? 'not-known')),
  };
};

/** What it says where it decides against him; else the rule, which suits whatever came out. */
const toldOf = ({ role, words, rule = words }, verdict) => {
  const against = verdict === (role === 'requires' ? 'not-met' : 'met');
  return { words: against ? words : rule, verdict, against };
};
