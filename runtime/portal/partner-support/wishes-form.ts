import type { Said, Wishes } from '../../server/partner-support/contract.js';
import { herAddress } from './addresses.js';
import { ask, type HerForm, words } from './her-form.js';
import { yesNoNotAsked } from './reach-form.js';
import { keptBy, wishesInWords } from './said-words.js';

/** What she wants. What she said before is kept. */
export const wishesForm: HerForm = {
  ending: '/wishes',
  title: 'What she wants',
  button: 'Keep this',
  says: () => [
    'She may want either, both or neither, and may change her mind at any time. What one partner declines says nothing of another.',
  ],
  sections: () => [
    {
      asked: [
        ask('support', 'Does she want support?', 'choice', { options: yesNoNotAsked, required: true }),
        ask('told', 'Does she want to be told of his attendance and progress?', 'choice', {
          options: yesNoNotAsked,
          required: true,
        }),
        ask('on', 'On which day did she say so?', 'date', { required: true }),
        ask('note', 'In her words', 'long-text'),
      ],
    },
  ],
  first({ known, found }) {
    const last = known.wishes.at(-1)?.said;
    return { on: found.today, ...(last && { support: last.support, told: last.told, note: last.note }) };
  },
  seen: ({ known }) => known.wishes.at(-1)?.id ?? '',
  async take(office, her, { key, seen, answers }) {
    const { actor, bundle, today, stored } = her.found;
    const on = words(answers.on);
    if (on > today) return { faults: [{ message: 'Enter a day that is not ahead', href: '#on' }] };
    const said: Wishes = {
      support: words(answers.support) as Said,
      told: words(answers.told) as Said,
      on,
      note: words(answers.note),
    };
    if (await office.partnerSupport.keep(actor, her, { id: key, kind: 'wishes', said, seen }))
      return { to: herAddress(her) };
    const last = (await office.partnerSupport.ofPartner(actor, stored.ref, her.partner.key))?.known.wishes.at(-1);
    return { overtaken: last ? [keptBy(last, bundle.programme.timeZone), wishesInWords(last.said)] : [] };
  },
};
