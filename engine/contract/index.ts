/**
 * The contract: the types of the bundle, of an event and of a verdict, and what counts as one unknown.
 * It is all that another room may know of the engine's meaning without running it.
 */
export * from './bundle.js';
export * from './calendar.js';
export * from './course.js';
export * from './course-verdict.js';
export * from './digest.js';
export * from './document.js';
export * from './document-data.js';
export * from './event.js';
export * from './formula.js';
export * from './information.js';
export * from './over-time.js';
export * from './regions.js';
export * from './roles.js';
export * from './tree.js';
export * from './verdict.js';
export * from './words.js';
