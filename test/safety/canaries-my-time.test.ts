import { test } from 'vitest';
import { expectNothingOfHers } from './expect-nothing.js';

test(
  'Nothing that is planted on her side in definitions/my-time reaches anybody who may not see it',
  { timeout: 1_200_000 },
  () => expectNothingOfHers('definitions/my-time'),
);
