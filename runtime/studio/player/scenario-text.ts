import type { Answer, CaseEvent, SessionMark } from '../../../engine/contract/index.js';

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

type Keys = [key: string, value: string][];

const keyIf = (key: string, value: string | undefined): Keys => (value === undefined ? [] : [[key, value]]);

const timeOf = (moment: string | undefined, zone: string): string | undefined =>
  moment !== undefined && moment.length > 10 ? `"${clock(moment, zone)}"` : undefined;

/** What a session was besides how it went. */
const traitKeys = (session: SessionMark, zone: string): Keys => [
  ...keyIf('ends', timeOf(session.ends, zone)),
  ...(['kind', 'phase', 'topic', 'group', 'key'] as const).flatMap((name) =>
    keyIf(name, session[name] === undefined ? undefined : yamlText(String(session[name]))),
  ),
  ...keyIf('facilitators', session.facilitators?.toString()),
];

/** A session stands on its own day; one that was told of on another day says when it was told, and which it is. */
const sessionKeys = (event: CaseEvent, session: SessionMark, zone: string): Keys => {
  const [told, own] = [localDayOf(event.happened, zone), localDayOf(session.on, zone)];
  const rest = traitKeys(session, zone);
  if (session.mark === 'planned' && told !== own) {
    return [['on', event.happened], ['planned', own], ...keyIf('at', timeOf(session.on, zone)), ...rest];
  }
  const word = session.mark === 'held' ? yamlText(session.outcome ?? '') : session.mark;
  const how: Keys = [['session', session.mark === 'planned' ? 'not-recorded' : word]];
  if (told !== own) return [['on', event.happened], ...how, ['about', session.on], ...rest];
  return [['on', own], ...keyIf('at', timeOf(session.on, zone)), ...how, ...rest];
};

const whatKeys = (event: CaseEvent, zone: string): Keys => {
  const { kind, session, values, happened, supersedes } = event;
  if (session) return sessionKeys(event, session, zone);
  const told = Object.keys(values).length > 0;
  const on: Keys = [['on', happened]];
  if (kind === 'confirmed' || kind === 'refused') {
    return [
      ...on,
      [kind, event.rule ?? ''],
      ...keyIf('effect', event.effect === undefined ? undefined : `${event.effect + 1}`),
    ];
  }
  if (kind === 'happened')
    return [...on, [kind, event.what ?? ''], ...keyIf('with', told ? answersOf(values) : undefined)];
  return [...on, !told && supersedes ? ['undone', 'yes'] : [kind, answersOf(values)]];
};

const textIf = (text: string | undefined): string | undefined => (text ? yamlText(text) : undefined);

const eventLine = (event: CaseEvent, zone: string, corrected: ReadonlySet<string>): string => {
  const later = event.learned !== event.happened;
  return `      - ${yamlMap([
    ...keyIf('id', corrected.has(event.id) ? yamlText(event.id) : undefined),
    ...keyIf('corrects', textIf(event.supersedes)),
    ...whatKeys(event, zone),
    ...(event.session ? [] : keyIf('about', event.about && yamlWord(event.about))),
    ...keyIf('by', event.by.role || undefined),
    ...keyIf('told-by', event.toldBy),
    ...keyIf('learned', later ? event.learned : undefined),
    ...keyIf('reason', textIf(event.reason)),
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
 * does, running it warns that it expects nothing yet.
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
