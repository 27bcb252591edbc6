/** From what a definition keeps apart, and what is hers without its saying so, to the bundle's `information`. */
import type { Id, Information, KeptApart, Label } from '../../../engine/contract/index.js';
import type { People } from '../../check/course/happenings.js';
import type { WrittenInformation } from '../../language/constructs/information.js';
import { type ClauseFinder, originOf } from '../../language/constructs/origin.js';
import { flow } from '../course/labels.js';
import { hersSeeds, type IsHer, keptSeeds, mixedSeeds, othersSeeds, type Paths, type Told } from './seeds.js';
import { hers, type Sight, sightOf } from './sight.js';
import { type Thing, thingsOf } from './things.js';

/** What carries which label, by the way to where it comes from. */
export interface Labels {
  kept: KeptApart[];
  maySee: Sight;
  /** By `hers` and what else is kept apart. */
  paths: ReadonlyMap<Id, Paths>;
  /** What may come from the partner: recorded by somebody of hers, or by somebody else. */
  mixed: Paths;
  /** Of what is hers, what is not of one entry alone. */
  others: (entries: Id) => Paths;
}

const keptApart = (
  written: WrittenInformation | undefined,
  { supporters, called }: Pick<People, 'supporters' | 'called'>,
  clauses: ClauseFinder,
): KeptApart[] => [
  {
    id: hers,
    called: `what the ${called('partner')} says, and where and how she can be reached`,
    seenBy: [...supporters],
    ...(written?.hers?.value && { origin: originOf(written.hers.value, written.hers.idAt, clauses) }),
  },
  ...(written?.kept ?? []).flatMap(({ id, idAt, value }): KeptApart[] =>
    value
      ? [
          {
            id,
            called: value.called.value,
            seenBy: value['seen-by'].map((role) => role.value),
            origin: originOf(value, idAt, clauses),
          },
        ]
      : [],
  ),
];

/** What is hers and not of one entry alone, worked out once for each list of entries. */
const othersIn = (told: Told, things: readonly Thing[], isHer: IsHer): Labels['others'] => {
  const known = new Map<Id, Paths>();
  return (entries) => {
    const found = known.get(entries) ?? flow(things, ...othersSeeds(told, entries, isHer));
    known.set(entries, found);
    return found;
  };
};

/** Takes a bundle's content and what the definition keeps apart; gives all labels, with the ways to where they begin. */
export const labelsOf = (
  told: Told,
  written: WrittenInformation | undefined,
  people: Pick<People, 'supporters' | 'called' | 'isHer'>,
  clauses: ClauseFinder,
): Labels => {
  const kept = keptApart(written, people, clauses);
  const things = thingsOf(told);
  const declared = (written?.kept ?? []).map(({ id, value }): [Id, Paths] => {
    const names = (value?.keeps ?? []).map((each) => each.value);
    return [id, flow(things, keptSeeds(names, told))];
  });
  const isOfHers = (role: Id): boolean => people.isHer(role) || people.supporters.has(role);
  return {
    kept,
    maySee: sightOf(told.people, kept),
    paths: new Map([[hers, flow(things, hersSeeds(told, people.isHer))], ...declared]),
    mixed: flow(things, mixedSeeds(told, isOfHers)),
    others: othersIn(told, things, people.isHer),
  };
};

/** Where each kind of thing stands in the bundle's `map`. */
const places: Record<string, string> = {
  fact: '',
  event: 'events/',
  rule: 'rules/',
  duty: 'duties/',
  step: 'steps/',
  phase: 'phases/',
  'session-kind': 'kinds/',
  return: 'returns/',
  appeal: 'appeals/',
  document: 'documents/',
};

/** Gives the labels as the bundle has them; what is no thing of the bundle is left out. */
export const informationOf = ({ kept, paths }: Pick<Labels, 'kept' | 'paths'>, told: Told): Information => {
  const events = new Set((told.course?.happenings ?? []).map(({ id }) => id));
  const labels = new Map<string, Label[]>();
  for (const { id } of kept)
    for (const [key, path] of paths.get(id) ?? []) {
      const [kind = '', name = ''] = key.split(' ');
      if (kind === 'event' && !events.has(name)) continue;
      const place = `${places[kind]}${name}`;
      labels.set(place, [...(labels.get(place) ?? []), { kept: id, path }]);
    }
  return { kept, labels: Object.fromEntries([...labels].sort(([one], [other]) => (one < other ? -1 : 1))) };
};
