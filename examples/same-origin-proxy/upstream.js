// One exchange with the cloud: a JSON body there, a body back, and nothing else of either.

/** Something is wrong with the cloud's answer, or there is none. */
export class UpstreamError extends Error {
  name = 'UpstreamError';

  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** Sends the body, and nothing of the request that it came in. */
export async function exchange(url, body, { timeoutMs, maxAnswerBytes }) {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    if (answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel();
      throw new UpstreamError('UpstreamRedirects');
    }
    const chunks = [];
    let length = 0;
    for await (const chunk of answer.body ?? []) {
      length += chunk.length;
      if (length > maxAnswerBytes) throw new UpstreamError('UpstreamAnswerTooLarge');
      chunks.push(chunk);
    }
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: Buffer.concat(chunks) };
  } catch (error) {
    if (error instanceof UpstreamError) throw error;
    throw new UpstreamError(signal.aborted ? 'UpstreamTimeout' : 'UpstreamUnreachable');
  }
}
