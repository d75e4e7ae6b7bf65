/** Listens for all that goes wrong in a page and its workers. */

/** Asked for by the browser, not by the page. */
const isAside = (url) => url?.endsWith('/favicon.ico');

const short = (text) => text.split('\n').slice(0, 3).join(' ').slice(0, 300);

/** What is no page, though the address is of a script, a font or data: a server's way to say 404. */
const isPageForFile = (response) =>
  /\.(js|mjs|bin|txt|woff2|wasm)(\?|$)/.test(response.url()) &&
  /^text\/html/.test(response.headers()['content-type'] ?? '');

/** @returns the list of faults, which grows */
export function watchFaults(page) {
  const faults = [];
  const add = (text) => faults.includes(text) || faults.push(text);
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAside(message.location().url))
      add(short(`console: ${message.text()}`));
  });
  page.on('pageerror', (error) => add(short(`uncaught: ${error?.stack ?? error}`)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'blocked';
    // What nobody waits for any more, such as a file of a worker that was ended.
    if (why !== 'net::ERR_ABORTED') add(`request: ${why} ${request.url()}`);
  });
  /** Addresses of scripts, by what they are without their query. */
  const scripts = new Map();
  page.on('response', (response) => {
    const url = response.url();
    if (response.request().resourceType() === 'script') {
      const [file] = url.split('?');
      // One module by two names is run twice.
      if (scripts.has(file) && scripts.get(file) !== url)
        add(`loaded twice: ${scripts.get(file)} and ${url}`);
      scripts.set(file, url);
    }
    if (response.status() >= 400 && !isAside(url)) add(`request: ${response.status()} ${url}`);
    else if (isPageForFile(response)) add(`request: answered with a page: ${url}`);
  });
  return faults;
}
