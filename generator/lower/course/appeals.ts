/** Appeals: the steps, and the duty to answer each. */
import type { AppealStep, Duty } from '../../../engine/contract/course.js';
import { type Span, spanInWords } from '../../../engine/contract/index.js';
import type { WrittenAppealStep, WrittenAppeals } from '../../language/constructs/appeals.js';
import type { Written } from '../../language/shape/shape.js';
import { headingOf, sentence } from '../outline-words.js';
import type { CourseContext } from './context.js';
import { sectionDuty } from './section-duty.js';

const stated = (within: Written<Span | 'not-stated'> | undefined): Span | undefined =>
  within?.value === 'not-stated' ? undefined : within?.value;

/** What shows that a step was answered: that it was said so, or that the message that answers it was sent. */
const answersOf = (id: string, step: WrittenAppealStep): string[] => [
  `${id}-answered`,
  ...(step.answered?.with ? [`${step.answered.with.value}-sent`] : []),
];

const stepsOf = (written: WrittenAppeals) =>
  written.steps.flatMap(({ id, idAt, value }) =>
    value?.to ? [{ id, idAt, to: value.to.value, step: value, title: titleOf(id, value) }] : [],
  );
const titleOf = (id: string, step: WrittenAppealStep): string => step.called?.value ?? headingOf(id);

/** Takes the section as written; gives its steps, each after the one before. */
export const lowerAppeals = (written: WrittenAppeals, context: CourseContext): AppealStep[] => {
  const whole = context.origin(written, written.at);
  const against = written.against.flatMap((each) => context.event(each) ?? []);
  const steps = stepsOf(written);
  return steps.map(({ id, idAt, to, step, title }, i) => {
    const lodgedWithin = stated(step.within);
    const after = steps[i - 1]?.id;
    return {
      id,
      title,
      from: written.from.map((role) => role.value),
      to,
      against,
      inWriting: step.in !== undefined,
      ...(step.saying && { saying: step.saying.value }),
      ...(lodgedWithin && { lodgedWithin }),
      duty: `answer-${id}`,
      answeredBy: answersOf(id, step),
      ...(after && { after }),
      origin: context.origin(step, idAt, whole.clauses),
    };
  });
};

/** Gives the duty `answer-<step>` of each step, counted from when it was lodged. */
export const dutiesOfAppeals = (written: WrittenAppeals, context: CourseContext): Duty[] => {
  const whole = context.origin(written, written.at);
  return stepsOf(written).map(({ id, idAt, to, step, title }) => {
    const origin = context.origin(step, idAt, whole.clauses);
    const within = stated(step.answered?.within);
    const inWriting = step.answered?.in ? ' in writing' : '';
    const says = `answer the appeal “${title}”${inWriting}`;
    const opened = `when the appeal “${title}” is lodged`;
    const reads = sentence(
      `${opened}, the ${context.called(to)} must answer it${inWriting}${within ? ` within ${spanInWords(within)}` : ''}`,
    );
    return sectionDuty({
      id: `answer-${id}`,
      chapter: 'appeals',
      trigger: { kind: 'on', event: `${id}-lodged`, reads: opened },
      force: 'must',
      by: [to],
      does: [{ verb: 'do', says, doneBy: answersOf(id, step) }],
      due: within ? { kind: 'within', span: within } : { kind: 'not-stated' },
      words: context.words(undefined, origin, reads),
      reads,
      origin,
    });
  });
};
