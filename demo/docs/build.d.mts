/** Whatever the pages are made of that has no Arabic yet is in `missing`. */
export function makePages(): Promise<{ pages: Map<string, string>; missing: string[] }>;
export function buildDocs(): Promise<void>;
/** The id of a heading. */
export function slug(heading: string): string;
