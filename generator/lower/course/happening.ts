/** What can happen, as the sections bring it. */
import type { Field, Happening } from '../../../engine/contract/course.js';
import type { Id, Origin } from '../../../engine/contract/index.js';

/** Takes its name, its clause after "when", and where it comes from; anybody inside may record it unless said. */
export const happening = (
  id: Id,
  called: string,
  source: Happening['source'],
  origin: Origin,
  more: Partial<Pick<Happening, 'by' | 'about' | 'fields' | 'hers'>> = {},
): Happening => ({ id, called, source, by: [], fields: [], hers: false, origin, ...more });

/** A whole number that is told with a happening. */
export const numberField = (of: Id, name: Id, ask: string): Field => ({
  id: `${of}.${name}`,
  name,
  kind: 'number',
  ask,
  called: name.replaceAll('-', ' '),
  options: [],
  required: true,
});

/** What the offer of a meeting brings, by the name of the meeting. */
export const aroundMeeting = (
  id: Id,
  called: string,
  origin: Origin,
  more: Partial<Pick<Happening, 'by' | 'hers'>> = {},
): Happening[] =>
  (['offered', 'attended', 'missed', 'cancelled'] as const).map((how) =>
    happening(`${id}-${how}`, `${called} was ${how}`, 'appointment', origin, more),
  );

/** A name as it stands inside a sentence: its first letter small, unless it is an abbreviation or a short form. */
export const inSentence = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
