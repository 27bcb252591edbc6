// @vitest-environment jsdom
/** rjsf's own suites for themes. They are written for globals, and mark up test ids that change from run to run. */
import { cleanup } from '@testing-library/react';
import * as vitest from 'vitest';
import { danglingIds } from './dangling-ids.js';

const { afterEach, beforeAll, describe, expect, test, vi } = vitest;
Object.assign(globalThis, { beforeAll, describe, expect, test, vi });

expect.addSnapshotSerializer({
  test: (value) => value instanceof DocumentFragment && value.querySelector('[data-testid]') !== null,
  serialize: (value, config, indentation, depth, refs, printer) => {
    const copy = value.cloneNode(true) as DocumentFragment;
    for (const element of copy.querySelectorAll('[data-testid]')) element.removeAttribute('data-testid');
    return printer(copy, config, indentation, depth, refs);
  },
});

const { arrayTests, formTests, gridTests, objectTests } = await import('@rjsf/snapshot-tests');
const { GovukForm } = await import('../../../runtime/rjsf-govuk/index.js');

// Whatever a suite renders, nothing in it may point at what is not there.
afterEach(() => {
  const dangling = danglingIds(document.body.innerHTML);
  cleanup();
  expect(dangling).toEqual([]);
});

arrayTests(GovukForm);
formTests(GovukForm);
gridTests(GovukForm, {
  ColumnWidthAll: { className: 'govuk-grid-column-full' },
  ColumnWidth4: { className: 'govuk-grid-column-one-third' },
  ColumnWidth6: { className: 'govuk-grid-column-one-half' },
  ColumnWidth8: { className: 'govuk-grid-column-two-thirds' },
  Row2Columns: { className: 'govuk-grid-row' },
  Row3Columns: { className: 'govuk-grid-row' },
});
objectTests(GovukForm);
