/** Small bundles, made by hand, for tests of what pages show. */
import type { Bundle, Criterion, Fact, Form, Origin } from '../../../engine/contract/index.js';

export const origin = (more: Partial<Origin> = {}): Origin => ({
  at: { file: 'programme.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
  clauses: [],
  ...more,
});

export const factOf = (more: Partial<Fact>): Fact => ({
  id: 'fact',
  kind: 'text',
  source: 'form',
  ask: 'A fact?',
  called: 'fact',
  options: [],
  about: 'participant',
  from: ['referrer'],
  required: { kind: 'as-known' },
  hers: false,
  origin: origin(),
  ...more,
});

export const criterionOf = (more: Partial<Criterion>): Criterion => ({
  id: 'criterion',
  role: 'requires',
  kind: 'fact',
  decides: true,
  test: { kind: 'answered', fact: 'fact', negated: false, reads: 'the fact is answered' },
  words: 'He must be so.',
  reads: 'The fact is answered.',
  exact: true,
  origin: origin(),
  ...more,
});

interface Parts {
  clauses?: string[];
  people?: Record<string, string>;
  facts?: Fact[];
  criteria?: Criterion[];
  forms?: Form[];
}

/** A bundle with these parts and nothing else. */
export const bundleOf = ({ clauses = [], people = {}, facts = [], criteria = [], forms = [] }: Parts): Bundle => ({
  rubric: 1,
  digest: '',
  programme: {
    id: 'example',
    title: 'An example',
    provider: 'Nobody',
    timeZone: 'Europe/London',
    contact: [],
    origin: origin(),
  },
  people: Object.entries(people).map(([id, called]) => ({
    id,
    called,
    side: 'inside',
    alsoCalled: [],
    origin: origin(),
  })),
  sites: [],
  forms,
  facts,
  criteria,
  statements: [],
  expects: [],
  background: [],
  notStated: [],
  settled: [],
  clauses: clauses.map((id) => ({
    id,
    says: `What ${id.toLowerCase().replace(/[^a-z]/g, '')} says.`,
    force: 'must',
    origin: origin(),
  })),
  outline: [],
  rules: { conditions: {}, rules: [] },
  map: {},
});
