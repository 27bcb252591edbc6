/** Random programmes with documents and with what is kept apart; random cases of them; and what her side may add to one. */
import fc from 'fast-check';
import { type Answer, type Bundle, type CaseEvent, dayText, type Id } from '../../../engine/index.js';
import { anyCase, firstDay } from '../course/anybodys-course.js';
import { course } from '../course/story.js';

/** What a programme may have besides; each stands without the others. A section's lines are put together. */
interface Piece {
  [section: string]: string;
}
const always: Piece = {
  forms: `
  her-form: { title: Her wishes, from: partner, ours: test, asks: { feels-safe: { ask: Do you feel safe?, type: yes-no } } }
  check:
    title: Check
    from: [referrer, staff]
    ours: test
    asks:
      area: { ask: Where does he live?, type: choice, options: [north, south] }
      children: { ask: How many children has he?, type: number }
      her-phone: { ask: A number that is safe for her, type: phone, about: partner }`,
  sessions: `
  total: 20
  every: 1 week
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, absence: yes }
    absent: { absence: yes }
  catch-up: { within: 3 weeks }
  ours: test`,
  messages: `
  warning: { to: participant, by: leader, says: Your warning., ours: test }`,
  records: `
  incident: { called: an incident was reported, by: leader, asks: { severity: { ask: How severe was it?, options: { low: Low, high: High, not-known: Not known } } }, ours: test }
  absence-reason: { called: he said why he was absent, by: leader, about: session, asks: { reason: { ask: Why? } }, ours: test }
  wish: { called: she said what she wants, by: support-worker, about: partner, asks: { wanted: { ask: What?, options: [calls, nothing] } }, ours: test }
  worry: { called: the support worker was worried, by: support-worker, ours: test }`,
  facts: `
  missed-in-a-row: { run-of: session, where: absence is yes, broken-by: [heard-from-participant], ours: test }
  credits: { count-of: session, where: credited is yes, ours: test }
  lately: { count-of: session, where: absence is yes, in-the-last: 6 weeks, ours: test }
  high-incidents: { count-of: incident, where: severity is high, ours: test }
  worries: { count-of: worry, ours: test }
  her-wish: { for-each: partner, latest: wish.wanted, ours: test }`,
  rules: `
  close-two: { when: missed-in-a-row reaches 2, must: close as non-attendance, confirmed-by: leader, reason: Two, ours: test }
  ring-her: { when: worries reaches 2, must: contact partner, by: support-worker, reason: Worried, ours: test }`,
  duties: `
  report-incident: { after: incident, must: Report it, within: 5 working days, counted-from: learned, by: leader, ours: test }
  after-worry: { after: worry, must: Look after her, within: 5 working days, by: support-worker, ours: test }`,
};
const pieces: Piece[] = [
  {
    instruments: `
  ric: { title: RIC, answered-by: partner, scored-by: support-worker, about: partner, ours: test }
  drink: { title: Drink diary, scored-by: leader, ours: test }`,
    reports: `
  mid-way:
    title: Mid-way report
    to: referrer
    by: leader
    reviewed-by: staff
    on-request: referrer
    after: credits reaches 3
    within: 2 weeks
    covers: since-last
    headings:
      attendance: { heading: Attendance, shows: attendance with absence-reason.reason, ours: test }
      engagement: { heading: Engagement, asks: How has he engaged?, required: yes, ours: test }
      risk: { heading: Risk, shows: [risk, high-incidents, duties], ours: test }
      ric: { heading: RIC, attaches: ric, released-by: support-worker, ours: test }
    ours: test`,
  },
  {
    reports: `
  status:
    title: Status report
    to: [referrer, participant]
    by: leader
    covers: month
    after: started
    while: stage is on-programme or suspended
    every: calendar month
    within: 5 working days
    headings:
      standing: { heading: How he stands, shows: [standing, progress, lately, decision, decisions], ours: test }
      absences: { heading: Absences, shows: absences with absence-reason.reason, ours: test }
      incidents: { heading: Incidents, only-when: high-incidents is at least 1, shows: incident, ours: test }
      missing: { heading: What we lack, shows: missing check, ours: test }
    ours: test`,
  },
  {
    messages: `
  her-update: { to: partner, for-each: partner, by: support-worker, shows: [attendance, her-wish, wish], says: 'Dear <partners.called>', ours: test }
  for-staff: { to: staff, by: leader, shows: [area, children, stage, contact, topics], ours: test }`,
  },
  {
    information: `
  risk-to-workers: { called: what is known of risks to our workers, keeps: [threat], seen-by: leader, ours: test }`,
    records: `
  threat: { called: he threatened a worker, by: leader, ours: test }`,
    facts: `
  threats: { count-of: threat, ours: test }`,
    rules: `
  meet-him: { when: threats reaches 1, should: Meet him with two, by: leader, reason: A threat, ours: test }`,
  },
  {
    criteria: `
  lives-north: { requires: area is north, otherwise: He lives elsewhere., ours: test }
  is-willing: { asks: Is he willing?, judged-by: leader, ours: test }`,
    eligibility: '[lives-north, is-willing]',
    rules: `
  phase-cap: { when: high-incidents is at least 2, may: suspend, confirmed-by: leader, reason: Cap, ours: test }
  often: { when: lately reaches 3, may: suspend, confirmed-by: leader, reason: Often, ours: test }
  warn: { for-each: session, when: absence is yes, should: send warning, by: leader, reason: Warn, ours: test }`,
    partners: `
  first: { after: started, must: contact partner, within: 5 working days, by: support-worker, ours: test }
  monthly: { while: stage is on-programme or suspended, only-when: her-wish is calls, must: Ring her, every: 1 month, by: support-worker, ours: test }`,
  },
];

const written = (chosen: readonly Piece[]): string => {
  const sections = new Map<string, string>();
  for (const piece of [always, ...chosen])
    for (const [section, lines] of Object.entries(piece))
      sections.set(section, `${sections.get(section) ?? ''}${lines}`);
  const { forms = '', ...others } = Object.fromEntries(sections);
  const rest = Object.entries(others).map(
    ([section, lines]) => `${section}: ${lines.trimStart() === lines ? lines : lines}`,
  );
  return `${forms.slice(1)}\n${rest.join('\n')}\n`;
};

const made = new Map<string, Bundle>();
const bundleWith = (chosen: readonly Piece[]): Bundle => {
  const text = written(chosen);
  const bundle = made.get(text) ?? course(text);
  made.set(text, bundle);
  return bundle;
};
/** Everything that there may be. */
export const fullest = (): Bundle => bundleWith(pieces);
/** Random programmes: each has some of the pieces. */
export const anyProgramme: fc.Arbitrary<Bundle> = fc.subarray(pieces).map(bundleWith);

type Act = Omit<CaseEvent, 'id'>;
const act = (day: number, kind: CaseEvent['kind'], role: Id, more: Partial<CaseEvent>): Act => {
  const on = dayText(firstDay + day);
  return { kind, happened: on, learned: on, recorded: on, by: { role }, values: {}, ...more };
};
const anyDay = fc.integer({ min: 0, max: 150 });
const names = [
  { key: 'ann', called: 'Ann' },
  { key: 'bea', called: 'Bea' },
];

/** What his side records of documents, and answers. */
const ofHis = fc
  .record({ day: anyDay, n: fc.nat({ max: 11 }), letter: fc.constantFrom('a', 'b') })
  .map(({ day, n, letter }) => {
    const documents = ['mid-way-written', 'mid-way-issued', 'mid-way-reviewed', 'status-issued', 'for-staff-sent'];
    const what = documents[n];
    if (what)
      return act(day, 'happened', what === 'mid-way-reviewed' ? 'staff' : 'leader', {
        what,
        values: what === 'mid-way-written' ? { engagement: `He was ${letter}.` } : {},
      });
    if (n === 5)
      return act(day, 'answered', 'referrer', {
        values: { area: letter === 'a' ? 'north' : 'south', 'full-name': 'Tom' },
      });
    if (n === 6) return act(day, 'judged', 'leader', { values: { 'is-willing': letter === 'a' ? 'yes' : 'no' } });
    if (n === 7)
      return act(day, 'happened', 'leader', { what: 'absence-reason', values: { reason: `Because ${letter}.` } });
    if (n === 8) return act(day, 'happened', 'leader', { what: 'threat' });
    if (n === 9) return act(day, 'scored', 'leader', { values: { drink: letter === 'a' ? 3 : 7 } });
    if (n === 10)
      return act(day, 'answered', 'staff', {
        values: { children: 2, 'her-phone': '01632 960001' },
      });
    return act(day, 'happened', 'leader', { what: letter === 'a' ? 'accepted' : 'declined' });
  });

/** Random cases, with what was recorded of documents among it. */
export const anyCaseOfHis: fc.Arbitrary<CaseEvent[]> = fc
  .tuple(anyCase, fc.array(ofHis, { maxLength: 10 }))
  .map(([events, more]) => [
    ...events.map((each) => (each.by.role === 'facilitator' ? { ...each, by: { role: 'leader' } } : each)),
    ...more.map((each, n) => ({ id: `d${n}`, ...each })),
  ]);

const ofAPartner = (key: string, day: number, n: number): Act => {
  const values: Record<Id, Answer> = { wanted: day % 2 === 0 ? 'calls' : 'nothing' };
  switch (n) {
    case 0:
      return act(day, 'happened', 'support-worker', { what: 'wish', about: key, values });
    case 1:
      return act(day, 'happened', 'support-worker', { what: 'partner-contacted', about: key });
    case 2:
      return act(day, 'happened', 'support-worker', { what: 'her-update-sent', about: key });
    case 3:
      return act(day, 'answered', 'partner', { about: key, values: { 'feels-safe': day % 2 === 0 ? 'yes' : 'no' } });
    default:
      return act(day, 'happened', 'support-worker', { what: 'heard-from-partner', about: key });
  }
};
/** What is of one partner alone. */
export const anyOfPartner = (key: string): fc.Arbitrary<Act> =>
  fc.record({ day: anyDay, n: fc.nat({ max: 4 }) }).map(({ day, n }) => ofAPartner(key, day, n));
/** Both partners are known from the beginning. */
export const bothListed: CaseEvent = { id: 'both', ...act(0, 'answered', 'referrer', { values: { partners: names } }) };

/** What her side may hold: hers by what it is, and what she told of him, in every kind of act. */
export const anyOfHers: fc.Arbitrary<Act> = fc
  .record({ day: anyDay, key: fc.constantFrom('ann', 'bea'), n: fc.nat({ max: 18 }), his: fc.nat({ max: 12 }) })
  .map(({ day, key, n, his }): Act => {
    const toldByHer = { by: { role: 'leader' }, toldBy: 'partner' };
    const incident = { what: 'incident', values: { severity: 'high' } };
    const others: Act[] = [
      act(day, 'happened', 'support-worker', { what: 'worry' }),
      act(day, 'answered', 'partner', { values: { 'feels-safe': day % 3 === 0 ? 'yes' : 'no' } }),
      act(day, 'answered', 'referrer', { values: { partners: names.slice(0, 1 + (day % 2)) } }),
      act(day, 'answered', 'leader', { values: { 'her-phone': '01632 960000' } }),
      act(day, 'happened', 'leader', { ...incident, ...toldByHer }),
      act(day, 'happened', 'support-worker', incident),
      act(day, 'confirmed', 'support-worker', { rule: 'ring-her' }),
      act(day, 'scored', 'support-worker', { values: { ric: 7 } }),
      act(day, 'answered', 'leader', { values: { area: 'south', 'full-name': 'Somebody else' }, ...toldByHer }),
      act(day, 'answered', 'partner', { values: { area: 'south', 'feels-safe': 'no' } }),
      act(day, 'judged', 'leader', { values: { 'is-willing': 'no' }, ...toldByHer }),
      act(day, 'scored', 'support-worker', { values: { drink: 9 } }),
      act(day, 'happened', 'leader', { what: 'absence-reason', values: { reason: 'She said so.' }, ...toldByHer }),
      act(day, 'happened', 'support-worker', { what: 'worry', supersedes: `e${his}` }),
    ];
    return others[n] ?? ofAPartner(key, day, n - others.length);
  });

/** One case with more of it put in among the rest. */
export const withMore = (events: readonly CaseEvent[], more: readonly Act[], prefix = 'h'): CaseEvent[] =>
  more.reduce<CaseEvent[]>(
    (all, each, n) => [...all.slice(0, 1 + 2 * n), { id: `${prefix}${n}`, ...each }, ...all.slice(1 + 2 * n)],
    [...events],
  );
