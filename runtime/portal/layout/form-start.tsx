import { createContext, type ReactNode, useContext } from 'react';
import type { Version } from '../../server/store/contract.js';

/** What tells that a form was ours: put around a page where it is rendered, and into each of its forms. */
export const FormToken = createContext<string | undefined>(undefined);

/** "12", or "12.3" with how far her side has come, as it stands in a form. */
export const versionText = ({ his, hers }: Version): string => (hers === undefined ? `${his}` : `${his}.${hers}`);

/** Takes what a form sent, gives the version; nothing where it is none. */
export const versionSent = (sent: unknown): Version | undefined => {
  const [, his, hers] = (typeof sent === 'string' && /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(sent)) || [];
  if (his === undefined) return undefined;
  return { his: Number(his), ...(hers !== undefined && { hers: Number(hers) }) };
};

/** The hidden fields of a form that is sent: the key by which it is done once, the version it was made for, the token. */
export const FormFields = ({ keyed, version }: { keyed?: string | undefined; version?: Version | undefined }) => {
  const token = useContext(FormToken);
  return (
    <>
      {token !== undefined && <input type="hidden" name="_csrf" value={token} />}
      {keyed !== undefined && <input type="hidden" name="key" value={keyed} />}
      {version !== undefined && <input type="hidden" name="version" value={versionText(version)} />}
    </>
  );
};

/**
 * A form that is posted, with its hidden fields. `keyed` is `newKey()` of the page, or what was sent where it is shown
 * again; `version` where it changes a case.
 */
export const FormStart = ({
  action,
  keyed,
  version,
  className = 'rubric-form',
  files = false,
  id,
  children,
}: {
  action: string;
  keyed?: string | undefined;
  version?: Version | undefined;
  className?: string;
  /** Whether files are sent with it. */
  files?: boolean;
  id?: string;
  children: ReactNode;
}) => (
  <form
    method="post"
    action={action}
    className={className}
    id={id}
    noValidate
    {...(files && { encType: 'multipart/form-data' })}
  >
    <FormFields keyed={keyed} version={version} />
    {children}
  </form>
);
