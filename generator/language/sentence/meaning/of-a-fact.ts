/** Which check belongs to what is said of which family of facts. */
import type { SaysAnswered, SaysApart, SaysBetween, SaysCompares, SaysDated, SaysIs, SaysOfAFact } from '../ast.js';
import { objectOf } from '../english/subject.js';
import { fault } from '../fault.js';
import { today } from '../scope.js';
import { type Checking, familyOf, type Outcome, saying, whatIs } from './checking.js';
import { checkApart, checkDateBetween, checkDateCompares, checkDated, checkDateIs } from './dates.js';
import { checkEmpty } from './empty.js';
import { checkApplicable, isOfApplicable } from './not-applicable.js';
import { checkNumberBetween, checkNumberCompares, checkNumberIs } from './numbers.js';
import { checkOptions, idsSaid, optionsOf } from './options.js';

/** Takes what is said of a fact; gives the condition, or what is wrong with saying it. */
export const checkOfAFact = (checking: Checking<SaysOfAFact>): Outcome => {
  const { says } = checking;
  switch (says.kind) {
    case 'is':
      return checkEmpty({ ...checking, says }) ?? checkIs({ ...checking, says });
    case 'compares':
      return checkCompares({ ...checking, says });
    case 'between':
      return checkBetween({ ...checking, says });
    case 'dated':
    case 'apart':
      return checkDates({ ...checking, says });
    case 'answered':
      return checkAnswered({ ...checking, says });
    case 'met':
      return metOfAFact(checking);
  }
};

const checkIs = (checking: Checking<SaysIs>): Outcome => {
  const family = familyOf(checking.fact);
  if (family === 'options') return checkOptions(checking);
  if (family === 'date') return checkDateIs(checking);
  if (family === 'number') return checkNumberIs(checking);
  return isOfApplicable(checking.says) ? checkApplicable(checking) : onlyAnswered(checking);
};

const onlyAnswered = ({ sentence, says, fact }: Checking): Outcome => {
  const name = sentence.subject.text;
  return familyOf(fact) === 'entries'
    ? { faults: [fault('sentence/entries-compared', says, { name })] }
    : { faults: [fault('sentence/text-compared', says, { name, what: whatIs(fact) })] };
};

const isTextual = ({ fact }: Checking): boolean => ['text', 'entries'].includes(familyOf(fact));

const checkCompares = (checking: Checking<SaysCompares>): Outcome => {
  const family = familyOf(checking.fact);
  if (family === 'number') return checkNumberCompares(checking);
  if (family === 'date') return checkDateCompares(checking);
  return isTextual(checking) ? onlyAnswered(checking) : notANumber(checking);
};

const checkBetween = (checking: Checking<SaysBetween>): Outcome => {
  const family = familyOf(checking.fact);
  if (family === 'number') return checkNumberBetween(checking);
  if (family === 'date') return checkDateBetween(checking);
  return isTextual(checking) ? onlyAnswered(checking) : notANumber(checking);
};

const notANumber = ({ sentence, says, fact }: Checking): Outcome => {
  const name = sentence.subject.text;
  return {
    faults: [fault('sentence/not-a-number', says, { name, what: whatIs(fact), advice: nameAnOption(name, fact) })],
  };
};

const nameAnOption = (name: string, fact: Checking['fact']): string => {
  const [first] = optionsOf(fact);
  return first ? `Name an option: ${name} is ${first.id}` : 'Name a number.';
};

const checkDates = (checking: Checking<SaysDated | SaysApart>): Outcome => {
  const { says, sentence, fact } = checking;
  if (familyOf(fact) !== 'date') {
    if (isTextual(checking)) return onlyAnswered(checking);
    const hyphened = optionOn(checking);
    if (hyphened) return hyphened;
    const name = sentence.subject.text;
    const advice =
      familyOf(fact) === 'number'
        ? `Compare it with a figure, for example: ${name} is at least 3`
        : nameAnOption(name, fact);
    return { faults: [fault('sentence/not-a-date', says, { name, what: whatIs(fact), advice })] };
  }
  return says.kind === 'dated' ? checkDated({ ...checking, says }) : checkApart({ ...checking, says });
};

/** `stage is on programme`, of an option `on-programme`. */
const optionOn = ({ says, sentence, fact }: Checking<SaysDated | SaysApart>): Outcome | undefined => {
  if (says.kind !== 'dated' || says.than.kind !== 'word') return undefined;
  const { start, end, than } = says;
  const option = `${says.order}-${than.text}`;
  if (!idsSaid(fact).includes(option)) return undefined;
  const found = `${says.order.replaceAll('-', ' ')} ${than.text}`;
  return {
    faults: [fault('sentence/spaces', says, { found, name: option })],
    meant: saying(sentence, { kind: 'is', values: [{ kind: 'word', text: option, start, end }], start, end }),
  };
};

const checkAnswered = ({ sentence, says, fact }: Checking<SaysAnswered>): Outcome => {
  const name = sentence.subject.text;
  if (sentence.negated) return { faults: [fault('sentence/not-answered', says, { name })] };
  if (fact.id === today.id)
    return { faults: [fault('sentence/always-or-never', says, { name, always: true, limits: 'always known' })] };
  return {
    lowered: {
      kind: 'answered',
      fact: fact.id,
      negated: false,
      reads: `an answer is recorded for ${objectOf(fact)}`,
    },
  };
};

const metOfAFact = ({ sentence, says, fact }: Checking): Outcome => {
  const found = fault('sentence/met-of-a-fact', says, { name: sentence.subject.text, what: whatIs(fact) });
  const { start, end } = says;
  const value = { kind: 'word', text: sentence.negated ? 'no' : 'yes', start, end } as const;
  const meant = saying(sentence, { kind: 'is', values: [value], start, end }, false);
  return { faults: [found], ...(fact.kind === 'yes-no' && { meant }) };
};
