/**
 * The only importer of Handlebars. It stays on the server: to render, it builds code at run time, which a browser under
 * our policy refuses.
 */
import Handlebars from 'handlebars';
import type { DocumentData } from '../../../engine/contract/index.js';
import { type Context, into, outermost, type Read, resolved } from './paths.js';

/** An environment of our own, so that nobody's helpers or partials are found in it; and none but these four. */
const environment = Handlebars.create();
for (const helper of ['log', 'lookup']) environment.unregisterHelper(helper);

type Rendered = (data: DocumentData) => string;
const compiled = new Map<string, Rendered>();
/** Every edition of every document of some programmes; past it the oldest goes. */
const mostKept = 200;

const compile = (template: string): Rendered => {
  const kept = compiled.get(template);
  if (kept) return kept;
  const render = environment.compile<DocumentData>(template, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { if: true, unless: true, each: true, with: true, lookup: false, log: false },
  });
  const [oldest] = compiled.keys();
  if (compiled.size >= mostKept && oldest !== undefined) compiled.delete(oldest);
  compiled.set(template, render);
  return render;
};

/**
 * Takes a template and what it is filled with; gives the HTML, every value escaped. Throws where the template is no
 * Handlebars, or prints what the data does not have.
 */
export const renderTemplate = (template: string, data: DocumentData): string => compile(template)(data);

/** Something in a template whose paths cannot be followed, as it is written: a helper, a partial, unescaped output. */
interface Foreign {
  what: string;
  line: number;
}

/** Takes a template; gives what it reads, by its path from the top, and what of it cannot be followed. Throws where it is no Handlebars. */
export const anatomyOf = (template: string): { reads: Read[]; foreign: Foreign[] } => {
  const reader = new Reader();
  reader.accept(environment.parse(template));
  return { reads: reader.reads, foreign: reader.foreign };
};

type Path = hbs.AST.PathExpression;
const isPath = (node: hbs.AST.Expression | undefined): node is Path => node?.type === 'PathExpression';
const originalOf = (node: hbs.AST.Expression): string =>
  'original' in node ? String(node.original) : 'an expression in brackets';

/** Only handlers of nodes may be its methods: Handlebars finds them by the node's type. */
class Reader extends Handlebars.Visitor {
  reads: Read[] = [];
  foreign: Foreign[] = [];
  context: Context = outermost;

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    const { path, params, hash } = node;
    const line = node.loc.start.line;
    if (!node.escaped) this.foreign.push({ what: `{{{${originalOf(path)}}}}`, line });
    if (params.length > 0 || hash) this.foreign.push({ what: `{{${originalOf(path)} …}}`, line });
    if (isPath(path)) read(this, path, 'printed');
    else this.reads.push({ path: [originalOf(path)], use: 'printed', given: this.context.given, line });
    readAll(this, params, hash);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const { path, params, hash, program, inverse } = node;
    const [about, ...others] = params;
    const block = isPath(path) && path.depth === 0 && !path.data ? path.original : '';
    const outer = this.context;
    if (!isBlock(block) || !isPath(about) || others.length > 0 || hash) {
      this.foreign.push({ what: `{{#${originalOf(path)} …}}`, line: node.loc.start.line });
      readAll(this, params, hash);
    } else {
      const found = read(this, about, uses[block]);
      this.context = into(outer, block, found, program?.blockParams ?? []);
    }
    this.accept(program);
    this.context = block === 'unless' && isPath(about) ? into(outer, 'if', resolved(about, outer) ?? [], []) : outer;
    if (inverse) this.accept(inverse);
    this.context = outer;
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.foreign.push({ what: `(${originalOf(node.path)} …)`, line: node.loc.start.line });
    readAll(this, node.params, node.hash);
  }

  override PathExpression(node: Path): void {
    read(this, node, 'tested');
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    this.foreign.push({ what: '{{> …}}', line: node.loc.start.line });
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.foreign.push({ what: '{{#> …}}', line: node.loc.start.line });
  }

  override Decorator(node: hbs.AST.Decorator): void {
    this.foreign.push({ what: '{{* …}}', line: node.loc.start.line });
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.foreign.push({ what: '{{#* …}}', line: node.loc.start.line });
  }
}

const uses = { if: 'tested', unless: 'tested', each: 'listed', with: 'entered' } as const;
const isBlock = (name: string): name is keyof typeof uses => Object.hasOwn(uses, name);

const read = (reader: Reader, path: Path, use: Read['use']): string[] => {
  const line = path.loc.start.line;
  const found = resolved(path, reader.context);
  if (found === undefined) return [];
  reader.reads.push({ path: found, use, given: reader.context.given, line });
  return found;
};

const readAll = (reader: Reader, params: hbs.AST.Expression[], hash: hbs.AST.Hash | undefined): void => {
  for (const param of [...params, ...(hash?.pairs.map(({ value }) => value) ?? [])]) reader.accept(param);
};
