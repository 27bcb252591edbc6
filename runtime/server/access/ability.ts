/**
 * What somebody may do with what, as rules: the same that the database holds by itself (a test asks both of real rows). The
 * server asks here before it answers, the database refuses should it not have.
 */
import { AbilityBuilder, createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import type { Id } from '../../../engine/contract/index.js';
import type { StoredCase } from '../store/contract.js';
import type { Actor, SignedIn } from './actor.js';

/** `record`: to add to it. Nobody alters or removes anything. */
export type Act = 'read' | 'record' | 'administer';
export type Subject = 'Case' | 'CaseOnHerSide' | 'Document' | 'Group' | 'Message' | 'People' | 'Audit';
/** Of a thing what decides whose it is. */
export interface Whose {
  programme: string;
  site?: Id | undefined;
  /** The person outside whose case it is. */
  referrer?: string | undefined;
}

export interface Abilities {
  can(act: Act, what: Subject, whose: Whose): boolean;
}

const rulesFor = (actor: Pick<Actor, 'programme' | 'person' | 'side' | 'seesHers' | 'sites'>): MongoAbility => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const { programme, person, side, sites, seesHers } = actor;
  if (side === 'outside') {
    can(['read', 'record'], ['Case', 'Document'], { programme, referrer: person });
    // Whatever he tells of her goes in, and does not come out again.
    can('record', 'CaseOnHerSide', { programme, referrer: person });
    return build();
  }
  // What is of no site is everybody's inside.
  const places = sites === 'all' ? [{}] : [{ site: { $in: [...sites] } }, { site: { $exists: false } }];
  for (const place of places) {
    can(['read', 'record'], ['Case', 'Document', 'Message', 'Group'], { programme, ...place });
    can('record', 'CaseOnHerSide', { programme, ...place });
    if (seesHers) can('read', 'CaseOnHerSide', { programme, ...place });
  }
  return build();
};

const asked = (rules: MongoAbility): Abilities => ({
  can: (act, what, { programme, site, referrer }) =>
    rules.can(
      act,
      subject(what, {
        programme,
        ...(site === undefined ? {} : { site }),
        ...(referrer === undefined ? {} : { referrer }),
      }),
    ),
});

/** Takes who acts, in his role; gives what he may do. */
export const abilityOf = (actor: Pick<Actor, 'programme' | 'person' | 'side' | 'seesHers' | 'sites'>): Abilities =>
  asked(rulesFor(actor));

/** What somebody may do as an administrator: people and the audit of his programmes, and no case. */
export const abilityToAdminister = ({ administers }: Pick<SignedIn, 'administers'>): Abilities => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const places = administers === 'all' ? [{}] : [{ programme: { $in: [...administers] } }];
  for (const place of places) {
    can(['read', 'administer'], 'People', place);
    can('read', 'Audit', place);
  }
  return asked(build());
};

/** Of a case what decides whose it is. */
export const whoseCase = ({ programme, site, referrer }: StoredCase): Whose => ({ programme, site, referrer });

/** Whether an actor may open a case that the store gave him. */
export const mayOpen = (actor: Actor, found: StoredCase): boolean => {
  const ability = abilityOf(actor);
  return (
    ability.can('read', 'Case', whoseCase(found)) &&
    (found.version.hers === undefined || ability.can('read', 'CaseOnHerSide', whoseCase(found)))
  );
};
