/**
 * Pages by their addresses, as a guest: what robots.txt allows, one request at a time and not too many, of one
 * host unless it is told otherwise. Knows nothing of what is in them.
 */
import { setTimeout as wait } from 'node:timers/promises';
import parser from 'robots-parser';
import { decode } from '../../../src/page/render/decode.js';
import { LARGEST, SourceError } from './source.js';

export interface WebOptions {
  /** Seconds between two requests to a host; 1 by default. More where the host asks for more. */
  readonly delay?: number;
  /** Whether hosts beside that of the first address may be asked. */
  readonly anyHost?: boolean;
}

export interface WebPage {
  /** Where it was in the end. */
  readonly url: string;
  /** As the server says, without parameters. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Decoded as the reader does it. */
  readonly text: string;
}

interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined;
  /** Seconds. */
  getCrawlDelay(agent: string): number | undefined;
}

/** Its types say of a CommonJS module what holds of none. */
const robotsParser = parser as unknown as (url: string, text: string) => Robots;

/** https://www.rfc-editor.org/rfc/rfc9309: the name that robots.txt knows us by. */
const AGENT = 'article-reader-narrate';
/** How long an answer may take; ms. */
const PATIENCE = 30_000;
const MOST_REDIRECTS = 5;
/** Of robots.txt more is not read; bytes, as RFC 9309 asks for at least. */
const LARGEST_ROBOTS = 512 * 1024;
/** No host may keep us longer; seconds. */
const LONGEST_DELAY = 60;

async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) throw new SourceError(`is more than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** @throws SourceError (rejects) where no server answers */
async function get(url: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { 'user-agent': AGENT, accept: 'text/html, application/xml;q=0.9, */*;q=0.5' },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (error) {
    const { message, cause } = error as Error;
    throw new SourceError(
      `cannot be fetched: ${(cause as Error | undefined)?.message || message}`,
      {
        cause: error,
      },
    );
  }
}

export class Web {
  readonly #delay: number;
  readonly #anyHost: boolean;
  #host: string | null = null;
  readonly #robots = new Map<string, Promise<Robots | null>>();
  /** Of each origin when it may be asked again; ms. */
  readonly #next = new Map<string, number>();

  constructor({ delay = 1, anyHost = false }: WebOptions = {}) {
    this.#delay = delay;
    this.#anyHost = anyHost;
  }

  /** @throws SourceError (rejects) where there is no page, or none for us */
  async page(address: string): Promise<WebPage> {
    let url = new URL(address);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      await this.#ask(url);
      const response = await get(url.href);
      const to = response.headers.get('location');
      if (/^3/.test(String(response.status)) && to) {
        await response.body?.cancel();
        if (!URL.canParse(to, url)) throw new SourceError(`leads to no address: ${to}`);
        url = new URL(to, url);
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new SourceError(`the server answered ${response.status}`);
      }
      const header = response.headers.get('content-type') ?? '';
      const type = header.split(';')[0]!.trim().toLowerCase();
      const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1];
      const bytes = await this.#whole(response);
      const text = decode(bytes, charset, /html/.test(type));
      return { url: url.href, type, bytes, text };
    }
    throw new SourceError('leads round in a circle');
  }

  async #whole(response: Response): Promise<Uint8Array> {
    try {
      return await bytesOf(response, LARGEST);
    } catch (error) {
      if (error instanceof SourceError) throw error;
      throw new SourceError(`broke off: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Waits until the host may be asked. */
  async #ask({ protocol, host, origin, href }: URL): Promise<void> {
    if (!/^https?:$/.test(protocol)) throw new SourceError(`is no address of the web: ${href}`);
    this.#host ??= host;
    if (host !== this.#host && !this.#anyHost)
      throw new SourceError(`is of another host than ${this.#host}: ${host}`);
    let robots = this.#robots.get(origin);
    if (!robots) this.#robots.set(origin, (robots = this.#readRobots(origin)));
    const rules = await robots;
    if (!rules) throw new SourceError('its host cannot say what its robots.txt allows');
    if (rules.isAllowed(href, AGENT) === false)
      throw new SourceError('its robots.txt does not allow it');
    const delay = Math.min(LONGEST_DELAY, rules.getCrawlDelay(AGENT) ?? 0);
    const now = Date.now();
    const at = Math.max(now, this.#next.get(origin) ?? 0);
    this.#next.set(origin, at + 1000 * Math.max(this.#delay, delay));
    if (at > now) await wait(at - now);
  }

  /** Null where it is not known: then nothing is allowed (RFC 9309, 2.3.1.4). */
  async #readRobots(origin: string): Promise<Robots | null> {
    let url = `${origin}/robots.txt`;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      try {
        const response = await get(url);
        const to = response.headers.get('location');
        if (/^3/.test(String(response.status)) && to && URL.canParse(to, url)) {
          await response.body?.cancel();
          url = new URL(to, url).href;
          continue;
        }
        if (response.status >= 500 || response.status === 429) return null;
        const text = response.ok
          ? new TextDecoder().decode(await bytesOf(response, LARGEST_ROBOTS))
          : '';
        return robotsParser(`${origin}/robots.txt`, text);
      } catch {
        return null;
      }
    }
    return robotsParser(`${origin}/robots.txt`, '');
  }
}
