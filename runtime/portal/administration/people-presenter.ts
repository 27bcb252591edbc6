/** People and roles in words. */
import type { Bundle } from '../../../engine/contract/index.js';
import type { Colleague } from '../../server/people/grants.js';
import { rolesToGive, sideOfRole } from '../../server/people/sides.js';
import type { GrantRow, InvitationRow } from '../../server/store/people-store.js';
import { roleCalled, roleInWords } from '../sign-in/roles-presenter.js';
import { colleagueInWords } from '../words/colleagues.js';
import { momentInWords } from '../words/dates.js';

export interface RoleLine {
  words: string;
  /** What it is taken away by. */
  role: string;
  site: string;
  /** The role came to be on the other side since it was given, or is not declared any more. */
  lapsed: boolean;
}
export interface PersonLine {
  id: string;
  name: string;
  email: string;
  roles: RoleLine[];
  /** "Works with the man", "Supports the partner", "From outside". */
  side: string;
}
export interface InvitationLine {
  id: string;
  email: string;
  roles: string[];
  until: string;
}

const hasLapsed = (bundle: Bundle, { role, side }: GrantRow): boolean =>
  !bundle.people.some(({ id }) => id === role) || sideOfRole(bundle, role) !== side;

const sideInWords = (bundle: Bundle, grants: readonly GrantRow[]): string => {
  if (grants.some(({ side }) => side === 'hers')) return 'Her side, apart from him';
  if (grants.every(({ side }) => side === null)) return 'Outside';
  return bundle.people.some(({ id }) => sideOfRole(bundle, id) === 'hers') ? 'His side' : 'Inside';
};

export const presentPerson = (bundle: Bundle, person: Colleague): PersonLine => ({
  id: person.id,
  name: colleagueInWords(person),
  email: person.email,
  side: sideInWords(bundle, person.grants),
  roles: person.grants.map((grant) => ({
    words: roleInWords(bundle, { role: grant.role, ...(grant.site ? { site: grant.site } : {}) }),
    role: grant.role,
    site: grant.site,
    lapsed: hasLapsed(bundle, grant),
  })),
});

/** Those inside first; people outside are many and looked up rarely. */
export const presentPeople = (
  bundle: Bundle,
  people: readonly Colleague[],
): { inside: PersonLine[]; outside: PersonLine[] } => {
  const isInside = ({ grants }: Colleague): boolean => grants.some(({ side }) => side !== null);
  return {
    inside: people.filter(isInside).map((person) => presentPerson(bundle, person)),
    outside: people.filter((person) => !isInside(person)).map((person) => presentPerson(bundle, person)),
  };
};

export const presentInvitations = (bundle: Bundle, rows: readonly InvitationRow[]): InvitationLine[] =>
  rows.map(({ id, email, roles, administers, expires }) => ({
    id,
    email: email ?? '',
    roles: [
      ...roles.map(({ role, site }) => roleInWords(bundle, { role, ...(site ? { site } : {}) })),
      ...(administers ? ['Administrator'] : []),
    ],
    until: momentInWords(expires, bundle.programme.timeZone),
  }));

export interface RoleOption {
  value: string;
  label: string;
  hint?: string;
}

/** The roles that can be given, in the definition's words. */
export const roleOptions = (bundle: Bundle): RoleOption[] =>
  rolesToGive(bundle).map(({ id }) => {
    const side = sideOfRole(bundle, id);
    return {
      value: id,
      label: roleCalled(bundle, id),
      ...(side === 'hers' ? { hint: 'Sees her side. Cannot be held together with a role that works with him.' } : {}),
      ...(side === null ? { hint: 'Outside the service: sees only what he sends in.' } : {}),
    };
  });

/** All sites, and each. Empty where the definition declares none. */
export const siteOptions = (bundle: Bundle): { value: string; label: string }[] =>
  bundle.sites.length === 0
    ? []
    : [{ value: '', label: 'All sites' }, ...bundle.sites.map(({ id, label }) => ({ value: id, label }))];
