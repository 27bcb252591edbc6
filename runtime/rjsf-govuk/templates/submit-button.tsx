import { getSubmitButtonOptions, getUiOptions, type SubmitButtonProps, type UiSchema } from '@rjsf/utils';
import { classes } from '../question.js';

function settings(uiSchema: UiSchema | undefined) {
  const { submitText, norender, props = {} } = getSubmitButtonOptions(uiSchema);
  const own = getUiOptions(uiSchema).submitButtonOptions?.submitText;
  return { words: own ? submitText : 'Continue', norender, props };
}

/** The button that goes on. */
export function SubmitButton({ uiSchema }: SubmitButtonProps) {
  const { words, norender, props } = settings(uiSchema);
  if (norender) return null;
  return (
    <button type="submit" {...props} className={classes('govuk-button', props.className)}>
      {words}
    </button>
  );
}

/**
 * Enter in a text box presses the first submit button of a form. Without this one that could be "Remove partner 1",
 * so it stands before all others, does what going on does, and nobody meets it by Tab, by eye or by ear.
 */
export function DefaultButton({ uiSchema, disabled }: { uiSchema: UiSchema | undefined; disabled: boolean }) {
  const { words, norender, props } = settings(uiSchema);
  const same = norender ? {} : { name: props.name, value: props.value };
  return (
    <button
      type="submit"
      {...same}
      className="rubric-default-button"
      tabIndex={-1}
      aria-hidden="true"
      disabled={disabled}
    >
      {words}
    </button>
  );
}
