/** What was kept of a form, to be shown and sent again. */

/** Takes what a form sent, gives its fields with the names that they had. */
export const flatFields = (body: unknown, name = ''): { name: string; value: string }[] => {
  if (typeof body === 'string') return [{ name, value: body }];
  if (!body || typeof body !== 'object') return [];
  return Object.entries(body).flatMap(([key, value]) => flatFields(value, name === '' ? key : `${name}[${key}]`));
};

/** What a person would have to type again: what has a space, or is longer than a choice. Hidden fields are not. */
export const writtenTexts = (body: Record<string, unknown>): string[] =>
  flatFields(body)
    .filter(({ name }) => !['key', 'version', 'next', 'seen', 'do'].includes(name))
    .map(({ value }) => value)
    .filter((value) => /\s/.test(value.trim()) || value.length > 30);
