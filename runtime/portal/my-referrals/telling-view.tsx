import { QuestionForm } from '../form/question-form.js';
import type { TypedValues } from '../form/typed-answers.js';
import { type FieldFault, fieldId } from '../form/validate-page.js';
import { ErrorSummary } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import type { TellingForm } from './telling-form.js';

interface Props {
  caption: string;
  heading: string;
  says: string[];
  telling: TellingForm;
  typed: TypedValues;
  faults: FieldFault[];
  /** Why it was not taken. */
  refused?: string;
  action: string;
  button: string;
  keyed: string;
}

/** Where somebody outside tells of something, or appeals. */
export const Telling = ({ caption, heading, says, telling, typed, faults, refused, action, button, keyed }: Props) => (
  <div className="rubric-measure">
    <ErrorSummary
      faults={[
        ...(refused === undefined ? [] : [{ message: refused }]),
        ...faults.map(({ path, message }) => ({ message, href: `#${fieldId(path)}` })),
      ]}
    />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{caption}</span> {heading}
    </h1>
    {says.map((sentence) => (
      <p className="rubric-body" key={sentence}>
        {sentence}
      </p>
    ))}
    <QuestionForm asked={telling.asked} typed={typed} faults={faults} action={action} button={button} keyed={keyed} />
  </div>
);

interface AskProps {
  caption: string;
  heading: string;
  says: string;
  action: string;
  button: string;
  keyed: string;
  back: string;
}

/** Where somebody outside asks for something that needs no words. */
export const AskFor = ({ caption, heading, says, action, button, keyed, back }: AskProps) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{caption}</span> {heading}
    </h1>
    <p className="rubric-body">{says}</p>
    <FormStart action={action} keyed={keyed}>
      <div className="rubric-actions">
        <button type="submit" className="govuk-button">
          {button}
        </button>
        <a className="rubric-link" href={back}>
          Back to the referral
        </a>
      </div>
    </FormStart>
  </div>
);

/** A document as it went out, with where it can be had as a file. */
export const DocumentPage = ({ body, at, howTo }: { body: string; at: string; howTo?: string }) => (
  <>
    {/* The renderer put every value in escaped when it went out. */}
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is a part of a page already, made by the renderer */}
    <div className="rubric-document" dangerouslySetInnerHTML={{ __html: body }} />
    <ul className="rubric-documents__files rubric-no-print">
      <li>
        <a className="rubric-link" href={`${at}/word`} download>
          Word
        </a>
      </li>
      {howTo === undefined && (
        <li>
          <a className="rubric-link" href={`${at}/pdf`} download>
            PDF
          </a>
        </li>
      )}
    </ul>
    {howTo !== undefined && <p className="rubric-quiet rubric-no-print">{howTo}</p>}
  </>
);
