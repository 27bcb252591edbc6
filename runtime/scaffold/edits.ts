/** Where the answers stand in the definition that new ones are made from. What is written there is an example. */
import type { EditValue } from '../../generator/format/edit-yaml.js';
import type { EditPath } from '../../generator/index.js';
import { counted } from '../portal/words/lists.js';
import type { Answers } from './answers.js';
import { birthday, diaryFrom, sessionDay } from './days.js';
import { slugOf } from './slug.js';

export interface Edit {
  file: string;
  path: EditPath;
  value: EditValue;
}

type Values = [path: string, value: EditValue][];

const inFile = (file: string, values: Values): Edit[] =>
  values.map(([path, value]) => ({
    file,
    path: path.split(' ').map((name) => (/^\d+$/.test(name) ? Number(name) : name)),
    value,
  }));

/** Half of the sessions, after which there is a report. */
const half = ({ sessions }: Answers): number => Math.floor(sessions / 2);

const programme = (answers: Answers): Edit[] => {
  const { title, provider, nation, minimumAge, who } = answers;
  return inFile('programme.yaml', [
    ['programme title', title],
    ['programme provider', provider],
    ['programme id', slugOf(title, 'programme')],
    ['programme working-days', nation],
    ['programme contact email', `referrals@${slugOf(provider, 'provider')}.example`],
    ['eligibility old-enough requires', `date-of-birth is at least ${minimumAge} years before referral-date`],
    ['eligibility old-enough otherwise', `The ${who} must be ${minimumAge} or over.`],
    ...((answers.appeals === undefined ? [['not-stated 2', 'appeals']] : []) as Values),
  ]);
};

const clauses = (answers: Answers, id: (n: string) => string): Edit[] => {
  const { who, minimumAge, sessions, every, missed, appeals } = answers;
  const says: [string, string][] = [
    ['001', `Every ${who} is ${minimumAge} or over on the day of the referral.`],
    ['004', `${sessions} sessions of 2 hours are held ${counted(every.n, every.unit)} apart.`],
    [
      '005',
      `Whoever misses ${missed === 1 ? 'a session' : `${missed} sessions in a row`} without a word has the file closed.`,
    ],
    ['008', `The referrer gets a progress report after ${half(answers)} sessions.`],
    ['012', `All ${sessions} sessions are attended or caught up before somebody completes.`],
  ];
  if (appeals !== undefined) {
    says.push(['031', `A refusal or a closure can be appealed against within ${counted(appeals, 'working day')}.`]);
  }
  return inFile(
    'clauses.yaml',
    says.map(([n, words]) => [`clauses ${id(n)} says`, words]),
  );
};

const overTime = ({ sessions, every: { n, unit }, missed }: Answers): Edit[] =>
  inFile('over-time.yaml', [
    ['sessions total', sessions],
    ['sessions every', n === 1 ? `1 ${unit}` : `1 every ${n} ${unit}s`],
    ['attendance missed-too-many when', `missed-in-a-row reaches ${missed}`],
    ['completion needs all-sessions requires', `sessions-credited is at least ${sessions}`],
    ['completion needs all-sessions otherwise', `All ${sessions} sessions are attended or caught up first.`],
  ]);

const decided = ({ minimumAge }: Answers, id: (n: string) => string): Edit[] => [
  ...inFile('scenarios/starts.yaml', [['starts referred answers date-of-birth', birthday(minimumAge + 17)]]),
  ...inFile('scenarios/decision.yaml', [
    ['scenarios 0 answers date-of-birth', birthday(minimumAge)],
    [
      'scenarios 0 expect 0 because',
      `${id('001')}. Born on 5 January ${2026 - minimumAge} and ${minimumAge} on the day of the referral.`,
    ],
    ['scenarios 1 answers date-of-birth', birthday(minimumAge, 1)],
    ['scenarios 1 expect 0 because', `${id('001')}. ${minimumAge} only on 6 January 2026.`],
  ]),
];

const played = ({ sessions, every, missed }: Answers): Edit[] => {
  const from = diaryFrom(every);
  const absences = missed === 1 ? 'absent' : `absent x ${missed}`;
  const unsure = missed === 1 ? '' : missed === 2 ? ', absent' : `, absent x ${missed - 1}`;
  // The first is attended, and the absences follow it.
  const last = sessionDay(missed + 1, every);
  return inFile('scenarios/over-time.yaml', [
    ['scenarios 0 diary 0', `${from}: attended, ${absences}`],
    ['scenarios 0 expect 0 at', sessionDay(missed, every)],
    ['scenarios 0 expect 0 facts missed-in-a-row', missed - 1],
    ['scenarios 0 expect 1 at', last],
    ['scenarios 0 expect 1 facts missed-in-a-row', missed],
    ['scenarios 1 diary 0', `${from}: attended, ${absences}`],
    ['scenarios 1 events 0 on', sessionDay(missed + 1, every, 1)],
    ['scenarios 1 events 0 about', last],
    ['scenarios 1 expect 0 at', last],
    ['scenarios 1 expect 1 at', sessionDay(missed + 1, every, 1)],
    ['scenarios 2 diary 0', `${from}: attended, not-recorded${unsure}`],
    ['scenarios 2 expect 0 at', last],
    ['scenarios 2 expect 0 to-find-out 0', sessionDay(2, every)],
    ['scenarios 4 diary 0', `${from}: attended x ${sessions}`],
    ['scenarios 4 expect 0 at', sessionDay(sessions - 1, every)],
    ['scenarios 4 expect 1 at', sessionDay(sessions, every)],
    ['scenarios 4 expect 1 facts sessions-credited', sessions],
  ]);
};

const documents = (answers: Answers): Edit[] => {
  const [{ every }, halfWay] = [answers, half(answers)];
  return [
    ...inFile('documents.yaml', [['reports progress after', `sessions-credited reaches ${halfWay}`]]),
    ...inFile('scenarios/documents.yaml', [
      ['scenarios 1 diary 0', `${diaryFrom(every)}: attended x ${halfWay}`],
      ['scenarios 1 expect 0 at', sessionDay(halfWay - 1, every)],
      ['scenarios 1 expect 1 at', sessionDay(halfWay, every)],
      ['scenarios 1 expect 1 duties progress-due due', sessionDay(halfWay, every, 14)],
      ['scenarios 1 expect 1 reports progress says 0', `${halfWay} sessions are credited`],
    ]),
  ];
};

/** Takes the answers and how clauses are numbered; gives every place where an answer stands, with what stands there. */
export const editsOf = (answers: Answers, id: (n: string) => string): Edit[] => [
  ...programme(answers),
  ...clauses(answers, id),
  ...overTime(answers),
  ...documents(answers),
  ...(answers.appeals === undefined
    ? []
    : inFile('appeals.yaml', [['appeals steps review within', counted(answers.appeals, 'working day')]])),
  ...decided(answers, id),
  ...played(answers),
];
