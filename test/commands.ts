/** Commands to the browser that work in all three engines. */
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';

const overWebDriver =
  navigator.userAgent.includes('AppleWebKit') && !/Chrom/.test(navigator.userAgent);

/** Sizes the view, in CSS pixels. */
export async function viewport(width: number, height: number): Promise<void> {
  if (overWebDriver) await executeServerCommand('webdriver-viewport', { width, height });
  else await setViewport({ width, height });
}

/** Presses Shift and Tab. */
export async function shiftTab(): Promise<void> {
  if (overWebDriver) {
    await executeServerCommand('webdriver-shift-tab');
    return;
  }
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}
