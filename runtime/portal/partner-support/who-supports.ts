/** Who was named to support her, and whether whoever that was is still there to do it. */
import { herSideOf } from '../../../engine/case/her-side.js';
import type { Known } from '../../server/partner-support/contract.js';
import { bundleOf, type Office } from '../office.js';

/** The ids of those who support partners in a programme now. */
export const supportersNow = async (office: Office, programme: string): Promise<ReadonlySet<string>> => {
  const { people } = bundleOf(office, programme);
  const { isSupporter } = herSideOf(people);
  const roles = people.map(({ id }) => id).filter(isSupporter);
  return new Set((await office.people.holding(programme, roles)).map(({ id }) => id));
};

/** Takes what is kept of her and who supports partners now; gives who supports her, or nothing where nobody was named. */
export const namedFor = (
  { assigned }: Pick<Known, 'assigned'>,
  now: ReadonlySet<string>,
): { name: string; hasLeft: boolean } | undefined => {
  const said = assigned.at(-1)?.said;
  return said && { name: said.name, hasLeft: !now.has(said.person) };
};
