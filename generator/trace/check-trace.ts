/** That each clause has a home, and that what must be done is not merely said. */
import type { Problem } from '../problem/problem.js';
import type { Traced } from './implementations.js';
import { traceOf } from './trace.js';
import { raiseTrace } from './trace-problems.js';

/** Takes what was lowered; reports each clause that nothing answers to, and each that only words answer to and may not. */
export const checkTrace = (core: Traced, report: (problem: Problem) => void): void => {
  for (const { clause: id, says, force, kind, at, by, state, mustAct, outOfForce } of traceOf(core)) {
    if (state === 'none' && !outOfForce) report(raiseTrace('clause/no-home', at, { id, says }));
    if (state !== 'said' || !mustAct) continue;
    const words = by.map((one) => `the ${one.kind} “${one.words.replace(/\.$/, '')}”`);
    const related = by.map((one) => ({ at: one.at, message: 'It is said here.' }));
    report(raiseTrace('clause/only-said', at, { id, force, about: kind ?? '', by: words }, related));
  }
};
