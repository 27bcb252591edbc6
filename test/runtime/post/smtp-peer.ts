import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it takes. `answers` says what it does with each letter, once it has all of it. */
export interface Peer {
  url: string;
  taken: string[];
  close(): Promise<void>;
}

export type Answers = (letter: string) => Promise<Error | undefined> | Error | undefined;

/** An answer of a mail server: "550 no such person". */
export const answer = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/** Nothing of one that was broken off: whoever sent it was killed while it did. */
const whole = async (stream: AsyncIterable<unknown>): Promise<string | undefined> => {
  const parts: Buffer[] = [];
  try {
    for await (const part of stream) parts.push(part as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(parts).toString('utf8');
};

export const smtpPeer = async (answers: Answers = () => undefined): Promise<Peer> => {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, _session, done) {
      const letter = await whole(stream);
      if (letter === undefined) return done();
      const refused = await answers(letter);
      if (refused) return done(refused);
      taken.push(letter);
      done();
    },
  });
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
};
