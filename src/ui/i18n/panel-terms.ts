import { arPanels } from './languages/ar-panels.js';
import type { PanelTerms, Terms } from './terms.js';

/** The words of the sheets with those of the bar: Arabic's are loaded with the sheets. */
export const panelTermsFor = (terms: Terms & Partial<PanelTerms>): Terms & PanelTerms => ({
  ...arPanels,
  ...terms,
});
