/** The English of documents: lists, counts, states, spans. */
import type { Bundle, Id } from '../../contract/bundle.js';
import type { DutyState } from '../../contract/course-verdict.js';
import type { Amount, NotDue, Stage } from '../../contract/index.js';
import { listed } from '../../contract/words.js';

export { capital, listed, spanInWords } from '../../contract/words.js';

export const notKnown = 'Not known';
export const doesNotApply = 'Does not apply';

/** An id that has no words of its own: "moved-away" as "moved away"; "non-attendance" stays. */
export const idInWords = (id: Id): string => id.replace(/(?<!\bnon)[-_.]+/g, ' ');

/** What a role is called by this provider. */
export const roleInWords = ({ people }: Bundle, role: Id): string =>
  people.find(({ id }) => id === role)?.called ?? idInWords(role);
export const rolesInWords = (bundle: Bundle, roles: readonly Id[]): string =>
  listed(
    roles.map((role) => roleInWords(bundle, role)),
    'or',
  );

/** "30", "at least 3", "26 to 30", "not stated". */
export const amountInWords = (amount: Amount): string => {
  switch (amount.kind) {
    case 'exactly':
      return String(amount.n);
    case 'at-least':
      return `at least ${amount.n}`;
    case 'at-most':
      return `at most ${amount.n}`;
    case 'about':
      return `about ${amount.n}`;
    case 'range':
      return `${amount.from} to ${amount.to}`;
    case 'one-of':
      return listed(amount.of.map(String), 'or');
    case 'for-a-person':
      return 'as many as somebody decides';
    case 'not-stated':
      return 'not stated';
  }
};

/** The states of a case, as headings. */
export const stageWords: Record<Stage, string> = {
  referred: 'Referred',
  'awaiting-assessment': 'Awaiting assessment',
  'in-assessment': 'In assessment',
  'suitable-not-ready': 'Suitable, not ready yet',
  declined: 'Not accepted',
  accepted: 'Accepted',
  'waiting-for-place': 'Waiting for a place',
  'on-programme': 'On the programme',
  'on-leave': 'On leave',
  suspended: 'Suspended',
  completed: 'Completed',
  closed: 'Closed',
  transferred: 'Transferred',
};

export const dutyWords: Record<DutyState, string> = {
  open: 'To do',
  met: 'Done',
  'met-late': 'Done late',
  missed: 'Missed',
  lapsed: 'No longer called for',
  'perhaps-missed': 'May have been missed: not known yet',
};

export const notDueWords: Record<NotDue, string> = {
  cancelled: 'Cancelled by the provider',
  'closure-day': 'Closure day',
  suspended: 'Not due: suspended',
  'on-leave': 'Not due: on leave',
  'before-start': 'Not due: before the start',
  'after-end': 'Not due: after the end',
  'not-yet': 'Not due yet',
};
