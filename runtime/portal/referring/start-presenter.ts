import type { Bundle, Form, Id } from '../../../engine/contract/index.js';
import type { KeptDraft } from '../../server/store/draft-store.js';
import { dayInWords, localDay } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { roleInWords, statementsOn } from '../words/names.js';
import { outsideForms, sendersOf } from './outside-forms.js';
import { nameless, nameOf } from './who-it-is.js';

/** A form with which somebody outside begins. */
export interface Beginning {
  form: Id;
  title: string;
  says: string[];
  headings: string[];
  /** Who may send it, where there is a choice. */
  as: { role: Id; words: string }[];
}
/** A draft in a list of them. */
export interface DraftLine {
  id: string;
  title: string;
  about: string;
  href: string;
  remove: string;
}
export interface StartPresenter {
  title: string;
  action: string;
  /** Where to sign in first; absent for whoever has. */
  signIn?: string;
  beginnings: Beginning[];
  drafts: DraftLine[];
}

const senderWords = (bundle: Bundle, role: Id): string =>
  role === 'participant' ? 'I refer myself' : `I refer somebody else, as ${roleInWords(bundle, role)}`;

const beginning = (bundle: Bundle, form: Form, roles: Id[]): Beginning => ({
  form: form.id,
  title: form.title,
  says: statementsOn(bundle, form.id),
  headings: form.pages.map(({ heading }) => heading),
  as: roles.length > 1 ? roles.map((role) => ({ role, words: senderWords(bundle, role) })) : [],
});

/** Drafts as lines: whom each is about, as far as that was typed, and when it was last touched. */
export const presentDrafts = (bundle: Bundle, drafts: readonly KeptDraft[], at: string): DraftLine[] =>
  drafts.flatMap((draft) => {
    const form = bundle.forms.find(({ id }) => id === draft.began);
    if (!form) return [];
    const name = draft.ref === undefined ? nameOf(bundle, draft.answers) : undefined;
    const touched = dayInWords(localDay(draft.touched, bundle.programme.timeZone));
    return [
      {
        id: draft.id,
        title: draft.ref === undefined ? (name ?? nameless) : `More for referral ${draft.ref}`,
        about: `${form.title}, last changed on ${touched}`,
        href: `${at}/${draft.id}`,
        remove: `${at}/${draft.id}/delete`,
      },
    ];
  });

/** What stands at the beginning of a referral, for somebody outside: `/<programme>/refer`. */
export const presentStart = (bundle: Bundle, slug: string, drafts: readonly KeptDraft[]): StartPresenter => ({
  title: 'Refer somebody',
  action: `/${slug}/refer`,
  beginnings: outsideForms(bundle).map((form) => beginning(bundle, form, sendersOf(bundle, form))),
  drafts: presentDrafts(bundle, drafts, `/${slug}/refer`),
});

/** The same for staff who take it by telephone: `/<programme>/cases/new`. */
export const presentTelephone = (bundle: Bundle, slug: string, drafts: readonly KeptDraft[]): StartPresenter => ({
  title: 'Take a referral by telephone',
  action: `/${slug}/cases/new`,
  beginnings: outsideForms(bundle).map((form) => {
    const roles = sendersOf(bundle, form);
    const as = roles.map((role) => ({ role, words: capital(roleInWords(bundle, role)) }));
    return { ...beginning(bundle, form, roles), as: as.length > 1 ? as : [] };
  }),
  drafts: presentDrafts(bundle, drafts, `/${slug}/cases/new`),
});
