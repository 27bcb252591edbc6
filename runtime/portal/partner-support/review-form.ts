/** Asking for a review of his place without showing why: the words that others read, and the ground that they do not. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import { herSideOf, isInside } from '../../../engine/index.js';
import { seesHers } from '../../server/people/sides.js';
import { capital } from '../words/lists.js';
import { roleInWords } from '../words/names.js';
import { herAddress } from './addresses.js';
import type { Section } from './form-view.js';
import { ask, type HerForm, words } from './her-form.js';

/** Words that could rest on other grounds, for whoever wants no others. */
export const neutral: Record<string, string> = {
  'a-while': 'It is some time since his place was looked at as a whole. Please look at it again.',
  attendance: 'Please look at how he attends and takes part, and at what has been recorded of him so far.',
  suitable: 'Please look again at whether the programme is right for him at present.',
  conditions: 'Please look at whether what was agreed with him when he was accepted still holds.',
};

/** Roles that may be asked: those who decide first, then others who work with him. Nobody who supports her. */
export const reviewers = (bundle: Bundle): Id[] => {
  const { course, decision, people } = bundle;
  const steps = (course?.steps ?? []).filter(({ id }) => id === 'close' || id === 'suspend').flatMap(({ by }) => by);
  const rules = (course?.rules ?? []).flatMap(({ confirmedBy }) => confirmedBy);
  const deciding = [...(decision?.by ?? []), ...steps, ...rules];
  const { isSupporter } = herSideOf(people);
  const all = [...deciding, ...people.filter(({ side }) => side === 'inside').map(({ id }) => id)];
  return [...new Set(all)].filter((id) => isInside(bundle, id) && !isSupporter(id) && !seesHers(bundle, id));
};

/** The questions that say what others will read. */
export const asking = (bundle: Bundle): Section => ({
  title: 'What others will read',
  says: ['They see that a review was asked for, these words and the day. They do not see who asked.'],
  asked: [
    ask('ground', 'In which words?', 'choice', {
      required: true,
      options: [
        ...Object.entries(neutral).map(([id, says]) => ({ id, words: says })),
        { id: 'own', words: 'In words of my own' },
      ],
    }),
    ask('own', 'Words of my own', 'long-text', { hint: 'Words that could rest on other grounds.' }),
    ask('for', 'Who is to look at it?', 'select', {
      required: true,
      options: reviewers(bundle).map((id) => ({ id, words: capital(roleInWords(bundle, id)) })),
    }),
  ],
});

/** The words that were chosen, or typed; nothing where they are missing. */
export const wordsChosen = (answers: Record<string, unknown>): string => {
  const ground = typeof answers.ground === 'string' ? answers.ground : '';
  return neutral[ground] ?? (typeof answers.own === 'string' ? answers.own : '');
};

/** Said of words that name something of hers. */
export const namesHers = (found: readonly string[]): string =>
  `These words would be read by others, and they hold something of hers: ${found.map((one) => `“${one}”`).join(', ')}. Put it in other words`;

/** A review of his place, asked for on her side. */
export const reviewForm: HerForm = {
  ending: '/review',
  title: 'Ask for a review of his place',
  button: 'Ask for it',
  says: () => [
    'The review is done by those who work with him, on what they know of him. What she said is not shown to them, and you decide in which words it is asked for.',
  ],
  sections: ({ found }) => [
    asking(found.bundle),
    {
      title: 'Why, for her side alone',
      asked: [ask('why', 'Why is it asked for?', 'long-text', { hint: 'Kept here. Nobody else reads it.' })],
    },
  ],
  first: ({ found }) => ({ for: reviewers(found.bundle)[0] ?? '' }),
  async take(office, her, { key, answers }) {
    const { actor, stored } = her.found;
    const says = wordsChosen(answers);
    if (says === '') return { faults: [{ message: 'Enter the words that others will read', href: '#own' }] };
    const found = await office.partnerSupport.heldIn(actor, stored.ref, says);
    if (found.length > 0) return { faults: [{ message: namesHers(found), href: '#own' }] };
    await office.partnerSupport.askReview(actor, {
      key,
      ref: stored.ref,
      words: says,
      forRole: words(answers.for),
      ground: { entry: her.partner.key, words: words(answers.why) },
    });
    return { to: `${herAddress(her)}#reviews` };
  },
};
