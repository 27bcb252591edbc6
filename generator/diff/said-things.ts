/** Documents, what is kept apart, what is said, and the clauses themselves, thing by thing. */
import { capital, type Document, type Heading, type Shown, type Words } from '../../engine/contract/index.js';
import { headingOf } from '../lower/outline-words.js';
import { condition, type Facet, order, ref, refs, set, words, yesNo } from './changes.js';
import type { Names } from './names.js';
import { type Side, type Thing, thing } from './thing.js';

/** Words with their blanks: "Your referral of <full name>". */
const textSays = (text: Words | undefined, names: Names): string | undefined =>
  text?.map((part) => (typeof part === 'string' ? part : `<${names.fact(part.fact)}>`)).join('');

const shownSays = (shown: Shown, names: Names): [string, string] => {
  switch (shown.kind) {
    case 'attendance':
    case 'absences': {
      const beside = shown.beside.map(({ called }) => called);
      const columns = beside.length > 0 ? ` with ${beside.join(', ')}` : '';
      return [`${shown.kind} ${shown.beside.map(({ field }) => field).join(' ')}`, `${shown.kind}${columns}`];
    }
    case 'duties':
    case 'decisions': {
      const of = shown.of.map((id) => `“${names.thing(id)}”`).join(', ');
      return [`${shown.kind} ${shown.of.join(' ')}`, of === '' ? `all ${shown.kind}` : `${shown.kind} ${of}`];
    }
    case 'missing':
      return [`missing ${shown.form}`, `what is missing in “${names.thing(shown.form)}”`];
    case 'fact':
      return [`fact ${shown.fact}`, shown.called];
    case 'events':
      return [`event ${shown.event}`, `each time ${shown.called}`];
    default:
      return [shown.kind, shown.kind];
  }
};

const narrativeFacets = ({ asks }: Heading): Facet[] => [
  words('asks', asks?.prompt),
  ...(asks
    ? [
        yesNo('has to be written', asks.required),
        set(
          'row',
          asks.rows.map(({ id, label }) => [id, label]),
        ),
        set(
          'column',
          asks.columns.map(({ id, label }) => [id, label]),
        ),
        yesNo('offers the reasons', asks.offers === 'reasons'),
      ]
    : []),
];

const headingThing = (document: Document, heading: Heading, { names }: Side): Thing => {
  const name = heading.heading === undefined ? document.title : `${heading.heading} (${document.title})`;
  return thing(`documents/${document.id}/${heading.id}`, heading.id, 'heading', name, heading.origin, [
    words('heading', heading.heading),
    condition('only when', heading.onlyWhen, names),
    words('says', heading.says.map((text) => textSays(text, names)).join('\n') || undefined),
    { part: 'shows', kind: 'refs', of: heading.shows.map((shown) => shownSays(shown, names)) },
    ...narrativeFacets(heading),
    words('attaches', heading.attaches?.called, heading.attaches && `${heading.attaches.kind} ${heading.attaches.of}`),
    words('stand in the order', heading.order?.join(', ')),
    refs('released by', heading.releasedBy, names.role),
  ]);
};

const ways: Record<NonNullable<Document['way']>, string> = {
  email: 'e-mail',
  'secure-email': 'secure e-mail',
  letter: 'letter',
  telephone: 'telephone',
  'in-person': 'in person',
};

const documentsOf = (side: Side): Thing[] => {
  const { bundle, names } = side;
  const says = new Map(bundle.statements.map(({ id, says }) => [id, says]));
  return (bundle.documents ?? []).flatMap((document) => [
    thing(`documents/${document.id}`, document.id, document.kind, document.title, document.origin, [
      words('title', document.title),
      words('subject', textSays(document.subject, names)),
      refs('recipient', document.to, names.role),
      refs('by', document.by, names.role),
      refs('reviewed by', document.reviewedBy, names.role),
      refs('on request of', document.onRequest, names.role),
      words('sent by', document.way && ways[document.way]),
      ref('one for each', document.forEach, names.fact),
      words('covers', document.covers.replaceAll('-', ' ')),
      refs('statement', document.statements, (id) => says.get(id) ?? names.thing(id)),
      order(
        'in the document',
        document.headings.map(({ id, heading }) => [id, heading ?? headingOf(id)]),
      ),
    ]),
    ...document.headings.map((heading) => headingThing(document, heading, side)),
  ]);
};

/** What was put under a label by name; what only carries it follows. */
const keptHere = ({ bundle }: Side, kept: string): string[] =>
  Object.entries(bundle.information?.labels ?? {})
    .filter(([, labels]) => labels.some((label) => label.kept === kept && label.path.length <= 1))
    .map(([key]) => key);

const informationOf = (side: Side): Thing[] => {
  const { bundle, names } = side;
  return (bundle.information?.kept ?? []).map(({ id, called, seenBy, origin }) =>
    thing(`information/${id}`, id, 'information kept apart', capital(called), origin ?? bundle.programme.origin, [
      words('called', called),
      refs('seen by', seenBy, names.role),
      refs('keeps', keptHere(side, id), names.fact),
    ]),
  );
};

const silence = ({ bundle }: Side): Thing[] => {
  const none = { at: bundle.programme.origin.at, clauses: [] };
  return [
    ...bundle.background.map((id) =>
      thing(
        `background/${id}`,
        id,
        'background',
        id,
        { ...none, at: bundle.map[`background/${id}`]?.at ?? none.at, clauses: [id] },
        [],
      ),
    ),
    ...bundle.notStated.map((topic) =>
      thing(`not-stated/${topic}`, topic, 'topic that is not stated', capital(topic), none, []),
    ),
  ];
};

/** Takes one side; gives its documents, labels, statements, expectations, settlements, silences and clauses. */
export const saidThings = (side: Side): Thing[] => {
  const { bundle, names } = side;
  return [
    ...documentsOf(side),
    ...informationOf(side),
    ...bundle.statements.map((one) =>
      thing(`statements/${one.id}`, one.id, 'statement', headingOf(one.id), one.origin, [
        words('says', one.says),
        refs('stands on', one.on, names.thing),
      ]),
    ),
    ...bundle.expects.map((one) =>
      thing(
        `expects/${one.of}/${one.id}`,
        one.id,
        'expectation',
        `${capital(names.role(one.of))}: ${headingOf(one.id)}`,
        one.origin,
        [words('to', one.to)],
      ),
    ),
    ...bundle.settled.map((one) =>
      thing(
        `settled/${[...one.between].sort().join('/')}`,
        one.inForce,
        'settlement',
        one.between.join(', '),
        one.origin,
        [
          words('in force', one.inForce),
          words('settled by', one.by),
          words('since', one.on),
          words('because', one.because),
        ],
      ),
    ),
    ...silence(side),
    ...bundle.clauses.map((clause) =>
      thing(`clauses/${clause.id}`, clause.id, 'clause', clause.id, { ...clause.origin, clauses: [] }, [
        words('says', clause.says),
        words('force', clause.force),
        words('about', clause.kind),
        words('line', clause.line),
      ]),
    ),
  ].map((one) => (one.kind === 'clause' ? { ...one, clauses: [one.id] } : one));
};
