type Handler = ((event: Event) => unknown) | object;

/**
 * Gives a class its event handler attributes (`onstart`, …) as HTML defines them: null or an
 * object, called in the place where the attribute was set when it was null.
 *
 * @param isOwn whether it is an object of the class: the attributes of others throw `TypeError`.
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */
export function defineEventHandlers(
  prototype: EventTarget,
  types: readonly string[],
  isOwn: (target: object) => boolean,
): void {
  for (const type of types) {
    const name = `on${type}`;
    const handlers = new WeakMap<EventTarget, { value: Handler; listen(event: Event): void }>();
    const check = (target: EventTarget) => {
      if (!isOwn(target)) throw new TypeError('Illegal invocation');
    };
    const attribute: ThisType<EventTarget> = {
      get [name](): Handler | null {
        check(this);
        return handlers.get(this)?.value ?? null;
      },
      set [name](value: unknown) {
        check(this);
        const known = handlers.get(this);
        if (!value || !/^[fo]/.test(typeof value)) {
          if (known) this.removeEventListener(type, known.listen);
          handlers.delete(this);
        } else if (known) {
          known.value = value;
        } else {
          const handler = {
            value,
            listen: (event: Event) => {
              if (typeof handler.value === 'function' && handler.value.call(this, event) === false)
                event.preventDefault();
            },
          };
          handlers.set(this, handler);
          this.addEventListener(type, handler.listen);
        }
      },
    };
    Object.defineProperty(prototype, name, Object.getOwnPropertyDescriptor(attribute, name)!);
  }
}
