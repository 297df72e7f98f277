// What a script asks of its engine and host: read out of its syntax tree, without running it.

import { parse } from 'acorn';
import { FORBIDDEN } from './host.mjs';

/** The globals of ES2017 that are left after `FORBIDDEN`, less those that make code of text; and what mini-programs add. */
const ALLOWED = new Set(
  (
    'Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Infinity Int16Array Int32Array ' +
    'Int8Array JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol ' +
    'SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet arguments ' +
    'decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt undefined ' +
    'clearTimeout exports module require setTimeout'
  ).split(' '),
);

/** Methods that came after ES2017, by which names no property of ours goes. */
const LATER_METHODS = new Set(
  (
    'allSettled asyncIterator findLast findLastIndex flatMap fromEntries groupBy isWellFormed matchAll replaceAll ' +
    'toReversed toSorted toSpliced toWellFormed trimEnd trimStart withResolvers'
  ).split(' '),
);
/** Those that are such only when called. */
const LATER_CALLS = new Set(['any', 'at', 'finally', 'flat', 'hasOwn', 'waitAsync']);

/**
 * Everything about a CommonJS script that a mini-program may not have.
 *
 * @param {string} code
 * @param {string[]} platform the globals of its platform
 * @returns {string[]} findings, none of them if all is well
 */
export function findings(code, platform) {
  let tree;
  try {
    tree = parse(code, { ecmaVersion: 2017, sourceType: 'script', allowReturnOutsideFunction: false });
  } catch (error) {
    return [`syntax: ${error.message}`];
  }
  const found = new Set();
  const allowed = new Set([...ALLOWED, ...platform]);
  const scopes = [];

  const isKnown = (name) => scopes.some((scope) => scope.has(name));
  function use(name) {
    if (isKnown(name)) return;
    if (FORBIDDEN.includes(name)) found.add(`forbidden global: ${name}`);
    else if (!allowed.has(name)) found.add(`unknown global: ${name}`);
  }

  /** The names that a pattern declares. */
  function declare(pattern, scope) {
    if (!pattern) return;
    switch (pattern.type) {
      case 'Identifier':
        scope.add(pattern.name);
        break;
      case 'ObjectPattern':
        for (const { value } of pattern.properties) declare(value, scope);
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) declare(element, scope);
        break;
      case 'AssignmentPattern':
        declare(pattern.left, scope);
        break;
      case 'RestElement':
        declare(pattern.argument, scope);
        break;
      default:
        throw new Error(`a pattern of type ${pattern.type}`);
    }
  }

  const isNode = (value) => value && typeof value.type === 'string';
  function children(node) {
    return Object.entries(node)
      .flatMap(([key, value]) => (key === 'type' ? [] : value))
      .filter(isNode);
  }

  /** `var` and functions belong to the whole function, everything else to its block. */
  function hoist(node, scope, isOuter) {
    for (const child of children(node)) {
      if (child.type === 'VariableDeclaration' && (child.kind === 'var' || isOuter)) {
        for (const { id } of child.declarations) declare(id, scope);
      }
      if (child.type === 'FunctionDeclaration' || (child.type === 'ClassDeclaration' && isOuter)) scope.add(child.id.name);
      if (!/Function|Class/.test(child.type)) hoist(child, scope, false);
    }
  }

  function walk(node) {
    const isFunction = /Function/.test(node.type);
    const opens = isFunction || /^(Program|BlockStatement|For\w*Statement|SwitchStatement|CatchClause|Class\w+)$/.test(node.type);
    if (opens) {
      const scope = new Set();
      if (isFunction) {
        for (const parameter of node.params) declare(parameter, scope);
        if (node.id) scope.add(node.id.name);
        hoist(node, scope, false);
      } else if (node.type === 'CatchClause') declare(node.param, scope);
      else if (/^Class/.test(node.type)) {
        if (node.id) scope.add(node.id.name);
      } else hoist(node, scope, true);
      scopes.push(scope);
    }
    if (node.type === 'Identifier') use(node.name);
    else if (node.type === 'MemberExpression') {
      walk(node.object);
      if (node.computed) walk(node.property);
      else if (LATER_METHODS.has(node.property.name)) found.add(`later method: ${node.property.name}`);
    } else if (node.type === 'Property' || node.type === 'MethodDefinition') {
      if (node.computed) walk(node.key);
      walk(node.value);
    } else if (/^(Labeled|Break|Continue)Statement$/.test(node.type)) {
      if (node.body) walk(node.body);
    } else {
      const { callee } = node;
      if (node.type === 'CallExpression' && callee.type === 'MemberExpression' && LATER_CALLS.has(callee.property.name)) {
        found.add(`later method: ${callee.property.name}()`);
      }
      for (const child of children(node)) walk(child);
    }
    if (opens) scopes.pop();
  }
  walk(tree);
  return [...found].sort();
}
