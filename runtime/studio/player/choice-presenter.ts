import type { Scenario } from '../../../generator/scenario/scenario.js';
import { localDay, momentInWords } from '../../portal/words/dates.js';
import { counted } from '../../portal/words/lists.js';
import { playAddress } from '../addresses.js';

export interface ChoicePresenter {
  title: string;
  action: string;
  files: { name: string; scenarios: { value: string; title: string; about: string }[] }[];
  /** Scenario files that could not be read in full. */
  faults?: string;
}

/** What a scenario is found by again: its file, and its title. */
export const nameOf = ({ file, title }: Scenario): string => `${file} ${title}`;

const aboutOf = ({ events }: Scenario, zone: string): string => {
  const days = events.map((event) => localDay(event.happened, zone)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 'Nothing has happened yet';
  const many = counted(events.length, 'event');
  return first === last
    ? `${many}, ${momentInWords(first, zone)}`
    : `${many}, ${momentInWords(first, zone)} to ${momentInWords(last, zone)}`;
};

const fileName = (file: string): string =>
  file
    .replace(/^scenarios\//, '')
    .replace(/\.yaml$/i, '')
    .replace(/[-_]+/g, ' ');

/** The scenarios of a definition by their files, to be played. */
export const presentScenarios = (
  programme: { title: string; timeZone: string },
  at: string,
  scenarios: Scenario[],
  faults: number,
): ChoicePresenter => {
  const files = [...new Set(scenarios.map(({ file }) => file))];
  return {
    title: programme.title,
    action: playAddress(at),
    files: files.map((file) => ({
      name: fileName(file),
      scenarios: scenarios
        .filter((one) => one.file === file)
        .map((one) => ({ value: nameOf(one), title: one.title, about: aboutOf(one, programme.timeZone) })),
    })),
    ...(faults > 0
      ? {
          faults: `The scenario files have ${counted(faults, 'problem')}. What could be read is listed; “rubric test” says what to mend.`,
        }
      : {}),
  };
};
