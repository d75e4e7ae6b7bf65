/** Prepares a project, and then visits it in each of its ways. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './commands.mjs';
import { installProject } from './install-project.mjs';
import { serveFiles, startPhp, startServer } from './serve.mjs';
import { visit } from './visit.mjs';

/** How long a project may take to be installed and built, and each way of it to be visited, in ms. */
const LIMITS = { prepare: 300_000, visit: 180_000 };

/** @throws what was thrown, or that there was no time for more */
async function within(ms, work) {
  const signal = AbortSignal.timeout(ms);
  try {
    return await work(signal);
  } catch (error) {
    if (signal.aborted) throw new Error(`out of time (${ms / 1000} s): ${error.message}`);
    throw error;
  }
}

/**
 * Installs and builds a project, without a browser.
 *
 * @param project of `cases.mjs`
 * @param tarball the package
 * @returns what {@link visitProject} takes; `failed` is why it cannot be visited
 */
export async function prepareProject(project, tarball) {
  const folder = mkdtempSync(join(tmpdir(), `article-reader-in-${basename(project.folder)}-`));
  const cdn = await serveFiles(folder, { host: '127.0.0.1', cors: true });
  const prepared = {
    folder,
    ways: project.ways,
    /** Why a way cannot be visited, by its name. */
    failed: {},
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
    stop: cdn.stop,
  };
  const fail = (ways, error) => {
    for (const { name } of ways) prepared.failed[name] = error.message;
  };
  try {
    await within(LIMITS.prepare, (signal) =>
      installProject(project, { folder, tarball, cdn: cdn.address, signal }),
    );
  } catch (error) {
    fail(project.ways, error);
    return prepared;
  }
  const scripts = new Set(project.ways.flatMap(({ build }) => build ?? []));
  for (const script of scripts)
    try {
      await within(LIMITS.prepare, (signal) =>
        run('npm', ['run', script], { cwd: folder, signal }),
      );
    } catch (error) {
      fail(
        project.ways.filter(({ build }) => build === script),
        error,
      );
    }
  return prepared;
}

async function serverOf({ start, serve, php }, { folder, signal }) {
  if (start) return startServer(start, { cwd: folder, signal });
  if (!php) return serveFiles(join(folder, serve));
  const router = fileURLToPath(new URL(php, import.meta.url));
  await run('php', [router, folder], { cwd: folder, signal });
  return startPhp(router, { cwd: folder, signal });
}

async function visitWay(way, { folder, browser, signal }) {
  const server = await serverOf(way, { folder, signal });
  const profile = await browser.createBrowserContext();
  const close = () => profile.close().catch(() => {});
  signal.addEventListener('abort', close);
  try {
    return await visit(profile, new URL(way.page ?? '/', server.address).href, way);
  } finally {
    signal.removeEventListener('abort', close);
    await close();
    server.stop();
  }
}

/**
 * @param prepared of {@link prepareProject}
 * @returns a row for each way: `name`, and `columns` or why it `failed`
 */
export async function visitProject({ folder, ways, failed }, { browser, say }) {
  const rows = [];
  for (const way of ways) {
    const { name } = way;
    const began = Date.now();
    try {
      if (failed[name]) throw new Error(failed[name]);
      const columns = await within(LIMITS.visit, (signal) =>
        visitWay(way, { folder, browser, signal }),
      );
      rows.push({ name, columns });
    } catch (error) {
      rows.push({ name, failed: error.message });
    }
    say(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
  return rows;
}
