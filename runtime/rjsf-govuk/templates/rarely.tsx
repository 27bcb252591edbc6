/** The parts of rjsf that no definition needs and that a theme must still have. */
import {
  ADDITIONAL_PROPERTY_FLAG,
  buttonId,
  type CyclicSchemaExpandProps,
  type MultiSchemaFieldTemplateProps,
  type OptionalDataControlsTemplateProps,
  type UnsupportedFieldProps,
  type WrapIfAdditionalTemplateProps,
} from '@rjsf/utils';

/** A property that somebody named himself has a box for its name and a button that removes it. */
export function WrapIfAdditional(props: WrapIfAdditionalTemplateProps) {
  const { id, classNames, label, schema, children, onKeyRenameBlur, onRemoveProperty, registry } = props;
  const { disabled, readonly } = props;
  if (!(ADDITIONAL_PROPERTY_FLAG in schema)) return <div className={classNames || undefined}>{children}</div>;
  const { RemoveButton } = registry.templates.ButtonTemplates;
  return (
    <div className="rubric-entry rubric-entry--plain">
      <div className="govuk-form-group">
        <label className="govuk-label govuk-label--s" htmlFor={`${id}-key`}>
          Name of {label}
        </label>
        <input
          className="govuk-input"
          type="text"
          id={`${id}-key`}
          name={`${id}-key`}
          defaultValue={label}
          disabled={disabled}
          readOnly={readonly}
          onBlur={onKeyRenameBlur}
        />
      </div>
      <div className={classNames || undefined}>{children}</div>
      <RemoveButton
        id={buttonId(id, 'remove')}
        disabled={disabled || readonly}
        onClick={onRemoveProperty}
        uiSchema={props.uiSchema ?? {}}
        registry={registry}
      >
        Remove <span className="govuk-visually-hidden">{label}</span>
      </RemoveButton>
    </div>
  );
}

/** Which of several schemas, and the questions of the chosen one. */
export function MultiSchemaField({ selector, optionSchemaField }: MultiSchemaFieldTemplateProps) {
  return (
    <>
      <div className="govuk-form-group">{selector}</div>
      {optionSchemaField}
    </>
  );
}

/** Adds or takes away a group that may be left out altogether. */
export function OptionalDataControls({ id, label, onAddClick, onRemoveClick }: OptionalDataControlsTemplateProps) {
  const onClick = onAddClick ?? onRemoveClick;
  if (!onClick) {
    return (
      <span id={id} className="rubric-quiet">
        {label}
      </span>
    );
  }
  return (
    <button id={id} type="button" className="govuk-button govuk-button--secondary" onClick={onClick}>
      {label}
    </button>
  );
}

/** A schema that contains itself is opened one step at a time. */
export function CyclicSchemaExpand({ name, fieldPathId, onExpand }: CyclicSchemaExpandProps) {
  return (
    <button
      id={`${fieldPathId.$id}-button`}
      type="button"
      className="govuk-button govuk-button--secondary"
      onClick={() => onExpand(fieldPathId.$id)}
    >
      Show more of {name}
    </button>
  );
}

/** A question of a kind that this form cannot ask: said in the form, so that nobody thinks it was asked. */
export function UnsupportedField({ reason, schema }: UnsupportedFieldProps) {
  return (
    <p className="govuk-body rubric-unsupported">
      {schema.title ? `“${schema.title}”` : 'A question'} cannot be asked here. {reason}
    </p>
  );
}
