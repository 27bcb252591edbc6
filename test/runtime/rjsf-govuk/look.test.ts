import { expect, test } from 'vitest';
import { look } from '../../../runtime/portal/look/build-look.js';

const css = look();

/** WCAG 2.2, relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const token = (name: string) =>
  new RegExp(`--${name}: ?(#[0-9a-f]{3,6})`).exec(css)?.[1]?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3') ?? '';

test('nothing of the government’s identity is in the stylesheet', () => {
  expect(css).not.toMatch(/crown|crest|gds transport|govuk-header|govuk-logo/i);
});

test('it fetches no font and no picture, so that default-src self is enough', () => {
  expect(css).not.toMatch(/url\(|@font-face|@import/);
});

test('it holds no hack that stops a build', () => {
  expect(css).not.toMatch(/min-width: ?0\\0/);
});

test('text stands out from white and from paper by 4.5 to 1 at least', () => {
  for (const name of ['ink', 'quiet', 'rubric', 'link', 'met', 'unknown', 'hers']) {
    expect(contrast(token(name), token('sheet')), `${name} on white`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token(name), token('paper')), `${name} on paper`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token(name), token('tint')), `${name} on tint`).toBeGreaterThanOrEqual(4.5);
  }
});

test('the contrasts are those of the table: 8.8 for the red and 6.9 for unknown, on white', () => {
  expect(contrast('#8f1d2c', '#ffffff')).toBeCloseTo(8.8, 0);
  expect(contrast('#7a5200', '#ffffff')).toBeCloseTo(6.9, 0);
  expect(token('rubric')).toBe('#8f1d2c');
  expect(token('unknown')).toBe('#7a5200');
});

test('it has a part for print, for forced colours and for less movement', () => {
  expect(css).toContain('@media print');
  expect(css).toContain('forced-colors');
  expect(css).toContain('prefers-reduced-motion');
});
