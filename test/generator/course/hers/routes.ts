/** Definitions that would let what is hers reach him or decide his place, each by another route. */

/** Of anybody: a partner, who is supported, and those who may not know. */
export const head = `rubric: 1
programme: { title: Anybody’s programme, provider: Example, working-days: england-and-wales }
people:
  outside: { participant: client, referrer: court, partner: partner, child: child, agency: agency }
  inside: { staff: worker, manager: { called: manager, is: staff }, support-worker: { called: support worker, supports: partner } }
forms:
  referral:
    title: Referral form
    from: referrer
    asks:
      age: { ask: Age in years, type: number, at-least: 0, at-most: 120 }
      partners: { each: partner, asks: { name: { ask: Her name, type: name }, wants-calls: { ask: Does she want calls?, type: yes-no } } }
  her-form:
    title: Her wishes
    from: partner
    asks:
      feels-safe: { ask: Do you feel safe?, type: yes-no }
      safe-until: { ask: Until when?, type: date }
eligibility:
  adult: { requires: age is at least 18, otherwise: He must be 18 or over. }
decision: { by: staff }
messages:
  warning: { title: Warning letter, to: participant }
  note: { title: Note to her, to: partner }
reports:
  mid-way: { title: Mid-way report, to: referrer }
records:
  wish: { called: she told us her wishes, about: partner, asks: { want: { ask: What?, options: [contact, none] }, days: { ask: How many days?, type: number } } }
  worry: { called: the support worker was worried, by: support-worker }
  sign: { called: something was seen or said, any-of: [incident, worry] }
  incident: { called: an incident was reported, by: [manager, staff], asks: { severity: { ask: How severe?, options: [low, high] } } }
`;

/** By what it is called: the sections, and what the refusal says of the way to her (a part of its message). */
export type Route = [title: string, sections: string, code: string, path: string];

const closing = 'may: close as other, confirmed-by: staff';
const fact = (from: string, way: string, title: string, holds = 'x is at least 2'): Route => [
  title,
  `facts:\n  x: { ${from} }\nrules:\n  go: { when: ${holds}, ${closing} }\n`,
  'rule/hers',
  way,
];
const rule = (title: string, opens: string, way: string, more = ''): Route => [
  title,
  `${more}rules:\n  go: { ${opens}, ${closing} }\n`,
  'rule/hers',
  way,
];

export const toHisPlace: Route[] = [
  rule('a record about her', 'after: wish', 'reads “wish”'),
  rule('a record by the support worker alone', 'after: worry', 'reads “worry”'),
  rule('that she was heard from', 'after: heard-from-partner', 'reads “heard-from-partner”'),
  rule(
    'that she was contacted',
    'when: partner-contacted has happened in the last 3 weeks',
    'reads “partner-contacted”',
  ),
  rule(
    'that she has not been contacted',
    'when: partner-contacted has not happened in the last 3 weeks',
    'reads “partner-contacted”',
  ),
  rule('her answer', 'when: feels-safe is no', 'reads “feels-safe”'),
  rule('the day that she gave', 'when: safe-until is before today', 'reads “safe-until”'),
  rule('whether she answered', 'when: feels-safe is answered', 'reads “feels-safe”'),
  rule('her form came in, as something that happens', 'after: her-form-received', 'reads “her-form-received”'),
  rule('her form is complete, as a state', 'when: her-form is complete', 'reads “her-form”'),
  rule('her form is received, as what becomes so', 'after: her-form is received', 'reads “her-form”'),
  rule('her answer beside something that happens', 'after: incident, where: feels-safe is no', 'reads “feels-safe”'),
  rule('what she told, beside that it was told', 'after: wish, where: want is none', 'reads “wish'),
  rule(
    'for each partner, with nothing else of hers',
    'for-each: partner, when: stage is suspended',
    'reads “partners”',
  ),
  rule('whether anybody is listed', 'when: partners is answered', 'reads “partners”'),
  rule('what exempts him', 'after: incident, unless: worry has happened', 'reads “worry”'),
  rule('only when', 'after: incident, only-when: heard-from-partner has happened', 'reads “heard-from-partner”'),
  rule('until', 'after: incident, until: worry', 'reads “worry”'),
  rule('since', 'when: incident has happened since worry', 'reads “worry”'),
  rule('before', 'when: incident has happened before worry', 'reads “worry”'),
  rule('within so long of', 'when: incident has happened within 2 days of worry', 'reads “worry”'),
  rule('for at least so long', 'when: feels-safe is no for at least 2 weeks', 'reads “feels-safe”'),
  rule('for more than so long', 'when: feels-safe is no for more than 30 days', 'reads “feels-safe”'),
  rule('any of two things, one of them hers', 'after: sign', 'reads “sign”, which rests on “worry”'),
  rule(
    'a judgement of the support worker alone',
    'after: is-safe is no',
    'reads “is-safe”',
    'judgements:\n  is-safe: { asks: Is she safe?, judged-by: support-worker }\n',
  ),
  rule(
    'her consent',
    'after: agrees is refused',
    'reads “agrees”',
    'criteria:\n  agrees: { consent-of: partner, to: Sharing, otherwise: No. }\n',
  ),
  rule(
    'a paper that she signs',
    'after: paper is refused',
    'reads “paper”',
    'criteria:\n  paper: { document: A paper, signed-by: partner, otherwise: No. }\n',
  ),
  rule(
    'a criterion',
    'when: safe is not met',
    'reads “feels-safe”',
    'criteria:\n  safe: { requires: feels-safe is yes, otherwise: No. }\n',
  ),
  rule(
    'a score that she gave',
    'when: score is at least 3',
    'reads “score”',
    'instruments:\n  score: { title: A score, answered-by: partner, scored-by: staff, scores: 0 to 9 }\n',
  ),
  rule(
    'a score about her',
    'when: score is at least 3',
    'reads “score”',
    'instruments:\n  score: { title: A score, scored-by: support-worker, about: partner, scores: 0 to 9 }\n',
  ),
  fact('count-of: wish', 'reads “x”, which rests on “wish”', 'a count'),
  fact('count-of: incident, where: feels-safe is no', 'reads “x”, which rests on “feels-safe”', 'what is counted'),
  fact('count-of: incident, since: worry', 'reads “x”, which rests on “worry”', 'since when it is counted'),
  fact(
    'count-of: incident, plus: y }\n  y: { count-of: worry',
    'reads “x”, which rests on “y”, which rests on “worry”',
    'what is added to a count',
  ),
  fact(
    'run-of: incident, where: severity is high, broken-by: heard-from-partner',
    'which rests on “heard-from-partner”',
    'what breaks a run',
  ),
  fact(
    'run-of: session, where: absence is yes, skips: worry has happened',
    'which rests on “worry”',
    'what a run skips',
  ),
  fact('sum-of: wish.days', 'which rests on “wish”', 'a sum'),
  fact('distinct: want, of: wish', 'which rests on “wish”', 'how many different'),
  fact('latest: wish.days', 'which rests on “wish”', 'the latest value'),
  fact('first: wish.want', 'which rests on “wish”', 'the first value', 'x is none'),
  fact('day-of: latest wish', 'which rests on “wish”', 'a day', 'x is before today'),
  fact('time-since: latest partner-contacted, in: days', 'which rests on “partner-contacted”', 'the time since'),
  fact('time-between: [started, worry], in: days', 'which rests on “worry”', 'the time between'),
  fact('time-since: safe-until, in: days', 'which rests on “safe-until”', 'the time since a day that she gave'),
  fact('when: feels-safe is no', 'which rests on “feels-safe”', 'whether', 'x is yes'),
  fact(
    'share-of: incident, where: severity is high, of-those: feels-safe is no',
    'which rests on “feels-safe”',
    'a share',
  ),
  fact(
    'for-each: session, when: worry has happened by 16:00 the next day }\n  y: { count-of: session, where: x is yes',
    'reads “y”, which rests on “x”',
    'a fact of each session',
    'y is at least 2',
  ),
  fact(
    'when: y is at least 1 }\n  y: { count-of: incident, where: z is yes }\n  z: { when: feels-safe is no',
    'reads “x”, which rests on “y”, which rests on “z”, which rests on “feels-safe”',
    'through two facts',
    'x is yes',
  ),
  [
    'a fact for each partner',
    `facts:\n  x: { for-each: partner, when: stage is suspended }\nrules:\n  go: { for-each: partner, when: x is yes, ${closing} }\n`,
    'rule/hers',
    'which rests on “partners”',
  ],
  [
    'a duty towards her is missed',
    `duties:\n  ring: { after: started, for-each: partner, must: contact partner, within: 2 weeks, by: support-worker }\nrules:\n  go: { after: ring is missed, ${closing} }\n`,
    'rule/hers',
    'reads “ring”',
  ],
  [
    'what follows a duty of hers that was missed',
    'duties:\n  ring: { after: worry, must: Ring her, within: 2 weeks, by: support-worker, if-missed: { may: suspend, confirmed-by: staff } }\n',
    'rule/hers',
    '“ring-missed” reads “ring”, which rests on “worry”',
  ],
  [
    'a duty that her being contacted meets',
    `duties:\n  ring: { after: started, must: contact partner, within: 2 weeks, by: support-worker }\nrules:\n  go: { when: ring is missed, ${closing} }\n`,
    'rule/hers',
    '“partner-contacted”',
  ],
  [
    'what shows a duty done',
    `duties:\n  look: { after: started, must: Look after it, within: 2 weeks, by: support-worker, done-by: worry }\nrules:\n  go: { when: look is open, ${closing} }\n`,
    'rule/hers',
    '“look”',
  ],
  [
    'when a duty is due',
    `duties:\n  look: { after: started, must: Look after it, within: 2 weeks, counted-from: latest worry, by: support-worker }\nrules:\n  go: { when: look is missed, ${closing} }\n`,
    'rule/hers',
    'reads “look”, which rests on “worry”',
  ],
  [
    'a rule of hers is standing',
    `rules:\n  see: { after: worry, should: Look after it, by: support-worker }\n  go: { when: see is standing, ${closing} }\n`,
    'rule/hers',
    'reads “see”, which rests on “worry”',
  ],
  [
    'a rule was answered by contact with her',
    `rules:\n  see: { after: started, should: contact partner, by: support-worker }\n  go: { when: see is confirmed, ${closing} }\n`,
    'rule/hers',
    'reads “see”, which rests on “partner-contacted”',
  ],
  [
    'that was done what a rule of hers asks for',
    `rules:\n  see: { after: worry, should: Look after it, by: support-worker }\n  go: { after: see-done, ${closing} }\n`,
    'rule/hers',
    '“see-done”',
  ],
  [
    'a step of a ladder',
    `rules:\n  go: { each: incident, until: worry, 1st: { should: Talk to him, by: staff }, 2nd: { ${closing} } }\n`,
    'rule/hers',
    '“go-2nd” reads “worry”',
  ],
  [
    'a ladder of what she says',
    `rules:\n  go: { each: heard-from-partner, 1st: { ${closing} } }\n`,
    'rule/hers',
    '“go-1st” reads “heard-from-partner”',
  ],
  [
    'a ground',
    `conduct:\n  go: { ${closing}, grounds: { unsafe: { when: feels-safe is no } } }\n`,
    'rule/hers',
    '“unsafe” reads “feels-safe”',
  ],
  [
    'an answer to what is asked because of her',
    `rules:\n  go: { after: worry, should: Look after it, by: support-worker, confirmed-by: support-worker, then-asks: Can he stay?, judged-by: support-worker, if-no: { ${closing} } }\n`,
    'rule/hers',
    '“go-if-no” reads “go-asks”',
  ],
  [
    'a step of the pathway',
    'pathway:\n  start: { needs: feels-safe is yes, by: staff }\n',
    'rule/hers',
    'the step “start” reads “feels-safe”',
  ],
  [
    'completion',
    'completion: { needs: { heard: heard-from-partner has happened }, confirmed-by: staff }\n',
    'rule/hers',
    'the step “complete” reads “heard-from-partner”',
  ],
  [
    'a way back',
    'returns:\n  back: { when: feels-safe is yes, starts: again }\n',
    'rule/hers',
    '“back” under “returns” reads “feels-safe”',
  ],
  [
    'what a way back needs',
    'returns:\n  back: { needs: worry has not happened, starts: again }\n',
    'rule/hers',
    '“back” under “returns” reads “worry”',
  ],
  [
    'what somebody who comes back keeps',
    'facts:\n  x: { count-of: worry }\nreturns:\n  back: { starts: again, keeps: [x] }\n',
    'rule/hers',
    '“back” under “returns” reads “x”',
  ],
  [
    'sessions credited',
    'sessions: { total: 20, credits: { heard-from-partner: 1 } }\n',
    'rule/hers',
    '“heard-from-partner”',
  ],
  [
    'what a phase needs',
    'sessions: { phases: { one: { sessions: 3, needs: feels-safe is yes } } }\n',
    'rule/hers',
    'the phase “one” reads “feels-safe”',
  ],
  [
    'which kind of session he gets',
    'sessions: { total: 20, kinds: { group: Group, alone: { called: Alone, only-when: feels-safe is no } } }\n',
    'rule/hers',
    '“feels-safe”',
  ],
  [
    'an act refused',
    'rules:\n  go: { when: feels-safe is no, block: refuse start }\n',
    'rule/hers',
    'reads “feels-safe”',
  ],
  [
    'an act refused in other words',
    'rules:\n  go: { when: feels-safe is no, block: Start him now, by: support-worker, confirmed-by: support-worker }\n',
    'rule/hers',
    'reads “feels-safe”',
  ],
  [
    'what can be appealed against',
    'appeals: { from: [participant], against: [worry], steps: { review: { to: manager } } }\n',
    'rule/hers',
    'reads “worry”',
  ],
];
