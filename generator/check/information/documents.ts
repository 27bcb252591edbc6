/** That no document shows its readers what they may not see, by any of the ways into it. */
import type { At, Document, Duty, Heading, Id } from '../../../engine/contract/index.js';
import { firstOf } from '../../lower/course/labels.js';
import { type NamedIn, nothing } from '../../lower/course/walk.js';
import { headingWords, namesInWords, routesIn } from '../../lower/information/document-routes.js';
import { reasonOf } from '../../lower/information/reasons.js';
import type { Paths } from '../../lower/information/seeds.js';
import { actingAs, hers } from '../../lower/information/sight.js';
import { openedBy } from '../../lower/information/things.js';
import type { People } from '../course/happenings.js';
import type { Flow } from './given.js';
import { raiseInformation } from './information-problems.js';

/** One way into a document. */
interface Way {
  heading?: Heading;
  at: At;
  where: string[];
  named: NamedIn;
  how: 'heading' | 'opening' | 'whole';
  /** It stands above the document, which can no more be held back than that it comes. */
  isSubject?: boolean;
}
/** Somebody who reads it: whoever receives or may ask for it; who writes or reviews it reads only what stands there. */
interface Reader {
  role: Id | undefined;
  receives: boolean;
}
interface Looking extends Flow {
  people: People;
  document: Document;
  readers: Reader[];
}

/** Whoever an effect of a rule or a duty sends it to besides. */
const sentTo = ({ id }: Document, { core: { course } }: Flow): Id[] =>
  [...(course?.rules ?? []), ...(course?.duties ?? [])]
    .flatMap((opening) => ('does' in opening ? opening.does : opening.effects))
    .flatMap(({ verb, object, to }) => ((verb === 'send' || verb === 'issue') && object === id && to ? [to] : []));

const readersOf = (document: Document, flow: Flow): Reader[] => {
  const receiving = new Set([...document.to, ...document.onRequest, ...sentTo(document, flow)]);
  const writing = [...document.by, ...document.reviewedBy].filter((role) => !receiving.has(role));
  return [
    ...[...receiving].map((role) => ({ role, receives: true })),
    ...[...new Set(writing)].map((role) => ({ role, receives: false })),
    ...(document.by.length === 0 ? [{ role: undefined, receives: false }] : []),
  ];
};

/** What opens its duty, and what else shows that done: where that has happened, it no longer comes. */
const comesBy = (duty: Duty, { id }: Document): NamedIn => {
  const named = openedBy(duty);
  const own = [`${id}-sent`, `${id}-issued`, `${duty.id}-done`];
  for (const event of duty.metBy) if (!own.includes(event)) named.events.add(event);
  return named;
};
/** When it goes out, and to how many. */
const openings = (document: Document, duty: Duty | undefined): Way[] => {
  const { origin, forEach } = document;
  return [
    ...(duty
      ? [{ at: origin.at, where: ['when it goes out'], named: comesBy(duty, document), how: 'opening' as const }]
      : []),
    ...(forEach === undefined
      ? []
      : [
          {
            at: origin.at,
            where: ['one for each'],
            named: { ...nothing(), facts: new Set([forEach]) },
            how: 'whole' as const,
          },
        ]),
  ];
};

const waysInto = (document: Document, { core }: Flow): Way[] => {
  const headings = new Map(document.headings.map((each) => [each.id, each]));
  const contents = routesIn(document, core).map((route): Way => {
    const heading = headings.get(route.heading ?? '');
    const at = heading?.origin.at ?? document.origin.at;
    const how = heading ? 'heading' : 'opening';
    return { ...(heading ? { heading } : { isSubject: true }), at, where: route.where, named: route.named, how };
  });
  const duty = core.course?.duties.find(({ id }) => id === document.duty);
  return [...openings(document, duty), ...contents];
};

/** Everybody inside who may write it; where nobody is named, anybody. */
const writersOf = ({ by, reviewedBy }: Document, { core: { people } }: Flow): Id[] => {
  const inside = people.filter(({ side }) => side === 'inside').map(({ id }) => id);
  return by.length === 0 ? inside : actingAs([...by, ...reviewedBy], people);
};

const knownBy = (kept: Id, { labels }: Flow): Id[] => labels.kept.find(({ id }) => id === kept)?.seenBy ?? [];
const maySee = ({ role }: Reader, kept: Id, { labels, people }: Looking): boolean =>
  role !== undefined && (labels.maySee(role, kept) || (kept === hers && people.isHer(role)));

const why = (path: Id[], kept: Id, mixed: boolean, { core, labels, people }: Looking): string =>
  reasonOf(path, kept, mixed, { told: core, kept: labels.kept, isHer: people.isHer, called: people.called });
/** From the document to where what it shows comes from. */
const wayOf = ({ document }: Looking, where: string[], path: Id[], last: string): string[] => {
  const [before = '', source = ''] = path.slice(-2).map((id) => namesInWords(id).join(' '));
  // “latest concern” needs no “concern” beside it.
  const told = path.length > 1 && before !== source && before.includes(source);
  return [document.title, ...where, ...(told ? path.slice(0, -1) : path).flatMap(namesInWords), last];
};

const calledOf = (readers: Reader[], { people }: Looking): string[] =>
  readers.flatMap(({ role }) => (role === undefined ? [] : [people.called(role)]));

/** A release is for whoever may see it; gives whether the heading needs one. */
const checkReleased = (way: Way, kept: Id, path: string[], looking: Looking): void => {
  const { labels, people, report, document } = looking;
  const releasing = way.heading?.releasedBy ?? [];
  const others = releasing.filter((role) => !labels.maySee(role, kept)).map(people.called);
  const known = knownBy(kept, looking);
  if (others.length > 0)
    report(raiseInformation('document/released-by', way.at, { title: document.title, path, others, known }));
};

/** Looks at one way for what is kept under one label; gives whether somebody who reads it may not see that. */
const checkWay = (way: Way, kept: Id, paths: Paths, mixed: boolean, looking: Looking): boolean => {
  const { readers, report, document } = looking;
  const found = firstOf(way.named, paths);
  if (!found) return false;
  const shut = readers.filter(
    (reader) =>
      // What may come from her is left out for whoever writes it and may not see it.
      (reader.receives || (way.how === 'heading' && !mixed)) &&
      // What may come from one partner is no other's to read.
      (!maySee(reader, kept, looking) || (mixed && reader.role !== undefined && looking.people.isHer(reader.role))),
  );
  if (shut.length === 0) return false;
  const path = wayOf(looking, way.where, found, why(found, kept, mixed, looking));
  const { title } = document;
  if (way.heading && way.heading.releasedBy.length > 0) checkReleased(way, kept, path, looking);
  else {
    const how = mixed ? 'record' : way.how;
    const whom = calledOf(shut, looking);
    report(raiseInformation('document/leak', way.at, { title, path, whom, known: knownBy(kept, looking), how }));
  }
  return true;
};

/** What one partner may not see of another. */
const checkTogether = (way: Way, looking: Looking): void => {
  const { labels, people, report, document, core, readers } = looking;
  const her = readers.find(({ role, receives }) => receives && role !== undefined && people.isHer(role))?.role;
  if (her === undefined) return;
  const entries = core.facts.find(({ id }) => id === document.forEach);
  const oneEach = entries?.each === her;
  if (oneEach && way.how === 'whole') return;
  const paths = oneEach && entries ? labels.others(entries.id) : labels.paths.get(hers);
  const found = paths && firstOf(way.named, paths);
  if (!found) return;
  const path = wayOf(looking, way.where, found, why(found, hers, false, looking));
  const each = people.called(her);
  report(raiseInformation('document/partners-together', way.at, { title: document.title, path, each, oneEach }));
};

/** What somebody writes who may know more than whoever reads it; gives whether there is any such heading. */
const checkNarrative = (heading: Heading, looking: Looking): boolean => {
  const { document, labels, people, report, readers } = looking;
  if (!heading.asks) return false;
  const { title } = document;
  const writers = writersOf(document, looking);
  let needed = false;
  for (const { id: kept, called } of labels.kept) {
    const shut = readers.filter((reader) => reader.receives && !maySee(reader, kept, looking));
    const knowing = writers.filter((role) => labels.maySee(role, kept));
    const [writer] = knowing;
    if (shut.length === 0 || writer === undefined) continue;
    const reviewed = document.reviewedBy.some((role) => labels.maySee(role, kept));
    if (kept !== hers && reviewed) continue;
    needed = true;
    const last = kept === hers ? 'may come from the partner' : `may tell ${called}`;
    const verb =
      document.by.length > 0 && !actingAs(document.by, looking.core.people).includes(writer) ? 'reviews' : 'writes';
    const path = [title, ...headingWords(heading), `what the ${people.called(writer)} ${verb}`, last];
    const known = knownBy(kept, looking);
    const at = heading.origin.at;
    if (heading.releasedBy.length > 0)
      checkReleased({ heading, at, where: [], named: nothing(), how: 'heading' }, kept, path, looking);
    else if (kept === hers)
      report(raiseInformation('document/narrative', at, { title, path, whom: calledOf(shut, looking), known }));
    else {
      // Said once of a document, with the headings of which it is so as well.
      const [first, ...others] = document.headings.filter(({ asks, releasedBy }) => asks && releasedBy.length === 0);
      const more = others.flatMap(headingWords);
      if (first?.id === heading.id)
        report(raiseInformation('document/narrative-unchecked', at, { title, path, more, kept: called, known }));
    }
  }
  return needed;
};

/** That it comes because she asked for it would tell whoever else receives it. */
const checkAsked = (looking: Looking): void => {
  const { document, people, report } = looking;
  const asking = document.onRequest.filter(people.isHer);
  const others = document.to.filter((role) => !maySee({ role, receives: true }, hers, looking));
  if (asking.length === 0 || others.length === 0) return;
  const { title, origin } = document;
  const path = [title, 'who asks for it', ...asking.map(people.called), 'may come from the partner'];
  const whom = others.map(people.called);
  report(raiseInformation('document/leak', origin.at, { title, path, whom, known: [], how: 'asking' }));
};

const checkDocument = (looking: Looking): void => {
  const { document, labels, report } = looking;
  checkAsked(looking);
  const withheld = new Set<Id>();
  for (const way of waysInto(document, looking)) {
    for (const { id } of labels.kept) {
      const needed = checkWay(way, id, labels.paths.get(id) ?? new Map(), false, looking);
      if (needed && way.heading) withheld.add(way.heading.id);
    }
    const isHers = firstOf(way.named, labels.paths.get(hers) ?? new Map()) !== undefined;
    const isContent = way.how === 'heading' || way.isSubject === true;
    if (isContent && !isHers && checkWay(way, hers, labels.mixed, true, looking) && way.heading)
      withheld.add(way.heading.id);
    checkTogether(way, looking);
  }
  for (const heading of document.headings) {
    if (checkNarrative(heading, looking)) withheld.add(heading.id);
    if (heading.releasedBy.length === 0 || withheld.has(heading.id)) continue;
    // Where the provider's document asks for a release there is one, whatever it is of.
    if (heading.origin.clauses.length > 0 || heading.origin.reading) continue;
    const where = headingWords(heading).join('') || document.title;
    report(raiseInformation('document/nothing-to-release', heading.origin.at, { title: document.title, where }));
  }
};

/** Takes the content with its labels; reports each way by which a document would show what its reader may not see. */
export const checkDocumentsApart = (flow: Flow, people: People): void => {
  for (const document of flow.core.documents ?? [])
    checkDocument({ ...flow, people, document, readers: readersOf(document, flow) });
};
