/** The whole stylesheet, compressed. Throws where a file of the look has a fault. */
export function look(): string;
