/**
 * Registers elements, each under its name. A name that is taken, by another copy of the library say,
 * is left as it is. Where there are no custom elements (in Node) it does nothing.
 */
export function defineAll(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  for (const [name, element] of Object.entries(elements))
    if (registry && !registry.get(name)) registry.define(name, element);
}
