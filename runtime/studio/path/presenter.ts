import type {
  Amount,
  At,
  Bundle,
  Decision,
  Effect,
  Group,
  Id,
  OutlineItem,
  Phase,
  Sessions,
  StepName,
} from '../../../engine/contract/index.js';
import {
  amountInWords,
  idInWords,
  rateInWords,
  ruleInWords,
  sessionWord,
  spanInWords,
  stageWords,
} from '../../portal/words/course.js';
import { capital, counted } from '../../portal/words/lists.js';
import { clauseInWords, rolesInWords, sentenceInWords } from '../../portal/words/names.js';
import { playAddress } from '../addresses.js';

/** What stands before a station: nobody passes unless all of it holds. */
export interface Need {
  words: string;
  clauses: string[];
}
/** One bead of a phase for each session; `open` where there may be more, `unsure` where the number is not fixed. */
export interface Beads {
  full: number;
  open: boolean;
  unsure: boolean;
}
/** A box on the path. */
export interface Station {
  id: string;
  title: string;
  /** How many, of what: the lines below the title. */
  lines: string[];
  /** How many rules or ways lead here; the table names them. */
  tally?: string;
  beads?: Beads;
  needs: Need[];
  by: string;
  /** Rules that lead here. */
  leads: string[];
  clauses: string[];
  href: string;
}
/** A row of the drawing, and a part of the table. */
export interface Band {
  id: string;
  title: string;
  stations: Station[];
  /** Joined by a line; side states are not. */
  joined: boolean;
}
export interface PathPresenter {
  title: string;
  /** All of it in a few sentences. */
  summary: string[];
  bands: Band[];
  play: string;
}

const sameLine = (a: At, b: At): boolean => a.file === b.file && a.line === b.line;

const anchorsOf = (bundle: Bundle): { anchor: string; item: OutlineItem }[] => {
  const walk = (under: string, item: OutlineItem): { anchor: string; item: OutlineItem }[] => {
    const anchor = `${under}.${item.id.replace(/[^\w.-]+/g, '-')}`;
    return [{ anchor, item }, ...item.items.flatMap((inner) => walk(anchor, inner))];
  };
  return bundle.outline.flatMap((section) => section.items.flatMap((item) => walk(section.id, item)));
};

/**
 * Where a declared thing stands in the outline: by its place in the files, else by its id, else the section named, else
 * the outline itself, which is the page of the programme at that address.
 */
export const placeInOutline = (
  bundle: Bundle,
  programme: string,
  { id, at, section }: { id?: Id; at?: At; section?: string },
): string => {
  const all = anchorsOf(bundle);
  const found =
    all.find(({ item }) => at && sameLine(item.at, at)) ?? all.find(({ item }) => id !== undefined && item.id === id);
  if (found) return `${programme}#${found.anchor}`;
  return bundle.outline.some((one) => one.id === section) ? `${programme}#${section}` : programme;
};

const cites = (bundle: Bundle, ids: Id[]): string[] => ids.map((id) => clauseInWords(bundle, id));

const stepOf = (bundle: Bundle, name: StepName) => bundle.course?.steps.find((step) => step.id === name);

const needsOf = (bundle: Bundle, ...names: StepName[]): Need[] =>
  names.flatMap((name) =>
    (stepOf(bundle, name)?.needs ?? []).map((need) => ({
      words: sentenceInWords(bundle, need.words),
      clauses: cites(bundle, need.clauses),
    })),
  );

const whoTakes = (bundle: Bundle, roles: Id[]): string => (roles.length > 0 ? rolesInWords(bundle, roles) : '');

const whoDecides = (bundle: Bundle, { by, jointly }: Decision): string =>
  jointly && by.length > 1 ? `${rolesInWords(bundle, by, 'and')}, together` : whoTakes(bundle, by);

const leadingTo = (bundle: Bundle, verb: Effect['verb']): string[] => [
  ...new Set(
    (bundle.course?.rules ?? [])
      .filter((rule) => !rule.hers && rule.effects.some((effect) => effect.verb === verb))
      .map((rule) => ruleInWords(bundle, rule.id)),
  ),
];

interface Sketch extends Partial<Omit<Station, 'id' | 'title' | 'href' | 'clauses'>> {
  step?: StepName;
  section?: string;
}

const station = (bundle: Bundle, at: string, id: string, title: string, sketch: Sketch): Station => {
  const { step: name, section, ...rest } = sketch;
  const step = name && stepOf(bundle, name);
  return {
    id,
    title,
    lines: [],
    needs: name ? needsOf(bundle, name) : [],
    by: step ? whoTakes(bundle, step.by) : '',
    leads: [],
    clauses: step ? cites(bundle, step.origin.clauses) : [],
    href: placeInOutline(bundle, at, {
      ...(name ? { id: name } : {}),
      ...(step ? { at: step.origin.at } : {}),
      section: section ?? 'pathway',
    }),
    ...rest,
  };
};

/** At most so many beads are drawn; more are said in words only. */
const mostBeads = 60;

const beadsOf = (amount: Amount): Beads | undefined => {
  const of = (full: number, open: boolean, unsure: boolean): Beads | undefined =>
    full > mostBeads ? undefined : { full, open, unsure };
  if (amount.kind === 'exactly') return of(amount.n, false, false);
  if (amount.kind === 'at-least') return of(amount.n, true, false);
  if (amount.kind === 'at-most' || amount.kind === 'about') return of(amount.n, false, true);
  if (amount.kind === 'range') return of(amount.from, true, false);
  if (amount.kind === 'one-of') return of(Math.min(...amount.of), true, false);
  return of(0, true, true);
};

const withBeads = (amount: Amount): { beads?: Beads } => {
  const beads = beadsOf(amount);
  return beads ? { beads } : {};
};

const phaseStation = (bundle: Bundle, at: string, phase: Phase): Station => ({
  id: `phase-${phase.id}`,
  title: phase.label,
  lines: [
    capital(amountInWords(bundle, phase.sessions, 'session')),
    sessionWord(bundle, 'kinds', phase.kind),
    ...(phase.every ? [rateInWords(bundle, phase.every)] : []),
  ],
  ...withBeads(phase.sessions),
  needs: phase.needs ? [{ words: capital(sentenceInWords(bundle, phase.needs.reads)), clauses: [] }] : [],
  by: '',
  leads: [],
  clauses: cites(bundle, phase.origin.clauses),
  href: placeInOutline(bundle, at, { id: phase.id, at: phase.origin.at, section: 'sessions' }),
});

const placesIn = (bundle: Bundle, { label, places }: Group): string =>
  `${label}: ${places.kind === 'not-stated' ? 'places not stated' : amountInWords(bundle, places, 'place')}`;

const wayIn = (bundle: Bundle, at: string): Station[] => {
  const { course, decision } = bundle;
  const before = (course?.sessions?.phases ?? []).filter((phase) => phase.beforeStart);
  const required = bundle.criteria.filter((one) => one.decides && one.role === 'requires').length;
  const against = bundle.criteria.filter((one) => one.decides && one.role !== 'requires').length;
  const places = (course?.groups ?? []).map((group) => placesIn(bundle, group));
  const hers = (id: Id): boolean => bundle.facts.some((fact) => fact.id === id && fact.hers);
  const forms = bundle.forms.filter((form) => !form.pages.flatMap((page) => page.asks).every(hers));
  return [
    station(bundle, at, 'referral', 'Referral', { section: 'forms', lines: forms.map((form) => form.title) }),
    ...(before.length > 0
      ? before.map((phase) => {
          const shown = phaseStation(bundle, at, phase);
          return { ...shown, needs: [...needsOf(bundle, 'assess'), ...shown.needs] };
        })
      : [station(bundle, at, 'assess', 'Assessment', { step: 'assess' })]),
    station(bundle, at, 'decision', 'Decision', {
      step: 'accept',
      section: 'decision',
      lines: [
        ...(required > 0 ? [counted(required, 'requirement')] : []),
        ...(against > 0 ? [`${counted(against, 'thing')} against`] : []),
      ],
      ...(decision ? { by: whoDecides(bundle, decision), clauses: cites(bundle, decision.origin.clauses) } : {}),
    }),
    station(bundle, at, 'place', 'A place', { step: 'invite', section: 'groups', lines: places.slice(0, 3) }),
    station(bundle, at, 'start', 'Start', { step: 'start' }),
  ];
};

const spanLines = (bundle: Bundle, { rate, length }: Sessions): string[] => [
  ...(rate && rate !== 'not-stated' ? [rateInWords(bundle, rate)] : []),
  ...(length && length !== 'not-stated' ? [`Each ${spanInWords(length)}`] : []),
];

/** A programme without phases is drawn as one: all of its sessions. */
const wholeCourse = (bundle: Bundle, at: string, sessions: Sessions): Station => ({
  id: 'sessions',
  title: 'The sessions',
  lines: [capital(amountInWords(bundle, sessions.total, 'session')), ...spanLines(bundle, sessions)],
  ...withBeads(sessions.total),
  needs: [],
  by: '',
  leads: [],
  clauses: cites(bundle, sessions.origin.clauses),
  href: placeInOutline(bundle, at, { at: sessions.origin.at, section: 'sessions' }),
});

const programme = (bundle: Bundle, at: string): Station[] => {
  const sessions = bundle.course?.sessions;
  const phases = (sessions?.phases ?? []).filter((phase) => !phase.beforeStart);
  const stations = phases.map((phase) => phaseStation(bundle, at, phase));
  if (sessions && stations.length === 0) stations.push(wholeCourse(bundle, at, sessions));
  const attend = needsOf(bundle, 'attend');
  const shown = stations.map((one, index) => (index === 0 ? { ...one, needs: [...attend, ...one.needs] } : one));
  const done = station(bundle, at, 'complete', stageWords.completed, { step: 'complete', section: 'completion' });
  return [...shown, { ...done, leads: leadingTo(bundle, 'complete') }];
};

const aside = (bundle: Bundle, at: string): Station[] => {
  const leave = stepOf(bundle, 'leave');
  const returns = bundle.course?.returns ?? [];
  const tallied = (rules: string[]): { leads: string[]; tally?: string } =>
    rules.length > 0 ? { leads: rules, tally: `${counted(rules.length, 'rule')} can lead here` } : { leads: [] };
  return [
    station(bundle, at, 'leave', stageWords['on-leave'], {
      step: 'leave',
      lines: leave?.atMost ? [`At most ${spanInWords(leave.atMost)}`] : [],
    }),
    station(bundle, at, 'suspended', stageWords.suspended, {
      step: 'suspend',
      ...tallied(leadingTo(bundle, 'suspend')),
      needs: [...needsOf(bundle, 'suspend'), ...needsOf(bundle, 'resume')],
    }),
    station(bundle, at, 'closed', stageWords.closed, {
      step: 'close',
      ...tallied(leadingTo(bundle, 'close')),
    }),
    station(bundle, at, 'declined', stageWords.declined, { step: 'decline', section: 'decision' }),
    station(bundle, at, 'transferred', stageWords.transferred, { step: 'transfer' }),
    station(bundle, at, 'return', 'Coming back', {
      step: 'return',
      section: 'returns',
      ...(returns.length > 0 ? { tally: counted(returns.length, 'way back', 'ways back') } : {}),
      leads: returns.map((one) => sentenceInWords(bundle, one.words || idInWords(one.id))),
    }),
  ];
};

const summaryOf = (bundle: Bundle): string[] => {
  const sessions = bundle.course?.sessions;
  if (!sessions) return ['This definition does not say yet which sessions the programme has.'];
  const { total, rate, length, lasts, order, entry, phases } = sessions;
  const often = rate && rate !== 'not-stated' ? `, ${rateInWords(bundle, rate)}` : '';
  const long = length && length !== 'not-stated' ? `, each ${spanInWords(length)}` : '';
  const inPhases = phases.length > 0 ? ` in ${counted(phases.length, 'phase')}` : '';
  const parts = phases.length > 1 ? 'phases' : 'sessions';
  const orders = {
    sequential: `The ${parts} come one after the other.`,
    any: `The ${parts} may come in any order.`,
    'not-stated': `The order of the ${parts} is not stated.`,
  };
  const entries = {
    rolling: 'People may join at any time.',
    'at-the-start': 'People join at the start only.',
    'not-stated': 'When people may join is not stated.',
  };
  return [
    `${capital(amountInWords(bundle, total, 'session'))}${inPhases}${often}${long}.`,
    ...(lasts ? [`The whole takes ${spanInWords(lasts)}.`] : []),
    orders[order],
    entries[entry],
  ];
};

/** The programme as the path that a person takes through it. The life of a case is fixed; the definition fills it. */
export const presentPath = (bundle: Bundle, at: string): PathPresenter => ({
  title: bundle.programme.title,
  summary: summaryOf(bundle),
  bands: [
    { id: 'way-in', title: 'The way in', stations: wayIn(bundle, at), joined: true },
    { id: 'programme', title: 'The programme', stations: programme(bundle, at), joined: true },
    { id: 'aside', title: 'Beside the path', stations: aside(bundle, at), joined: false },
  ],
  play: playAddress(at),
});
