/** What is not allowed in XML at all, however it is written. */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text that may stand in XML once it is escaped. */
export const xmlText = (text: string): string => text.replace(FORBIDDEN, '');
