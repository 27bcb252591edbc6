/** From a fault that ajv found to the sentence that a person reads; the same in the browser and on the server. */

/** The sentences of one form: by question, by JSON Schema keyword. Questions of an entry are `children.age`. */
export interface FormMessages {
  form: string;
  fields: Record<string, FieldMessages>;
}
export interface FieldMessages {
  /** The question, as it is asked. */
  ask: string;
  /** Nothing was answered. */
  required: string;
  /** By keyword, where it is another sentence than `required`. */
  [keyword: string]: string;
}

/** As ajv reports it, or as react-jsonschema-form hands it to `transformErrors`. */
export interface Fault {
  keyword?: string;
  name?: string;
  instancePath?: string;
  property?: string;
  schemaPath?: string;
  params?: { missingProperty?: string } & Record<string, unknown>;
}

/** A sentence, the question it is about, and where its answer stands: `["children", 0, "age"]`. */
export interface FieldFault {
  fact: string;
  path: (string | number)[];
  message: string;
}

/**
 * Takes a form's messages and a fault; gives the sentence for it, or nothing where another fault says it already
 * (`if`, or each `const` of a `oneOf` that failed) or no question of the form is meant. `value`, the answer at fault
 * where it is at hand, tells blank text from text that does not fit.
 */
export const messageFor = (messages: FormMessages, fault: Fault, value?: unknown): string | undefined =>
  fieldFault(messages, fault, value)?.message;

/** Takes faults and the answers they were found in; gives one sentence an answer, in the order of the questions. */
export const fieldFaults = (messages: FormMessages, faults: Fault[], answers: unknown = {}): FieldFault[] => {
  const order = Object.keys(messages.fields);
  const byPath = new Map<string, FieldFault>();
  for (const fault of faults) {
    const found = fieldFault(messages, fault, valueAt(answers, pathOf(fault)));
    if (found !== undefined && !byPath.has(keyOf(found.path))) byPath.set(keyOf(found.path), found);
  }
  const placed = [...byPath.values()].map((found) => ({ found, places: placesOf(order, found.path) }));
  placed.sort((a, b) => comparePlaces(a.places, b.places));
  return placed.map(({ found }) => found);
};

const fieldFault = (messages: FormMessages, fault: Fault, value?: unknown): FieldFault | undefined => {
  const keyword = fault.keyword ?? fault.name ?? '';
  if (silent.has(keyword) || insideAlternative(fault)) return undefined;
  const path = pathOf(fault);
  const missing = keyword === 'required' ? fault.params?.missingProperty : undefined;
  if (missing !== undefined && path.at(-1) !== missing) path.push(missing);
  const answered = answerPath(messages, path);
  const fields = answered === undefined ? undefined : messages.fields[answered.fact];
  if (answered === undefined || fields === undefined) return undefined;
  const blank = typeof value === 'string' && value.trim() === '';
  const message = (blank ? fields.required : fields[keyword]) ?? fields.required;
  return { ...answered, message };
};

/** `if` repeats what its `then` says. */
const silent = new Set(['if', 'const']);

const insideAlternative = ({ schemaPath = '' }: Fault): boolean => /\/(?:anyOf|oneOf)\/\d+\//.test(schemaPath);

const pathOf = (fault: Fault): (string | number)[] => {
  const steps =
    fault.instancePath === undefined
      ? (fault.property ?? '').match(/[^.[\]'"]+/g)
      : fault.instancePath.split('/').slice(1);
  return (steps ?? []).map((step) =>
    /^\d+$/.test(step) ? Number(step) : step.replace(/~1/g, '/').replace(/~0/g, '~'),
  );
};

/** The part of a path that leads to a question's answer: an option in a list of choices is no question. */
const answerPath = (
  messages: FormMessages,
  path: (string | number)[],
): { fact: string; path: (string | number)[] } | undefined => {
  const [first, index, local] = path;
  if (first === undefined) return undefined;
  const inner = `${first}.${local}`;
  if (path.length >= 3 && typeof index === 'number' && Object.hasOwn(messages.fields, inner)) {
    return { fact: inner, path: path.slice(0, 3) };
  }
  return Object.hasOwn(messages.fields, String(first)) ? { fact: String(first), path: [first] } : undefined;
};

const valueAt = (answers: unknown, path: (string | number)[]): unknown => {
  let value = answers;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
};

const keyOf = (path: (string | number)[]): string => JSON.stringify(path);

const placesOf = (order: string[], path: (string | number)[]): number[] => {
  const [first, index, local] = path;
  const places = [order.indexOf(String(first))];
  return typeof index === 'number' ? [...places, index, order.indexOf(`${first}.${local}`)] : places;
};

const comparePlaces = (a: number[], b: number[]): number => {
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const difference = (a[place] ?? -1) - (b[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
};
