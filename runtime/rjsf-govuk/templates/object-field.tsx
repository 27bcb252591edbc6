import {
  buttonId,
  canExpand,
  descriptionId,
  getTemplate,
  getUiOptions,
  type ObjectFieldTemplateProps,
  titleId,
} from '@rjsf/utils';
import { describedBy, isEntry } from '../question.js';
import { DefaultButton } from './submit-button.js';

function Properties(props: ObjectFieldTemplateProps) {
  const { properties, registry, uiSchema, schema, formData, onAddProperty, fieldPathId, disabled, readonly } = props;
  const { AddButton } = registry.templates.ButtonTemplates;
  return (
    <>
      {properties.map((property) => property.content)}
      {canExpand(schema, uiSchema ?? {}, formData) ? (
        <AddButton
          id={buttonId(fieldPathId, 'add')}
          onClick={onAddProperty}
          disabled={disabled || readonly}
          uiSchema={uiSchema ?? {}}
          registry={registry}
        />
      ) : null}
    </>
  );
}

/** Only entries bring buttons of their own, which Enter must not press. */
const hasEntries = (schema: ObjectFieldTemplateProps['schema']): boolean =>
  Object.values(schema.properties ?? {}).some(
    (each) => typeof each === 'object' && (each.type === 'array' || each.type === 'object'),
  );

/** The whole form: its title only where the page has no heading of its own. */
function Root(props: ObjectFieldTemplateProps) {
  const { title, description, registry, uiSchema, schema, optionalDataControl } = props;
  const options = getUiOptions(uiSchema, registry.globalUiOptions);
  const Description = getTemplate('DescriptionFieldTemplate', registry, options);
  return (
    <>
      {hasEntries(schema) ? (
        <DefaultButton uiSchema={uiSchema} disabled={Boolean(props.disabled || props.readonly)} />
      ) : null}
      {title && options.label !== false ? <h2 className="govuk-heading-m">{title}</h2> : null}
      {description ? (
        <Description
          id={descriptionId(props.fieldPathId)}
          description={description}
          schema={schema}
          uiSchema={uiSchema ?? {}}
          registry={registry}
        />
      ) : null}
      {optionalDataControl}
      <Properties {...props} />
    </>
  );
}

/** A group of questions, as a fieldset. Of an entry it draws only the questions: the entry has the fieldset. */
export function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { title, description, registry, uiSchema, schema, fieldPathId, properties, optionalDataControl } = props;
  if ((schema.oneOf || schema.anyOf) && !schema.properties && properties.length === 0) return null;
  if (fieldPathId.path.length === 0) return <Root {...props} />;
  if (isEntry(fieldPathId)) return <Properties {...props} />;
  const options = getUiOptions(uiSchema, registry.globalUiOptions);
  const Title = getTemplate('TitleFieldTemplate', registry, options);
  const Description = getTemplate('DescriptionFieldTemplate', registry, options);
  const parts = { schema, uiSchema: uiSchema ?? {}, registry };
  return (
    <fieldset
      id={fieldPathId.$id}
      className="govuk-fieldset rubric-group"
      tabIndex={-1}
      aria-describedby={describedBy(fieldPathId.$id, { description })}
    >
      {title && options.label !== false ? (
        <Title {...parts} id={titleId(fieldPathId)} title={title} optionalDataControl={optionalDataControl} />
      ) : null}
      {description ? <Description {...parts} id={descriptionId(fieldPathId)} description={description} /> : null}
      <Properties {...props} />
    </fieldset>
  );
}
