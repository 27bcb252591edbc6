/**
 * The only importer of Handlebars. It stays on the server: to render, it builds code at run time, which a browser under
 * our policy refuses.
 */
import Handlebars from 'handlebars';
import type { DocumentData } from '../../../engine/contract/index.js';

/** An environment of our own, so that nobody's helpers or partials are found in it; and none but these four. */
const environment = Handlebars.create();
for (const helper of ['log', 'lookup']) environment.unregisterHelper(helper);

type Rendered = (data: DocumentData) => string;
const compiled = new Map<string, Rendered>();
/** Every edition of every document of some programmes; past it the oldest goes. */
const mostKept = 200;

const compile = (template: string): Rendered => {
  const kept = compiled.get(template);
  if (kept) return kept;
  const render = environment.compile<DocumentData>(template, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { if: true, unless: true, each: true, with: true, lookup: false, log: false },
  });
  const [oldest] = compiled.keys();
  if (compiled.size >= mostKept && oldest !== undefined) compiled.delete(oldest);
  compiled.set(template, render);
  return render;
};

/**
 * Takes a template and what it is filled with; gives the HTML, every value escaped. Throws where the template is no
 * Handlebars, or prints what the data does not have.
 */
export const renderTemplate = (template: string, data: DocumentData): string => compile(template)(data);
