/** What carries which label, and by which way it came to it. */
import { expect, test } from 'vitest';
import type { Bundle, Label } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/index.js';
import { definitionOf } from './small.js';

const built = (sections: string): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content: definitionOf(sections) }]);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};
const labelsIn = (sections: string): Record<string, Label[]> => built(sections).information?.labels ?? {};
const waysOf = (sections: string, kept: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labelsIn(sections)).flatMap(([key, labels]) =>
      labels.filter((label) => label.kept === kept).map(({ path }) => [key, path.join(' < ')] as const),
    ),
  );

test('what is hers is seen by those who support her, and is the first of what is kept apart', () => {
  const { information } = built('');
  expect(information?.kept).toEqual([
    { id: 'hers', called: 'what the ex-partner says, and where and how she can be reached', seenBy: ['her-worker'] },
  ]);
});

test('what she says is hers by itself: her answers, her entry, what is recorded of her, being in touch with her', () => {
  expect(Object.keys(labelsIn('')).sort()).toEqual([
    'events/heard-from-partner',
    'events/her-form-complete',
    'events/her-form-received',
    'events/partner-contacted',
    'events/worry',
    'feels-safe',
    'her-form',
    'partners',
    'partners.name',
    'partners.phone',
    'worry.about',
  ]);
});

test('a label is carried through facts, rules and what shows that they were done, each with its way', () => {
  const ways = waysOf(
    `facts:
  worries: { count-of: worry }
  many: { when: worries is at least 2 }
rules:
  look: { when: many is yes, should: Look after it, by: her-worker }
`,
    'hers',
  );
  expect(ways.worries).toBe('worries < worry');
  expect(ways.many).toBe('many < worries < worry');
  expect(ways['rules/look']).toBe('look < many < worries < worry');
  // What her worker did would be hers whatever it rests on.
  expect(ways['events/look-done']).toBe('look-done');
});

const risk = `information:
  risk-to-workers: { called: risks to our workers, keeps: [risk, incident.where], seen-by: lead }
`;

test('what a definition keeps apart has its own label, and those who may see it as they are named', () => {
  const { information } = built(risk);
  expect(information?.kept.map(({ id, called, seenBy }) => ({ id, called, seenBy }))[1]).toEqual({
    id: 'risk-to-workers',
    called: 'risks to our workers',
    seenBy: ['lead'],
  });
});

test('a question of a record is kept apart by itself; that it was recorded is not', () => {
  const ways = waysOf(risk, 'risk-to-workers');
  expect(ways).toEqual({ risk: 'risk', 'incident.where': 'incident.where' });
});

test('what reads two things that are kept apart carries both labels', () => {
  const labels = labelsIn(`${risk}facts:
  both: { when: risk is yes }
  all: { count-of: worry, where: both is yes }
`);
  expect(labels.all).toEqual([
    { kept: 'hers', path: ['all', 'worry'] },
    { kept: 'risk-to-workers', path: ['all', 'both', 'risk'] },
  ]);
});

test('a form that is kept apart is kept with all that it asks, and so is a record with its questions', () => {
  const form = 'information:\n  plan: { called: his plan, keeps: his-plan, seen-by: lead }\n';
  expect(Object.keys(waysOf(form, 'plan')).sort()).toEqual([
    'events/his-plan-complete',
    'events/his-plan-received',
    'goal',
    'his-plan',
  ]);
  const record = 'information:\n  of-incidents: { called: incidents, keeps: incident, seen-by: lead }\n';
  expect(Object.keys(waysOf(record, 'of-incidents')).sort()).toEqual(['events/incident', 'incident.where']);
});

test('a judgement is kept apart with what it looks at', () => {
  const ways = waysOf(
    `${risk}judgements:\n  fit: { asks: Is he fit?, judged-by: lead, looks-at: [risk] }\n`,
    'risk-to-workers',
  );
  expect(ways.fit).toBe('fit < risk');
});

test('a step that goes by what is kept apart carries its label', () => {
  const ways = waysOf(`${risk}pathway:\n  start: { needs: risk is no, by: lead }\n`, 'risk-to-workers');
  expect(ways['steps/start']).toBe('start < risk');
});

const copy = (released: string): string => `instruments:
  checklist: { title: Checklist, answered-by: partner, scored-by: her-worker, scores: 0 to 9 }
reports:
  mid-way:
    title: Mid-way report
    to: ${released ? 'referrer' : 'her-worker'}
    by: ${released ? 'worker' : 'her-worker'}
    on-request: ${released ? 'referrer' : 'her-worker'}
    headings:
      copy: { heading: A copy, attaches: checklist${released} }
`;

test('a document carries what stands in it by itself', () => {
  expect(waysOf(copy(''), 'hers')['documents/mid-way']).toBe('mid-way < checklist');
});

test('what is released carries no label into the document; that it was released is kept apart', () => {
  const ways = waysOf(copy(', released-by: her-worker'), 'hers');
  expect(ways['documents/mid-way']).toBeUndefined();
  expect(Object.keys(ways).filter((key) => key.startsWith('events/mid-way'))).toEqual(['events/mid-way-copy-released']);
});

test('what went to her alone, and an appointment with her, is being in touch with her', () => {
  const ways = waysOf(
    `messages:
  note: { to: partner, by: her-worker, on-request: partner, says: Ring us. }
  news: { to: referrer, by: worker, on-request: referrer, says: He has started. }
appointments:
  her-talk: { with: [partner, her-worker], about: How she is, by: her-worker }
  joint-talk: { with: [participant, partner], about: The plan, by: worker }
`,
    'hers',
  );
  expect(ways['events/note-sent']).toBe('note-sent');
  expect(ways['events/her-talk-attended']).toBe('her-talk-attended');
  expect(ways['events/news-sent']).toBeUndefined();
  expect(ways['events/joint-talk-attended']).toBeUndefined();
});

test('a role that is a kind of one that supports her supports her as well', () => {
  const senior = definitionOf('records:\n  seen: { called: she was seen, by: senior }\n').replace(
    'her-worker: {',
    'senior: { called: senior worker, is: her-worker }\n    her-worker: {',
  );
  const { bundle } = compile([{ file: 'programme.yaml', content: senior }]);
  expect(bundle?.information?.labels['events/seen']).toEqual([{ kept: 'hers', path: ['seen'] }]);
});

const child = (more: string): string => `forms:
  family:
    title: His children
    from: referrer
    asks:
      children:
        each: child
        asks:
          born: { ask: Date of birth, type: date }
          home: { ask: Where does the child live?, type: address${more} }
`;

test('where a child lives is hers, since she may live there, unless it is said to be somebody else’s', () => {
  expect(waysOf(child(''), 'hers')['children.home']).toBe('children.home');
  expect(waysOf(child(''), 'hers')['children.born']).toBeUndefined();
  expect(waysOf(child(', about: participant'), 'hers')['children.home']).toBeUndefined();
});

test('every key of a label is one that the bundle has', () => {
  const bundle = built(`${risk}${copy(', released-by: her-worker')}`);
  const fields = (bundle.course?.happenings ?? []).flatMap((each) => each.fields.map(({ id }) => id));
  const known = new Set([...Object.keys(bundle.map), ...fields, ...bundle.forms.map(({ id }) => id)]);
  expect(Object.keys(bundle.information?.labels ?? {}).filter((key) => !known.has(key))).toEqual([]);
});
