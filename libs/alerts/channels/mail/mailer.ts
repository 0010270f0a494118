import { createTransport } from 'nodemailer';
import type { Delivery } from '../channel';
import { DELIVERED } from '../channel';

/** A mail that tells nothing of anybody. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What the message is known by: the same at every attempt. */
  readonly key: string;
}

export interface Mailer {
  send(mail: Mail): Promise<Delivery>;
  close(): void;
}

/** Milliseconds for each step of the talk with the server. */
const PATIENCE = 5_000;
const WHOLE = 14_000;

/** What a server may refuse for good: this recipient, or this mail. */
const OF_THE_MAIL = ['RCPT TO', 'DATA'];

/** The server's last word on a mail (RFC 5321): 5xx to it or its recipient is for good; 5xx to the hub, whatever it sends, is not. */
const outcomeOf = (reason: unknown): Delivery => {
  const { command = '', responseCode } = (reason ?? {}) as { readonly command?: string; readonly responseCode?: number };
  if (responseCode === undefined) return { result: 'retry', fault: 'the mail server was not reached' };
  const isForGood = responseCode >= 500 && responseCode < 600 && OF_THE_MAIL.includes(command);
  if (isForGood) return { result: 'failed', fault: `the mail server refused it for good (${responseCode})` };
  return { result: 'retry', fault: `the mail server refused it (${responseCode})` };
};

/**
 * Sends mail through one SMTP server.
 * @param url `smtp://user:password@host:587` or `smtps://…`
 * @param from the address that mail comes from
 */
export const createMailer = (url: string, from: string): Mailer => {
  const transport = createTransport({
    url,
    pool: false,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1)?.replace(/>$/, '') ?? 'throughline';
  return {
    async send({ to, subject, text, key }) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('no answer')), WHOLE);
      });
      try {
        const sending = transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${key}@${domain}>`,
          headers: { 'X-Idempotency-Key': key, 'Auto-Submitted': 'auto-generated' },
        });
        sending.catch(() => undefined);
        await Promise.race([sending, late]);
        return DELIVERED;
      } catch (reason) {
        return outcomeOf(reason);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => transport.close(),
  };
};
