import { drawn } from './icons.js';

/** The icons of the sheets, loaded with them. */
export const closeIcon = drawn('M18 6 6 18M6 6l12 12');
export const resetIcon = drawn('M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5');
export const volumeIcon = drawn(
  'M11 5 6 9H3v6h3l5 4zM15.5 8.5a5 5 0 0 1 0 7M18.5 5.5a9 9 0 0 1 0 13',
);
