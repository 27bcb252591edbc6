/**
 * What is hers, on the programmes that are written out: each of their scenarios once more with all that her side can
 * record put in, and nobody who may not see it is shown anything else than before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actFor } from '../../engine/contract/who-may.js';
import {
  type Answer,
  type Bundle,
  type CaseEvent,
  caseFor,
  dayNumber,
  dayText,
  documentData,
  type Fact,
  type Field,
  receiversOf,
} from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';

const yamlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, content: readFileSync(join(folder, name), 'utf8') }));

/** Some answer that fits. */
const someAnswer = ({ kind, options, id }: Pick<Fact | Field, 'kind' | 'options' | 'id'>, bundle: Bundle): Answer => {
  if (options.length > 0) return kind === 'choices' ? [options[0]?.id ?? ''] : (options.at(-1)?.id ?? '');
  if (kind === 'number') return 1;
  if (kind === 'date') return '2026-01-01';
  if (kind === 'date-time') return '2026-01-01T10:00';
  if (kind !== 'entries') return 'Hers';
  const inner = bundle.facts.filter(({ within }) => within === id);
  return [
    {
      key: 'hers',
      ...Object.fromEntries(inner.map((each) => [each.id.slice(id.length + 1), someAnswer(each, bundle)])),
    },
  ] as Answer;
};

type Act = Pick<CaseEvent, 'kind' | 'values'> & Partial<CaseEvent> & { role: string };
/** All that her side can record: what is hers, and what she can tell of him. No release: that is somebody's own act. */
const ofHerSide = (bundle: Bundle): Act[] => {
  const { people, facts, course } = bundle;
  const supporter = people.find(({ supports }) => supports === 'partner')?.id ?? 'partner';
  const inside = people.find(({ side }) => side === 'inside')?.id ?? '';
  const happenings = (course?.happenings ?? []).filter(({ id, anyOf }) => !anyOf && !id.endsWith('-released'));
  const told = { toldBy: 'partner' };
  return [
    ...happenings
      .filter(({ hers, source }) => hers || source === 'record' || source === 'contact')
      .map(
        ({ id, by, hers, fields }): Act => ({
          kind: 'happened',
          what: id,
          role: by[0] ?? (hers ? supporter : inside),
          values: Object.fromEntries(fields.map((field) => [field.name, someAnswer(field, bundle)])),
          ...(!hers && told),
        }),
      ),
    ...facts
      .filter(({ within }) => within === undefined)
      .map(
        (fact): Act => ({
          kind: actFor[fact.source],
          role: fact.judgedBy?.[0] ?? fact.from[0] ?? inside,
          values: { [fact.id]: someAnswer(fact, bundle) },
          ...(!fact.hers && told),
        }),
      ),
    ...(course?.rules ?? [])
      .filter(({ hers }) => hers)
      .map(({ id, by }): Act => ({ kind: 'confirmed', rule: id, role: by[0] ?? supporter, values: {} })),
    ...(course?.sessions?.outcomes ?? []).map(
      ({ id }): Act => ({
        kind: 'session',
        role: inside,
        values: {},
        session: { mark: 'held', on: '', outcome: id },
        ...told,
      }),
    ),
  ];
};

/** The same case with all of that put in, day after day from its beginning. */
const withHers = (bundle: Bundle, events: readonly CaseEvent[]): CaseEvent[] => {
  const first = dayNumber(events[0]?.happened.slice(0, 10) ?? '2026-01-05');
  const more = ofHerSide(bundle).map(({ role, session, ...act }, n): CaseEvent => {
    const on = dayText(first + n);
    return {
      id: `her ${n}`,
      happened: on,
      learned: on,
      recorded: on,
      by: { role },
      ...act,
      ...(session && { session: { ...session, on } }),
    };
  });
  return [...events.slice(0, 1), ...more, ...events.slice(1)];
};

const isHers = ({ information }: Bundle, role: string): boolean =>
  role === 'partner' || information?.kept.find(({ id }) => id === 'hers')?.seenBy.includes(role) === true;

/** All that any viewer's evaluation is made of who may not see what is hers. */
const seen = (bundle: Bundle, events: readonly CaseEvent[]): string[] =>
  bundle.people
    .filter(({ side, id }) => side === 'inside' && !isHers(bundle, id))
    .map(({ id: role }) => JSON.stringify(caseFor(bundle, events, { role }).events));

const sent = (bundle: Bundle, events: readonly CaseEvent[], asOf: string): string[] =>
  (bundle.documents ?? []).flatMap((document) =>
    receiversOf(bundle, document)
      .filter((to) => !document.hers && !isHers(bundle, to))
      .map((to) => JSON.stringify(documentData(bundle, events, { document: document.id, to, asOf }))),
  );

const isReleased = ({ what }: CaseEvent): boolean => what?.endsWith('-released') ?? false;

test.each(['definitions/harbour', 'definitions/my-time', 'examples/tollbeck-clear-road'])(
  'in each scenario of %s nothing that her side can record shows in what others see, or are sent',
  (folder) => {
    const { bundle } = compile(yamlIn(folder));
    if (!bundle) throw new Error(`${folder} does not compile.`);
    const { scenarios } = readScenarios(yamlIn(join(folder, 'scenarios')), bundle);
    // What has been released is meant to be read.
    const unreleased = scenarios.filter(({ events }) => !events.some(isReleased));
    const telling = unreleased.flatMap(({ title, events, expectations }, n) => {
      const more = withHers(bundle, events);
      const asOf = expectations.at(-1)?.asOf ?? '2026-12-31';
      const isSame = String(seen(bundle, events)) === String(seen(bundle, more));
      const isSent = process.env.SOAK || n % 5 === 0;
      return isSame && (!isSent || String(sent(bundle, events, asOf)) === String(sent(bundle, more, asOf)))
        ? []
        : [title];
    });
    expect(unreleased.length).toBeGreaterThan(10);
    expect(telling).toEqual([]);
  },
);
