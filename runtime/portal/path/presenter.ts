import type { At, Bundle, Effect, Id, OutlineItem, Phase, StepName } from '../../../engine/contract/index.js';
import {
  amountInWords,
  idInWords,
  rateInWords,
  ruleInWords,
  sessionWord,
  spanInWords,
  stageWords,
} from '../words/course.js';
import { capital, counted } from '../words/lists.js';
import { clauseInWords, rolesInWords, sentenceInWords } from '../words/names.js';

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
 * the outline itself.
 */
export const placeInOutline = (
  bundle: Bundle,
  slug: string,
  { id, at, section }: { id?: Id; at?: At; section?: string },
): string => {
  const all = anchorsOf(bundle);
  const found =
    all.find(({ item }) => at && sameLine(item.at, at)) ?? all.find(({ item }) => id !== undefined && item.id === id);
  if (found) return `/${slug}#${found.anchor}`;
  return bundle.outline.some((one) => one.id === section) ? `/${slug}#${section}` : `/${slug}`;
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

const station = (bundle: Bundle, slug: string, id: string, title: string, sketch: Sketch): Station => {
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
    href: placeInOutline(bundle, slug, {
      ...(name ? { id: name } : {}),
      ...(step ? { at: step.origin.at } : {}),
      section: section ?? 'pathway',
    }),
    ...rest,
  };
};

/** At most so many beads are drawn; more are said in words only. */
const mostBeads = 20;

const beadsOf = ({ sessions: amount }: Phase): Beads => {
  const of = (full: number, open: boolean, unsure: boolean): Beads => ({
    full: Math.min(full, mostBeads),
    open: open || full > mostBeads,
    unsure,
  });
  if (amount.kind === 'exactly') return of(amount.n, false, false);
  if (amount.kind === 'at-least') return of(amount.n, true, false);
  if (amount.kind === 'at-most' || amount.kind === 'about') return of(amount.n, false, true);
  if (amount.kind === 'range') return of(amount.from, true, false);
  if (amount.kind === 'one-of') return of(Math.min(...amount.of), true, false);
  return of(0, true, true);
};

const phaseStation = (bundle: Bundle, slug: string, phase: Phase): Station => ({
  id: `phase-${phase.id}`,
  title: phase.label,
  lines: [
    capital(amountInWords(bundle, phase.sessions, 'session')),
    sessionWord(bundle, 'kinds', phase.kind),
    ...(phase.every ? [rateInWords(bundle, phase.every)] : []),
  ],
  beads: beadsOf(phase),
  needs: phase.needs ? [{ words: capital(sentenceInWords(bundle, phase.needs.reads)), clauses: [] }] : [],
  by: '',
  leads: [],
  clauses: cites(bundle, phase.origin.clauses),
  href: placeInOutline(bundle, slug, { id: phase.id, at: phase.origin.at, section: 'sessions' }),
});

const wayIn = (bundle: Bundle, slug: string): Station[] => {
  const { course, decision } = bundle;
  const before = (course?.sessions?.phases ?? []).filter((phase) => phase.beforeStart);
  const required = bundle.criteria.filter((one) => one.decides && one.role === 'requires').length;
  const against = bundle.criteria.filter((one) => one.decides && one.role !== 'requires').length;
  const places = (course?.groups ?? []).map(
    (group) => `${group.label}: ${amountInWords(bundle, group.places, 'place')}`,
  );
  const hers = (id: Id): boolean => bundle.facts.some((fact) => fact.id === id && fact.hers);
  const forms = bundle.forms.filter((form) => !form.pages.flatMap((page) => page.asks).every(hers));
  return [
    station(bundle, slug, 'referral', 'Referral', { section: 'forms', lines: forms.map((form) => form.title) }),
    ...(before.length > 0
      ? before.map((phase) => {
          const shown = phaseStation(bundle, slug, phase);
          return { ...shown, needs: [...needsOf(bundle, 'assess'), ...shown.needs] };
        })
      : [station(bundle, slug, 'assess', 'Assessment', { step: 'assess' })]),
    station(bundle, slug, 'decision', 'Decision', {
      step: 'accept',
      section: 'decision',
      lines: [
        ...(required > 0 ? [counted(required, 'requirement')] : []),
        ...(against > 0 ? [`${counted(against, 'thing')} against`] : []),
      ],
      ...(decision ? { by: whoTakes(bundle, decision.by), clauses: cites(bundle, decision.origin.clauses) } : {}),
    }),
    station(bundle, slug, 'place', 'A place', { step: 'invite', section: 'groups', lines: places.slice(0, 3) }),
    station(bundle, slug, 'start', 'Start', { step: 'start' }),
  ];
};

const programme = (bundle: Bundle, slug: string): Station[] => {
  const phases = (bundle.course?.sessions?.phases ?? []).filter((phase) => !phase.beforeStart);
  const attend = needsOf(bundle, 'attend');
  const shown = phases.map((phase, index) => {
    const one = phaseStation(bundle, slug, phase);
    return index === 0 ? { ...one, needs: [...attend, ...one.needs] } : one;
  });
  const done = station(bundle, slug, 'complete', stageWords.completed, { step: 'complete', section: 'completion' });
  return [...shown, { ...done, leads: leadingTo(bundle, 'complete') }];
};

const aside = (bundle: Bundle, slug: string): Station[] => {
  const leave = stepOf(bundle, 'leave');
  const returns = bundle.course?.returns ?? [];
  const counting = (rules: string[]): string[] =>
    rules.length > 0 ? [`${counted(rules.length, 'rule')} can lead here`] : [];
  const suspending = leadingTo(bundle, 'suspend');
  const closing = leadingTo(bundle, 'close');
  return [
    station(bundle, slug, 'leave', stageWords['on-leave'], {
      step: 'leave',
      lines: leave?.atMost ? [`At most ${spanInWords(leave.atMost)}`] : [],
    }),
    station(bundle, slug, 'suspended', stageWords.suspended, {
      step: 'suspend',
      lines: counting(suspending),
      leads: suspending,
      needs: [...needsOf(bundle, 'suspend'), ...needsOf(bundle, 'resume')],
    }),
    station(bundle, slug, 'closed', stageWords.closed, {
      step: 'close',
      lines: counting(closing),
      leads: closing,
    }),
    station(bundle, slug, 'declined', stageWords.declined, { step: 'decline', section: 'decision' }),
    station(bundle, slug, 'transferred', stageWords.transferred, { step: 'transfer' }),
    station(bundle, slug, 'return', 'Coming back', {
      step: 'return',
      section: 'returns',
      lines: returns.length > 0 ? [counted(returns.length, 'way back', 'ways back')] : [],
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
  const orders = {
    sequential: 'The phases come one after the other.',
    any: 'The phases may come in any order.',
    'not-stated': 'The order of the phases is not stated.',
  };
  const entries = {
    rolling: 'People may join at any time.',
    'at-the-start': 'People join at the start only.',
    'not-stated': 'When people may join is not stated.',
  };
  return [
    `${capital(amountInWords(bundle, total, 'session'))} in ${counted(phases.length, 'phase')}${often}${long}.`,
    ...(lasts ? [`The whole takes ${spanInWords(lasts)}.`] : []),
    orders[order],
    entries[entry],
  ];
};

/** The programme as the path that a person takes through it. The life of a case is fixed; the definition fills it. */
export const presentPath = (bundle: Bundle, slug: string): PathPresenter => ({
  title: bundle.programme.title,
  summary: summaryOf(bundle),
  bands: [
    { id: 'way-in', title: 'The way in', stations: wayIn(bundle, slug), joined: true },
    { id: 'programme', title: 'The programme', stations: programme(bundle, slug), joined: true },
    { id: 'aside', title: 'Beside the path', stations: aside(bundle, slug), joined: false },
  ],
  play: `/${slug}/play`,
});
