import { SMTPServer } from 'smtp-server';

/** A mail as it came. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly raw: string;
  readonly text: string;
}

/** What a mail server does with a mail: takes it, refuses it for now, keeps the sender waiting until it is let go, or knows no such mailbox. */
export type MailAnswer = 'TAKE' | 'REFUSE' | 'HANG' | 'UNKNOWN';

/** A mail server of this process (RFC 5321), without encryption, on the loopback. */
export async function mailServer() {
  const mails: ReceivedMail[] = [];
  let answer: MailAnswer = 'TAKE';
  const hanging = new Set<() => void>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    // As servers do, it repeats the address.
    onRcptTo({ address }, _session, callback) {
      callback(answer === 'UNKNOWN' ? Object.assign(new Error(`no such mailbox: ${address}`), { responseCode: 550 }) : undefined);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (answer === 'HANG') {
          hanging.add(() => callback());
          return;
        }
        if (answer === 'REFUSE') {
          callback(Object.assign(new Error('try again later'), { responseCode: 451 }));
          return;
        }
        const raw = Buffer.concat(chunks).toString('utf8');
        const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          messageId: /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? '',
          raw,
          text: Buffer.from(body, 'base64').toString('utf8'),
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    mails,
    hanging,
    answerBy(with_: MailAnswer): void {
      answer = with_;
    },
    /** Lets go whom it has kept waiting, as if it had taken their mail. */
    letGo(): void {
      for (const end of hanging) end();
      hanging.clear();
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type MailServer = Awaited<ReturnType<typeof mailServer>>;
