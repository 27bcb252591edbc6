import { type ErrorListProps, type Registry, type RJSFSchema, type RJSFValidationError, toPath } from '@rjsf/utils';
import { type MouseEvent, useEffect, useRef } from 'react';

/** A fault in one of several ticked boxes is a fault of the question. */
function pathOf(error: RJSFValidationError, root: RJSFSchema, registry: Registry): string[] {
  const path: string[] = [];
  let schema: RJSFSchema | undefined = root;
  for (const step of toPath((error.property ?? '').replace(/^\./, ''))) {
    const here: RJSFSchema | undefined = schema && registry.schemaUtils.retrieveSchema(schema);
    if (here?.type === 'array' && registry.schemaUtils.isMultiSelect(here)) break;
    path.push(step);
    const next: unknown = here?.type === 'array' ? here.items : here?.properties?.[step];
    schema = next && typeof next === 'object' && !Array.isArray(next) ? (next as RJSFSchema) : undefined;
  }
  return path;
}

/** The browser moves the focus by itself; with JavaScript on, the words of the question come into view as well. */
function show(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (!control) return;
  event.preventDefault();
  const words =
    control.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${control.id}"]`);
  (words ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
}

/** The summary of all errors, each a link to its question. It takes the focus when it appears. */
export function ErrorList({ errors, registry, schema }: ErrorListProps) {
  const box = useRef<HTMLDivElement>(null);
  const { idPrefix, idSeparator } = registry.globalFormOptions;
  const seen = new Set<string>();
  const lines = errors.flatMap((error) => {
    const path = pathOf(error, schema, registry);
    const id = path.length > 0 ? [idPrefix, ...path].join(idSeparator) : '';
    const words = error.message ?? error.stack;
    const key = `${id} ${words}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ key, id, words }];
  });
  const all = lines.map((line) => line.key).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other errors are a new summary, and take the focus again
  useEffect(() => box.current?.focus(), [all]);
  return (
    <div ref={box} className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {lines.map(({ key, id, words }) => (
              <li key={key}>
                {id ? (
                  <a href={`#${id}`} onClick={show}>
                    {words}
                  </a>
                ) : (
                  words
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
