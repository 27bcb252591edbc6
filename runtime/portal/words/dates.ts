/** Days and times in words, as in documents. */
export * from '../../../engine/document/words/dates.js';
