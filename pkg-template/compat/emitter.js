// Events, as the official SDK's objects have them. A function rather than a class: plug-ins compiled for old engines inherit from it
// by calling it.

const LISTENERS = '__listeners__';

export function EventEmitter() {}

const methods = {
  on(type, listener) {
    if (typeof listener !== 'function') throw new TypeError(`the listener of ${String(type)} must be a function`);
    if (!Object.prototype.hasOwnProperty.call(this, LISTENERS)) {
      Object.defineProperty(this, LISTENERS, { value: new Map(), configurable: true });
    }
    const all = this[LISTENERS];
    all.set(type, [...(all.get(type) || []), listener]);
    return this;
  },

  once(type, listener) {
    const once = (...given) => {
      this.off(type, once);
      listener.apply(this, given);
    };
    once.listener = listener;
    return this.on(type, once);
  },

  /** Without a listener, all of that type. */
  off(type, listener) {
    const all = this[LISTENERS];
    if (!all) return this;
    const rest = listener ? [...(all.get(type) || [])] : [];
    const at = rest.findIndex((one) => one === listener || one.listener === listener);
    if (at >= 0) rest.splice(at, 1);
    all.set(type, rest);
    return this;
  },

  /** Calls them in order; what they return can be waited for. */
  emit(type, ...given) {
    const listeners = (this[LISTENERS] && this[LISTENERS].get(type)) || [];
    return listeners.length ? Promise.all(listeners.map((listener) => listener.apply(this, given))) : undefined;
  },
};

for (const name of Object.keys(methods)) {
  Object.defineProperty(EventEmitter.prototype, name, { value: methods[name], configurable: true, writable: true });
}
