import type {
  Bundle,
  Document,
  DocumentData,
  Heading,
  HeadingData,
  Id,
  NarrativeData,
  Option,
  Signature,
  Words,
} from '../../../engine/contract/index.js';
import { sampleShown } from './sample-shown.js';
import { valueFor } from './sample-value.js';

/**
 * Takes a bundle and one of its documents; gives what its template is filled with, of an invented case in which
 * everything that can stand in it stands. It says `sample` where the version of a programme is. The same bundle gives
 * the same words.
 */
export const sampleOf = (bundle: Bundle, document: Document): DocumentData => {
  const { programme } = bundle;
  const by = (roles: Id[], name: string, on: string): Signature => ({ name, role: rolesOf(bundle, roles), on });
  const asks = document.headings.some((heading) => heading.asks);
  const released = document.headings.filter(({ releasedBy }) => releasedBy.length > 0);
  return {
    document: {
      id: document.id,
      kind: document.kind,
      title: document.title,
      subject: filled(bundle, document.subject ?? []),
      fileName: `${document.id}-sample`,
    },
    programme: {
      title: programme.title,
      provider: programme.provider,
      service: programme.service ?? '',
      contact: programme.contact,
      version: 'sample',
    },
    person: { name: 'Sam Sample', called: calledOf(bundle, 'participant') },
    to: document.to.map((role, at) => ({ called: calledOf(bundle, role), name: at === 0 ? 'Alex Invented' : '' })),
    period: { from: 'Monday 5 January 2026', to: 'Friday 27 February 2026' },
    day: 'Friday 27 February 2026',
    written: by(asks ? document.by : [], asks ? 'Robin Madeup' : '', asks ? 'Thursday 26 February 2026' : ''),
    reviewed:
      document.reviewedBy.length > 0 ? by(document.reviewedBy, 'Kim Fictional', 'Friday 27 February 2026') : nobody,
    released: released.map(({ releasedBy }) => by(releasedBy, 'Lee Pretend', 'Friday 27 February 2026')),
    issued: by(document.by, 'Robin Madeup', 'Friday 27 February 2026'),
    headings: Object.fromEntries(document.headings.map((heading) => [heading.id, headingOf(bundle, heading)])),
    statements: document.statements.flatMap((id) => {
      const statement = bundle.statements.find((each) => each.id === id);
      return statement === undefined ? [] : [{ says: statement.says }];
    }),
  };
};

const nobody: Signature = { name: '', role: '', on: '' };

const calledOf = (bundle: Bundle, role: Id): string => bundle.people.find(({ id }) => id === role)?.called ?? role;
const rolesOf = (bundle: Bundle, roles: Id[]): string => roles.map((role) => calledOf(bundle, role)).join(' or ');

/** Words with every blank filled in. */
const filled = (bundle: Bundle, words: Words): string =>
  words.map((word) => (typeof word === 'string' ? word : valueFor(bundle, word.fact))).join('');

const headingOf = (bundle: Bundle, heading: Heading): HeadingData => ({
  stands: true,
  says: heading.says.map((words) => ({ text: filled(bundle, words) })),
  ...sampleShown(bundle, heading.shows),
  ...(heading.asks === undefined ? {} : { narrative: narrativeOf(heading.asks) }),
  ...(heading.attaches === undefined ? {} : { attachment: attachmentOf(heading.attaches) }),
});

const narrativeOf = (asks: { prompt: string; rows: Option[]; columns: Option[] }): NarrativeData => {
  const isTable = asks.rows.length > 0 && asks.columns.length > 0;
  return {
    prompt: asks.prompt,
    written: true,
    paragraphs: isTable
      ? []
      : [{ text: 'An invented paragraph, as its author would write it.' }, { text: 'And a second one, after it.' }],
    isTable,
    columns: asks.columns.map(({ label }) => ({ label })),
    rows: asks.rows.map((row) => ({
      label: row.label,
      cells: asks.columns.map((column) => ({ text: `Invented words: ${row.label}, ${column.label}.` })),
    })),
  };
};

const attachmentOf = ({
  kind,
  called,
}: NonNullable<Heading['attaches']>): DocumentData['headings'][Id]['attachment'] => ({
  title: called,
  attached: true,
  rows: kind === 'file' ? [] : [{ label: 'An invented question', value: 'An invented answer' }],
  fileName: kind === 'file' ? 'invented.pdf' : '',
});
