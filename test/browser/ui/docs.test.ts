/** The documentation and the gallery, as they are served: axe finds nothing on any page. */
import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
import { isChromium } from '../../commands.js';
import { until } from './until.js';

type View = Window & typeof globalThis & { axe: typeof Axe };

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** @param axe the text of its script: fetched once, as it is large */
async function faultsOf(frame: HTMLIFrameElement, path: string, axe: string): Promise<string[]> {
  const t0 = Math.round(performance.now());
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = path;
  await loaded;
  const t1 = Math.round(performance.now());
  const view = frame.contentWindow as View;
  const { document } = view;
  await until(() => document.querySelector('article-reader')?.article?.blocks.length);
  const t2 = Math.round(performance.now());
  document.head.append(Object.assign(document.createElement('script'), { textContent: axe }));
  const faults: string[] = [];
  for (const width of [1280, 320]) {
    frame.style.width = `${width}px`;
    const sideways = document.documentElement.scrollWidth - width;
    if (sideways > 0) faults.push(`${path}: ${sideways} px more than ${width}`);
  }
  // Arabic and English pages are made alike: the ones are looked at on a phone, the others on a desk.
  if (path.includes('/en/')) frame.style.width = '1280px';
  const { violations } = await view.axe.run(document, {
    runOnly: [...LEVELS, 'best-practice'],
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  for (const { id, nodes } of violations)
    for (const { target, failureSummary } of nodes)
      faults.push(`${path}: ${id}: ${target.join(' ')}: ${failureSummary}`);
  console.log(path, t1 - t0, t2 - t1, Math.round(performance.now()) - t2);
  return faults;
}

describe('the documentation', () => {
  it('axe finds nothing, and nothing scrolls sideways, on any page', async function () {
    // What axe finds of the page itself depends on no engine.
    if (!isChromium) return;
    this.timeout(60_000);
    localStorage.clear();
    const axe = await (await fetch('/node_modules/axe-core/axe.min.js')).text();
    const frame = document.createElement('iframe');
    frame.title = 'page';
    frame.style.cssText = 'border:0;height:800px';
    document.body.append(frame);
    const links = async (path: string) => {
      const html = await (await fetch(path)).text();
      const page = new DOMParser().parseFromString(html, 'text/html');
      return [...page.querySelectorAll('main a, .sidebar a')].map(
        (link) => new URL(link.getAttribute('href')!, new URL(path, location.href)).pathname,
      );
    };
    const pages = new Set(
      (
        await Promise.all(
          [
            '/demo/docs/site/index.html',
            '/demo/docs/site/en/index.html',
            '/demo/looks/index.html',
          ].map(links),
        )
      ).flat(),
    );
    expect(pages.size).to.be.above(28);
    const faults: string[] = [];
    for (const path of pages) faults.push(...(await faultsOf(frame, path, axe)));
    frame.remove();
    expect(faults).to.deep.equal([]);
  });
});
