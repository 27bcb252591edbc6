/** Mail by SMTP. The only place that knows the library for it. */
import { createTransport } from 'nodemailer';

/** A letter as it is handed over. */
export interface Letter {
  /** Of this attempt; whoever gets the same twice can tell by it. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/**
 * What came of handing it over. `not-now`: surely not taken, so that it may be tried again. `refused`: surely not taken,
 * and never will be. `perhaps`: nobody can tell. `said`: what the other side said, for a person to read.
 */
export type Handed = { kind: 'taken' } | { kind: 'not-now' | 'refused' | 'perhaps'; said: string };

export interface Mail {
  hand(letter: Letter): Promise<Handed>;
  close(): void;
}

/** Faults that come about before anything of a letter has left. */
const early: ReadonlySet<string> = new Set([
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'ECONFIG',
  'EPROXY',
  'EENVELOPE',
  'EREQUIRETLS',
]);
const connecting: ReadonlySet<string> = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT']);

interface Fault {
  code?: string;
  syscall?: string;
  responseCode?: number;
  timeoutType?: string;
}

/** Takes what went wrong, gives what is known of the letter. */
export const handedBy = (fault: unknown): Exclude<Handed, { kind: 'taken' }> => {
  const { code = '', syscall, responseCode = 0, timeoutType = '' } = fault as Fault;
  if (responseCode >= 500)
    return { kind: 'refused', said: `The mail server refused it, with the number ${responseCode}.` };
  if (responseCode >= 400)
    return { kind: 'not-now', said: `The mail server did not take it now, with the number ${responseCode}.` };
  if (code === 'EENVELOPE') return { kind: 'refused', said: 'The address is none that mail can be sent to.' };
  if (early.has(code) || syscall === 'connect' || connecting.has(timeoutType))
    return { kind: 'not-now', said: 'The mail server could not be reached.' };
  return { kind: 'perhaps', said: 'The connection broke before the mail server had answered.' };
};

/** Takes the address of a mail server, "smtp://user:password@host:587", and whom letters are from. */
export const mailBy = (url: string, from: string): Mail => {
  const transport = createTransport(
    { url, disableFileAccess: true, disableUrlAccess: true, connectionTimeout: 15_000, socketTimeout: 60_000 },
    { from },
  );
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async hand({ id, to, subject, text, html }) {
      try {
        await transport.sendMail({
          // As an object, so that no address is read as several.
          to: { name: '', address: to },
          subject,
          text,
          ...(html === undefined ? {} : { html }),
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'taken' };
      } catch (fault) {
        return handedBy(fault);
      }
    },
    close: () => transport.close(),
  };
};
