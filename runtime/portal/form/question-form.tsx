import type { ErrorSchema, ValidatorType } from '@rjsf/utils';
import type { FormEvent } from 'react';
import { GovukForm } from '../../rjsf-govuk/index.js';
import { pageSchema } from './page-schema.js';
import { type Asked, seenOn } from './questions.js';
import type { TypedValues } from './typed-answers.js';
import type { FieldFault } from './validate-page.js';

/** Nothing is validated in the browser: the server's sentences are the only ones. */
const validator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({ errors: [] }),
};

const errorsAt = (faults: FieldFault[]): ErrorSchema => {
  const root: Record<string, unknown> = {};
  for (const { path, message } of faults) {
    let at = root;
    for (const step of path) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at.__errors = [...((at.__errors as string[] | undefined) ?? []), message];
  }
  return root as ErrorSchema;
};

const behaviour = {
  constAsDefaults: 'never',
  arrayMinItems: { populate: 'never' },
  emptyObjectFields: 'skipDefaults',
} as const;

/** Sends the form as a browser without scripts would. */
const sendPlainly = (_sent: unknown, event: FormEvent): void => {
  (event.target as HTMLFormElement).submit();
};

interface Props {
  asked: Asked[];
  typed: TypedValues;
  faults: FieldFault[];
  action: string;
  button: string;
  /** The key by which it is done once. */
  keyed?: string;
  onChange?: (typed: TypedValues) => void;
}

/** Questions as a form that is posted to `action`, with JavaScript or without. */
export const QuestionForm = ({ asked, typed, faults, action, button, keyed, onChange }: Props) => {
  const holdsFile = asked.some((one) => [one, ...one.inner].some(({ fact }) => fact.kind === 'file'));
  return (
    <GovukForm
      {...pageSchema(asked)}
      className="rubric-form"
      formData={typed}
      validator={validator}
      extraErrors={errorsAt(faults)}
      showErrorList={false}
      noValidate
      method="post"
      action={action}
      {...(holdsFile ? { enctype: 'multipart/form-data' } : {})}
      experimental_defaultFormStateBehavior={behaviour}
      onChange={({ formData }) => onChange?.((formData ?? {}) as TypedValues)}
      onSubmit={sendPlainly}
    >
      {keyed !== undefined && <input type="hidden" name="key" value={keyed} />}
      <input type="hidden" name="seen" value={seenOn(asked).join(' ')} />
      <div className="rubric-actions">
        <button type="submit" className="govuk-button" name="do" value="continue">
          {button}
        </button>
      </div>
    </GovukForm>
  );
};
