/**
 * A connection on which nothing has moved for so long is taken for dead. A browser tells what the system's buffer took: at 15 kB a
 * second half a minute lies between two steps, and a whole one between the last and the answer.
 */
const longestSilenceMs = 120_000;

/** All has left the browser by then, which sees nothing of what the buffer still sends. */
const longestAnswerMs = 180_000;

/**
 * `fetch` for what is large: it takes as long as it takes while it moves, and fails once it does not. Only an XMLHttpRequest tells
 * how far it has sent.
 */
export async function movingFetch(request: Request): Promise<Response> {
  // A service worker has none. What it sends holds up the windows, and they send it again.
  if (!('XMLHttpRequest' in globalThis))
    return fetch(request, {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(longestSilenceMs)]),
    });
  const body = request.method === 'GET' ? undefined : await request.blob();
  const { signal } = request;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const transfer = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout>;
    const moved = (mostMs = longestSilenceMs) => {
      clearTimeout(silence);
      silence = setTimeout(() => transfer.abort(), mostMs);
    };
    const stop = () => transfer.abort();
    transfer.open(request.method, request.url);
    for (const [name, value] of request.headers) transfer.setRequestHeader(name, value);
    transfer.responseType = 'blob';
    transfer.upload.addEventListener('progress', () => moved());
    transfer.upload.addEventListener('load', () => moved(longestAnswerMs));
    transfer.addEventListener('progress', () => moved());
    transfer.addEventListener('load', () => resolve(responseOf(transfer)));
    transfer.addEventListener('loadend', () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      // After an answer it says nothing any more.
      reject(new TypeError('Nothing moves on the connection'));
    });
    signal.addEventListener('abort', stop);
    moved();
    transfer.send(body);
  });
}

function responseOf(transfer: XMLHttpRequest): Response {
  const lines = transfer.getAllResponseHeaders().split('\r\n').filter(Boolean);
  const headers = lines.map((line) => line.split(/: (.*)/, 2) as [string, string]);
  const body = transfer.response as Blob;
  return new Response(body.size > 0 ? body : null, { status: transfer.status, headers });
}
