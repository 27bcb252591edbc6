import type { Bundle } from '../../../engine/contract/index.js';
import { presentHandbook, type ShownSection } from '../handbook/presenter.js';
import { contactOf, type LabelledRuns } from '../home/presenter.js';
import { outsideForms } from '../referring/outside-forms.js';

export interface ProgrammePresenter {
  title: string;
  provider: string;
  strapline?: string;
  /** Parts of the provider's guidelines: what it is, for whom, where, how to refer. */
  sections: ShownSection[];
  next?: ShownSection;
  refer?: string;
  guidelines: string;
  contact: LabelledRuns[];
}

/** The parts of the guidelines that whoever comes for the first time is after, in their order. */
const first = ['about', 'for-whom', 'areas', 'referring'];

/** On a page that does not go on with what the form asks, that does not stand below. */
const below = /\s*What it asks is set out below\.$/;
const withoutBelow = (section: ShownSection): ShownSection => ({
  ...section,
  blocks: section.blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, runs: block.runs.map((run) => ({ ...run, words: run.words.replace(below, '') })) }
      : block,
  ),
});

/** Takes a programme and its address; gives its public page, which says nothing that its guidelines do not. */
export const presentProgramme = (slug: string, bundle: Bundle): ProgrammePresenter => {
  const { title, provider, strapline, sections } = presentHandbook(bundle);
  const next = sections.find(({ anchor }) => anchor === 'told');
  return {
    title,
    provider,
    ...(strapline !== undefined && { strapline }),
    sections: sections.filter(({ anchor }) => first.includes(anchor)).map(withoutBelow),
    ...(next && { next }),
    ...(outsideForms(bundle).length > 0 && { refer: `/${slug}/refer` }),
    guidelines: `/${slug}/guidelines`,
    contact: contactOf(bundle),
  };
};
