/** Two small programmes: one with two sites and a partner who is supported, one without either. */
import type { Bundle } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/index.js';
import type { Library } from '../../../runtime/definition/library.js';

const river = `rubric: 1
programme: { title: River Steps, provider: Example, clause: EX-001 }
people:
  outside:
    participant: { called: man, clause: EX-001 }
    referrer: { called: referrer, clause: EX-001 }
    partner: { called: partner, clause: EX-001 }
  inside:
    facilitator: { called: group worker, clause: EX-001 }
    service-lead: { called: service lead, clause: EX-001 }
    support-worker: { called: support worker, supports: partner, clause: EX-001 }
sites:
  north: { area: North, clause: EX-001 }
  south: { area: South, clause: EX-001 }
clauses:
  EX-001: { says: The programme is for adults., force: tells }
  EX-002: { says: He must be 18 or over., force: must }
forms:
  referral:
    title: Referral
    from: referrer
    clause: EX-001
    asks:
      full-name: Full name
      referred: { ask: Date of the referral, type: date, required: yes }
      born: { ask: Date of birth, type: date, required: yes }
eligibility:
  adult: { requires: born is at least 18 years before referred, clause: EX-002 }
decision: { by: service-lead, clause: EX-001 }
`;

const evening = river
  .replace('River Steps', 'Evening Course')
  .replace(/ {4}support-worker.*\n/, '')
  .replace(/ {4}partner: .*\n/, '')
  .replace(/sites:\n.*\n.*\n/, '');

const compiled = (text: string): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content: text }]);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};

export const riverSteps = compiled(river);
export const eveningCourse = compiled(evening);

/** A library of these; what is set in `bundles` later is in force from then on. */
export const libraryOfTwo = (): { library: Library; bundles: Map<string, Bundle> } => {
  const bundles = new Map([
    ['river', riverSteps],
    ['evening', eveningCourse],
  ]);
  const definition = (slug: string) => ({
    folder: slug,
    loaded: () => {
      const bundle = bundles.get(slug);
      return { ...(bundle ? { bundle } : {}), problems: [], texts: [], stale: false, edition: 1 };
    },
    subscribe: () => () => undefined,
    close: async () => undefined,
  });
  const library: Library = {
    folder: '',
    all: async () => [...bundles.keys()].map((slug) => ({ slug, definition: definition(slug) })),
    find: (slug) => (bundles.has(slug) ? definition(slug) : undefined),
    close: async () => undefined,
  };
  return { library, bundles };
};
