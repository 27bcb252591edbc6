/** Documents that went out although what had to be written in them was not. */
import { yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import type { Document, Heading } from '../contract/document.js';
import type { Replay } from './replay-state.js';
import { sightOf, subjectsOf } from './subjects.js';
import type { Happened } from './timeline.js';

/** Takes a replay at a point; gives each issuing at it that came too early, and why. */
export const issuedTooEarly = (replay: Replay): { happened: Happened; because: string }[] =>
  (replay.case.course.bundle.documents ?? []).flatMap((document) =>
    issuesOf(document, replay)
      .filter(({ at }) => at.start === replay.view.point.ms)
      .flatMap((happened) => {
        const lacking = unwritten(document, happened, replay);
        if (lacking.length === 0) return [];
        const because = `“${document.title}” went out although this had not been written: ${lacking.join('; ')}.`;
        return [{ happened, because }];
      }),
  );

const issuesOf = ({ id }: Document, { view }: Replay): Happened[] =>
  [`${id}-issued`, `${id}-sent`].flatMap((what) => [...view.occurrences(what)]);

const unwritten = (document: Document, issue: Happened, replay: Replay): string[] => {
  const required = document.headings.filter((heading) => isRequired(document, heading, issue, replay));
  if (required.length === 0) return [];
  const written = writtenFor(document, issue, replay);
  return required
    .filter(({ id, asks }) => {
      const names = asks?.rows.length
        ? asks.rows.flatMap((row) => asks.columns.map((c) => `${id}-${row.id}-${c.id}`))
        : [id];
      return !names.some((name) => written.has(name));
    })
    .map(({ heading, asks }) => heading ?? asks?.prompt ?? '');
};

/** What waits for a release is nobody's to require; nor is what is not asked. */
const isRequired = ({ id, forEach }: Document, heading: Heading, { about }: Happened, replay: Replay): boolean => {
  if (!heading.asks?.required || heading.releasedBy.length > 0) return false;
  const asked = replay.case.course.happenings.get(`${id}-written`)?.fields ?? [];
  if (!asked.some(({ name }) => name === heading.id || name.startsWith(`${heading.id}-`))) return false;
  if (!heading.onlyWhen) return true;
  const whole = sightOf(replay, replay.view);
  const own = subjectsOf(forEach === undefined ? {} : { forEach }, whole).find(({ subject }) => subject === about);
  const sight = own?.sight ?? whole;
  return sight.reads.condition(heading.onlyWhen, sight).truth === yes;
};

/** The questions that have been answered since it last went out to the same person. */
const writtenFor = (document: Document, issue: Happened, replay: Replay): Set<Id> => {
  const isBefore = (a: Happened, b: Happened): boolean =>
    a.at.start < b.at.start || (a.at.start === b.at.start && a.place < b.place);
  const isOwn = ({ about }: Happened): boolean => about === issue.about;
  const last = issuesOf(document, replay)
    .filter((each) => isOwn(each) && isBefore(each, issue))
    .reduce<Happened | undefined>((latest, each) => (latest && isBefore(each, latest) ? latest : each), undefined);
  return new Set(
    replay.view
      .occurrences(`${document.id}-written`)
      .filter((each) => isOwn(each) && isBefore(each, issue) && (!last || isBefore(last, each)))
      .flatMap(({ values }) => Object.entries(values))
      .flatMap(([name, text]) => (typeof text === 'string' && text.trim() !== '' ? [name] : [])),
  );
};
