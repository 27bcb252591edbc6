/** A context in which every sentence stands for itself, so that a section can be lowered alone. */
import type { At, CourseCondition } from '../../../../engine/contract/index.js';
import type { Construct } from '../../../../generator/language/construct.js';
import { type ClauseRef, originOf } from '../../../../generator/language/constructs/origin.js';
import { loadYaml } from '../../../../generator/load/yaml.js';
import type { CourseContext } from '../../../../generator/lower/course/context.js';
import type { Problem } from '../../../../generator/problem/problem.js';

/** Reads the section that a text holds alone; fails where it has a problem. */
export const readSection = <T>({ word, shape }: Construct<T>, content: string): T => {
  const { root, problems } = loadYaml({ file: 'section.yaml', content });
  const entry = root?.entries.find(({ key }) => key.text === word);
  if (!entry?.value) throw new Error(`no section ${word}`);
  const told: Problem[] = [...problems];
  const read = shape.read(entry.value, { report: (problem) => told.push(problem), at: entry.key.at, name: word });
  if (told.length > 0 || read === undefined) throw new Error(told.map((each) => each.message).join('\n'));
  return read;
};

const numbered = (clause: string): number => Number(clause.replace(/^EX-/, ''));
const clauses = (refs: ClauseRef[]): string[] =>
  refs.flatMap(({ from, to }) => {
    const count = numbered(to) - numbered(from) + 1;
    return Array.from({ length: count }, (_, i) => `EX-${String(numbered(from) + i).padStart(3, '0')}`);
  });

const met = (reads: string, at: At): CourseCondition => ({ kind: 'answered', negated: false, fact: 'x', reads, at });

/** Criteria are those given; every event and every fact exists; a clause says “The clause EX-001.”. */
export const contextForTests = (criteria: string[] = []): CourseContext => ({
  report: (problem) => {
    throw new Error(problem.message);
  },
  condition: (written) => {
    if (written.kind === 'sentence') return met(written.node.text, written.at);
    return met(written.kind, written.at);
  },
  isCriterion: (name) => criteria.includes(name),
  criterionMet: (name, at) => met(`${name} is met`, at),
  event: ({ value }) => value,
  derived: ({ value }) => value,
  called: (role) => role.replaceAll('-', ' '),
  clauses,
  origin: (written, at, inherited) => originOf(written, at, clauses, inherited),
  words: (own, origin, otherwise) => own ?? (origin.clauses[0] ? `The clause ${origin.clauses[0]}.` : otherwise),
});
