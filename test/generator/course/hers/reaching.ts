/** Definitions in which what is hers would come to those who may not know of it, and some in which it does not. */
import type { Route } from './routes.js';

const see = (title: string, effect: string, whom: string, more = ''): Route => [
  title,
  `${more}rules:\n  see: { after: heard-from-partner, should: ${effect}, by: support-worker }\n`,
  'effect/hers',
  `would reach ${whom}`,
];
const duty = (title: string, opens: string, path: string, by = 'by: staff', more = ''): Route => [
  title,
  `${more}duties:\n  see: { ${opens}, within: 2 weeks${by === '' ? '' : `, ${by}`} }\n`,
  'duty/hers',
  path,
];
const three = 'appointments:\n  three-way: { with: [referrer, participant, staff], about: The plan, by: staff';

export const toOthers: Route[] = [
  see('a letter to him', 'send warning', 'the client'),
  see('a letter to him that is named to somebody else', 'send note to participant', 'the client'),
  see('a report on him', 'issue mid-way', 'the court'),
  see('a report on him to his worker', 'issue mid-way to staff', 'the worker'),
  see('a call to him', 'contact participant', 'the client'),
  see('a call to who referred him', 'contact referrer', 'the court'),
  see('a call to his worker', 'contact manager', 'the manager'),
  see('his being referred back', 'refer back', 'the court'),
  see('what is handed on to his worker', 'forward her wishes to staff', 'the worker'),
  see('an appointment with him', 'offer three-way', 'the court', `${three} }\n`),
  see(
    'an assessment of him',
    'offer assessment',
    'the client',
    'sessions:\n  phases:\n    first-look: { kind: assessment, sessions: 2, before-start: yes }\n',
  ),
  see(
    'a question to his worker',
    'ask fit',
    'the worker',
    'judgements:\n  fit: { asks: Is he fit?, judged-by: staff }\n',
  ),
  see('a record that others keep', 'record incident', 'the manager'),
  [
    'what comes after other things',
    'rules:\n  see: { after: heard-from-partner, should: Ring her, then: [send warning], by: support-worker }\n',
    'effect/hers',
    'would reach the client',
  ],
  [
    'a duty to call him, counted from when she was heard from',
    'duties:\n  see: { after: started, must: contact participant, within: 2 days, counted-from: latest heard-from-partner, by: support-worker }\n',
    'effect/hers',
    '“see” rests on what the partner says or how she can be reached: it reads “heard-from-partner”',
  ],
  [
    'a question between steps, to one who does not support her',
    'rules:\n  see: { after: heard-from-partner, should: Ring her, by: support-worker, then-asks: Can he stay?, judged-by: staff }\n',
    'effect/hers',
    'would reach the worker',
  ],
  [
    'what a judge is shown, worked out from what she says',
    'facts:\n  x: { count-of: worry }\nrules:\n  see: { after: incident, should: Talk to him, by: staff, then-asks: Can he stay?, judged-by: staff, looks-at: [x] }\n',
    'criterion/looks-at-hers',
    '“x”',
  ],
  [
    'what a judge of a ground is shown',
    'facts:\n  x: { for-each: partner, latest: wish.want }\nconduct:\n  see: { may: suspend, confirmed-by: staff, grounds: { unsafe: { asks: Is it unsafe?, judged-by: staff, looks-at: [x] } } }\n',
    'criterion/looks-at-hers',
    '“x”',
  ],
  duty('a duty of his worker', 'after: worry, must: Look after it', 'reads “worry”'),
  duty('a duty of nobody', 'after: worry, must: Look after it', 'reads “worry”', ''),
  duty(
    'a duty of her worker and of another',
    'after: worry, must: Look after it',
    'reads “worry”',
    'by: [support-worker, staff]',
  ),
  duty('a duty of his worker to ring her', 'after: started, must: contact partner', 'reads “partner-contacted”'),
  duty(
    'a duty of his worker that what she says ends',
    'after: started, must: Look after it, until: worry',
    'reads “worry”',
  ),
  duty(
    'a duty of his worker for each partner',
    'after: started, for-each: partner, must: Look after it',
    'reads “partners”',
  ),
  [
    'a duty that is due before what is hers',
    'duties:\n  see: { after: started, must: Look after it, before: worry, by: staff }\n',
    'duty/hers',
    'reads “worry”',
  ],
  duty(
    'a duty counted from a day that she gave',
    'after: started, must: Look after it, counted-from: safe-until',
    'reads “safe-until”',
  ),
  duty('a duty that her record meets', 'after: started, must: Look after it, done-by: wish', 'reads “wish”'),
  [
    'an appointment that is offered by what she says',
    `${three}, may: offer, only-when: feels-safe is yes }\n`,
    'duty/hers',
    'reads “feels-safe”',
  ],
  [
    'what follows when a duty of hers was missed, given to his worker',
    'duties:\n  see: { after: worry, must: Look after it, within: 2 weeks, by: support-worker, if-missed: { should: Tell somebody, by: manager } }\n',
    'duty/hers',
    'he rule “see-missed” would tell the manager',
  ],
  [
    'a recommendation that his worker confirms',
    'rules:\n  see: { after: worry, should: Look after it, by: support-worker, confirmed-by: staff }\n',
    'duty/hers',
    'he rule “see” would tell the worker',
  ],
  [
    'a recommendation that is given to nobody',
    'rules:\n  see: { after: worry, should: Look after it }\n',
    'duty/hers',
    'he rule “see” would tell anybody inside',
  ],
];

/** What may be, each with what of it is kept apart. */
export const keptApart: [title: string, sections: string, apart: string[]][] = [
  [
    'she and whoever supports her may be told, and whom she may have asked for',
    `rules:
  write: { after: worry, should: send note, by: support-worker }
  hand-on: { after: worry, should: forward it to support-worker, by: support-worker }
  police: { after: worry, should: contact agency, by: support-worker }
`,
    ['write', 'hand-on', 'police', 'hand-on-done'],
  ],
  [
    'his absence may be told to her, and that it was told is hers',
    'duties:\n  tell: { after: session-missed, for-each: partner, must: contact partner, within: 2 days, by: support-worker }\n',
    ['tell', 'tell-done'],
  ],
  [
    'what is worked out from what she says is hers, however far it is carried',
    `facts:
  x: { count-of: worry }
  y: { when: x is at least 2 }
  z: { count-of: incident }
rules:
  see: { when: y is yes, should: Look after it, by: support-worker }
  talk: { when: z reaches 2, should: Talk to him, by: staff }
`,
    ['x', 'y', 'see', 'see-done'],
  ],
];
