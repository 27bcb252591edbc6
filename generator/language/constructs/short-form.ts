/** A thing that can be written as the one value that matters of it, and is read as if it had been written out. */
import type { At } from '../../../engine/contract/index.js';
import type { Node } from '../../load/node.js';
import type { Shape } from '../shape/shape.js';

/** Takes the whole shape, the shape of the short form and which nodes are one; `make` writes it out. */
export const orShort = <T, S>(
  whole: Shape<T>,
  short: Shape<S>,
  make: (value: S, at: At) => T,
  isShort: (node: Node) => boolean = (node) => node.kind === 'scalar',
): Shape<T> => ({
  called: `${short.called}, or ${whole.called}`,
  schema: () => ({ anyOf: [short.schema(), whole.schema()] }),
  read: (node, reading) => {
    if (!isShort(node)) return whole.read(node, reading);
    const value = short.read(node, reading);
    return value === undefined ? undefined : make(value, node.at);
  },
});
