/** A case by what is kept apart from nobody: for what somebody outside may be told of what he sent himself. */
import type { Bundle } from '../contract/bundle.js';
import type { CaseEvent } from '../contract/event.js';
import { type CaseFor, caseWith } from './case-for.js';
import { nothingApart } from './clearance.js';

/**
 * Takes a bundle and events; gives both without anything that carries a label, whatever it is. What is worked out of it
 * is still nothing to show somebody outside, unless all of the events were his own.
 */
export const openToAll = (bundle: Bundle, events: readonly CaseEvent[]): CaseFor => {
  const { withheld: _withheld, ...seen } = caseWith(bundle, events, nothingApart);
  return seen;
};
