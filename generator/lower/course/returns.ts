/** What becomes of somebody who comes back. */
import type { Return } from '../../../engine/contract/course.js';
import { type Id, listed } from '../../../engine/contract/index.js';
import type { WrittenReturns } from '../../language/constructs/returns.js';
import { sentence } from '../outline-words.js';
import type { CourseContext } from './context.js';

const startSays = (starts: Id): string => {
  if (starts === 'again') return 'starts again';
  return starts === 'where-he-left' ? 'goes on where he left' : `starts with ${starts.replaceAll('-', ' ')}`;
};

const readsOf = (lowered: Pick<Return, 'when' | 'needs' | 'starts' | 'keeps' | 'refuses'>, him: string): string => {
  const when = lowered.when ? `when ${lowered.when.reads}, ` : '';
  if (lowered.refuses) return sentence(`${when}the ${him} cannot come back`);
  const kept = lowered.keeps.map((each) => each.replaceAll('-', ' '));
  const keeps = kept.length > 0 ? ` and keeps ${listed(kept, 'and')}` : '';
  const needs = lowered.needs ? `, provided that ${lowered.needs.reads}` : '';
  return sentence(`${when}a ${him} who comes back ${startSays(lowered.starts)}${keeps}${needs}`);
};

/** Takes the section as written; gives the returns in their order. */
export const lowerReturns = (written: WrittenReturns, context: CourseContext): Return[] =>
  written.flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const origin = context.origin(value, idAt);
    const when = value.when && context.condition(value.when);
    const needs = value.needs && context.condition(value.needs);
    const kept = (value.keeps ?? []).filter((each) => each.value !== 'nothing');
    const lowered = {
      ...(when && { when }),
      ...(needs && { needs }),
      starts: value.starts?.value ?? 'again',
      keeps: kept.flatMap((each) => context.derived(each) ?? []),
      refuses: value.refuses?.value ?? false,
    };
    const reads = readsOf(lowered, context.called('participant'));
    return [{ id, ...lowered, words: context.words(value.reason?.value, origin, reads), reads, origin }];
  });
