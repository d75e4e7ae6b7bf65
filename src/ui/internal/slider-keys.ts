/**
 * Arrows along the direction of the text: those of WebKit go up to the right in every direction.
 * For `keydown` of a slider; fires its `input` and `change`.
 */
export function onSliderKey(event: KeyboardEvent): void {
  const steps = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
  const slider = event.target as HTMLInputElement;
  if (!steps || getComputedStyle(slider).direction !== 'rtl') return;
  event.preventDefault();
  slider.stepUp(steps);
  for (const type of ['input', 'change']) slider.dispatchEvent(new Event(type, { bubbles: true }));
}
