/** The second wall: a template that somebody tampered with, held against what its recipients may see. */
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../engine/contract/index.js';
import { sampleOf } from '../../../../generator/emit/documents/sample.js';
import { shapeAt, shapeOf } from '../../../../generator/emit/documents/shape.js';
import { templateFaults } from '../../../../generator/emit/documents/template-faults.js';
import { templateOf } from '../../../../generator/emit/documents/to-template.js';
import { bundleWithDocuments as bundle, midWay, refusal, update } from './written-by-hand.js';

const faults = (document: Document, template: string): string[] =>
  templateFaults(bundle, document, template).map(({ code, message }) => `${code}: ${message}`);
const codes = (document: Document, template: string): string[] =>
  templateFaults(bundle, document, template).map(({ code }) => code);
/** Its own template, with more in it. */
const tampered = (document: Document, more: string): string => `${templateOf(bundle, document)}${more}`;

test.each([midWay, refusal, update])('the template of $id as it is emitted has no fault', (document) => {
  expect(faults(document, templateOf(bundle, document))).toEqual([]);
});

describe('a path that this document does not have', () => {
  test.each([
    ['{{facts.her-wish.value}}'],
    ['{{headings.risk-review.facts.her-wish.value}}'],
    ['{{#each events}}{{on}}{{/each}}'],
    ['{{person.address}}'],
    ['{{person.constructor}}'],
    ['{{#each headings}}{{stands}}{{/each}}'],
    ['{{../case.events}}'],
    ['{{@root.case}}'],
  ])('%s', (more) => {
    expect(codes(midWay, tampered(midWay, more))).toContain(
      more.includes('each headings') ? 'template/no-words' : 'template/no-such-path',
    );
  });

  test('is told with the document and the path', () => {
    expect(faults(midWay, '{{facts.her-wish.value}}')).toEqual([
      'template/no-such-path: “Mid-way report” has nothing at “facts.her-wish.value”.',
    ]);
  });
});

describe('what is attached', () => {
  const rows = '{{#each headings.ric.attachment.rows}}{{label}}{{/each}}';
  test('is read only where it is attached', () => {
    expect(codes(midWay, rows)).toEqual(['template/unguarded', 'template/unguarded']);
    expect(codes(midWay, `{{#if headings.ric.stands}}${rows}{{/if}}`)).toContain('template/unguarded');
    expect(codes(midWay, `{{#unless headings.ric.attachment.attached}}${rows}{{/unless}}`)).toContain(
      'template/unguarded',
    );
    const inside = `{{#if headings.ric.attachment.attached}}${rows}{{/if}}`;
    expect(codes(midWay, `{{#if headings.ric.stands}}${inside}{{/if}}`)).toEqual([]);
  });
  test('is not printed as a list', () => {
    expect(codes(midWay, '{{headings.ric.attachment.rows}}')).toEqual(['template/no-words']);
  });
});

test('what stands under a heading is read only where the heading stands', () => {
  expect(codes(midWay, '{{headings.summary.standing.state}}')).toEqual(['template/unguarded']);
  expect(codes(midWay, '{{#if headings.engagement.stands}}{{headings.summary.standing.state}}{{/if}}')).toEqual([
    'template/unguarded',
  ]);
  const within = '{{#with headings.summary}}{{#if stands}}{{standing.state}}{{/if}}{{/with}}';
  expect(codes(midWay, within)).toEqual([]);
});

describe('what is kept apart', () => {
  const herWish = { kind: 'fact', fact: 'her-wish', called: 'What she wishes' } as const;
  const [, , , review] = midWay.headings;
  const showing = (more: Partial<Document['headings'][number]>): Document => ({
    ...midWay,
    headings: review === undefined ? [] : [{ ...review, ...more }],
  });
  const leaking = showing({ shows: [herWish] });

  test('is refused with the way to where it comes from', () => {
    const [first] = faults(leaking, templateOf(bundle, leaking));
    expect(first).toBe(
      'template/kept-apart: Mid-way report › Review of risk › her wish › what is hers: not for the referrer or the family court.',
    );
  });

  test.each([
    ['a record', { shows: [{ kind: 'events', event: 'partner-contacted', called: 'calls', fields: [] }] }],
    ['a blank', { says: [['She said ', { fact: 'her-wish' }]] }],
    [
      'a column',
      { shows: [{ kind: 'absences', beside: [{ event: 'partner-contacted', field: 'x.y', called: 'x' }] }] },
    ],
    ['a narrowed answer', { shows: [{ kind: 'fact', fact: 'waited', called: 'Weeks waited' }] }],
    ['a list whose questions are hers', { shows: [{ kind: 'fact', fact: 'children', called: 'Children' }] }],
    ['whether a heading stands', { onlyWhen: { kind: 'answered', fact: 'her-wish', negated: false, reads: '…' } }],
    ['what is attached', { attaches: { kind: 'instrument', of: 'her-view', called: 'RIC' } }],
  ] as [string, Partial<Document['headings'][number]>][])('is refused as %s', (_, more) => {
    const document = showing(more);
    expect(codes(document, templateOf(bundle, document))).toContain('template/kept-apart');
  });

  test('is refused in the subject of a message', () => {
    const document: Document = { ...refusal, subject: [{ fact: 'her-wish' }] };
    expect(codes(document, templateOf(bundle, document))).toContain('template/kept-apart');
  });

  test('is no fault where somebody who may see it releases it, and is one where somebody else does', () => {
    const by = (...releasedBy: string[]): string[] => {
      const document = showing({ shows: [herWish], releasedBy });
      return codes(document, templateOf(bundle, document));
    };
    expect(by('supporter')).toEqual([]);
    expect(by('new-supporter')).toEqual([]);
    expect(by('lead')).toContain('template/kept-apart');
    expect(by('supporter', 'lead')).toContain('template/kept-apart');
  });

  test('may go to her of her own entry, but not where it is not of one entry, nor what is kept from her', () => {
    const all: Document = { ...update, forEach: undefined };
    expect(codes(update, templateOf(bundle, update))).toEqual([]);
    expect(codes(all, templateOf(bundle, all))).toContain('template/kept-apart');
    const unsupported = { ...bundle, people: bundle.people.filter(({ supports }) => supports === undefined) };
    expect(templateFaults(unsupported, update, templateOf(bundle, update))).toEqual([]);
    const [only] = update.headings;
    const risks: Document = {
      ...update,
      headings: only === undefined ? [] : [{ ...only, shows: [{ kind: 'fact', fact: 'waited', called: 'w' }] }],
    };
    expect(codes(risks, templateOf(bundle, risks))).toContain('template/kept-apart');
  });
});

test('what hides where a path leads is refused, and so is what is no template', () => {
  expect(codes(midWay, '{{lookup headings "ric"}}')).toContain('template/foreign');
  expect(codes(midWay, '{{{person.name}}}')).toEqual(['template/foreign']);
  expect(codes(midWay, '{{#each to}}')).toEqual(['template/unreadable']);
});

test('the sample of a document has every path of its shape, and no other', () => {
  const leaves = (value: unknown, path: string[]): string[][] => {
    if (Array.isArray(value)) return value.flatMap((each) => leaves(each, [...path, '*']));
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
  };
  for (const document of [midWay, refusal, update]) {
    const shape = shapeOf(document);
    const found = leaves(sampleOf(bundle, document), []);
    expect(found.filter((path) => typeof shapeAt(shape, path) !== 'string').map((path) => path.join('.'))).toEqual([]);
    expect(found.length).toBeGreaterThan(20);
  }
});
