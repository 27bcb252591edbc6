import { type FormProps, withTheme } from '@rjsf/core';
import { bracketNameGenerator } from '@rjsf/utils';
import { theme } from './theme.js';

/** Makes a form in this theme with rjsf's own defaults. */
export const generateForm = () => withTheme(theme);

const ThemedForm = generateForm();
const defaults: FormProps['experimental_defaultFormStateBehavior'] = { constAsDefaults: 'never' };

/**
 * A form that works without JavaScript: no HTML5 validation, names in brackets, the error summary on top, and no option
 * chosen before somebody chooses it. Takes what rjsf's `Form` takes.
 */
export function GovukForm(props: FormProps) {
  return (
    <ThemedForm
      noHtml5Validate
      showErrorList="top"
      nameGenerator={bracketNameGenerator}
      experimental_defaultFormStateBehavior={defaults}
      {...props}
    />
  );
}
