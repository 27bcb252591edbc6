/**
 * What a script adds to every page, all of which work without it: the list of faults takes the focus, and an open page
 * follows the files it is made of. Pages of questions and played cases load another beside it.
 */
import { helpWithFaults } from './faults.js';
import { followFiles } from './follow-files.js';

helpWithFaults();
followFiles();
if (document.querySelector('[data-register]'))
  void import('./live-register.js').then(({ liveRegister }) => liveRegister());
