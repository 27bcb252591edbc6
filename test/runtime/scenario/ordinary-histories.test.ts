/** Small definitions with ordinary histories that once came out wrong, written from the text by somebody outside. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { describeScenarios } from '../../../runtime/scenario/describe-scenarios.js';

const folder = join('test', 'ordinary-histories');
for (const name of readdirSync(folder).sort())
  describe(name.replaceAll('-', ' '), () => describeScenarios(join(folder, name)));
