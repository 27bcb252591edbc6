/**
 * What a script adds to every page, all of which work without it: the list of faults takes the focus, and an open page
 * follows the files it is made of, and what is typed into a document is kept. Pages of questions and played cases load another beside it.
 */
import { helpWithFaults } from './faults.js';
import { followFiles } from './follow-files.js';
import { keepWriting } from './keep-writing.js';

helpWithFaults();
followFiles();
keepWriting();
if (document.querySelector('[data-register]'))
  void import('./live-register.js').then(({ liveRegister }) => liveRegister());
