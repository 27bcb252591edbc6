import { capital, type Programme } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import { isKebab, mapOf, name, optional, type ReadBy, record, required, text, toKebab, word } from '../shape/shape.js';
import { type ClauseFinder, originFields, originOf } from './origin.js';

const shape = record('a programme', {
  title: required(text(), 'the name of the programme'),
  provider: required(text(), 'the organisation that runs it'),
  id: optional(
    name('a name in small letters'),
    'a short name for files and addresses; made from the title if left out',
  ),
  service: optional(text(), 'the service it is part of'),
  'source-title': optional(text(), 'the title as the document prints it, where that differs'),
  strapline: optional(text(), 'the line under the title'),
  model: optional(text(), 'the model of work it follows'),
  'time-zone': optional(text(), 'where its clocks are; Europe/London if left out'),
  'working-days': optional(
    word(['england-and-wales', 'scotland', 'northern-ireland']),
    'whose bank holidays are not working days',
  ),
  contact: optional(mapOf(text()), 'how to reach the service: any words, such as phone, email, secure-email'),
  ...originFields,
});

export type WrittenProgramme = ReadBy<typeof shape>;

export const programme: Construct<WrittenProgramme> = {
  word: 'programme',
  title: 'The programme',
  doc: 'What is being declared: its title, who runs it and how to reach them. Every definition has one.',
  example: `programme:
  title: Evening Programme
  provider: Example Trust
  contact:
    phone: "01632 960000"
    email: referrals@provider.example
`,
  shape,
};

const plainWords = (key: string): string => capital(key.replaceAll('-', ' '));

export const lowerProgramme = (written: WrittenProgramme, clauses: ClauseFinder): Programme => {
  const made = toKebab(written.title.value);
  const id = written.id && isKebab(written.id.value) ? written.id.value : made || 'programme';
  return {
    id,
    title: written.title.value,
    provider: written.provider.value,
    ...(written.service && { service: written.service.value }),
    ...(written['source-title'] && { sourceTitle: written['source-title'].value }),
    ...(written.strapline && { strapline: written.strapline.value }),
    ...(written.model && { model: written.model.value }),
    timeZone: written['time-zone']?.value ?? 'Europe/London',
    ...(written['working-days'] && { workingDays: written['working-days'].value }),
    contact: (written.contact ?? []).map((each) => ({ label: plainWords(each.id), value: each.value?.value ?? '' })),
    origin: originOf(written, written.at, clauses),
  };
};
