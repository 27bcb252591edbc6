/** The chapter of the reference on events that need no declaration; a test compares it with what a definition gets. */
export const eventsOfACase = `## Events

What happens to a case. Rules, duties and facts name events, and so do scenarios. These are there without being declared.

| event | what it is |
| --- | --- |
| \`referral-received\` | the first form was received |
| \`accepted\`, \`declined\`, \`decision-made\` | the decision; \`decision-made\` is either of the two |
| \`suitable-not-ready\`, \`invited\`, \`waiting-for-place\` | between the decision and the start |
| \`started\` | he started on the programme |
| \`suspended\`, \`resumed\` | a suspension begins, and ends |
| \`leave-requested\`, \`leave-started\`, \`leave-ended\` | leave is asked for, begins, and ends; of \`leave-started\`, \`until\` says the last day for which it was approved, after which he is due again |
| \`moved-on\` | he went on to another phase; \`to\` says to which |
| \`restarted\`, \`extended\`, \`credited\` | he began again; the programme was made longer (\`n\`, \`unit\`); sessions were credited without attendance (\`sessions\`) |
| \`completed\`, \`closed\`, \`transferred\` | the end; of \`closed\`, \`as\` says how |
| \`returned\`, \`referred-back\` | he came back after the end; he was referred back to whoever referred him |
| \`session-held\` | a session was recorded as held |
| \`session-attended\`, \`session-missed\` | he was present; it counts as an absence, and he was due |
| \`session-cancelled\` | a session was cancelled |
| \`catch-up-booked\`, \`caught-up\` | a catch-up was arranged; it was done |
| \`participant-contacted\`, \`heard-from-participant\` | somebody tried to reach him; he was in touch. The same of everybody under \`outside\`, by name: \`partner-contacted\` |

Others come with what is declared:

| declared | its events |
| --- | --- |
| a form | \`<form>-received\`, \`<form>-complete\` |
| a record | its name |
| an appointment, or an assessment before the start | \`<name>-offered\`, \`<name>-attended\`, \`<name>-missed\`, \`<name>-cancelled\` |
| a group | \`<group>-places-taken\`, with its \`number\` |
| a message, a report | \`<message>-sent\`; \`<report>-issued\`, \`<report>-requested\` |
| a duty, a rule | \`<duty>-done\`, \`<rule>-done\`: done, where nothing else shows it |
| a step of an appeal | \`<step>-lodged\`, \`<step>-answered\` |

The state of a case is \`stage\` in sentences: \`referred\`, \`awaiting-assessment\`, \`in-assessment\`, \`suitable-not-ready\`, \`declined\`, \`accepted\`, \`waiting-for-place\`, \`on-programme\`, \`on-leave\`, \`suspended\`, \`completed\`, \`closed\`, \`transferred\`.`;
