/** What missing the next session would bring: worked out apart, for it takes ten times as long as how a case stands. */
import type { Bundle, CaseEvent, CourseEvaluation } from '../../../engine/contract/index.js';
import { evaluateWith } from '../../../engine/viewer/case-for.js';

/** The rules whose recommendation the next miss would open, and the day of that session. */
export interface NearMiss {
  on: string;
  rules: string[];
}
export interface MissAsked {
  bundle: Bundle;
  events: readonly CaseEvent[];
  now: string;
}

/** Takes a case, of which it looks at what nobody inside is kept from. Undefined where a miss would bring nothing. */
export const nearMissOf = ({ bundle, events, now }: MissAsked): NearMiss | undefined => {
  const found: CourseEvaluation['nextMiss'] = evaluateWith(bundle, events, {
    asOf: now,
    clearance: { sees: new Set() },
  }).nextMiss;
  const rules = (found?.changes ?? [])
    .filter(({ kind, to, hers }) => kind === 'recommendation' && to === 'open' && !hers)
    .map(({ id }) => id);
  return found && rules.length > 0 ? { on: found.on, rules: [...new Set(rules)] } : undefined;
};

/** What a thread of its own is asked, and says. A definition is sent to it once. */
export interface Asked {
  n: number;
  digest: string;
  bundle?: Bundle;
  events: readonly CaseEvent[];
  now: string;
}
export interface Said {
  n: number;
  found?: NearMiss;
}
