import type { IconButtonProps } from '@rjsf/utils';
import { classes } from '../question.js';

/** A button with words. One that has a value is a submit button, so that the server can do the same without JavaScript. */
function WordButton({ words, props }: { words: string; props: IconButtonProps }) {
  const { iconType: _1, icon: _2, registry: _3, uiSchema: _4, className, children, style: _5, ...rest } = props;
  return (
    <button
      formNoValidate={rest.value ? true : undefined}
      {...rest}
      type={rest.value ? 'submit' : 'button'}
      className={classes('govuk-button govuk-button--secondary', className)}
    >
      {children ?? words}
    </button>
  );
}

export const AddButton = (props: IconButtonProps) => <WordButton words="Add" props={props} />;
export const CopyButton = (props: IconButtonProps) => <WordButton words="Copy" props={props} />;
export const MoveDownButton = (props: IconButtonProps) => <WordButton words="Move down" props={props} />;
export const MoveUpButton = (props: IconButtonProps) => <WordButton words="Move up" props={props} />;
export const RemoveButton = (props: IconButtonProps) => <WordButton words="Remove" props={props} />;
export const ClearButton = (props: IconButtonProps) => <WordButton words="Clear" props={props} />;
