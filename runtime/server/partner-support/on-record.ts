/** What the case itself has on record of one partner: what the definition lets be recorded of her, and contact with her. */
import type { Bundle, CaseEvent, Happening } from '../../../engine/contract/index.js';

/** The latest of each; nothing that was corrected since. */
export interface OnRecord {
  /** Of what the definition declares as a record of hers: what she wants, asked for or said. */
  said?: CaseEvent;
  contact?: CaseEvent;
}

/** Takes the case as it is for one partner. */
export const onRecord = ({ course }: Bundle, events: readonly CaseEvent[]): OnRecord => {
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  const latest = (source: Happening['source']): CaseEvent | undefined => {
    const those = (course?.happenings ?? []).filter((one) => one.source === source && one.hers && !one.anyOf);
    const ids = new Set(those.map(({ id }) => id));
    return events
      .filter(({ id, what }) => what !== undefined && ids.has(what) && !corrected.has(id))
      .reduce<CaseEvent | undefined>((last, one) => (last && last.happened > one.happened ? last : one), undefined);
  };
  const [said, contact] = [latest('record'), latest('contact')];
  return { ...(said && { said }), ...(contact && { contact }) };
};
