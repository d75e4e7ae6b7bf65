type Handler = ((event: Event) => unknown) | null;

/**
 * Gives a class its event handler attributes (`onstart`, …) as HTML defines them: null or an
 * object, called in the place where the attribute was first set.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */
export function defineEventHandlers(prototype: EventTarget, types: readonly string[]): void {
  for (const type of types) {
    const handlers = new WeakMap<EventTarget, { value: Handler }>();
    Object.defineProperty(prototype, `on${type}`, {
      configurable: true,
      enumerable: true,
      get(this: EventTarget): Handler {
        return handlers.get(this)?.value ?? null;
      },
      set(this: EventTarget, given: unknown) {
        const value =
          typeof given === 'function' || (typeof given === 'object' && given !== null)
            ? (given as Handler)
            : null;
        const known = handlers.get(this);
        if (known) {
          known.value = value;
        } else if (value) {
          const handler: { value: Handler } = { value };
          handlers.set(this, handler);
          this.addEventListener(type, (event) => {
            if (typeof handler.value === 'function') handler.value.call(this, event);
          });
        }
      },
    });
  }
}
