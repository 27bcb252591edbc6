import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatYaml } from '../../generator/index.js';

const files = ['definitions', 'examples'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(folder, file)),
);

test.each(files)('%s is in the house form', (file) => {
  const content = readFileSync(file, 'utf8');
  expect(formatYaml({ file, content })).toEqual({ content, problems: [] });
});
