import { getTemplate, useFileWidgetProps, type WidgetProps } from '@rjsf/utils';
import type { ChangeEvent } from 'react';
import { deed, pathInName } from '../question.js';

const mark = ';base64,';

/** The name and the size in bytes of a data URL, without decoding it; nothing where it is none. */
function sent(dataUrl: unknown): { name: string; bytes: number } | undefined {
  if (typeof dataUrl !== 'string' || !dataUrl.startsWith('data:')) return undefined;
  const end = dataUrl.indexOf(mark);
  if (end < 0) return undefined;
  const name = /;name=([^;]*)/.exec(dataUrl.slice(0, end))?.[1] ?? '';
  const data = dataUrl.slice(end + mark.length).replace(/=+$/, '');
  return { name: decoded(name) || 'A file', bytes: Math.floor((data.length * 3) / 4) };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const sizeOf = (bytes: number) => {
  if (bytes <= 0) return '';
  return bytes < 1_000_000
    ? ` (${Math.max(1, Math.round(bytes / 1000))} kB)`
    : ` (${(bytes / 1_000_000).toFixed(1)} MB)`;
};

/**
 * A file, or several. A browser never shows again what was sent before, so its name stands above the box, with a
 * button that takes it away: `do=clear:letter` without JavaScript.
 */
export function FileWidget(props: WidgetProps) {
  const { id, htmlName, value, multiple, options, registry, disabled, readonly, onChange } = props;
  const { handleChange, handleRemove } = useFileWidgetProps(value, onChange, multiple);
  const BaseInput = getTemplate('BaseInputTemplate', registry, options);
  const { RemoveButton } = registry.templates.ButtonTemplates;
  const path = pathInName(htmlName ?? '');
  const clear = (index: number) => deed('clear', multiple ? [...path, index] : path);
  const files = (multiple && Array.isArray(value) ? value : [value]).map(sent);
  return (
    <>
      {files.some(Boolean) ? (
        <ul className="rubric-file govuk-list">
          {files.map((file, index) =>
            file ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may be the same
              <li key={index} className="rubric-file__sent">
                <span className="rubric-file__name">{`${file.name}${sizeOf(file.bytes)}`}</span>
                <RemoveButton
                  id={`${id}__clear${index > 0 ? index + 1 : ''}`}
                  name="do"
                  value={clear(index)}
                  disabled={disabled || readonly}
                  onClick={(event) => {
                    event.preventDefault();
                    handleRemove(index);
                  }}
                  registry={registry}
                >
                  Remove<span className="govuk-visually-hidden">{` ${file.name}`}</span>
                </RemoveButton>
              </li>
            ) : null,
          )}
        </ul>
      ) : null}
      <BaseInput
        {...props}
        type="file"
        value=""
        onChangeOverride={(event: ChangeEvent<HTMLInputElement>) => {
          if (event.target.files?.length) void handleChange(event.target.files);
        }}
      />
    </>
  );
}
