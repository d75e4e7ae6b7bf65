/** Commands to the browser that work in all three engines. */
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';

/** WebKitGTK, over WebDriver. */
export const isWebKit =
  navigator.userAgent.includes('AppleWebKit') && !/Chrom/.test(navigator.userAgent);

/** Chromium has DevTools, which can do what no driver can. */
export const isChromium = navigator.userAgent.includes('Chrom');

/** Sizes the view, in CSS pixels. */
export async function viewport(width: number, height: number): Promise<void> {
  if (!isWebKit) return setViewport({ width, height });
  await executeServerCommand('webdriver-viewport', { width, height });
  // Until it has drawn, it gives media queries the size before.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Presses Shift and Tab. */
export async function shiftTab(): Promise<void> {
  if (isWebKit) {
    await executeServerCommand('webdriver-shift-tab');
    return;
  }
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}

/**
 * What the system is said to be set to, by media feature (`forced-colors`, `prefers-reduced-motion`…);
 * what is not named is as it is. In Chromium only.
 */
export async function emulate(features: Readonly<Record<string, string>>): Promise<void> {
  await executeServerCommand('devtools', {
    method: 'Emulation.setEmulatedMedia',
    params: { features: Object.entries(features).map(([name, value]) => ({ name, value })) },
  });
}
