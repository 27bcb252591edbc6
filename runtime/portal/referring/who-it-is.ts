/** Whom a referral is about: his name, when he was born, and where he would go, as its own form has them. */
import type { Answer, Bundle, Fact, Id } from '../../../engine/contract/index.js';

type Answers = Readonly<Record<Id, Answer>>;

const text = (answer: Answer | undefined): string | undefined =>
  typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined;

const asked = (bundle: Bundle): Fact[] =>
  bundle.forms
    .flatMap(({ pages }) => pages.flatMap(({ asks }) => asks))
    .flatMap((id) => bundle.facts.find((fact) => fact.id === id) ?? [])
    .filter(({ about, hers }) => about === 'participant' && !hers);

/** What somebody is called whose name was not given. */
export const nameless = 'Name not given';

/** His name, by the same questions as documents take it from; nothing where it was not given. */
export const nameOf = (bundle: Bundle, answers: Answers): string | undefined => {
  const others = bundle.people.map(({ id }) => `${id}-name`).filter((id) => id !== 'participant-name');
  const names = asked(bundle).filter(({ id, kind }) => kind === 'name' && !others.includes(id));
  return text(answers[(names.find(({ id }) => id === 'full-name') ?? names[0])?.id ?? '']);
};

/** The day he was born, "1985-03-27": a question called so, else one whose words say that it asks for that. */
export const bornOn = (bundle: Bundle, answers: Answers): string | undefined => {
  const days = asked(bundle).filter(({ kind }) => kind === 'date');
  const born = days.find(({ id }) => id === 'date-of-birth') ?? days.find(({ ask }) => /\bbirth|\bborn\b/i.test(ask));
  const day = text(answers[born?.id ?? '']);
  return day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
};

/** The site that was chosen for him, or the only one there is. */
export const siteOf = (bundle: Bundle, answers: Answers): Id | undefined => {
  const sites = bundle.sites.map(({ id }) => id);
  if (sites.length < 2) return sites[0];
  const chosen = asked(bundle)
    .filter(({ options }) => options.length > 0 && options.every(({ id, means }) => means || sites.includes(id)))
    .map(({ id }) => answers[id]);
  return chosen.find((answer): answer is Id => typeof answer === 'string' && sites.includes(answer));
};
