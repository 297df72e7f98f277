// A small AbortController for hosts that have none. It keeps to the parts that people use: `signal.aborted`, `reason`,
// `onabort`, listeners for `abort` (once or not, functions or `handleEvent` objects), `throwIfAborted`.

class Signal {
  constructor() {
    this.aborted = false;
    this.reason = undefined;
    this.onabort = null;
    Object.defineProperty(this, 'listeners', { value: [] });
  }

  addEventListener(type, listener, options) {
    if (type !== 'abort' || !listener || this.listeners.some((known) => known.listener === listener)) return;
    this.listeners.push({ listener, once: !!(options && typeof options === 'object' && options.once) });
  }

  removeEventListener(type, listener) {
    const at = this.listeners.findIndex((known) => known.listener === listener);
    if (type === 'abort' && at >= 0) this.listeners.splice(at, 1);
  }

  dispatchEvent(event) {
    const call = (listener) => {
      try {
        if (typeof listener === 'function') listener.call(this, event);
        else if (typeof listener.handleEvent === 'function') listener.handleEvent(event);
      } catch (error) {
        // As in browsers: one listener's fault is reported, and stops neither the others nor `abort`.
        setTimeout(() => {
          throw error;
        });
      }
    };
    if (event.type !== 'abort') return true;
    if (typeof this.onabort === 'function') call(this.onabort);
    // A copy, because listeners come and go while they are called; one that has gone is not called any more.
    for (const entry of this.listeners.slice()) {
      if (!this.listeners.includes(entry)) continue;
      if (entry.once) this.removeEventListener('abort', entry.listener);
      call(entry.listener);
    }
    return true;
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }
}

class Controller {
  constructor() {
    Object.defineProperty(this, 'signal', { value: new Signal(), enumerable: true });
  }

  abort(reason) {
    const { signal } = this;
    if (signal.aborted) return;
    if (reason === undefined) {
      reason = new Error('This operation was aborted');
      reason.name = 'AbortError';
    }
    signal.aborted = true;
    signal.reason = reason;
    signal.dispatchEvent({ type: 'abort', target: signal });
  }
}

/** The host's own controller where it has one, else ours. */
export function abortController() {
  return typeof AbortController === 'function' ? new AbortController() : new Controller();
}
