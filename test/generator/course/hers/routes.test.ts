/** That what the partner says, or how she can be reached, neither decides his place nor reaches him: each route is tried. */
import { expect, test } from 'vitest';
import { compile } from '../../../../generator/index.js';
import { head, toHisPlace } from './routes.js';

const errorsOf = (sections: string): string[] => {
  const { problems } = compile([{ file: 'programme.yaml', content: `${head}${sections}` }]);
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, at }) => `${at.line} ${code}: ${message}`);
};

test.each(toHisPlace)('what becomes of his place cannot go by %s', (_title, sections, code, path) => {
  const errors = errorsOf(sections);
  expect(
    errors.filter((each) => each.includes(` ${code}: `) && each.includes(path)),
    errors.join('\n'),
  ).not.toEqual([]);
});
