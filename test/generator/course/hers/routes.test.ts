/** That what the partner says, or how she can be reached, neither decides his place nor reaches him: each route is tried. */
import { expect, test } from 'vitest';
import { compile } from '../../../../generator/index.js';
import { keptApart, toOthers } from './reaching.js';
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

test.each(toOthers)('nobody else learns of her by %s', (_title, sections, code, path) => {
  const errors = errorsOf(sections);
  expect(
    errors.filter((each) => each.includes(` ${code}: `) && each.includes(path)),
    errors.join('\n'),
  ).not.toEqual([]);
});

/** Of every course: her own events, her form's, and that a letter went to her. */
const always = [
  'wish',
  'worry',
  'sign',
  'partner-contacted',
  'heard-from-partner',
  'her-form-received',
  'her-form-complete',
  'note-sent',
];

test.each(keptApart)('%s', (_title, sections, apart) => {
  expect(errorsOf(sections)).toEqual([]);
  const { bundle } = compile([{ file: 'programme.yaml', content: `${head}${sections}` }]);
  const { happenings = [], derived = [], rules = [], duties = [] } = bundle?.course ?? {};
  const hers = [...happenings, ...derived, ...rules, ...duties].filter((each) => each.hers).map(({ id }) => id);
  expect(hers.filter((id) => !always.includes(id)).sort()).toEqual([...apart].sort());
});
