export const settled = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds; fails with its source text otherwise. */
export async function until(holds: () => unknown, ms = 10_000): Promise<void> {
  for (const end = performance.now() + ms; !holds(); await settled(5))
    if (performance.now() > end) throw new Error(`never: ${holds}`);
}
