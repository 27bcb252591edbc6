import type { Bundle, Document } from '../../../engine/contract/index.js';
import { sampleOf } from './sample.js';
import { templateFaults } from './template-faults.js';
import { toAsks } from './to-asks.js';
import { templateOf } from './to-template.js';

/** Takes a document; gives where its files stand in what is built, without what distinguishes them. */
export const pathOf = ({ kind, id }: Document): string => `${kind === 'report' ? 'reports' : 'messages'}/${id}`;

/**
 * Takes a bundle and one of its documents; gives its template, its sample, and the schema of what its author writes,
 * as texts and JSON values by path. Throws where the template shows what a recipient may not see: the compiler refuses
 * such a definition, so a bundle that comes to this was not made by it.
 */
export const documentFiles = (
  bundle: Bundle,
  document: Document,
): { text: Record<string, string>; json: Record<string, unknown> } => {
  const path = pathOf(document);
  const template = templateOf(bundle, document);
  const faults = templateFaults(bundle, document, template);
  if (faults.length > 0) throw new Error(faults.map(({ code, message }) => `${code}  ${message}`).join('\n'));
  const asks = toAsks(document);
  return {
    text: { [`${path}.hbs`]: template },
    json: {
      [`${path}.sample.json`]: sampleOf(bundle, document),
      ...(asks && { [`${path}.asks.schema.json`]: asks.schema, [`${path}.asks.ui.json`]: asks.ui }),
    },
  };
};
