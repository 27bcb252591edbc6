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

Join sentences with \`all-of\`, \`any-of\` and \`none-of\`; put an exception beside a rule with \`unless\`.`;
