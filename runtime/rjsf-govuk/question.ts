/** What a question's templates and its widget must agree on: its ids, its shape, and the options of its uiSchema. */
import {
  descriptionId,
  errorId,
  type FieldPathId,
  getSchemaType,
  getUiOptions,
  helpId,
  type Registry,
  type RJSFSchema,
  type UiSchema,
  type WidgetProps,
} from '@rjsf/utils';

/** The ids that describe a control, only those of elements that are there; nothing where there are none. */
export function describedBy(
  id: string,
  has: { description?: unknown; help?: unknown; errors?: readonly unknown[] | undefined },
): string | undefined {
  const ids = [
    has.description ? descriptionId(id) : '',
    has.help ? helpId(id) : '',
    has.errors?.some(Boolean) ? errorId(id) : '',
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The same for a widget that is one control, from what rjsf tells a widget. */
export function widgetDescribedBy(props: WidgetProps): string | undefined {
  const { id, options, schema, uiSchema, registry } = props;
  const all = getUiOptions(uiSchema, registry.globalUiOptions);
  const ids = describedBy(id, {
    description: options.description || all.description || schema.description,
    help: options.help || all.help,
    errors: errorsOf(props),
  });
  const also = typeof options.describedByAlso === 'string' ? options.describedByAlso : '';
  return [also, ids].filter(Boolean).join(' ') || undefined;
}

/** The errors that a widget shows. */
export function errorsOf({ rawErrors, hideError }: WidgetProps): string[] {
  return hideError ? [] : (rawErrors ?? []).filter(Boolean);
}

/** `single`: one control and its label; `group`: a fieldset of controls; `tick`: one box with its words beside it. */
export type Shape = 'single' | 'group' | 'tick' | 'container';

const groups = new Set([
  'radio',
  'checkboxes',
  'date',
  'date-time',
  'datetime',
  'alt-date',
  'alt-datetime',
  'RadioWidget',
  'CheckboxesWidget',
  'DateWidget',
  'DateTimeWidget',
]);

/** How a question is marked up, from its schema and its widget's name. */
export function shapeOf(schema: RJSFSchema, uiSchema: UiSchema | undefined, registry: Registry): Shape {
  const { widget, field, kind } = getUiOptions(uiSchema);
  const type = getSchemaType(schema);
  const isSelect = registry.schemaUtils.isSelect(schema);
  if (field || type === 'object' || type === 'null' || !type) return 'container';
  if (typeof widget === 'string' && groups.has(widget)) return 'group';
  if (!widget && kind === 'date-time') return 'group';
  if (type === 'array') {
    if (registry.schemaUtils.isMultiSelect(schema)) return 'group';
    return widget || registry.schemaUtils.isFilesArray(schema, uiSchema) ? 'single' : 'container';
  }
  if ((schema.oneOf || schema.anyOf) && !isSelect && type !== 'boolean') return 'group';
  if (type === 'boolean') return !widget || widget === 'checkbox' ? 'tick' : 'single';
  return !widget && !isSelect && schema.format && groups.has(schema.format) ? 'group' : 'single';
}

/** The words of a button's value: `add:partners`, `remove:partners:0`. */
export function deed(verb: string, path: FieldPathId['path']): string {
  return [verb, ...path].join(':');
}

/** The path in a bracketed field name: `root[partners][0][name]`. */
export function pathInName(name: string): string[] {
  return Array.from(name.matchAll(/\[([^\]]+)\]/g), (found) => found[1] ?? '');
}

/** Whether a question is one entry of a list. */
export function isEntry({ path }: FieldPathId): boolean {
  return typeof path.at(-1) === 'number';
}

/** The classes that a definition asked for, without rjsf's own. */
export function ownClasses(classNames = ''): string {
  return classNames
    .split(/\s+/)
    .filter((name) => name && !name.startsWith('rjsf-'))
    .join(' ');
}

/** Class names, with the empty ones left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
