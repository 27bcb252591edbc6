/** A small programme with a clause for each of its rules, and the handbook that is made of it. */
import type { Bundle } from '../../../engine/contract/index.js';
import { type Block, compile, type Handbook, handbookOf } from '../../../generator/index.js';

export const small = `rubric: 1
programme:
  title: Evening Programme
  provider: Example Trust
  contact: { telephone: 01632 960900 }
people:
  outside:
    participant: { called: client }
    referrer: { called: referring agency }
    partner: { called: partner }
  inside:
    staff: { called: team }
    lead: { called: programme lead, is: staff }
    partner-support-worker: { called: support worker, supports: partner }
forms:
  referral:
    title: Referral form
    from: referrer
    asks:
      full-name: { ask: Full name, type: name, required: yes }
      date-of-birth: { ask: Date of birth, type: date }
      partners:
        each: partner
        ask: Partners, present or former
        asks:
          phone: { ask: A telephone number that only she answers, type: phone }
eligibility:
  adult: { requires: date-of-birth is at least 18 years before today, clause: EX-001 }
decision: { by: lead, clause: EX-002 }
sessions: { total: 12, length: 2 hours, every: 1 week, clause: EX-003 }
facts:
  missed: { run-of: session, where: absence is yes, called: sessions missed in a row }
rules:
  three-missed:
    when: missed reaches 3
    must: close as non-attendance
    confirmed-by: lead
    clause: EX-004
duties:
  tell-of-receipt:
    after: referral-received
    should: contact referrer
    within: 2 weeks
    by: staff
    clause: EX-005
partners:
  ring-her:
    after: started
    must: contact partner
    every: 1 month
    by: partner-support-worker
    clause: EX-006
background: EX-007
clauses:
  EX-001: { says: He must be 18 or over., force: must, kind: eligibility, line: 1 }
  EX-002: { says: The programme lead decides on every referral., force: must, kind: role, line: 2 }
  EX-003: { says: There are 12 weekly sessions of two hours., force: must, kind: session, line: 3 }
  EX-004: { says: Whoever misses three sessions in a row has his file closed., force: must, kind: closure, line: 4 }
  EX-005: { says: Example Trust tells the referring agency within two weeks that it has the referral., force: should, kind: timescale, line: 5 }
  EX-006: { says: The support worker rings each partner every month., force: must, kind: partner-contact, line: 6 }
  EX-007: { says: Example Trust has run the programme since 2004., force: tells, kind: informational, line: 7 }
`;

/** Compiles a definition; an error of its author fails the test. */
export const compiled = (content: string): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content }]);
  if (!bundle) throw new Error(problems.map(({ message, advice }) => `${message} ${advice}`).join('\n'));
  return bundle;
};

export const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'list':
      return [block.intro ?? '', ...block.items];
    case 'table':
      return [...block.head, ...block.rows.flat()];
    default:
      return [block.text];
  }
};
/** What a section says, a line for each paragraph, item and cell. */
export const linesOf = ({ sections }: Handbook, title: string): string[] =>
  sections.filter((section) => section.title === title).flatMap(({ blocks }) => blocks.flatMap(textsOf));

/** The handbook of the small programme, with words in it replaced. */
export const handbookWith = (...changes: [from: string, to: string][]): Handbook => {
  const content = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`“${from}” is not in the small programme.`);
    return text.replace(from, to);
  }, small);
  return handbookOf(compiled(content));
};
