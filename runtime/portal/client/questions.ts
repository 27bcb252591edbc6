/** Of pages of questions only: further questions appear as they are called for. */
import { wakeQuestions } from './wake-questions.js';

wakeQuestions();
