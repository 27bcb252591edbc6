import { type Answer, type CaseEvent, dayNumber, type SessionMark } from '../../../engine/contract/index.js';

/** What a file of scenarios may be called, without its ending. */
const fileName = /^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$/;

/** Whether a file of scenarios may be called that: small letters, figures and hyphens, 2 to 60 of them. */
export const isFileName = (name: string): boolean => fileName.test(name);

/** A name for a file, from a title; empty where the title has no letter of the alphabet. */
export const fileNameFrom = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');

const plain = /^[A-Za-z][A-Za-z0-9 _/’-]*$/;
const another = /^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** A text as YAML: as it is where nobody could take it for anything else, in double quotes otherwise. */
export const yamlText = (text: string): string => {
  const bare = plain.test(text) && !another.test(text) && text === text.trim();
  // Every JSON text is a YAML text in double quotes; these two line breaks JSON leaves as they are.
  return bare
    ? text
    : JSON.stringify(text)
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029');
};

const dayOrTime = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/;

/** Yes and no, days and ids are written as authors write them. */
const yamlWord = (text: string): string =>
  text === 'yes' || text === 'no' || dayOrTime.test(text) ? text : yamlText(text);

const yamlMap = (entries: [string, string][]): string =>
  `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;

const yamlAnswer = (answer: Answer): string => {
  if (answer === null) return 'unanswered';
  if (typeof answer === 'number') return String(answer);
  if (typeof answer === 'string') return yamlWord(answer);
  const items = answer.map((one) =>
    typeof one === 'string'
      ? yamlWord(one)
      : yamlMap(
          Object.entries(one)
            .filter(([, value]) => value !== null)
            .map(([name, value]) => [name, yamlAnswer(value)]),
        ),
  );
  return `[${items.join(', ')}]`;
};

const answersOf = (values: CaseEvent['values']): string =>
  yamlMap(Object.entries(values).map(([id, answer]) => [id, yamlAnswer(answer)]));

const day = (moment: string): string => moment.slice(0, 10);

const clock = (moment: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(moment));

const localDayOf = (moment: string, zone: string): string =>
  moment.length === 10 ? moment : new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(moment));

/** One that is planned and was never recorded is written as a session that is not recorded. */
const sessionKeys = (session: SessionMark, zone: string): [string, string][] => {
  const said: [string, string] =
    session.mark === 'held'
      ? ['session', yamlText(session.outcome ?? 'attended')]
      : ['session', session.mark === 'planned' ? 'not-recorded' : session.mark];
  const also = (['kind', 'phase', 'topic', 'group', 'key'] as const).flatMap((name): [string, string][] => {
    const value = session[name];
    return value === undefined ? [] : [[name, yamlWord(value)]];
  });
  const at: [string, string][] = session.on.length > 10 ? [['at', `"${clock(session.on, zone)}"`]] : [];
  const ends: [string, string][] =
    session.ends && session.ends.length > 10 ? [['ends', `"${clock(session.ends, zone)}"`]] : [];
  return [said, ...at, ...ends, ...also];
};

const whatKeys = (event: CaseEvent, zone: string): [string, string][] => {
  if (event.session) {
    const on = localDayOf(event.session.on, zone);
    const planned = event.session.mark === 'planned' && dayNumber(on) !== dayNumber(localDayOf(event.happened, zone));
    const [first, ...rest] = sessionKeys(event.session, zone);
    return planned ? [['planned', on], ...rest] : first ? [first, ...rest] : rest;
  }
  if (event.kind === 'confirmed' || event.kind === 'refused') {
    const picked: [string, string][] = event.effect === undefined ? [] : [['effect', String(event.effect + 1)]];
    return [[event.kind, event.rule ?? ''], ...picked];
  }
  if (event.kind === 'happened') {
    const told = Object.keys(event.values).length > 0;
    return [['happened', event.what ?? ''], ...(told ? [['with', answersOf(event.values)] as [string, string]] : [])];
  }
  return [[event.kind, answersOf(event.values)]];
};

const eventLine = (event: CaseEvent, zone: string, corrected: ReadonlySet<string>): string => {
  const own = event.session && event.session.mark !== 'planned' ? localDayOf(event.session.on, zone) : event.happened;
  const learned = day(event.learned) !== day(event.happened) ? event.learned : undefined;
  return `      - ${yamlMap([
    ['on', event.session ? localDayOf(own, zone) : own],
    ...(corrected.has(event.id) ? [['id', yamlText(event.id)] as [string, string]] : []),
    ...(event.supersedes ? [['corrects', yamlText(event.supersedes)] as [string, string]] : []),
    ...whatKeys(event, zone),
    ...(event.about ? [['about', yamlWord(event.about)] as [string, string]] : []),
    ...(event.by.role ? [['by', event.by.role] as [string, string]] : []),
    ...(event.toldBy ? [['told-by', event.toldBy] as [string, string]] : []),
    ...(learned ? [['learned', learned] as [string, string]] : []),
    ...(event.reason ? [['reason', yamlText(event.reason)] as [string, string]] : []),
  ])}`;
};

export interface ScenarioToWrite {
  title: string;
  events: readonly CaseEvent[];
  /** The day that was looked at when it was saved. */
  on: string;
  zone: string;
}

/**
 * A file of scenarios with this one in it. What is to be expected is left for a person to work out: until somebody
 * does, running it says that it expects nothing.
 */
export const scenarioText = ({ title, events, on, zone }: ScenarioToWrite): string => {
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  const ordered = [...events].sort((a, b) =>
    day(a.happened) < day(b.happened) ? -1 : day(a.happened) > day(b.happened) ? 1 : 0,
  );
  const lines = ordered.map((event) => eventLine(event, zone, corrected));
  return [
    '# Saved from the player. Work out from the clauses what should hold, and write it under “expect:”;',
    '# what came out when it was played is not the measure.',
    'scenarios:',
    `  - title: ${yamlText(title)}`,
    ...(lines.length > 0 ? ['    events:', ...lines] : ['    events: []']),
    '    expect:',
    `      - at: ${on}`,
    '        # For example:',
    '        # state: on-programme',
    '        # recommendations: [the-rule-that-should-stand]',
    '        # duties: { the-duty: { state: open, due: 2026-01-31 } }',
    '        because: ""',
    '',
  ].join('\n');
};
