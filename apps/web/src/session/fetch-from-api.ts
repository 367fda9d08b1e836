import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { config } from '@/config';

const { Agent, request: ask } = config.apiUrl.startsWith('https:') ? https : http;
const agent = new Agent({ keepAlive: true });
/** An API that says nothing for so long is gone: its connection may hang for hours. */
const longestSilenceMs = 30_000;

/**
 * Reads what the API answers, by Node's own client. A page of a vehicle asks five times: by `fetch` that is an eighth of what
 * the page costs this process, since Next's keeps a second copy of every answer for whoever asks the same again; here `cache`
 * sees to that. For reading alone: a body is not sent, nor a redirect followed.
 *
 * @throws Error when the API does not answer, or breaks off
 */
export async function fetchFromApi(
  { method, url, headers }: Request,
  silenceMs = longestSilenceMs,
): Promise<Response> {
  const answer = await sent(url, { method, headers: Object.fromEntries(headers), timeout: silenceMs });
  answer.setEncoding('utf8');
  let text = '';
  for await (const part of answer) text += part as string;
  return new ReadAlready(text, { status: answer.statusCode!, headers: singly(answer.headers) });
}

/**
 * An answer whose text is here: to make a body of it, and text of the body again, takes longer than to parse it. So it is read
 * by `text()` and `json()` alone: its `body`, and what is made of that (`clone()`, `blob()`, `arrayBuffer()`), is empty.
 */
class ReadAlready extends Response {
  constructor(
    private readonly read: string,
    init: ResponseInit,
  ) {
    super(null, init);
  }

  override text(): Promise<string> {
    return Promise.resolve(this.read);
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }
}

interface Reading {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** Of silence, in milliseconds. */
  readonly timeout: number;
}

function sent(url: string, reading: Reading): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const request = ask(url, { ...reading, agent }, (answer) => {
      isAnswered = true;
      resolve(answer);
    });
    request.on('timeout', () => request.destroy(new Error('the API does not answer')));
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The API closed an idle connection in the moment in which this one took it.
      const isStale = request.reusedSocket && error.code === 'ECONNRESET' && !isAnswered;
      if (isStale) sent(url, reading).then(resolve, reject);
      else reject(error);
    });
    request.end();
  });
}

function singly(headers: IncomingHttpHeaders): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [name, String(value)]);
}
