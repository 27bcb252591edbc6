/** Rules and duties as written, made plain: ladders, grounds and questions between become rules of their own. */
import type { At, Force, Id } from '../../../engine/contract/index.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import type { WrittenDuty } from '../../language/constructs/duties.js';
import type { ClauseRef, WrittenOrigin } from '../../language/constructs/origin.js';
import {
  forceKeys,
  ordinals,
  type WrittenConsequence,
  type WrittenEffect,
  type WrittenGround,
  type WrittenRule,
  type WrittenStep,
} from '../../language/constructs/rules.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Named, Written } from '../../language/shape/shape.js';
import type { Problem } from '../../problem/problem.js';
import { plainDocuments } from '../documents/plain-documents.js';
import { raiseRule } from './rule-problems.js';

/** What opens a rule or a duty, before its sentence is read. */
export type Opens =
  | { kind: 'when' | 'after'; written: WrittenCondition; where?: WrittenCondition }
  | { kind: 'nth'; event: Written<string>; where?: WrittenCondition; nth: number; onwards: boolean; since?: Id }
  | { kind: 'happens'; event: Id }
  | { kind: 'given'; fact: Id; anyOf: Id[] }
  | { kind: 'missed'; duty: Id };

interface Plain {
  id: Id;
  idAt: At;
  chapter: string;
  within?: Id;
  opens: Opens;
  onlyWhen: WrittenCondition[];
  unless: WrittenCondition[];
  until: Written<Id>[];
  forEach?: Written<Id>;
  force: Force;
  /** Where the force stands. */
  forceAt: At;
  effects: Written<string>[];
  by: Written<Id>[];
  reason?: string;
  written: WrittenOrigin;
  /** The clauses of what it is declared under. */
  inherited: ClauseRef[];
}
export interface PlainRule extends Plain {
  either: boolean;
  then: Written<string>[];
  /** The judgement that it asks for. */
  asks?: Id;
  confirmedBy: Written<Id>[];
}
export interface PlainDuty extends Plain {
  duty: WrittenDuty;
}
/** A judgement that a rule declares. */
export interface AskedByRule {
  id: Id;
  idAt: At;
  asks: string;
  judgedBy?: Written<Id>[];
  looksAt?: Written<Id>[];
  written: WrittenOrigin;
}
/** A happening that a ground declares. */
export interface HappensByGround {
  id: Id;
  idAt: At;
  says: string;
  written: WrittenOrigin;
}
export interface Plainly {
  rules: PlainRule[];
  duties: PlainDuty[];
  asks: AskedByRule[];
  happens: HappensByGround[];
}

type Report = (problem: Problem) => void;
/** What a rule hands down to its steps and grounds. */
type Frame = Pick<
  PlainRule,
  'chapter' | 'onlyWhen' | 'unless' | 'until' | 'forEach' | 'inherited' | 'confirmedBy' | 'by'
> & { within?: Id; effect?: ReturnType<typeof effectOf> };

const present = <T>(...values: (T | undefined)[]): T[] => values.filter((each) => each !== undefined);

const textsOf = (written: WrittenEffect): { texts: Written<string>[]; either: boolean } => {
  if (Array.isArray(written)) return { texts: written, either: false };
  return 'either' in written ? { texts: written.either, either: true } : { texts: [written], either: false };
};

/** Of the forces that stand there, the one; several are reported. */
const effectOf = (id: Id, written: WrittenConsequence, report: Report) => {
  const keys = forceKeys.filter((key) => written[key] !== undefined);
  const [force, second] = keys;
  if (!force) return undefined;
  if (second) report(raiseRule('rule/two-forces', written.at, { id, keys }));
  const { texts, either } = textsOf(written[force] as WrittenEffect);
  return { force, texts, either, at: texts[0]?.at ?? written.at };
};

const endsPlace = (texts: Written<string>[] = []): boolean =>
  texts.some(({ value }) => /^(?:close|suspend|transfer)\b/.test(value.trim()));

/** The chapters that hold rules, in the order in which they are told. */
export const ruleChapters = ['rules', 'attendance', 'conduct', 'safeguarding'] as const;
export const dutyChapters = ['duties', 'partners'] as const;

/** Takes a definition; gives its rules and duties, each plain, in the order written. */
export const plainly = (definition: WrittenDefinition, report: Report): Plainly => {
  const all: Plainly = { rules: [], duties: [], asks: [], happens: [] };

  const addRule = (id: Id, idAt: At, opens: Opens, written: WrittenConsequence, frame: Frame, asks?: Id): void => {
    const effect = effectOf(id, written, report) ?? frame.effect;
    if (!effect && !asks) {
      if (!written.faulty) report(raiseRule('rule/no-force', idAt, { id }));
      return;
    }
    all.rules.push({
      id,
      idAt,
      chapter: frame.chapter,
      ...(frame.within && { within: frame.within }),
      opens,
      onlyWhen: [...frame.onlyWhen, ...present(written['only-when'])],
      unless: [...frame.unless, ...present(written.unless)],
      until: [...new Set([...frame.until, ...(written.until ?? [])])],
      ...(frame.forEach && { forEach: frame.forEach }),
      force: effect?.force ?? 'must',
      forceAt: effect?.at ?? idAt,
      effects: effect?.texts ?? [],
      either: effect?.either ?? false,
      // biome-ignore lint/suspicious/noThenProperty: the word of the language
      then: written.then ?? [],
      ...(asks && { asks }),
      confirmedBy: written['confirmed-by'] ?? frame.confirmedBy,
      by: written.by ?? frame.by,
      ...(written.reason && { reason: written.reason.value }),
      written,
      inherited: frame.inherited,
    });
  };

  /** A step, and what follows the answer to its question. */
  const addStep = (id: Id, idAt: At, opens: Opens, written: WrittenStep, frame: Frame): void => {
    const question = written['then-asks'];
    const asked = question && `${id}-asks`;
    addRule(id, idAt, opens, written, frame, asked);
    const answers = { yes: written['if-yes'], no: written['if-no'] };
    if (!question || !asked) {
      for (const part of present(answers.yes, answers.no)) report(raiseRule('rule/no-question', part.at, { id }));
      return;
    }
    all.asks.push({
      id: asked,
      idAt: question.at,
      asks: question.value,
      ...(written['judged-by'] && { judgedBy: written['judged-by'] }),
      ...(written['looks-at'] && { looksAt: written['looks-at'] }),
      written,
    });
    const inherited = written.clause ?? frame.inherited;
    const inner: Frame = { ...frame, within: id, inherited };
    // Whoever answers has judged; unless somebody else is named, that person confirms what ends his place.
    const judges = frame.confirmedBy.length > 0 ? frame.confirmedBy : (written['judged-by'] ?? []);
    for (const [answer, part] of Object.entries(answers))
      if (part) {
        const given: Opens = { kind: 'given', fact: asked, anyOf: [answer] };
        const confirmedBy = endsPlace(effectOf(id, part, () => undefined)?.texts) ? judges : frame.confirmedBy;
        addRule(`${id}-if-${answer}`, part.at, given, part, { ...inner, confirmedBy, effect: undefined });
      }
  };

  const addLadder = (named: Named<WrittenRule>, written: WrittenRule, event: Written<string>, frame: Frame): void => {
    const since = written.until?.[0]?.value;
    const steps: [string, WrittenStep | undefined][] = ordinals.map((ordinal) => [ordinal, written[ordinal]]);
    const last = steps.findLastIndex(([, step]) => step);
    const all: [string, WrittenStep | undefined][] = [...steps.slice(0, last + 1), ['further', written.further]];
    if (last < 0 && !written.further) report(raiseRule('rule/no-steps', named.idAt, { id: named.id }));
    for (const [index, [name, step]] of all.entries()) {
      if (!step) {
        if (name !== 'further' && !written.faulty)
          report(raiseRule('rule/step-left-out', named.idAt, { id: named.id, step: name }));
        continue;
      }
      const opens: Opens = {
        kind: 'nth',
        event,
        ...(written.where && { where: written.where }),
        nth: index + 1,
        onwards: name === 'further',
        ...(since && { since }),
      };
      addStep(`${named.id}-${name}`, step.at, opens, step, frame);
    }
  };

  const addGround = ({ id, idAt, value }: Named<WrittenGround>, frame: Frame): void => {
    if (!value) return;
    const { happens, asks, when } = value;
    const kinds = present(happens && 'happens', asks && 'asks', when && 'when');
    if (kinds.length !== 1) {
      if (!value.faulty) report(raiseRule('rule/ground-kind', idAt, { id, kinds }));
      return;
    }
    if (happens) {
      all.happens.push({ id, idAt, says: happens.value, written: value });
      addRule(id, idAt, { kind: 'happens', event: id }, value, frame);
    } else if (asks) {
      const fact = `${id}-asked`;
      const looksAt = value['looks-at'];
      const judgedBy = value['judged-by'];
      all.asks.push({
        id: fact,
        idAt,
        asks: asks.value,
        ...(judgedBy && { judgedBy }),
        ...(looksAt && { looksAt }),
        written: value,
      });
      addRule(id, idAt, { kind: 'given', fact, anyOf: ['yes'] }, value, frame);
    } else if (when) addRule(id, idAt, { kind: 'when', written: when }, value, frame);
  };

  const opensOf = (written: WrittenRule | WrittenDuty): Opens | undefined => {
    const where = written.where && { where: written.where };
    if (written.when) return { kind: 'when', written: written.when, ...where };
    return written.after && { kind: 'after', written: written.after, ...where };
  };

  const ruleOf = (chapter: string, named: Named<WrittenRule>): void => {
    const { id, idAt, value: written } = named;
    if (!written) return;
    const within: Frame = {
      chapter,
      within: id,
      onlyWhen: present(written['only-when']),
      unless: present(written.unless),
      until: written.until ?? [],
      ...(written['for-each'] && { forEach: written['for-each'] }),
      inherited: written.clause ?? [],
      confirmedBy: written['confirmed-by'] ?? [],
      by: written.by ?? [],
    };
    const kinds = present(
      written.when && 'when',
      written.after && 'after',
      written.each && 'each',
      written.grounds && 'grounds',
    );
    if (kinds.length !== 1) {
      if (!written.faulty) report(raiseRule('rule/opening', idAt, { id, kinds, what: 'rule' }));
      return;
    }
    const steps = [...ordinals, 'further' as const].filter((key) => written[key]);
    if (steps.length > 0 && !written.each) report(raiseRule('rule/steps-without-each', idAt, { id }));
    if (written.each) addLadder(named, written, written.each, within);
    else if (written.grounds) {
      const effect = effectOf(id, written, report);
      for (const each of written.grounds) addGround(each, { ...within, effect });
    } else {
      const { within: _, ...own } = within;
      const opens = opensOf(written);
      if (opens) addStep(id, idAt, opens, written, { ...own, onlyWhen: [], unless: [], inherited: [] });
    }
  };

  const dutyOf = (chapter: string, { id, idAt, value: written }: Named<WrittenDuty>): void => {
    if (!written) return;
    const opening = opensOf(written) ?? (written.while && { kind: 'when' as const, written: written.while });
    const effect = effectOf(id, written, report);
    const both = written.when && written.after;
    if ((!opening || both) && !written.faulty)
      report(raiseRule('rule/opening', idAt, { id, kinds: both ? ['when', 'after'] : [], what: 'duty' }));
    if (!effect && !written.faulty) report(raiseRule('rule/no-force', idAt, { id }));
    if (!opening || !effect) return;
    const forEach = written['for-each'] ?? (chapter === 'partners' ? { value: 'partner', at: idAt } : undefined);
    all.duties.push({
      id,
      idAt,
      chapter,
      opens: opening,
      onlyWhen: present(written['only-when'], opensOf(written) ? written.while : undefined),
      unless: present(written.unless),
      until: written.until ?? [],
      ...(forEach && { forEach }),
      force: effect.force,
      forceAt: effect.at,
      effects: effect.texts,
      by: written.by ?? [],
      ...(written.reason && { reason: written.reason.value }),
      written,
      inherited: [],
      duty: written,
    });
    const missed = written['if-missed'];
    if (!missed) return;
    addRule(`${id}-missed`, missed.at, { kind: 'missed', duty: id }, missed, {
      chapter,
      within: id,
      onlyWhen: [],
      unless: [],
      until: [],
      ...(forEach && { forEach }),
      inherited: written.clause ?? [],
      confirmedBy: [],
      by: [],
    });
  };

  for (const chapter of ruleChapters) for (const named of definition[chapter] ?? []) ruleOf(chapter, named);
  for (const chapter of dutyChapters) for (const named of definition[chapter] ?? []) dutyOf(chapter, named);
  for (const { kind, duty } of plainDocuments(definition)) if (duty) dutyOf(`${kind}s`, duty);
  return all;
};
