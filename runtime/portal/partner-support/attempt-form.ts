import { Temporal } from 'temporal-polyfill';
import { recordedWith, wouldMeet } from '../../server/partner-support/contact.js';
import { type Attempt, type Outcome, outcomes, type Way, ways } from '../../server/partner-support/contract.js';
import { onRecord } from '../../server/partner-support/on-record.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import { against, againstOutcome, atWrongTime, officeTime, wayTitle } from '../../server/partner-support/safe-ways.js';
import { happeningInWords, ruleInWords } from '../words/course.js';
import { stopped } from '../words/lists.js';
import { sentenceInWords } from '../words/names.js';
import { herAddress } from './addresses.js';
import { ask, type HerForm, words } from './her-form.js';
import { reachNow } from './reach-form.js';
import { wishesToHeed } from './recorded-words.js';
import { outcomeWords, saidWords } from './said-words.js';

const zoneOf = ({ found }: HerCase): string => found.bundle.programme.timeZone;

/** What she asked for, what speaks against calling her at this moment, and the ways that she ruled out. */
export const cautionsNow = (her: HerCase, now: string): string[] => {
  const reach = reachNow(her);
  const time = atWrongTime(reach, officeTime(now, zoneOf(her)));
  const ruledOut = ways.filter((way) => reach.ways[way] === 'no');
  const { found, known } = her;
  return [
    ...wishesToHeed({ whole: found.whole, known, recorded: onRecord(found.whole, found.events) }).map(stopped),
    ...(her.known.reach.length === 0 ? ['Nobody has recorded yet how she can safely be reached.'] : []),
    ...(time === undefined ? [] : [time]),
    ...ruledOut.map((way) => `Not ${wayTitle(way).toLowerCase()}: she asked not to be reached so.`),
    ...(reach.voicemail === 'no' ? ['No message may be left.'] : []),
  ];
};

/** What recording contact with her would count towards. */
const countsTowards = (her: HerCase): string[] => {
  const { bundle, evaluation, actor } = her.found;
  const what = recordedWith(bundle, 'reached', actor.role);
  if (what === undefined) return [];
  const met = wouldMeet(bundle, evaluation, what).map(({ id }) =>
    stopped(sentenceInWords(bundle, ruleInWords(bundle, id))),
  );
  const says = `Where she was spoken to, “${happeningInWords(bundle, what)}” is recorded for the programme with it.`;
  return [
    says,
    ...(met.length > 0 ? [`That meets: ${met.join(' ')}`] : ['Nothing that is owed to her now waits for that.']),
  ];
};

const localMinute = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
const instantOf = (local: string, zone: string, now: string): string => {
  const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
  return instant.slice(0, 16) === now.slice(0, 16) ? now : instant;
};

/** An attempt to reach her. One that goes against what she asked for needs its reason. */
export const attemptForm: HerForm = {
  ending: '/contact',
  title: 'Contact with her',
  button: 'Record it',
  cautions: (her, office) => cautionsNow(her, office.now()),
  says: countsTowards,
  sections: (her) => [
    {
      asked: [
        ask('way', 'In which way?', 'choice', {
          required: true,
          options: ways.map((way) => ({
            id: way,
            words: `${wayTitle(way)} (safe: ${saidWords[reachNow(her).ways[way]].toLowerCase()})`,
          })),
        }),
        ask('outcome', 'What came of it?', 'choice', {
          required: true,
          options: outcomes.map((id) => ({ id, words: outcomeWords[id] })),
        }),
        ask('when', 'When was it?', 'date-time', { required: true }),
        ask('note', 'What was said', 'long-text'),
        ask('because', 'Why it was done so, although she asked otherwise', 'long-text', {
          hint: 'Needed for a way or a time that she ruled out. It cannot be recorded as made without it.',
        }),
      ],
    },
    {
      title: 'What happens next',
      asked: [
        ask('next', 'What is to happen next?', 'text', {
          hint: 'For example: call again. Leave it empty if nothing is.',
        }),
        ask('next-on', 'By which day?', 'date'),
      ],
    },
  ],
  first: (her, office) => ({ when: localMinute(office.now(), zoneOf(her)) }),
  async take(office, her, { key, answers }) {
    const now = office.now();
    const zone = zoneOf(her);
    const [way, outcome] = [words(answers.way) as Way, words(answers.outcome) as Outcome];
    const when = instantOf(words(answers.when), zone, now);
    if (Date.parse(when) > Date.parse(now))
      return { faults: [{ message: 'Enter a time that is not ahead', href: '#when' }] };
    const attempt: Attempt = {
      way,
      outcome,
      when,
      note: words(answers.note),
      next: words(answers.next),
      nextOn: words(answers['next-on']),
      because: words(answers.because),
    };
    const odd = oddIn(her, attempt, zone);
    if (odd.length > 0 && attempt.because === '')
      return {
        faults: [
          ...odd.map((message) => ({ message, href: '#because' })),
          { message: 'Enter why it was done all the same', href: '#because' },
        ],
      };
    if (attempt.nextOn !== '' && attempt.next === '')
      return { faults: [{ message: 'Enter what is to happen by that day', href: '#next' }] };
    const done = await office.partnerSupport.attempted(her.found.actor, her, key, attempt);
    if (done?.kind === 'refused') return { faults: [{ message: done.because }] };
    return { to: `${herAddress(her)}#contact` };
  },
};

/** What she did herself, and what was not made, goes against nothing. */
const oddIn = (her: HerCase, { way, outcome, when }: Attempt, zone: string): string[] => {
  if (outcome === 'she-called' || outcome === 'not-made') return [];
  const reach = reachNow(her);
  return [...against(reach, way, officeTime(when, zone)), ...againstOutcome(reach, way, outcome)];
};
