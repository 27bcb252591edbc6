/** What is expected of whom, how to appeal, and how to reach the provider. */
import { type AppealStep, type Bundle, type Expectation, type Id, listed } from '../../engine/contract/index.js';
import type { Block } from './handbook-types.js';
import { spanSays } from './number-words.js';
import { theOne, whoSays } from './plain-rules.js';
import { coveredBy, list, paragraph, phraseOf, sentenceOf, type Teller } from './teller.js';

const ifYouAre = (role: Id, { voice }: Teller): string => {
  if (role === 'referrer') return 'If you make a referral';
  return `If you are ${role === 'participant' ? voice.him : `the ${voice.called(role)}`}`;
};
const ofRole = (role: Id, expects: Expectation[], teller: Teller): Block => {
  const clauses = expects.flatMap(({ to, origin }) =>
    coveredBy(
      teller.untold(origin.clauses).filter(({ force }) => force !== 'tells'),
      to,
      origin.clauses,
    ),
  );
  teller.tell(clauses);
  const items = expects.map(({ to }) => phraseOf(to));
  const intro = `${ifYouAre(role, teller)}, we ask you to`;
  return items.length === 1 ? paragraph(`${intro} ${items[0]}.`, clauses) : list(items, clauses, `${intro}:`);
};

/** What people outside are asked to do, in the provider's words to them. */
export const expected = (teller: Teller): Block[] => {
  const { people, expects } = teller.bundle;
  const outside = people.filter(({ side }) => side === 'outside').map(({ id }) => id);
  const inOrder = ['referrer', 'participant', ...outside.filter((id) => id !== 'referrer' && id !== 'participant')];
  return inOrder.flatMap((role) => {
    const own = expects.filter(({ of }) => of === role);
    return own.length === 0 ? [] : [ofRole(role, own, teller)];
  });
};

const whatHappened: Record<Id, (voice: Teller['voice']) => string> = {
  declined: ({ he }) => `${he} is not offered a place`,
  suspended: ({ his }) => `${his} place is suspended`,
  closed: ({ his }) => `${his} case is closed`,
};
const against = ({ against: events }: AppealStep, { voice, bundle }: Teller): string => {
  const says = events.map((id) => {
    const known = whatHappened[id]?.(voice);
    return (
      known ??
      bundle.course?.happenings.find((each) => each.id === id)?.called.replace(/ was /, ' is ') ??
      id.replaceAll('-', ' ')
    );
  });
  return listed(says, 'or');
};
const answerSays = (step: AppealStep, teller: Teller): string => {
  const duty = teller.bundle.course?.duties.find(({ id }) => id === step.duty);
  const due = duty?.due;
  const how = duty?.does.some(({ says }) => /in writing/.test(says)) ? ' in writing' : '';
  const long = due?.kind === 'within' ? ` within ${spanSays(due.span)}` : '';
  if (how === '' && long === '') return '';
  const by = duty?.by ?? [];
  const who = by.length === 1 ? whoSays(by, teller) : undefined;
  return sentenceOf(
    who === undefined ? `the answer comes${how}${long}` : `${who} ${who === 'we' ? 'answer' : 'answers'}${how}${long}`,
  );
};

const stepSays = (step: AppealStep, first: AppealStep | undefined, teller: Teller): string => {
  const to = theOne(teller.voice.called(step.to));
  const lead = step.after === undefined ? '' : 'If that does not settle it to everybody’s satisfaction, ';
  const act = step.inWriting ? `write to ${to}` : `get in touch with ${to}`;
  const saying = step.saying ? ` and explain ${phraseOf(step.saying)}` : '';
  const within = step.lodgedWithin ? ` within ${spanSays(step.lodgedWithin)}` : '';
  const from = first && first.after === undefined && step !== first && step.lodgedWithin ? ' of the answer' : '';
  const named = /^to /i.test(step.title) ? '' : `${sentenceOf(phraseOf(step.title))} `;
  return `${named}${sentenceOf(`${lead}${act}${within}${within === '' ? '' : from}${saying}`)} ${answerSays(step, teller)}`.trim();
};

/** Gives the steps of an appeal, and tells their clauses. */
export const appeals = (teller: Teller): Block[] => {
  const steps = teller.bundle.course?.appeals ?? [];
  const [first] = steps;
  if (!first) return [];
  const clauses = [...new Set(steps.flatMap(({ origin }) => origin.clauses))];
  teller.tell(clauses);
  const who = whoSays(
    [...first.from].sort((a, b) => Number(b === 'referrer') - Number(a === 'referrer')),
    teller,
  );
  return [
    paragraph(sentenceOf(`${who} can appeal if ${against(first, teller)}`), first.origin.clauses),
    {
      kind: 'list',
      intro: 'This is how:',
      items: steps.map((step) => stepSays(step, first, teller)),
      ordered: true,
      clauses,
    },
  ];
};

const labelSays = (label: string): string =>
  label
    .replace(/^Secure email$/, 'Secure e-mail')
    .replace(/\bemail$/i, (word) => (word === 'Email' ? 'E-mail' : 'e-mail'));
/** Gives how to reach the provider, and tells the clauses that say no more than that. */
export const contact = (teller: Teller): Block[] => {
  const { programme }: Pick<Bundle, 'programme'> = teller.bundle;
  if (programme.contact.length === 0) return [];
  const values = programme.contact.map(({ value }) => value);
  const told = programme.origin.clauses.filter((id) => {
    const says = teller.clause(id)?.says ?? '';
    return !/\bappeal/i.test(says) && values.some((value) => value !== '' && says.includes(value));
  });
  teller.tell(told);
  const rows = programme.contact.map(({ label, value }) => [labelSays(label), value]);
  return [{ kind: 'table', caption: `How to reach ${programme.provider}`, head: ['By', 'At'], rows, clauses: told }];
};
