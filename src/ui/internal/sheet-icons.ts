/** The icons of the sheets and of the reading view, loaded with them. The bar's are in `icons.ts`. */
import { drawn } from './icons.js';

export const closeIcon = drawn('M18 6 6 18M6 6l12 12');
/** One line among others that are away. */
export const sentenceIcon = drawn('M4 12h16M8 5h8M8 19h8');
export const resetIcon = drawn('M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5');
export const volumeIcon = drawn(
  'M11 5 6 9H3v6h3l5 4zM15.5 8.5a5 5 0 0 1 0 7M18.5 5.5a9 9 0 0 1 0 13',
);
export const bookmarkIcon = drawn('m19 21-7-4-7 4V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z');
/** Against the direction of the text, to where one was. */
export const undoIcon = drawn('M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11', 'forth');
export const pictureIcon = drawn(
  'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM11 9a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM21 15l-3.1-3.1a2 2 0 0 0-2.8 0L6 21',
);
/** Down to where it reads. */
export const locateIcon = drawn('M12 5v14M19 12l-7 7-7-7');
export const copyIcon = drawn(
  'M9 9h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2zM5 15a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2',
);
export const linkIcon = drawn(
  'M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7l-1.8 1.7M14 11a5 5 0 0 0-7.5-.5l-3 3a5 5 0 0 0 7 7l1.7-1.7',
);
export const lookUpIcon = drawn('M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM21 21l-4.3-4.3');
export const noteIcon = drawn('M12 20h9M16.5 3.5a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4z');
export const removeIcon = drawn('M3 6h18M8 6V4h8v2M19 6l-1 14H6L5 6');
/** A sentence again, at ease. */
export const slowIcon = drawn(
  'M12 7v5l3 2M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5',
);
export const downloadIcon = drawn('M12 15V3M7 10l5 5 5-5M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4');
