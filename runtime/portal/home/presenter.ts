import type { Bundle } from '../../../engine/contract/index.js';
import { type Run, runsOf } from '../handbook/presenter.js';
import { outsideForms } from '../referring/outside-forms.js';

export interface LabelledRuns {
  label: string;
  runs: Run[];
}
/** A programme of this server, as the first page lists it. */
export interface ProgrammeCard {
  title: string;
  about: string;
  href: string;
  /** Where somebody is referred; absent where its definition has no form for anybody outside. */
  refer?: string;
  guidelines: string;
  provider: string;
  contact: LabelledRuns[];
}

/** How a provider is reached, with its numbers and addresses as links. */
export const contactOf = ({ programme }: Bundle): LabelledRuns[] =>
  programme.contact.map(({ label, value }) => ({ label, runs: runsOf(value) }));

/** Takes a programme and its address; gives what the first page says of it. */
export const presentCard = (slug: string, bundle: Bundle): ProgrammeCard => {
  const { title, provider, strapline } = bundle.programme;
  return {
    title,
    about: strapline ? `${provider}. ${strapline}` : provider,
    href: `/${slug}`,
    ...(outsideForms(bundle).length > 0 && { refer: `/${slug}/refer` }),
    guidelines: `/${slug}/guidelines`,
    provider,
    contact: contactOf(bundle),
  };
};
