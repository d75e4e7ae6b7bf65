/** The one case that is part of `npm test`: the tarball in a project of Vite, built. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUICK } from './cases.mjs';
import { pack } from './pack.mjs';
import { isGreen, tableOf } from './table.mjs';
import { prepareProject, visitProject } from './try-project.mjs';
import { startBrowser } from './visit.mjs';

export { findChromium } from './visit.mjs';

/**
 * @param chromium its path
 * @returns whether all went well, and what did not
 */
export async function tryQuick(chromium) {
  const packed = mkdtempSync(join(tmpdir(), 'article-reader-packed-'));
  let prepared;
  let browser;
  try {
    const tarball = await pack(packed, AbortSignal.timeout(60_000));
    prepared = await prepareProject(QUICK, tarball);
    browser = await startBrowser(chromium);
    const rows = await visitProject(prepared, { browser, say: () => {} });
    return { ok: rows.every(isGreen), report: tableOf(rows) };
  } finally {
    await browser?.close();
    prepared?.stop();
    prepared?.remove();
    rmSync(packed, { recursive: true, force: true });
  }
}
