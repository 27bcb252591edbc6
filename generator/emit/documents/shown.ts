/** What a heading shows from the record, part by part. */
import type { Bundle, Shown } from '../../../engine/contract/index.js';
import {
  type Column,
  each,
  type Lines,
  labelled,
  nothing,
  plain,
  roleAt,
  step,
  table,
  termed,
  termedIf,
  when,
} from './markup.js';
import { strip } from './strip.js';

type OfKind<K extends Shown['kind']> = Extract<Shown, { kind: K }>;

/** What one thing is shown as; `at` is the path of its heading. */
type Part = (at: string, bundle: Bundle) => Lines;

/** Takes what a heading shows, in order, and the heading's path; gives the template. Facts side by side are one list. */
export const shownParts = (bundle: Bundle, shows: Shown[], at: string): Lines => {
  const lines: Lines = [];
  let facts: OfKind<'fact'>[] = [];
  const flush = (): void => {
    if (facts.length > 0) lines.push(...factList(facts, at));
    facts = [];
  };
  for (const shown of shows) {
    if (shown.kind === 'fact') facts.push(shown);
    else {
      flush();
      lines.push(...partOf(shown)(at, bundle));
    }
  }
  flush();
  return lines;
};

const partOf = (shown: Exclude<Shown, { kind: 'fact' }>): Part => {
  switch (shown.kind) {
    case 'attendance':
      return attendance(shown);
    case 'absences':
      return absences(shown);
    case 'missing':
      return missing;
    case 'events':
      return events(shown);
    default:
      return parts[shown.kind];
  }
};

const factList = (facts: OfKind<'fact'>[], at: string): Lines => [
  '<dl class="document-terms">',
  facts.flatMap(({ fact }) => {
    const path = `${at}.facts.${step(fact)}`;
    return when(
      `${path}.known`,
      [`<div><dt>{{${path}.label}}</dt><dd>{{${path}.value}}</dd></div>`],
      [`<div class="document-not-known"><dt>{{${path}.label}}</dt><dd>{{${path}.value}}</dd></div>`],
    );
  }),
  '</dl>',
];

/** Topic and phase have a column where the programme has several. */
const sessionColumns = ({ course }: Bundle): [Column, ...Column[]] => [
  { heading: 'Day', cell: 'day' },
  { heading: 'Attendance', cell: 'outcome' },
  ...((course?.sessions?.topics.length ?? 0) > 0 ? [{ heading: 'Session content', cell: 'topic' }] : []),
  ...((course?.sessions?.phases.length ?? 0) > 1 ? [{ heading: 'Phase', cell: 'phase' }] : []),
];

/** Columns of what was told beside a session; each row carries its mark, for whoever draws it. */
const beside = ({ beside: columns }: OfKind<'attendance' | 'absences'>) => ({
  row: '<tr data-mark="{{mark}}">',
  headings: columns.map(({ called }) => sentence(called)),
  cells: columns.length === 0 ? [] : each('beside', ['<td>{{value}}</td>']),
});

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const attendance =
  (shown: OfKind<'attendance' | 'absences'>): Part =>
  (at, bundle) => [
    `<p class="document-summary">{{${at}.attendance.summary}}</p>`,
    ...when(
      `${at}.attendance.none`,
      [nothing('No session was due.')],
      [
        ...strip(`${at}.attendance.rows`),
        ...table(
          { caption: 'Attendance, session by session', rows: `${at}.attendance.rows`, kind: 'attendance' },
          sessionColumns(bundle),
          beside(shown),
        ),
      ],
    ),
  ];

const absences =
  (shown: OfKind<'attendance' | 'absences'>): Part =>
  (at, bundle) =>
    when(
      `${at}.absences.none`,
      [nothing('No session was missed.')],
      [
        `<p class="document-summary">{{${at}.absences.summary}}</p>`,
        ...table(
          { caption: 'Sessions not attended', rows: `${at}.absences.rows`, kind: 'absences' },
          sessionColumns(bundle),
          beside(shown),
        ),
      ],
    );

const missing: Part = (at) =>
  when(
    `${at}.missing.none`,
    [nothing('Nothing is missing.')],
    ['<ul class="document-list">', each(`${at}.missing.rows`, ['<li>{{asks}}</li>']), '</ul>'],
  );

const events =
  ({ event, called }: OfKind<'events'>): Part =>
  (at) => {
    const path = `${at}.events.${step(event)}`;
    return [
      `<h3 class="document-part">${plain(sentence(called))}</h3>`,
      ...when(
        `${path}.none`,
        [nothing('Nothing was recorded.')],
        [
          '<ol class="document-records">',
          each(`${path}.rows`, ['<li>', ['<p class="document-on">{{on}}</p>', ...labelled('told')], '</li>']),
          '</ol>',
        ],
      ),
    ];
  };

/** A table, or a line in its stead. */
const listed = (
  at: string,
  kind: string,
  { caption, none }: { caption: string; none: string },
  columns: [Column, ...Column[]],
): Lines => when(`${at}.${kind}.none`, [nothing(none)], table({ caption, rows: `${at}.${kind}.rows`, kind }, columns));

const parts: Record<Exclude<Shown['kind'], 'attendance' | 'absences' | 'missing' | 'fact' | 'events'>, Part> = {
  topics: (at) => [
    ...when(`${at}.topics.says`, [`<p class="document-none">{{${at}.topics.says}}</p>`]),
    ...when(
      `${at}.topics.rows`,
      table({ caption: 'What the sessions covered', rows: `${at}.topics.rows`, kind: 'topics' }, [
        { heading: 'Session content', cell: 'topic' },
        { heading: 'Day', cell: 'day' },
      ]),
    ),
  ],
  risk: (at) =>
    listed(at, 'risk', { caption: 'Assessments of risk', none: 'No assessment of risk is recorded.' }, [
      { heading: 'Assessment', cell: 'measure' },
      { heading: 'Score', cell: 'score' },
      { heading: 'Band', cell: 'band' },
      { heading: 'Day', cell: 'on' },
    ]),
  duties: (at) =>
    listed(at, 'duties', { caption: 'What is to be done', none: 'Nothing is to be done.' }, [
      { heading: 'What', cell: 'what' },
      { heading: 'By whom', cell: 'by', isRole: true },
      { heading: 'State', cell: 'state' },
      { heading: 'Due', cell: 'due' },
      { heading: 'Done', cell: 'done' },
    ]),
  decisions: (at) =>
    listed(at, 'decisions', { caption: 'What was decided', none: 'Nothing was decided.' }, [
      { heading: 'Decision', cell: 'what' },
      { heading: 'By whom', cell: 'by', isRole: true },
      { heading: 'Day', cell: 'on' },
    ]),
  progress: (at) => [
    '<dl class="document-terms">',
    [
      ...when(
        `${at}.progress.total`,
        [termed('Sessions credited', `{{${at}.progress.credited}} of {{${at}.progress.total}}`)],
        [termed('Sessions credited', `{{${at}.progress.credited}}`)],
      ),
      ...termedIf(`${at}.progress.phase`, 'Phase'),
      ...termedIf(`${at}.progress.plannedEnd`, 'Planned end'),
    ],
    '</dl>',
  ],
  standing: (at) => [
    '<dl class="document-terms">',
    [termed('Where things stand', `{{${at}.standing.state}}`), ...termedIf(`${at}.standing.since`, 'Since')],
    '</dl>',
  ],
  decision: (at) =>
    when(
      `${at}.decision.decided`,
      [
        `<p class="document-decision">{{${at}.decision.says}}</p>`,
        '<dl class="document-terms">',
        [
          ...termedIf(`${at}.decision.reason`, 'Reason'),
          ...termedIf(`${at}.decision.by`, 'Decided by', roleAt(`${at}.decision.by`)),
          ...termedIf(`${at}.decision.on`, 'Decided on'),
        ],
        '</dl>',
        ...when(`${at}.decision.reasonMissing`, [
          nothing('The reason is missing. It has to be recorded with the decision.'),
        ]),
      ],
      [nothing('No decision has been made.')],
    ),
  appeal: (at) =>
    when(
      `${at}.appeal.steps`,
      [
        '<ol class="document-appeal">',
        each(`${at}.appeal.steps`, [
          '<li>',
          [
            '<p class="document-on">{{title}}</p>',
            '<dl class="document-terms">',
            [
              ...termedIf('to', 'To whom'),
              ...termedIf('saying', 'Saying'),
              ...termedIf('within', 'By when'),
              ...termedIf('answered', 'Answered'),
            ],
            '</dl>',
          ],
          '</li>',
        ]),
        '</ol>',
      ],
      [nothing('There is no appeal against this.')],
    ),
  contact: (at) => labelled(`${at}.contact.rows`),
};
