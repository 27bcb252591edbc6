/** What stands around the pages of whoever administers. */
import type { FastifyRequest } from 'fastify';
import type { Bundle } from '../../../engine/contract/index.js';
import type { SignedIn } from '../../server/access/actor.js';
import { SignInFirst } from '../../server/access/faults.js';
import type { Frame } from '../layout/layout.js';
import { bundleOf, type Office } from '../office.js';

export type AdministrationPlace = 'administration' | 'people' | 'hand-over' | 'sites' | 'audit' | 'studio' | 'work';

/** The programme that an address of the administration names, and who administers it. */
export interface AdministrationOf {
  programme: string;
  bundle: Bundle;
  by: SignedIn;
}

export const addressOf = (programme: string, more = ''): string => `/administration/programmes/${programme}${more}`;

/** Who administers. The route has let in nobody else. */
export const administrator = async (
  { signedIn }: Pick<Office, 'signedIn'>,
  request: FastifyRequest,
): Promise<SignedIn> => {
  const by = await signedIn(request);
  if (!by) throw new SignInFirst();
  return by;
};

/** Throws `NotFound` where there is no such programme. */
export const administrationOf = async (office: Office, request: FastifyRequest): Promise<AdministrationOf> => {
  const { programme } = request.params as { programme: string };
  return { programme, bundle: bundleOf(office, programme), by: await administrator(office, request) };
};

/** The frame of a page of the administration; of one programme, or of none. */
export const administrationFrame = (
  title: string,
  by: Pick<SignedIn, 'name' | 'grants'>,
  at: AdministrationPlace | undefined,
  of?: { programme: string; bundle: Pick<Bundle, 'programme'> },
  back?: Frame['back'],
): Frame => {
  const to = (place: AdministrationPlace, words: string, href: string) =>
    place === at ? { words, href, current: true } : { words, href };
  return {
    title,
    wide: true,
    visitor: { name: by.name },
    ...(of ? { where: of.bundle.programme.title } : {}),
    navigation: [
      to('administration', 'Administration', '/administration'),
      ...(of
        ? [
            to('people', 'People', addressOf(of.programme)),
            to('hand-over', 'Hand-over', addressOf(of.programme, '/hand-over')),
            to('sites', 'Sites and definitions', addressOf(of.programme, '/sites')),
          ]
        : []),
      to('audit', 'Audit', `/administration/audit${of ? `?programme=${of.programme}` : ''}`),
      to('studio', 'Studio', '/studio'),
      // Somebody who works with cases as well.
      ...(by.grants.length > 0 ? [to('work', 'Where to work', '/working-as')] : []),
    ],
    ...(back ? { back } : {}),
    note: 'Rubric. Whoever administers sees no case. What is done here is put on record.',
  };
};
