/** The section on sessions: its names, its traits, its order; its sums stand apart. */
import type { ClauseFinder } from '../../language/constructs/origin.js';
import { knownKinds, knownTraits } from '../../language/constructs/session-defaults.js';
import { isText, titleOf, topicsOf, type WrittenSessions } from '../../language/constructs/sessions.js';
import { toKebab, type Written } from '../../language/shape/shape.js';
import { nearest } from '../../problem/nearest.js';
import type { Problem } from '../../problem/problem.js';
import { raiseSessions } from './session-problems.js';
import { checkSums } from './session-sums.js';

type Report = (problem: Problem) => void;

const checkPhaseNames = (written: WrittenSessions, report: Report): void => {
  const known = (written.phases ?? []).map(({ id }) => id);
  const ofTopics = topicsOf(written.topics).flatMap((topic) => ('topic' in topic && topic.phase ? [topic.phase] : []));
  for (const { value: name, at } of [...(written.counts ?? []), ...ofTopics])
    if (!known.includes(name)) report(raiseSessions('sessions/no-such-phase', at, { name, known }));
  const seen = new Set<string>();
  for (const { value: name, at } of written.counts ?? []) {
    if (seen.has(name)) report(raiseSessions('sessions/counted-twice', at, { name }));
    seen.add(name);
  }
};

const checkKinds = (written: WrittenSessions, report: Report): void => {
  const declared = (written.kinds ?? []).map(({ id }) => id);
  const known = [...new Set([...declared, ...knownKinds.map(({ id }) => id)])];
  const check = ({ value: name, at }: Written<string>): void => {
    if (!known.includes(name)) report(raiseSessions('sessions/no-such-kind', at, { name, known }));
  };
  for (const { value } of written.phases ?? []) if (value?.kind) check(value.kind);
  for (const { id, value } of written.kinds ?? [])
    for (const replaced of value && !isText(value) ? (value['may-replace'] ?? []) : []) {
      check(replaced);
      if (replaced.value === id) report(raiseSessions('sessions/replaces-itself', replaced.at, { name: id }));
    }
};

/** A document that keeps a kind of session to one part and has it in another says two things. */
const checkKindsElsewhere = (written: WrittenSessions, clauses: ClauseFinder, report: Report): void => {
  const phases = written.phases ?? [];
  const known = phases.map(({ id }) => id);
  for (const { id: name, value } of written.kinds ?? []) {
    const onlyIn = value && !isText(value) ? value['only-in'] : undefined;
    const [first] = onlyIn ?? [];
    if (!value || isText(value) || !onlyIn || !first) continue;
    for (const { value: phase, at } of onlyIn)
      if (!known.includes(phase)) report(raiseSessions('sessions/no-such-phase', at, { name: phase, known }));
    const only = onlyIn.map((each) => each.value);
    const elsewhere = phases.filter((phase) => phase.value?.kind?.value === name && !only.includes(phase.id));
    if (elsewhere.length === 0 || value.reading) continue;
    const related = elsewhere.map(({ idAt }) => ({ at: idAt, message: 'It is held here.' }));
    const particulars = { name, only, elsewhere: elsewhere.map(({ id }) => id), clauses: clauses(value.clause ?? []) };
    report(raiseSessions('sessions/kind-elsewhere', first.at, particulars, related));
  }
};

const checkTopicNames = (written: WrittenSessions, report: Report): void => {
  const topics = topicsOf(written.topics);
  const known = topics.map((topic) => titleOf(topic).value);
  const first = new Map<string, Problem['at']>();
  for (const topic of topics) {
    const { value: title, at } = titleOf(topic);
    const earlier = first.get(toKebab(title));
    const related = earlier ? [{ at: earlier, message: 'It is listed here first.' }] : [];
    if (earlier) report(raiseSessions('sessions/topic-twice', at, { title }, related));
    else first.set(toKebab(title), at);
    const after = 'topic' in topic ? topic['best-after'] : undefined;
    if (after && !known.includes(after.value))
      report(raiseSessions('sessions/no-such-topic', after.at, { name: after.value, known }));
  }
};

const checkInTurn = (written: WrittenSessions, clauses: ClauseFinder, report: Report): void => {
  if (!written.topics || Array.isArray(written.topics)) return;
  const inTurn = (written.topics.clause ?? []).filter((ref) => ref.inTurn);
  const [ref] = inTurn;
  const count = clauses(inTurn).length;
  const topics = topicsOf(written.topics).length;
  // A range that is not there, or in a definition without clauses, has been answered already.
  if (ref && count > 2 && count !== topics)
    report(raiseSessions('sessions/in-turn', ref.at, { clauses: count, topics }));
};

/** So few slips make a trait of the provider's own look like one that the engine reads. */
const slips = 2;

const checkOutcomes = (written: WrittenSessions, report: Report): void => {
  const { outcomes } = written;
  if (!outcomes) return;
  for (const { id: outcome, value } of outcomes)
    for (const { id: trait, idAt } of value ?? []) {
      if (knownTraits.includes(trait)) continue;
      const meant = nearest(trait, knownTraits, slips);
      if (meant) report(raiseSessions('sessions/trait-misspelt', idAt, { trait, meant, outcome }));
    }
  const credited = outcomes.some(({ value }) => value?.some(({ id, value: is }) => id === 'credited' && is?.value));
  const [first] = outcomes;
  const misread = outcomes.some(({ value }) => !value || value.some(({ id }) => !knownTraits.includes(id)));
  if (first && !credited && !misread && written.total)
    report(raiseSessions('sessions/nothing-credited', first.idAt, {}));
};

const checkOrder = (written: WrittenSessions, report: Report): void => {
  let earlier: string | undefined;
  for (const { id, idAt, value } of written.phases ?? []) {
    if (!value) continue;
    if (!value['before-start']?.value) earlier ??= id;
    else if (earlier !== undefined) report(raiseSessions('sessions/before-start-late', idAt, { phase: id, earlier }));
  }
  const [moved] = written['end-moves-with'] ?? [];
  if (moved && !written.lasts) report(raiseSessions('sessions/no-end', moved.at, {}));
};

/** Checks the section by itself. */
export const checkSessions = (written: WrittenSessions, clauses: ClauseFinder, report: Report): void => {
  checkPhaseNames(written, report);
  checkKinds(written, report);
  checkKindsElsewhere(written, clauses, report);
  checkTopicNames(written, report);
  checkInTurn(written, clauses, report);
  checkOutcomes(written, report);
  checkOrder(written, report);
  if (!written.faulty) checkSums(written, report);
};
