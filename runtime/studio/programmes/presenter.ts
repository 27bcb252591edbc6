import type { Loaded } from '../../definition/load-definition.js';
import { counted, inOneSentence } from '../../portal/words/lists.js';
import { programmeAt } from '../addresses.js';

export interface ProgrammeChoice {
  href: string;
  title: string;
  about: string;
  holds: string;
  mistakes?: string;
}

const withoutDashes = (slug: string): string => slug.replace(/-/g, ' ');

/** A definition as something to choose, in a studio below `base`; one that never compiled is named by its folder. */
export const presentChoice = (slug: string, { bundle, problems }: Loaded, base = ''): ProgrammeChoice => {
  const href = programmeAt(base, slug);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const mistakes = errors > 0 ? `${counted(errors, 'mistake')} to mend` : undefined;
  if (!bundle) {
    return {
      href,
      title: `The definition in the folder “${withoutDashes(slug)}”`,
      about: 'It cannot be used yet.',
      holds: '',
      ...(mistakes ? { mistakes } : {}),
    };
  }
  const { title, provider, strapline } = bundle.programme;
  const deciding = bundle.criteria.filter((criterion) => criterion.decides);
  const holds = inOneSentence(
    [
      ...bundle.forms.map((form) => form.title),
      ...(deciding.length > 0 ? [counted(deciding.length, 'criterion', 'criteria')] : []),
      ...(bundle.clauses.length > 0 ? [counted(bundle.clauses.length, 'clause')] : []),
    ],
    'and',
  );
  return {
    href,
    title,
    about: strapline ? `${provider}. ${strapline}` : provider,
    holds,
    ...(mistakes ? { mistakes } : {}),
  };
};
