/** The chapter of the reference on sentences; a test parses every sentence in it. */
export const sentenceForms = `## Sentences

A sentence starts with the name of what it is about. Values are written without quotes.

| sentence | of |
| --- | --- |
| \`relationship is with-a-woman or none\` | a choice; with choices, it includes any of them |
| \`relationship is not with-a-man\` | the same, denied |
| \`in-court is yes\` | yes or no |
| \`in-court is not applicable\` | any question that can be answered so, or that was not asked |
| \`age is at least 18\` | a number: at least, at most, more than, less than |
| \`age is between 18 and 25\` | a number; both ends count |
| \`wellbeing is high\` | an instrument with bands |
| \`referral-date is on or after 1 March 2026\` | a date: before, after, on or before, on or after, on |
| \`date-of-birth is at least 18 years before referral-date\` | two dates, or a date and \`today\`; days, weeks, months, years |
| \`history is answered\` | anything: not known until it is answered |
| \`adult is met\` | a criterion; also \`is not met\` |

### Over time

In sections about time (rules, duties, facts, pathway, completion, returns) a sentence can also say what happened, how long something has been so, and how a duty or a rule stands. Criteria and forms cannot: they are decided from answers.

| sentence | of |
| --- | --- |
| \`incident has happened\` | an event; also \`has not happened\` |
| \`heard-from-participant has not happened in the last 2 weeks\` | counted back from now |
| \`incident has happened since decision-made\` | after the latest of that event in this stay; also \`since first …\`. Where it never happened, since the start |
| \`warning-sent has happened before suspended\` | before the latest of that event; also \`before first …\` |
| \`risk-review has happened within 2 weeks of incident\` | after any of them; also \`of first …\`, \`of latest …\`, and of one session \`of the session\` |
| \`heard-from-participant has happened by 16:00 the next day\` | of one session: the day after it |
| \`heard-from-participant has happened by 16:00 2 working days after session-missed\` | by that time of that day |
| \`stage is suspended for at least 4 weeks\` | any sentence: it has been so without a break |
| \`stage is on-programme or suspended\` | what is always there: \`stage\`, \`phase\`, \`decision\`, \`ending\` |
| \`referral is received\` | a form: not-received, incomplete, complete; received is either of the last two |
| \`education is current\` | a phase: not-begun, under-way, complete; begun is either of the last two, current is under-way |
| \`offer-assessment is missed\` | a duty: open, missed, met |
| \`two-missed is confirmed\` | a rule: standing, confirmed, refused |
| \`weeks-on is at least 26 weeks\` | a derived number, in its own unit; the unit may be left out |

In a sentence lengths of time are whole numbers of hours, days, working days, weeks, months or years. What was recorded with an event is asked beside it, under \`where\`.

What opens a rule or a duty is one of these.

| under | text | opens |
| --- | --- | --- |
| when | any sentence | while it holds |
| when | \`missed-in-a-row reaches 2\` | the moment it gets there; stands while it is there |
| after | \`missed-in-a-row reaches 2\` | the same, and stands until it is done |
| after | \`incident\`, \`every incident\` | each one |
| after | \`first incident\`, \`2nd session-missed\` | that one |
| after | \`referral is complete\` | as it becomes so |
| after | \`suitable is no\`, of a judgement, consent or document | each time that is given |
| after | \`offer-assessment is missed\` | each time that duty is missed |
| each | \`assessment-missed\` | the steps of a ladder, one after the other |

A point in time, as in \`time-since\`, \`day-of\` or \`counted-from\`, is an event (\`started\`, \`latest incident\`, \`first incident\`) or a fact that is a date.

### Several together

Join sentences with \`all-of\`, \`any-of\` and \`none-of\`; put an exception beside a rule with \`unless\`.`;
