import { ErrorSummary } from '../layout/error-summary.js';
import { Choice, TextField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';

export interface EarlierCase {
  ref: string;
  name: string;
  href: string;
  /** "Began on Monday 2 March 2026. Over." */
  about: string;
  why: string;
  /** What was found, by whom, when. */
  found?: string;
  /** Where his return is recorded, once he is found to be the same and that case is over. */
  comesBack?: string;
}
interface Props {
  caption: string;
  cases: EarlierCase[];
  action: string;
  keyed: string;
  /** What was typed of one of them and could not be taken. */
  typed?: { other: string; same: string; because: string };
  faults: { message: string; href: string }[];
}

/** On the page of a case: that others look like it. */
export const AlikeNotice = ({ words, href }: { words: string; href: string }) => (
  <div className="govuk-inset-text" data-item="earlier">
    <a className="rubric-link" href={href}>
      {words}
    </a>
  </div>
);

const choices = [
  { value: 'yes', label: 'Yes, the same man' },
  { value: 'no', label: 'No, somebody else' },
];

const Question = ({ one, action, keyed, typed, faults }: { one: EarlierCase } & Omit<Props, 'caption' | 'cases'>) => {
  const own = typed?.other === one.ref ? typed : undefined;
  const wrong = own ? faults : [];
  const fault = (id: string) => wrong.find(({ href }) => href === `#${id}`)?.message;
  const [same, because] = [`same-${one.ref}`, `because-${one.ref}`];
  return (
    <FormStart action={action} keyed={keyed}>
      <input type="hidden" name="other" value={one.ref} />
      <Choice
        name="same"
        id={same}
        legend="Is he the same man?"
        options={choices}
        value={own?.same}
        error={fault(same)}
        small
      />
      <TextField name="because" id={because} label="How do you know?" value={own?.because} error={fault(because)} />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Save<span className="govuk-visually-hidden"> what you found of referral {one.ref}</span>
      </button>
    </FormStart>
  );
};

/** Other referrals that may be of the same man, for staff to decide. */
export const Earlier = ({ caption, cases, ...rest }: Props) => (
  <div className="rubric-measure">
    <ErrorSummary faults={rest.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{caption}</span> Referrals that may be of the same man
    </h1>
    {cases.length === 0 && (
      <p className="rubric-empty">
        No other referral in this programme has the same name. Where one has, it stands here, for you to say whether it
        is the same man.
      </p>
    )}
    {cases.map((one) => (
      <section className="rubric-sheet" key={one.ref}>
        <h2 className="rubric-heading-m">
          <a className="rubric-link" href={one.href}>
            {one.name}, {one.ref}
          </a>
        </h2>
        <p className="rubric-body">{one.about}</p>
        <p className="rubric-body">{one.why}</p>
        {one.found && <p className="govuk-inset-text">{one.found}</p>}
        {one.comesBack && (
          <p className="rubric-body">
            <a className="rubric-link" href={one.comesBack}>
              Record on that case that he has come back
            </a>
          </p>
        )}
        <Question one={one} {...rest} />
      </section>
    ))}
  </div>
);
