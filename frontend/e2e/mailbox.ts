import { expect } from '@playwright/test';

export interface Mail {
  id: string;
  subject: string;
  text: string;
  /** The link that it is about: the first one in it. */
  link: string;
}

/** The demo's mailbox, as the address bar reads it. */
export class Mailbox {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The ids of the mails to an address, the newest first. */
  async ids(to: string): Promise<string[]> {
    const html = await this.#get(`/mailbox?to=${encodeURIComponent(to)}`);
    return [...html.matchAll(/href="\/mailbox\/(mbx_[0-9a-f]+)"/g)].map(([, id]) => id as string);
  }

  /** Waits for a mail to that address that was not there before, and whose subject fits. */
  async next(to: string, subject: RegExp, before: readonly string[] = []): Promise<Mail> {
    let found: Mail | undefined;
    await expect(async () => {
      for (const id of await this.ids(to)) {
        if (before.includes(id)) continue;
        const mail = await this.read(id);
        if (!subject.test(mail.subject)) continue;
        found = mail;
        return;
      }
      throw new Error(`No mail to ${to} has a subject like ${subject}.`);
    }).toPass({ timeout: 10_000, intervals: [50, 100, 200] });
    return found as Mail;
  }

  async read(id: string): Promise<Mail> {
    const html = await this.#get(`/mailbox/${id}`);
    const subject = plain(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '');
    const text = plain(/<pre[^>]*>(.*?)<\/pre>/s.exec(html)?.[1] ?? '');
    const link = /https?:\/\/\S+/.exec(text)?.[0] ?? '';
    return { id, subject, text, link };
  }

  async #get(path: string): Promise<string> {
    const response = await fetch(this.#url + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  }
}

function plain(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'", '#43': '+' };
  return html.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
