/** What a definition says of time, thing by thing: sessions, groups, records, facts, rules, duties, steps, returns, appeals. */
import {
  type Course,
  type CourseRule,
  capital,
  type Duty,
  type Group,
  type Id,
  type Sessions,
  spanInWords,
} from '../../engine/contract/index.js';
import { amountSays, rateSays } from '../language/constructs/amounts.js';
import { headingOf } from '../lower/outline-words.js';
import { condition, type Facet, order, ref, refs, set, setOf, words, yesNo } from './changes.js';
import { derivationFacets, dutyFacets, effectFacet, triggerFacets } from './course-parts.js';
import { ownWords, type Side, type Thing, thing } from './thing.js';

const spaced = (id: string): string => id.replaceAll('-', ' ');

const outcomesOf = ({ outcomes }: Sessions): [string, string][] =>
  outcomes.map(({ id, label, traits }) => {
    const held = Object.keys(traits).filter((trait) => traits[trait]);
    return [id, `${label}: ${held.length > 0 ? held.sort().join(', ') : 'nothing follows'}`];
  });

const sessionsThing = (sessions: Sessions, { names }: Side): Thing => {
  const { length, rate } = sessions;
  return thing('course/sessions', 'sessions', 'sessions', 'The sessions', sessions.origin, [
    words('in all', amountSays(sessions.total, 'session', names.role)),
    refs('counted in the total', sessions.totalCounts, names.thing),
    words('length', length === 'not-stated' ? 'not stated' : length && spanInWords(length)),
    words('how often', rate === 'not-stated' ? 'not stated' : rate && rateSays(rate, 'session', names.role)),
    words('lasts', sessions.lasts && spanInWords(sessions.lasts)),
    refs('the end moves with time', sessions.endMovesWith, spaced),
    words('order', spaced(sessions.order)),
    words('entry', spaced(sessions.entry)),
    set('outcome', outcomesOf(sessions)),
    order(
      'in the programme',
      sessions.phases.map(({ id, label }) => [id, label]),
    ),
  ]);
};

const partsOfSessions = (sessions: Sessions, { names }: Side): Thing[] => {
  const { catchUp } = sessions;
  return [
    ...sessions.phases.map((phase) =>
      thing(`phases/${phase.id}`, phase.id, 'phase', phase.label, phase.origin, [
        words('called', phase.label),
        ref('kind of session', phase.kind, names.thing),
        words('sessions', amountSays(phase.sessions, 'session', names.role)),
        words('about', phase.about),
        yesNo('before the start', phase.beforeStart),
        words('how often', phase.every && rateSays(phase.every, 'session', names.role)),
        condition('begins only when', phase.needs, names),
      ]),
    ),
    ...sessions.kinds.map((kind) =>
      thing(`kinds/${kind.id}`, kind.id, 'kind of session', kind.label, kind.origin, [
        words('called', kind.label),
        refs('may replace', kind.mayReplace, names.thing),
        refs('kept to', kind.onlyIn, names.thing),
        condition('only when', kind.onlyWhen, names),
      ]),
    ),
    ...sessions.topics.map((topic) =>
      thing(`topics/${topic.id}`, topic.id, 'topic', topic.title, topic.origin, [
        words('title', topic.title),
        ref('best after', topic.bestAfter, names.thing),
        ref('phase', topic.phase, names.thing),
      ]),
    ),
    ...(catchUp
      ? [
          thing('course/catch-up', 'catch-up', 'catch-up', 'Catching up', catchUp.origin, [
            words('within', catchUp.within && spanInWords(catchUp.within)),
            words('at most', catchUp.atMost),
            yesNo('before the next session', catchUp.beforeNext),
            yesNo('in a session of his own as well', catchUp.inOwn ?? false),
          ]),
        ]
      : []),
    ...sessions.credits.map((credit) =>
      thing(`credits/${credit.event}`, credit.event, 'credit', capital(names.event(credit.event)), credit.origin, [
        words('sessions credited', credit.sessions),
      ]),
    ),
  ];
};

const groupThing = (group: Group, { names }: Side): Thing =>
  thing(`groups/${group.id}`, group.id, 'group', group.label, group.origin, [
    words('called', group.label),
    words('places', amountSays(group.places, 'place', names.role)),
    refs('shares its places with', group.pool, names.thing),
    set(
      'told when places are taken',
      group.thresholds.map(({ at, says }) => [String(at), `${at}: ${says}`]),
    ),
    words('facilitators', group.staffing && amountSays(group.staffing.facilitators, 'facilitator', names.role)),
    words('how binding its facilitators are', group.staffing?.force),
    words('usually', group.staffing?.usually),
    words('open until session', group.openUntil && amountSays(group.openUntil, 'session', names.role)),
  ]);

const recordsOf = ({ happenings }: Course, { names }: Side): Thing[] =>
  happenings
    .filter(({ source }) => source === 'record' || source === 'any')
    .map((record) =>
      thing(`events/${record.id}`, record.id, 'record', headingOf(record.id), record.origin, [
        words('called', record.called),
        refs('recorded by', record.by, names.role),
        refs('any of', record.anyOf, names.event),
        ref('about', record.about, names.fact),
        ref('brings', record.brings, spaced),
        set(
          'asks',
          record.fields.map(({ name, ask }) => [name, ask]),
        ),
        ...record.fields.flatMap((field) => [
          words(`kind of answer to “${field.ask}”`, spaced(field.kind)),
          words(`unit of “${field.ask}”`, field.unit),
          yesNo(`“${field.ask}” has to be answered`, field.required),
          set(
            `option of “${field.ask}”`,
            field.options.map(({ id, label }) => [id, label]),
          ),
        ]),
      ]),
    );

const scopeSays =
  ({ names }: Side) =>
  (scope: Id): string =>
    scope === 'session' ? scope : names.fact(scope);

const opened = (one: CourseRule | Duty, side: Side): Facet[] => {
  const { names } = side;
  return [
    words('force', one.force),
    ...triggerFacets(one.trigger, names),
    condition('only when', one.onlyWhen, names),
    condition('unless', one.unless, names),
    refs('over once', one.until, names.event),
    ref('for each', one.forEach, scopeSays(side)),
    ref('one of the grounds or steps of', one.within, names.thing),
    refs('by', one.by, names.role),
    ownWords('reason', one.words === one.reads ? '' : one.words, one.origin, side),
  ];
};

const ruleFacets = (rule: CourseRule, side: Side): Facet[] => [
  effectFacet('does', rule.effects, side),
  words('of what it does', rule.either ? 'one is picked' : 'all'),
  refs('confirmed by', rule.confirmedBy, side.names.role),
];

const stepsOf = ({ steps }: Course, { names }: Side): Thing[] =>
  steps.flatMap((step) => [
    thing(`steps/${step.id}`, step.id, 'step', headingOf(step.id), step.origin, [
      refs('by', step.by, names.role),
      words('at most', step.atMost && spanInWords(step.atMost)),
    ]),
    ...step.needs.map((need) =>
      thing(
        `steps/${step.id}/${need.id}`,
        step.id,
        'need of a step',
        `${headingOf(step.id)}: ${headingOf(need.id)}`,
        need,
        [condition('needs', need.condition, names)],
      ),
    ),
  ]);

const returnsOf = ({ returns }: Course, side: Side): Thing[] =>
  returns.map((one) =>
    thing(`returns/${one.id}`, one.id, 'return', headingOf(one.id), one.origin, [
      condition('when', one.when, side.names),
      condition('needs', one.needs, side.names),
      ref('starts', one.starts, side.names.thing),
      refs('keeps', one.keeps, side.names.fact),
      yesNo('refused', one.refuses),
      ownWords('said', one.words === one.reads ? '' : one.words, one.origin, side),
    ]),
  );

const appealsOf = ({ appeals }: Course, { names }: Side): Thing[] =>
  appeals.map((step) =>
    thing(`appeals/${step.id}`, step.id, 'step of an appeal', step.title, step.origin, [
      words('called', step.title),
      refs('from', step.from, names.role),
      ref('to', step.to, names.role),
      refs('against', step.against, names.event),
      yesNo('in writing', step.inWriting),
      words('saying', step.saying),
      words('lodged within', step.lodgedWithin && spanInWords(step.lodgedWithin)),
      ref('after', step.after, names.thing),
    ]),
  );

/** Of several ways back the first that holds applies, so their order is a thing of its own. */
const wayBack = (course: Course, { bundle }: Side): Thing[] =>
  course.returns.length < 2
    ? []
    : [
        thing('course/returns', 'returns', 'return', 'The ways back', { at: bundle.programme.origin.at, clauses: [] }, [
          order(
            'among the ways back',
            course.returns.map(({ id }) => [id, headingOf(id)]),
          ),
        ]),
      ];

/** Appointments are told of in the outline; what they bring is named after them. */
const appointmentsOf = ({ bundle }: Side): Thing[] =>
  (bundle.outline.find(({ id }) => id === 'appointments')?.items ?? []).map((item) =>
    thing(`appointments/${item.id}`, item.id, 'appointment', item.heading, item, [
      words('called', item.heading),
      setOf('is', item.says),
    ]),
  );

/** Takes one side; gives all that it says of time. */
export const courseThings = (side: Side): Thing[] => {
  const { course } = side.bundle;
  if (!course) return [];
  const { sessions } = course;
  const derived = course.derived.filter(({ from }) => from.kind !== 'places');
  return [
    ...(sessions ? [sessionsThing(sessions, side), ...partsOfSessions(sessions, side)] : []),
    ...course.groups.map((group) => groupThing(group, side)),
    ...appointmentsOf(side),
    ...recordsOf(course, side),
    ...derived.map((fact) =>
      thing(fact.id, fact.id, 'derived fact', capital(fact.called), fact.origin, [
        words('called', fact.called),
        ref('for each', fact.scope, scopeSays(side)),
        setOf(
          'options',
          fact.options.map(({ label }) => label),
        ),
        ...derivationFacets(fact.from, side.names),
      ]),
    ),
    ...course.rules.map((rule) =>
      thing(`rules/${rule.id}`, rule.id, 'rule', headingOf(rule.id), rule.origin, [
        ...opened(rule, side),
        ...ruleFacets(rule, side),
      ]),
    ),
    ...course.duties.map((duty) =>
      thing(`duties/${duty.id}`, duty.id, 'duty', headingOf(duty.id), duty.origin, [
        ...opened(duty, side),
        ...dutyFacets(duty, side),
      ]),
    ),
    ...stepsOf(course, side),
    ...returnsOf(course, side),
    ...wayBack(course, side),
    ...appealsOf(course, side),
  ];
};
