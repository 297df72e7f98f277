// As much of WebAssembly's binary format as is needed to see what a module asks of its host.

const SECTIONS = { 1: 'types', 2: 'imports', 3: 'functions', 6: 'globals', 7: 'exports' };
const KINDS = ['function', 'table', 'memory', 'global'];
const VALUE_TYPES = { 0x7f: 'i32', 0x7e: 'i64', 0x7d: 'f32', 0x7c: 'f64' };

/** The imports and exports of a module, functions with their signatures; and its Globals, with their values at first. */
export function signatures(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const signed = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return shift < 28 && byte & 64 ? value | (-1 << (shift + 7)) : value;
    }
  };
  const list = (item) => Array.from({ length: number() }, item);
  const text = () => {
    const length = number();
    at += length;
    return new TextDecoder().decode(bytes.subarray(at - length, at));
  };
  const limits = () => (number() & 1 ? [number(), number()] : [number()]);
  const valueType = () => {
    const byte = bytes[at++];
    return VALUE_TYPES[byte] ?? `0x${byte.toString(16)}`;
  };
  const read = {
    types: () => (at++, { params: list(valueType), results: list(valueType) }),
    imports() {
      const [module, name, kind] = [text(), text(), KINDS[bytes[at++]]];
      if (kind === 'function') return { module, name, kind, type: number() };
      if (kind === 'global') at += 2;
      else if (kind === 'table') (at++, limits());
      else limits();
      return { module, name, kind };
    },
    functions: number,
    globals() {
      const [type, mutable, opcode, value, end] = [valueType(), bytes[at++] === 1, bytes[at++], signed(), bytes[at++]];
      if (type !== 'i32' || opcode !== 0x41 || end !== 0x0b) throw new Error('a Global other than a number');
      return { type, mutable, value };
    },
    exports: () => ({ name: text(), kind: KINDS[bytes[at++]], index: number() }),
  };
  const found = { types: [], imports: [], functions: [], globals: [], exports: [] };
  while (at < bytes.length) {
    const section = SECTIONS[bytes[at++]];
    const end = number() + at;
    if (section) found[section] = list(read[section]);
    at = end;
  }
  const imported = found.imports.filter((one) => one.kind === 'function');
  const typeOf = (index) =>
    found.types[index < imported.length ? imported[index].type : found.functions[index - imported.length]];
  return {
    globals: found.globals,
    imports: found.imports.map((one) => ({ ...one, type: found.types[one.type] })),
    exports: found.exports.map((one) => ({ ...one, type: one.kind === 'function' ? typeOf(one.index) : undefined })),
  };
}
