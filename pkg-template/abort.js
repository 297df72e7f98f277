// A small AbortController for hosts that have none. It keeps to the parts that people use: `signal.aborted`, `reason`,
// `onabort`, listeners for `abort` (once or not, functions or `handleEvent` objects), `throwIfAborted`.

function makeController() {
  // Listener → whether it is to be called once only.
  const listeners = new Map();
  const signal = {
    aborted: false,
    reason: undefined,
    onabort: null,
    addEventListener(type, listener, options) {
      if (type === 'abort' && listener && !listeners.has(listener)) listeners.set(listener, options && options.once);
    },
    removeEventListener(type, listener) {
      if (type === 'abort') listeners.delete(listener);
    },
    throwIfAborted() {
      if (signal.aborted) throw signal.reason;
    },
  };

  function call(listener) {
    const event = { type: 'abort', target: signal };
    try {
      if (typeof listener === 'function') listener.call(signal, event);
      else listener.handleEvent(event);
    } catch (error) {
      // As in browsers: one listener's fault is reported, and stops neither the others nor `abort`.
      setTimeout(() => {
        throw error;
      });
    }
  }

  function abort(reason) {
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    if (reason === undefined) {
      signal.reason = new Error('This operation was aborted');
      signal.reason.name = 'AbortError';
    }
    if (typeof signal.onabort === 'function') call(signal.onabort);
    // A copy, because listeners come and go while they are called; one that has gone is not called any more.
    for (const [listener, once] of [...listeners]) {
      if (!listeners.has(listener)) continue;
      if (once) listeners.delete(listener);
      call(listener);
    }
  }

  return { signal, abort };
}

/** The host's own controller where it has one, else ours. */
export const abortController = () => (typeof AbortController === 'function' ? new AbortController() : makeController());
