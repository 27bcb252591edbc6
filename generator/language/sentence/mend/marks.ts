/** Signs, quotes and punctuation, put into words or taken away. */
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { tokenize } from '../tokens.js';
import { toKebab } from '../words.js';
import { inPlaceOf, lower, type Mending, type Pass, stretch } from './mending.js';

const signs: Record<string, string> = {
  '=': 'is',
  '==': 'is',
  '===': 'is',
  '!=': 'is not',
  '!==': 'is not',
  '<>': 'is not',
  '≠': 'is not',
  '>=': 'is at least',
  '=>': 'is at least',
  '≥': 'is at least',
  '<=': 'is at most',
  '=<': 'is at most',
  '≤': 'is at most',
  '>': 'is more than',
  '<': 'is less than',
  '&': 'and',
  '&&': 'and',
  '|': 'or',
  '||': 'or',
};

/** `a == "b".` becomes `a is b`. Commas and slashes stay: they may join. */
export const mendMarks: Pass = (mending) => {
  const { faults } = mending;
  const tokens: Token[] = [];
  let { hopeless } = mending;
  let skip = -1;
  for (const [index, token] of mending.tokens.entries()) {
    if (index === skip) continue;
    if (token.kind === 'quoted') tokens.push(...unquote(token, faults));
    else if (token.kind === 'sign') {
      const words = wordsOfSign(token, index, tokens.at(-1));
      if (words === undefined) hopeless = true;
      faults.push(
        words === undefined
          ? fault('sentence/mark', token, { found: token.text })
          : fault('sentence/sign', token, { found: token.text, words: words === '' ? 'is' : words }),
      );
      tokens.push(...inPlaceOf(token, words ?? ''));
    } else if (isNotApplicable(mending.tokens, index)) {
      faults.push(
        fault('sentence/verb', stretch(mending.tokens.slice(index - 1, index + 2)), {
          found: 'n/a',
          words: 'not applicable',
        }),
      );
      tokens.splice(-1, 1, ...inPlaceOf(stretch(mending.tokens.slice(index - 1, index + 2)), 'not applicable'));
      skip = index + 1;
    } else if (token.kind !== 'mark' || ',;/'.includes(token.text)) tokens.push(token);
    else if (!faults.some((found) => found.code === 'sentence/mark' && found.particulars.found === token.text))
      faults.push(markFault(token, index === mending.tokens.length - 1));
  }
  return withoutLastComma({ tokens, faults, hopeless });
};

const isNotApplicable = (tokens: Token[], index: number): boolean =>
  tokens[index]?.text === '/' && lower(tokens[index - 1]) === 'n' && lower(tokens[index + 1]) === 'a';

const wordsOfSign = (token: Token, index: number, before: Token | undefined): string | undefined => {
  if (index === 0 && token.text === '!') return 'not';
  const words = Object.hasOwn(signs, token.text) ? signs[token.text] : undefined;
  const saidIs = before?.kind === 'word' && (before.text === 'is' || before.text === 'not');
  return saidIs && words?.startsWith('is') ? words.slice(3) : words;
};

const markFault = (token: Token, last: boolean) =>
  last && (token.text === '.' || token.text === '!')
    ? fault('sentence/full-stop', token, {})
    : fault('sentence/mark', token, { found: token.text });

const unquote = (token: Token, faults: Mending['faults']): Token[] => {
  faults.push(fault('sentence/quotes', token, { found: token.text }));
  const [inside] = tokenize(token.text.trim());
  const asIs = inside?.end === token.text.trim().length && (inside.kind === 'number' || inside.kind === 'date');
  const text = asIs && inside ? inside.text : toKebab(token.text);
  if (text === '') return [];
  return [{ kind: asIs && inside ? inside.kind : 'word', text, start: token.start, end: token.end }];
};

const withoutLastComma = (mending: Mending): Mending => {
  const last = mending.tokens.at(-1);
  if (last?.kind !== 'mark') return mending;
  mending.faults.push(fault('sentence/mark', last, { found: last.text }));
  return { ...mending, tokens: mending.tokens.slice(0, -1) };
};
