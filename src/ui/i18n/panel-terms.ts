import { arFailures } from './languages/ar-failures.js';
import { arPanels } from './languages/ar-panels.js';
import type { AllTerms, PanelTerms, Terms } from './terms.js';

/** The terms of the sheets with those of the bar: Arabic's are loaded with the sheets. */
export const panelTermsFor = (terms: Terms & Partial<PanelTerms>): AllTerms => ({
  ...arPanels,
  ...terms,
  failures: { ...arFailures, ...terms.failures },
});
