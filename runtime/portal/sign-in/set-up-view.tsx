import { Narrow, TextField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { Faults } from './answers.js';
import { Button } from './view.js';

/** `/sign-in/set-up`: a password, and what gives the codes of the second step. */
export const SetUpPage = ({
  hasPassword,
  hasApp,
  said,
  faults = {},
}: {
  hasPassword: boolean;
  hasApp: boolean;
  said?: string | undefined;
  faults?: Faults;
}) => (
  <Narrow heading="How you sign in">
    {said && <p className="govuk-inset-text">{said}</p>}
    <p className="rubric-body">
      A code by e-mail always works. A password is for when e-mails are slow; with it you are asked for a code as well,
      by e-mail or from an app on your phone.
    </p>
    <section className="rubric-sheet">
      <h2 className="rubric-heading-m">{hasPassword ? 'Change your password' : 'Choose a password'}</h2>
      <FormStart action="/sign-in/set-up/password">
        {hasPassword && (
          <TextField
            name="was"
            label="Your password now"
            type="password"
            autoComplete="current-password"
            error={faults.was}
          />
        )}
        <TextField
          name="password"
          label="New password"
          hint="At least 12 characters. Three words in a row are a good one."
          type="password"
          autoComplete="new-password"
          error={faults.password}
        />
        <Button>{hasPassword ? 'Change the password' : 'Set the password'}</Button>
      </FormStart>
    </section>
    {hasPassword && (
      <section className="rubric-sheet">
        <h2 className="rubric-heading-m">An app on your phone</h2>
        {hasApp ? (
          <p className="rubric-body">An app gives your codes. A code by e-mail works as well.</p>
        ) : (
          <FormStart action="/sign-in/set-up/app">
            <p className="rubric-body">
              An authenticator app shows a new code every half minute, also without a network.
            </p>
            <TextField
              name="current"
              label="Your password"
              type="password"
              autoComplete="current-password"
              error={faults.current}
            />
            <Button secondary>Set up an app</Button>
          </FormStart>
        )}
      </section>
    )}
  </Narrow>
);

/** `/sign-in/set-up/app`: the key to type into the app, and the spare codes. */
export const AppPage = ({
  address,
  groups,
  spare,
  faults = {},
}: {
  /** What a phone opens its app with. */
  address: string;
  groups: readonly string[];
  spare: readonly string[];
  faults?: Faults;
}) => (
  <Narrow heading="Set up the app">
    <ol className="rubric-list rubric-list--number">
      <li>
        <a className="rubric-link" href={address}>
          Open the app on this device
        </a>
        , or add an account by hand in the app and type this key:
        <p className="rubric-figures">
          <strong>{groups.join(' ')}</strong>
        </p>
      </li>
      <li>
        Write these spare codes down. Each works once, should the phone be lost.
        <ul className="rubric-list">
          {spare.map((code) => (
            <li className="rubric-figures" key={code}>
              {code}
            </li>
          ))}
        </ul>
      </li>
      <li>Type the code that the app shows now.</li>
    </ol>
    <FormStart action="/sign-in/set-up/app/confirm">
      <TextField name="code" label="Code of the app" digits={6} autoComplete="one-time-code" error={faults.code} />
      <Button>Use this app</Button>
    </FormStart>
  </Narrow>
);

/** `/sign-in/kept`: everything that was typed when somebody was signed out, also what has no place on the page. */
export const KeptPage = ({
  page,
  action,
  fields,
  texts,
}: {
  page: string;
  action: string;
  fields: readonly { name: string; value: string }[];
  texts: readonly string[];
}) => (
  <Narrow heading="What you had typed">
    <p className="rubric-body">
      It is kept for an hour. Copy what you need,{' '}
      <a className="rubric-link" href={page}>
        go back to the page
      </a>
      , or send all of it as it was.
    </p>
    {texts.length === 0 && <p className="rubric-empty">Nothing was typed in words.</p>}
    {texts.map((text, n) => (
      // The same may have been typed twice.
      // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
      <div className="govuk-form-group" key={n}>
        <label className="govuk-label" htmlFor={`kept-${n}`}>{`Part ${n + 1} of ${texts.length}`}</label>
        <textarea className="govuk-textarea" id={`kept-${n}`} readOnly rows={3} defaultValue={text} />
      </div>
    ))}
    <FormStart action={action}>
      {fields.map(({ name, value }) => (
        <input type="hidden" key={`${name}=${value}`} name={name} value={value} />
      ))}
      <Button>Send all of it as it was</Button>
    </FormStart>
  </Narrow>
);
