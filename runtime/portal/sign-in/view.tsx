import { Choice, Narrow, TextField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { Faults } from './answers.js';

/** What a page of signing in shows again: what was typed, and where to go on. */
export interface Shown {
  next?: string | undefined;
  email?: string | undefined;
  faults?: Faults;
}

const Next = ({ next }: { next?: string | undefined }) =>
  next === undefined ? null : <input type="hidden" name="next" value={next} />;

const addressWith = (path: string, next?: string): string =>
  next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`;

export const Button = ({ children, secondary = false }: { children: string; secondary?: boolean }) => (
  <button className={`govuk-button${secondary ? ' govuk-button--secondary' : ''}`} type="submit">
    {children}
  </button>
);

/** `/sign-in`: which address to send a code to. */
export const SignInPage = ({ next, email, faults = {} }: Shown) => (
  <Narrow heading="Sign in">
    <p className="rubric-body">
      We send a code of 6 digits to your e-mail address. You need no password, and no account if this is your first
      time.
    </p>
    <FormStart action="/sign-in">
      <Next next={next} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="email"
        value={email}
        error={faults.email}
      />
      <Button>Send me a code</Button>
    </FormStart>
    <p className="rubric-body">
      <a className="rubric-link" href={addressWith('/sign-in/password', next)}>
        Sign in with a password instead
      </a>
    </p>
  </Narrow>
);

/** `/sign-in/code`: the code that was sent. */
export const CodePage = ({ email, faults = {}, again = false }: Shown & { again?: boolean }) => (
  <Narrow heading="Check your e-mail">
    {again && <p className="govuk-inset-text">We have sent another code. Only the latest one works.</p>}
    <p className="rubric-body">
      We sent a code to <strong>{email}</strong>. It works for 10 minutes. It may take a minute to arrive; look among
      unwanted e-mails too.
    </p>
    <FormStart action="/sign-in/code">
      <TextField name="code" label="Code" hint="6 digits" digits={6} autoComplete="one-time-code" error={faults.code} />
      <Button>Sign in</Button>
    </FormStart>
    <FormStart action="/sign-in/again">
      <Button secondary>Send another code</Button>
    </FormStart>
    <p className="rubric-body">
      <a className="rubric-link" href="/sign-in">
        Use another e-mail address
      </a>
    </p>
  </Narrow>
);

/** `/sign-in/password`. */
export const PasswordPage = ({ next, email, faults = {} }: Shown) => (
  <Narrow heading="Sign in with a password">
    <p className="rubric-body">You are asked for a code as well after this.</p>
    <FormStart action="/sign-in/password">
      <Next next={next} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        value={email}
        error={faults.email}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        error={faults.password}
      />
      <Button>Continue</Button>
    </FormStart>
    <p className="rubric-body">
      <a className="rubric-link" href={addressWith('/sign-in', next)}>
        Have a code sent instead, also if you have forgotten the password
      </a>
    </p>
  </Narrow>
);

/** `/sign-in/second-step`: a code of an app, or one that was sent. */
export const SecondStepPage = ({ app, sent, email, faults = {} }: Shown & { app: boolean; sent: boolean }) => (
  <Narrow heading="One more step">
    <FormStart action="/sign-in/second-step">
      {app ? (
        <Choice
          name="way"
          legend="Which code do you have?"
          value={sent ? 'code' : 'app'}
          options={[
            { value: 'app', label: 'The one that the app on my phone shows' },
            { value: 'code', label: 'One that was sent to my e-mail address' },
            { value: 'spare', label: 'One of the spare codes that I kept' },
          ]}
        />
      ) : (
        <p className="rubric-body">
          We sent a code to <strong>{email}</strong>. It works for 10 minutes.
        </p>
      )}
      <TextField name="code" label="Code" digits={6} autoComplete="one-time-code" error={faults.code} />
      <Button>Sign in</Button>
    </FormStart>
    <FormStart action="/sign-in/second-step/send">
      <Button secondary>{app && !sent ? 'Send me a code by e-mail' : 'Send another code'}</Button>
    </FormStart>
  </Narrow>
);
