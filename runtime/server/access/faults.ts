import { Refused } from '../../portal/error-page/faults.js';

/** Whoever asks has to sign in first. Answered by being sent there. */
export class SignInFirst extends Refused {
  constructor() {
    super(401, 'Sign in', 'Sign in to see this page.');
  }
}
