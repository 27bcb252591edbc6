/** A provider's public guidelines, made of its definition: the bundle alone goes in, sections and their blocks come out. */
import { type Bundle, capital, listed } from '../../engine/contract/index.js';
import { areas } from './areas.js';
import { asked, bearsOnDecision, formsInOrder } from './asked.js';
import { course } from './course.js';
import { documents } from './documents.js';
import { appeals, contact, expected } from './expected.js';
import { gathered } from './gather.js';
import { type Block, type Handbook, type SectionId, sectionTitles } from './handbook-types.js';
import { plural } from './number-words.js';
import { theOne } from './plain-rules.js';
import { family } from './sections.js';
import { sentencesOf } from './sentences.js';
import { paragraph, phraseOf, type Said, type Teller, tellerOf } from './teller.js';

export type { Block, Handbook, HandbookSection, SectionId } from './handbook-types.js';
export { handbookMarkdown } from './markdown.js';

const whoIsWho = ({ bundle, voice }: Teller): Block => {
  const { programme, people } = bundle;
  const refers = people.some(({ id }) => id === 'referrer') ? ` “You” are whoever makes a referral.` : '';
  const he = voice.he === voice.him ? '' : ` “${capital(voice.he)}” is ${voice.him}.`;
  return paragraph(`In these guidelines “we” are ${programme.provider}.${refers}${he}`);
};
/** A title that begins with the provider's name says it already. */
const runBy = ({ bundle, clause }: Teller): Block[] => {
  const { title, provider, service } = bundle.programme;
  const part = service ? `, part of its ${service}` : '';
  // The provider's own sentence on its programme says it better.
  const own = bundle.programme.origin.clauses.map((id) => clause(id));
  const isSaid = own.some((each) => each?.says.startsWith(title) && each.says.includes(provider));
  if (title.startsWith(provider) || (isSaid && !service)) return [];
  const named = /(?:programme|course|service|group|project)$/i.test(title);
  return [paragraph(`${named ? 'The ' : ''}${title} is run by ${provider}${part}.`)];
};

/** "the referral form"; a title that is no name of a form stands in quotes. */
const formCalled = (title: string): string =>
  /\b(?:form|questionnaire|application|referral|sheet)$/i.test(title) ? `the ${phraseOf(title)}` : `“${title}”`;
const howToRefer = ({ bundle, voice }: Teller): Block[] => {
  const forms = formsInOrder(bundle);
  const decisive = forms.filter((form) => bearsOnDecision(form, bundle));
  return forms.map((form) => {
    const others = form.from.filter((role) => role !== 'referrer').map((role) => theOne(voice.called(role)));
    const title = formCalled(form.title);
    if (!form.from.includes('referrer')) return paragraph(`${capital(listed(others, 'or'))} can fill in ${title}.`);
    if (decisive.length > 0 && !decisive.includes(form)) return paragraph(`Besides that, we ask you for ${title}.`);
    const too = others.length > 0 ? ` ${capital(listed(others, 'or'))} can fill it in too.` : '';
    return paragraph(`To make a referral, fill in ${title}.${too} What it asks is set out below.`);
  });
};

/** What stands in a section before its sentences, and after them. */
type Parts = Partial<Record<SectionId, { before?: Block[]; after?: Block[] }>>;

/** In this order: what is told by a table or a list is not told again in a sentence. */
const partsOf = (teller: Teller): Parts => ({
  contact: { after: contact(teller) },
  areas: { before: areas(teller) },
  course: course(teller),
  asked: { before: asked(teller) },
  told: { after: documents(teller) },
  expected: { before: expected(teller) },
  appeals: { before: appeals(teller) },
  about: { before: [...runBy(teller), whoIsWho(teller)] },
  referring: { before: howToRefer(teller) },
});

/** The first that a section says of the participant names him: “The client must”, not “He must”. */
const named = (blocks: Block[], { voice }: Teller): Block[] => {
  const he = new RegExp(`^${capital(voice.he)} `);
  const him = `${capital(voice.him)} `;
  const at = blocks.findIndex((block) => he.test(beginningOf(block)));
  return blocks.map((block, n) => {
    if (n !== at) return block;
    if (block.kind === 'paragraph') return { ...block, text: block.text.replace(he, him) };
    return block.kind === 'list' ? { ...block, intro: beginningOf(block).replace(he, him) } : block;
  });
};
const beginningOf = (block: Block): string => {
  if (block.kind === 'paragraph') return block.text;
  return block.kind === 'list' ? (block.intro ?? '') : '';
};
/** “Support for partners and ex-partners”, as they are called here. */
const supportFor = (teller: Teller): string => {
  const { voice, bundle } = teller;
  const called = (role: string): string[] => voice.called(role).split(' or ').map(plural);
  const others = family(teller);
  if (others.length === 0 || bundle.people.some(({ id }) => id === 'partner'))
    return `Support for ${listed(called('partner'), 'and')}`;
  return `Contact with ${listed(others.flatMap(called), 'and')}`;
};

/** Takes a bundle; gives its handbook, without sections in which there is nothing to say. */
export const handbookOf = (bundle: Bundle): Handbook => {
  const teller = tellerOf(bundle);
  const parts = partsOf(teller);
  const said = new Map<SectionId, Said[]>();
  for (const each of sentencesOf(teller)) said.set(each.section, [...(said.get(each.section) ?? []), each]);
  const { title, provider, strapline } = bundle.programme;
  return {
    title,
    provider,
    ...(strapline !== undefined && { strapline }),
    lead: 'Guidelines for those who refer and for those who take part',
    sections: sectionTitles
      .map(([id, name]) => ({
        id,
        title: id === 'partners' ? supportFor(teller) : name,
        blocks: [
          ...(parts[id]?.before ?? []),
          ...named(gathered(said.get(id) ?? [], id !== 'about'), teller),
          ...(parts[id]?.after ?? []),
        ],
      }))
      .filter(({ blocks }) => blocks.length > 0),
  };
};
