import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rubric } from './run-main.js';
import { emptyFolder, type Folder, programme } from './small-definition.js';

const places: Folder[] = [];
afterAll(() => {
  for (const place of places) place.remove();
});
/** A folder with that definition, given by its path. */
const written = (content: string): string => {
  const place = emptyFolder();
  places.push(place);
  place.write('programme.yaml', content);
  return place.path;
};

test('trace says of each clause what answers to it and where, and how many have a home', async () => {
  const path = written(programme);
  const { code, out, err } = await rubric(['trace', path]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('EX-002  must\n    He must be 18 or over.\n      eligibility: Adult  ');
  const line = programme.split('\n').findIndex((text) => text.includes('  adult: {')) + 1;
  expect(out).toContain(`${path}/programme.yaml:${line}\n`);
  expect(out).toContain('4 of 4 clauses have a home: 4 are applied, 0 are only said.');
  expect(out).toContain('What no clause says (3)');
});

test('trace ends with 1 where nothing answers to a clause, and says which', async () => {
  const more = 'clauses:\n  EX-000: { says: We ring back., force: should }\n';
  const { code, out } = await rubric(['trace', written(programme.replace('clauses:\n', more))]);
  expect(code).toBe(1);
  expect(out).toContain('EX-000  should  nothing answers to it');
  expect(out).toContain('4 of 5 clauses have a home');
});

test('trace gives the same to another program', async () => {
  const path = written(programme);
  const { code, out } = await rubric(['trace', path, '--format', 'json']);
  const found = JSON.parse(out) as { totals: object; clauses: { clause: string; by: { key: string; at: string }[] }[] };
  expect(code).toBe(0);
  expect(found.totals).toEqual({ clauses: 4, withAHome: 4, applied: 4, onlySaid: 0 });
  const adult = found.clauses.find(({ clause }) => clause === 'EX-002')?.by[0];
  expect(adult).toMatchObject({ key: 'adult', at: expect.stringMatching(/programme\.yaml:\d+$/) });
});

test('diff tells an age that is another, in the words of the definition', async () => {
  const [old, next] = [programme, programme.replace('at least 18 years', 'at least 21 years')].map(written);
  const { code, out } = await rubric(['diff', old ?? '', next ?? '']);
  expect(code).toBe(0);
  expect(out).toContain(
    'Who can come\n  ~ Adult (eligibility, clause EX-002)\n      requires born is at least … before applied: 18 years → 21 years\n',
  );
  expect(out).toContain('1 difference:');
});

test('diff says that nothing is different but comments, and ends well', async () => {
  const { code, out } = await rubric(['diff', written(programme), written(`# Another year.\n${programme}`)]);
  expect([code, out]).toEqual([0, 'Nothing is different but for the words around it: order, layout, comments.\n']);
});

test('diff reads what was built as well, and gives its differences to another program', async () => {
  const [old, next] = [
    written(programme),
    written(programme.replace('decision: { by: staff', 'decision: { jointly: staff')),
  ];
  const built = join(old, 'built');
  expect((await rubric(['build', old, '--out', built])).code).toBe(0);
  const { code, out } = await rubric(['diff', built, next, '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    differences: [{ key: 'decision', what: 'changed', changes: [{ part: 'together', from: 'no', to: 'yes' }] }],
  });
});

test('diff of a definition with a mistake says the mistake', async () => {
  const { code, err } = await rubric(['diff', written(programme), written(programme.replace('born is', 'bron is'))]);
  expect(code).toBe(1);
  expect(err).toContain('bron');
});
