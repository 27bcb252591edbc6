import type { FastifyRequest } from 'fastify';
import type { Bundle } from '../../engine/contract/index.js';
import type { Library } from '../definition/library.js';
import type { Definition, Loaded } from '../definition/load-definition.js';
import { NotFound } from '../portal/error-page/faults.js';
import { bundleOfCase, withHers } from '../portal/form/kept-apart.js';
import { localDay } from '../portal/words/dates.js';
import type { Draft, Drafts } from '../server/drafts.js';
import { liveAt, programmeAt } from './addresses.js';
import type { Evaluate } from './player/now-presenter.js';
import type { Plays } from './player/plays.js';

type FillDocument = typeof import('../../engine/index.js').documentData;

/** What every controller of the studio is given. */
export interface Studio {
  /** What the addresses of its pages begin with: '' where it is all that is served. */
  base: string;
  library: Library;
  drafts: Drafts;
  /** Invented cases while they are played. */
  plays: Plays;
  /** What works a played case out. */
  evaluate: Evaluate;
  /** What fills a document in: the engine's `documentData`. */
  documentData: FillDocument;
  /** Whether files may be written beside a definition: only where this serves its own machine. */
  mayWrite: boolean;
  /** The present instant, "2026-03-02T17:30:00Z"; the only clock of the studio. */
  now(): string;
}

/** A programme that pages can be made of. */
export interface Opened {
  slug: string;
  /** The address that those of its pages begin with. */
  at: string;
  /** The stream that says when it was saved, and which saving of it this is. */
  live: { href: string; edition: number };
  definition: Definition;
  loaded: Loaded;
  bundle: Bundle;
}

/** The definition at that address. Throws `NotFound` where there is none. */
export const openDefinition = (studio: Studio, slug: string): { definition: Definition; loaded: Loaded } => {
  const definition = studio.library.find(slug);
  if (!definition) throw new NotFound('There is no programme at this address.');
  return { definition, loaded: definition.loaded() };
};

/** The same with its bundle. Throws `NotFound` where the definition never was without a mistake. */
export const openProgramme = (studio: Studio, slug: string): Opened => {
  const { definition, loaded } = openDefinition(studio, slug);
  const { bundle } = loaded;
  if (!bundle) {
    throw new NotFound(
      'This definition has not yet been without a mistake, so it has no forms. Its own page lists what to mend.',
    );
  }
  const live = { href: liveAt(studio.base, slug), edition: loaded.edition };
  return { slug, at: programmeAt(studio.base, slug), live, definition, loaded, bundle };
};

const draftId = /^[A-Za-z0-9_-]{22,64}$/;

/** The case at that address, of that programme. Throws `NotFound` where there is none (any more). */
export const openDraft = async (studio: Studio, slug: string, id: string): Promise<Draft> => {
  const draft = draftId.test(id) ? await studio.drafts.find(id) : undefined;
  if (!draft || draft.programme !== slug) {
    throw new NotFound(
      'There is no case at this address. Answers are kept only while this server runs, so it may have been started again.',
    );
  }
  return draft;
};

/**
 * The same with its programme, whose bundle is the one to show this case by. What decides is `loaded.bundle`. Throws
 * `NotFound` as the two above do.
 */
export const openCase = async (studio: Studio, slug: string, id: string): Promise<{ opened: Opened; draft: Draft }> => {
  const kept = await openDraft(studio, slug, id);
  const opened = openProgramme(studio, slug);
  const draft = withHers(opened.bundle, kept);
  return { opened: { ...opened, bundle: bundleOfCase(opened.bundle, draft) }, draft };
};

/** A case that a request names, with today where the programme is. */
export interface Here {
  opened: Opened;
  draft: Draft;
  today: string;
}

/** Opens the case that an address names by its `programme` and `draft`. Throws `NotFound` where there is none. */
export const openHere = async (studio: Studio, request: FastifyRequest): Promise<Here> => {
  const { definition: programme, draft: id } = request.params as { definition: string; draft: string };
  const { opened, draft } = await openCase(studio, programme, id);
  return { opened, draft, today: localDay(studio.now(), opened.bundle.programme.timeZone) };
};
