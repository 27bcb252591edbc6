/** Where the paths of a template lead, through the blocks around them. */
import { expect, test } from 'vitest';
import { anatomyOf } from '../../../../generator/emit/documents/handlebars.js';

const paths = (template: string): string[] =>
  anatomyOf(template).reads.map(({ path, use }) => `${use} ${path.join('.')}`);

test('each goes into every item of a list, with into what it names, and if and unless stay where they are', () => {
  expect(paths('{{#each to}}{{#if name}}{{name}}{{/if}}{{#unless called}}{{../day}}{{/unless}}{{/each}}')).toEqual([
    'listed to',
    'tested to.*.name',
    'printed to.*.name',
    'tested to.*.called',
    'printed day',
  ]);
  expect(paths('{{#with period}}{{from}}{{#with ../person}}{{name}}{{../../day}}{{/with}}{{/with}}{{day}}')).toEqual([
    'entered period',
    'printed period.from',
    'entered person',
    'printed person.name',
    'printed day',
    'printed day',
  ]);
});

test('what follows else stands where the block stands', () => {
  expect(paths('{{#each to}}{{name}}{{else}}{{day}}{{/each}}')).toEqual([
    'listed to',
    'printed to.*.name',
    'printed day',
  ]);
  expect(paths('{{#if a}}{{b}}{{else if c}}{{d}}{{else}}{{e}}{{/if}}')).toEqual([
    ...['tested a', 'printed b', 'tested c', 'printed d', 'printed e'],
  ]);
});

test('the top by its own name, names given by a block, this, brackets and the place in a list', () => {
  expect(paths('{{#each to}}{{@root.day}}{{@index}}{{#if @last}}{{this.name}}{{/if}}{{/each}}')).toEqual([
    ...['listed to', 'printed day', 'printed to.*.name'],
  ]);
  expect(paths('{{#each to as |one at|}}{{one.name}}{{at}}{{./one}}{{/each}}{{one}}')).toEqual([
    ...['listed to', 'printed to.*.name', 'printed to.*.one', 'printed one'],
  ]);
  expect(paths('{{headings.[15-weeks].facts.[incident.where].value}}')).toEqual([
    'printed headings.15-weeks.facts.incident.where.value',
  ]);
});

test('what leads out of the data leads nowhere, and is told as it is written', () => {
  expect(paths('{{../day}}{{@key}}{{@root.day}}{{@foo.bar}}{{"facts"}}')).toEqual([
    ...['printed ../day', 'printed @key', 'printed day', 'printed @foo.bar', 'printed facts'],
  ]);
});

test('what was found to hold around a path is told with it, on the right side of else', () => {
  const given = (template: string) =>
    anatomyOf(template).reads.flatMap(({ path, use, given: held }) =>
      use === 'printed' ? [`${path.join('.')}: ${held.map((each) => each.join('.')).join(' ')}`] : [],
    );
  expect(given('{{#if a.b}}{{x}}{{else}}{{y}}{{/if}}{{z}}')).toEqual(['x: a.b', 'y: ', 'z: ']);
  expect(given('{{#unless a}}{{x}}{{else}}{{y}}{{/unless}}')).toEqual(['x: ', 'y: a']);
  expect(given('{{#with p}}{{#if q}}{{#each rows}}{{x}}{{/each}}{{/if}}{{/with}}')).toEqual([
    'p.rows.*.x: p p.q p.rows',
  ]);
});

test.each([
  ['{{lookup headings "ric"}}', '{{lookup …}}'],
  ['{{{person.name}}}', '{{{person.name}}}'],
  ['{{&person.name}}', '{{{person.name}}}'],
  ['{{#headings}}{{/headings}}', '{{#headings …}}'],
  ['{{#if day includeZero=true}}{{/if}}', '{{#if …}}'],
  ['{{#if (lookup facts "a")}}{{/if}}', '{{#if …}}'],
  ['{{> header}}', '{{> …}}'],
  ['{{#> layout}}{{/layout}}', '{{#> …}}'],
  ['{{#*inline "x"}}{{/inline}}', '{{#* …}}'],
  ['{{* decorated}}', '{{* …}}'],
  ['{{#../each to}}{{/../each}}', '{{#../each …}}'],
])('%s hides where a path leads', (template, what) => {
  expect(anatomyOf(template).foreign.map((each) => each.what)).toContain(what);
});
