/**
 * What a script adds to pages that work without it: further questions appear as they are called for, the list of
 * faults takes the focus, a played case follows the day that is dragged, and an open page the files it is made of.
 */
import { helpWithFaults } from './faults.js';
import { followFiles } from './follow-files.js';
import { wakePlayer } from './wake-player.js';
import { wakeQuestions } from './wake-questions.js';

const questions = wakeQuestions();
helpWithFaults();
followFiles(questions);
wakePlayer();
