/**
 * Gives a class the shape that Web IDL gives an interface: members are enumerable, it has its name
 * also where a bundler has shortened it, and its constructor tells only of arguments that it needs.
 *
 * @param required how many arguments its constructor needs.
 * @see https://webidl.spec.whatwg.org/#interface-prototype-object
 */
export function defineInterface(
  constructor: { readonly prototype: object },
  name: string,
  required = 0,
): void {
  const { prototype } = constructor;
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
    if (key !== 'constructor')
      Object.defineProperty(prototype, key, { ...descriptor, enumerable: true });
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  Object.defineProperty(constructor, 'name', { value: name, configurable: true });
  Object.defineProperty(constructor, 'length', { value: required, configurable: true });
}

/**
 * Whether a value implements an interface: ours, the browser's own, or that of another frame, whose
 * classes are not ours.
 */
export const implementsInterface = (value: unknown, name: string): boolean =>
  Object.prototype.toString.call(value) === `[object ${name}]`;
