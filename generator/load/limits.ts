/** How much one file may hold. */

/** Levels of maps and lists inside one another, aliases followed. */
export const deepest = 64;
/** Maps, lists and texts, those repeated by an alias counted each time. */
export const mostNodes = 50_000;
export const mostAliases = 100;
/** Problems told of one file. */
export const mostProblems = 200;
