import {
  type Bundle,
  type Document,
  type Heading,
  type HeadingPart,
  headingParts,
  keepsItsPlace,
  type Narrative,
} from '../../../engine/contract/index.js';
import {
  each,
  type Lines,
  labelled,
  nothing,
  plain,
  roleAt,
  step,
  termed,
  termedIf,
  unless,
  when,
  written,
} from './markup.js';
import { shownParts } from './shown.js';
import { shapesOfMarks } from './strip.js';

/**
 * Takes a bundle and one of its documents; gives a Handlebars 4 template of `DocumentData`, the body of the document as
 * an `<article>`: what it is, of whom, for whom, each heading that stands, statements, and who wrote and issued it. It
 * needs no helper but if, unless and each. Words of the definition are in it as they stand; what is of a case is not.
 */
export const templateOf = (bundle: Bundle, document: Document): string =>
  written([
    `<article class="document document-${document.kind}">`,
    [
      ...(hasStrip(document) ? shapesOfMarks : []),
      ...(document.kind === 'report' ? reportHead : messageHead(document)),
      ...document.headings.flatMap((heading) => headingPart(bundle, heading)),
      ...each('statements', ['<p class="document-statement">{{says}}</p>']),
      ...foot(bundle, document),
    ],
    '</article>',
  ]);

const hasStrip = ({ headings }: Document): boolean =>
  headings.some(({ shows }) => shows.some(({ kind }) => kind === 'attendance'));

/** A name and what they are, or only the one that there is. */
const named = (name: string, role: string): string =>
  `{{#if ${name}}}{{${name}}}{{#if ${role}}}, {{${role}}}{{/if}}{{else}}${roleAt(role)}{{/if}}`;

const recipients: Lines = [
  '{{#if to}}',
  '<div>',
  ['<dt>For</dt>', ...each('to', [`<dd>${named('name', 'called')}</dd>`])],
  '</div>',
  '{{/if}}',
];
const period: Lines = when('period.from', [termed('Period', '{{period.from}} to {{period.to}}')]);

const reportHead: Lines = [
  '<header class="document-head">',
  [
    '<p class="document-provider">{{programme.provider}}</p>',
    '<h1 class="document-title">{{document.title}}</h1>',
    ...unless('issued.on', ['<p class="document-draft">Draft. This has not been issued.</p>']),
    '<dl class="document-particulars">',
    [
      ...termedIf('person.name', 'About'),
      ...recipients,
      termed('Programme', '{{programme.title}}'),
      ...termedIf('programme.service', 'Service'),
      ...period,
      termed('Written as of', '{{day}}'),
    ],
    '</dl>',
  ],
  '</header>',
];

const messageHead = (document: Document): Lines => [
  '<header class="document-head">',
  [
    '<p class="document-provider">{{programme.provider}}</p>',
    '<p class="document-programme">{{programme.title}}</p>',
    ...unless('issued.on', ['<p class="document-draft">Draft. This has not been sent.</p>']),
    ...each('to', [`<p class="document-to">${named('name', 'called')}</p>`]),
    '<p class="document-day">{{day}}</p>',
    `<h1 class="document-title">{{document.${document.subject === undefined ? 'title' : 'subject'}}}</h1>`,
    ...when('person.name', ['<p class="document-about">About: {{person.name}}</p>']),
  ],
  '</header>',
];

const headingPart = (bundle: Bundle, heading: Heading): Lines => {
  const at = `headings.${step(heading.id)}`;
  const parts: Record<HeadingPart, () => Lines> = {
    says: () => each(`${at}.says`, ['<p>{{text}}</p>']),
    shows: () => shownParts(bundle, heading.shows, at),
    asks: () => (heading.asks ? narrative(heading.asks, heading.heading ?? heading.asks.prompt, at) : []),
    attaches: () => (heading.attaches ? attachment(heading.attaches.called, heading.heading, at) : []),
  };
  const order = heading.order ?? headingParts;
  const body = [...order, ...headingParts.filter((part) => !order.includes(part))].flatMap((part) => parts[part]());
  return when(`${at}.stands`, section(heading, body), unreleased(heading));
};

const section = ({ id, heading }: Heading, body: Lines): Lines =>
  heading === undefined
    ? ['<div class="document-heading">', body, '</div>']
    : [
        `<section class="document-heading" aria-labelledby="heading-${id}">`,
        [`<h2 id="heading-${id}">${plain(heading)}</h2>`, ...body],
        '</section>',
      ];

/** A document keeps all its headings: one that waits for a release stands with nothing under it, whatever there is. */
const unreleased = (heading: Heading): Lines | undefined =>
  keepsItsPlace(heading)
    ? section(heading, [nothing(heading.attaches ? notAttached : 'Nothing is given here.')])
    : undefined;

const narrative = ({ rows, columns }: Narrative, caption: string, at: string): Lines => {
  const path = `${at}.narrative`;
  const isTable = rows.length > 0 && columns.length > 0;
  return when(
    `${path}.written`,
    isTable ? narrativeTable(caption, path) : each(`${path}.paragraphs`, ['<p>{{text}}</p>']),
    when('issued.on', [nothing('Nothing was written.')], [nothing('Not written yet.')]),
  );
};

const narrativeTable = (caption: string, path: string): Lines => [
  '<div class="document-scroll">',
  [
    '<table class="document-table document-table-narrative">',
    [
      `<caption>${plain(caption)}</caption>`,
      '<thead>',
      ['<tr>', ['<td></td>', ...each(`${path}.columns`, ['<th scope="col">{{label}}</th>'])], '</tr>'],
      '</thead>',
      '<tbody>',
      each(`${path}.rows`, [
        '<tr>',
        ['<th scope="row">{{label}}</th>', ...each('cells', ['<td>{{text}}</td>'])],
        '</tr>',
      ]),
      '</tbody>',
    ],
    '</table>',
  ],
  '</div>',
];

/** The same stands for what is not released and for what there is not. */
const attachment = (called: string, heading: string | undefined, at: string): Lines => {
  const path = `${at}.attachment`;
  return when(
    `${path}.attached`,
    [
      '<div class="document-attachment">',
      [
        ...(called === heading ? [] : [`<h3 class="document-part">{{${path}.title}}</h3>`]),
        ...labelled(`${path}.rows`),
        ...when(`${path}.fileName`, [`<p>Attached as {{${path}.fileName}}.</p>`]),
      ],
      '</div>',
    ],
    [nothing(notAttached)],
  );
};
const notAttached = 'Not attached.';

/** Who did it and when, or that it is yet to be done; of what went out without it, that it was not. */
const signed = (path: string, label: string, done: string): Lines =>
  when(
    `${path}.on`,
    [termed(label, `${named(`${path}.name`, `${path}.role`)} – <span class="document-on">{{${path}.on}}</span>`)],
    [
      '<div class="document-not-known">',
      [`<dt>${plain(label)}</dt>`, ...when('issued.on', [`<dd>Not ${done}</dd>`], [`<dd>Not ${done} yet</dd>`])],
      '</div>',
    ],
  );

const ways: Record<NonNullable<Document['way']>, string> = {
  email: 'by e-mail',
  'secure-email': 'by secure e-mail',
  letter: 'by letter',
  telephone: 'by telephone',
  'in-person': 'in person',
};

/** To whom a report goes, as declared. What goes to the partner's side is told to nobody else. */
const distribution = ({ people }: Bundle, { to, way, hers, forEach }: Document): Lines => {
  const open = to.filter((role) => role !== 'partner' && people.every(({ id, supports }) => id !== role || !supports));
  if (hers || forEach !== undefined || open.length === 0) return [];
  const roles = open.map((role) => people.find(({ id }) => id === role)?.called ?? role.replaceAll('-', ' '));
  const how = way === undefined ? '' : `, ${ways[way]}`;
  return [termed('Distribution', `<span class="document-role">${plain(`${roles.join('; ')}${how}`)}</span>`)];
};

const foot = (bundle: Bundle, document: Document): Lines => {
  const report = document.kind === 'report';
  return [
    '<footer class="document-foot">',
    [
      '<dl class="document-signatures">',
      [
        ...(document.headings.some(({ asks }) => asks) ? signed('written', 'Written by', 'written') : []),
        ...(document.reviewedBy.length > 0 ? signed('reviewed', 'Reviewed by', 'reviewed') : []),
        ...each('released', [
          termed('Released by', `${named('name', 'role')} – <span class="document-on">{{on}}</span>`),
        ]),
        ...(report ? signed('issued', 'Issued by', 'issued') : signed('issued', 'Sent by', 'sent')),
        ...(report ? distribution(bundle, document) : []),
      ],
      '</dl>',
      ...when('programme.contact', [
        '<dl class="document-contact">',
        each('programme.contact', ['<div><dt>{{label}}</dt><dd>{{value}}</dd></div>']),
        '</dl>',
      ]),
      '<p class="document-version">Version of the programme: {{programme.version}}</p>',
    ],
    '</footer>',
  ];
};
