/** Where Chromium is; undefined where there is none. */
export function findChromium(): string | undefined;

/** Tries the package in a project, and says whether all went well, and what did not. */
export function tryQuick(chromium: string): Promise<{ ok: boolean; report: string }>;
