import type { Shape } from './shape/shape.js';

/**
 * One construct of the language: what the reference says of it, and its shape. Its file also holds what is checked
 * of it alone, how it lowers to the bundle and how it reads in English.
 */
export interface Construct<T> {
  /** Kebab-case; names it in the reference and in the editors' schema. */
  word: string;
  title: string;
  /** What it is for, to a policy lead; one to three sentences. */
  doc: string;
  /** YAML of a whole small definition's section, which the reference shows and a test compiles. */
  example: string;
  shape: Shape<T>;
}
