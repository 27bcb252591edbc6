/** What marks on a register would cause, or caused, in the words of the definition. */
import type { Bundle, CourseFact, DutyVerdict, EvaluationFor, Id, Recommendation } from '../../../engine/index.js';
import { effectInWords, forceWords, ruleInWords, sessionWord, stageWords } from '../words/course.js';
import { datesInWords, momentInWords } from '../words/dates.js';
import { capital, inOneSentence, stopped } from '../words/lists.js';
import { rolesInWords, sentenceInWords } from '../words/names.js';

/** One thing that follows. `tells` is a number that is now another, and asks nothing of anybody. */
export interface Cause {
  look: 'must' | 'should' | 'may' | 'tells';
  words: string;
}

/** Takes a case as it is and as it would be; gives what is otherwise, what asks something of somebody first. */
export const causesOf = (bundle: Bundle, before: EvaluationFor, after: EvaluationFor): Cause[] => [
  ...newRecommendations(bundle, before, after),
  ...goneRecommendations(bundle, before, after),
  ...dutiesChanged(bundle, before, after),
  ...stateChanged(bundle, before, after),
  ...factsChanged(bundle, before, after),
];

const isStanding = ({ state }: Recommendation): boolean => state === 'open' || state === 'perhaps';
const nameOf = ({ rule, subject, since }: Recommendation): string => `${rule} ${subject ?? ''} ${since}`;
const standing = ({ recommendations = [] }: EvaluationFor): Recommendation[] =>
  recommendations.filter((one) => isStanding(one) && !one.hers);

const newRecommendations = (bundle: Bundle, before: EvaluationFor, after: EvaluationFor): Cause[] => {
  const was = new Map(standing(before).map((one) => [nameOf(one), one.state]));
  return standing(after)
    .filter((one) => was.get(nameOf(one)) !== one.state)
    .map((one) => ({ look: forceWords[one.force].look, words: recommended(bundle, one) }));
};

/** "Must, once the facilitator confirms it: close as non-attendance. He missed two sessions in a row." */
export const recommended = (bundle: Bundle, one: Recommendation): string => {
  const { word } = forceWords[one.force];
  const does = inOneSentence(
    one.effects.map((effect) => effectInWords(bundle, effect)),
    one.either ? 'or' : 'and',
  );
  const perhaps = one.state === 'perhaps' ? ' This may stand: it is not known yet.' : '';
  const because = stopped(capital(sentenceInWords(bundle, one.words)));
  if (does === '') return `${word}: ${because}${perhaps}`;
  const changes = one.confirmedBy.length > 0 ? `, once the ${rolesInWords(bundle, one.confirmedBy)} confirms it` : '';
  return `${word}${changes}: ${stopped(does)} ${because}${perhaps}`;
};

const goneRecommendations = (bundle: Bundle, before: EvaluationFor, after: EvaluationFor): Cause[] => {
  const is = new Set(standing(after).map(nameOf));
  return standing(before)
    .filter((one) => !is.has(nameOf(one)))
    .map(({ rule }) => ({ look: 'tells', words: `No longer stands: ${stopped(ruleInWords(bundle, rule))}` }));
};

const dutyName = ({ id, subject, opened, openedBy }: DutyVerdict): string =>
  `${id} ${subject ?? ''} ${opened} ${openedBy ?? ''}`;
/** Of duties that an event opens, the event is told by when it was: a preview gives it another id than the saving. */
const dutiesOf = ({ duties = [] }: EvaluationFor): DutyVerdict[] => duties.filter(({ hers }) => !hers);

const dutiesChanged = (bundle: Bundle, before: EvaluationFor, after: EvaluationFor): Cause[] => {
  const was = new Map(dutiesOf(before).map((one) => [dutyName(one), one]));
  return dutiesOf(after).flatMap((one): Cause[] => {
    const old = was.get(dutyName(one));
    const words = ruleInWords(bundle, one.id);
    if (one.state === 'open' && old?.state !== 'open') {
      return [
        {
          look: forceWords[one.force].look,
          words: `To do${byWhom(bundle, one)}: ${stopped(words)}${due(bundle, one)}`,
        },
      ];
    }
    if ((one.state === 'met' || one.state === 'met-late') && old && old.state !== one.state)
      return [{ look: 'tells', words: `Done: ${stopped(words)}` }];
    return [];
  });
};

const byWhom = (bundle: Bundle, { by }: DutyVerdict): string =>
  by.length > 0 ? ` by the ${rolesInWords(bundle, by)}` : '';
const due = (bundle: Bundle, { due: when }: DutyVerdict): string =>
  when === undefined ? '' : ` Due by ${momentInWords(when, bundle.programme.timeZone)}.`;

const stateChanged = (bundle: Bundle, before: EvaluationFor, after: EvaluationFor): Cause[] => [
  ...(after.state !== undefined && after.state !== before.state
    ? [{ look: 'tells' as const, words: `He is now: ${stageWords[after.state].toLowerCase()}.` }]
    : []),
  ...(after.phase !== undefined && after.phase !== before.phase
    ? [{ look: 'tells' as const, words: `He goes on to: ${stopped(sessionWord(bundle, 'phases', after.phase))}` }]
    : []),
];

const factsChanged = (bundle: Bundle, before: EvaluationFor, after: EvaluationFor): Cause[] => {
  const ofCase = ({ facts = [] }: EvaluationFor): CourseFact[] =>
    facts.filter(({ subject, hers, id }) => subject === undefined && !hers && isNumber(bundle, id));
  const was = new Map(ofCase(before).map((fact) => [fact.id, numberInWords(fact)]));
  return ofCase(after).flatMap((fact): Cause[] => {
    const now = numberInWords(fact);
    if (now === was.get(fact.id) || now === '') return [];
    return [{ look: 'tells', words: `${capital(calledOf(bundle, fact.id))}: ${now}.` }];
  });
};

const derivedOf = (bundle: Bundle, id: Id) => bundle.course?.derived.find((one) => one.id === id);
const isNumber = (bundle: Bundle, id: Id): boolean => {
  const derived = derivedOf(bundle, id);
  return derived?.kind === 'number' && derived.from.kind !== 'places' && derived.from.kind !== 'elapsed';
};
const calledOf = (bundle: Bundle, id: Id): string => sentenceInWords(bundle, derivedOf(bundle, id)?.called ?? id);

const numberInWords = ({ value, least, most }: CourseFact): string => {
  if (least !== undefined && most !== undefined && least !== most)
    return most === null ? `at least ${least}` : `${least} to ${most}`;
  return typeof value === 'number' ? String(value) : '';
};

/** What came of a session that was recorded: all that stands and rests on these events, or on the session itself. */
export const causedBy = (bundle: Bundle, evaluation: EvaluationFor, ids: readonly string[], key: string): Cause[] => {
  const mine = new Set(ids);
  const rests = ({ used, subject }: Recommendation): boolean => subject === key || used.some((id) => mine.has(id));
  return [
    ...standing(evaluation)
      .filter(rests)
      .map((one): Cause => ({ look: forceWords[one.force].look, words: recommended(bundle, one) })),
    ...dutiesOf(evaluation)
      .filter((one) => one.state === 'open' && (one.subject === key || mine.has(one.openedBy ?? '')))
      .map((one): Cause => {
        const words = stopped(datesInWords(ruleInWords(bundle, one.id)));
        return { look: forceWords[one.force].look, words: `To do${byWhom(bundle, one)}: ${words}${due(bundle, one)}` };
      }),
  ];
};
