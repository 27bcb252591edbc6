/** Facts that are a share, and facts that are time in all. */
import { listed } from '../../../engine/contract/index.js';
import { raiseFact } from '../../check/course/fact-problems.js';
import type { DerivedName } from '../../check/course/names.js';
import { needed, ofWhat, type Read, unitOf, whereOf, windowOf } from './fact-parts.js';
import { type Lowering, scopeOfEvent, statesOf } from './lowering.js';

/** In how many of a hundred. */
export const share = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const what = ofWhat(each.written['share-of'], lowering);
  const { window, reads: within } = windowOf(each, lowering);
  if (!what) return undefined;
  const scope = scopeOfEvent(what.of, lowering);
  const { where } = whereOf(each, scope, lowering);
  const those = each.written['of-those'];
  const ofThose = those && lowering.condition(those, scope);
  if (!each.written.where) needed(each, 'where', 'where: credited is yes', lowering);
  if (!where) return undefined;
  const among = ofThose ? ` where ${ofThose.reads}` : '';
  return {
    from: { kind: 'share', of: what.of, where, ...(ofThose && { ofThose }), window },
    reads: `of the ${what.called}${among}${within}, the share in percent of those where ${where.reads}`,
  };
};

const kept = ['on-leave', 'suspended'];
const addable = ['days', 'working-days', 'weeks'] as const;
/** How long in a state. */
export const spent = (each: DerivedName, lowering: Lowering): Read | undefined => {
  const written = each.written['time-in'] ?? [];
  for (const { value, at } of written)
    if (!kept.includes(value)) lowering.report(raiseFact('fact/time-in', at, { name: value }));
  const states = statesOf(
    written.filter(({ value }) => kept.includes(value)),
    lowering,
  );
  const counted = unitOf(each, lowering);
  const unit = addable.find((known) => known === counted);
  const at = each.written.in?.[0]?.at ?? each.named.idAt;
  if (counted && !unit) lowering.report(raiseFact('fact/time-in-unit', at, { found: counted }));
  if (!unit || states.length === 0) return undefined;
  const words = listed(
    states.map((state) => state.replaceAll('-', ' ')),
    'or',
  );
  return {
    from: { kind: 'spent', in: states, unit },
    reads: `how many ${unit.replaceAll('-', ' ')} he was ${words} in all`,
    unit,
  };
};
