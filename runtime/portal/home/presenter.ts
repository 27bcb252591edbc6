import type { Bundle } from '../../../engine/contract/index.js';
import type { SignedIn } from '../../server/access/actor.js';
import { type Run, runsOf } from '../handbook/presenter.js';
import { isInside, outsideForms } from '../referring/outside-forms.js';

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
  /** Where whoever has signed in goes on. */
  own?: { words: string; href: string };
  guidelines: string;
  provider: string;
  contact: LabelledRuns[];
}

/** How a provider is reached, with its numbers and addresses as links. */
export const contactOf = ({ programme }: Bundle): LabelledRuns[] =>
  programme.contact.map(({ label, value }) => ({ label, runs: runsOf(value) }));

/** Where somebody goes on in a programme: to his work, or to what he sent. */
const ownPlace = (slug: string, bundle: Bundle, { grants }: Pick<SignedIn, 'grants'>): ProgrammeCard['own'] => {
  if (isInside({ grants }, slug, bundle)) return { words: 'Today', href: `/${slug}/today` };
  if (outsideForms(bundle).length === 0) return undefined;
  return { words: 'My referrals', href: `/${slug}/my-referrals` };
};

/** Takes a programme, its address and who has signed in, if anybody; gives what the first page says of it. */
export const presentCard = (slug: string, bundle: Bundle, person?: Pick<SignedIn, 'grants'>): ProgrammeCard => {
  const own = person && ownPlace(slug, bundle, person);
  const { title, provider, strapline } = bundle.programme;
  return {
    title,
    about: strapline ? `${provider}. ${strapline}` : provider,
    href: `/${slug}`,
    ...(outsideForms(bundle).length > 0 && { refer: `/${slug}/refer` }),
    ...(own && { own }),
    guidelines: `/${slug}/guidelines`,
    provider,
    contact: contactOf(bundle),
  };
};
