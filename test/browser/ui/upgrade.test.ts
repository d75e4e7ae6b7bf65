import { expect, waitUntil } from '@open-wc/testing';

const TEXT = '<h1>عنوان المقال</h1><p>الفقرة الأولى من المقال. وفيها جملتان.</p>'.repeat(9);

/** The style of the page that README begins with. */
async function styleOfReadme(): Promise<string> {
  const readme = await (await fetch('/README.md')).text();
  return /<style>([^]+?)<\/style>/.exec(readme)![1]!;
}

/** A page of its own, which has the article before the script. */
async function open(width: number, style: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width:${width}px;height:600px;border:0`;
  frame.srcdoc = `<!doctype html><html lang="ar" dir="rtl"><style>${style}</style>
    <p id="before">قبله</p><article-reader>${TEXT}</article-reader><p id="after">بعده</p></html>`;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  return frame;
}

async function upgrade({ contentDocument, contentWindow }: HTMLIFrameElement): Promise<void> {
  const script = contentDocument!.createElement('script');
  script.type = 'module';
  script.src = '/dist/article-reader.js';
  contentDocument!.head.append(script);
  await contentWindow!.customElements.whenDefined('article-reader');
  const element = contentDocument!.querySelector('article-reader')!;
  await waitUntil(
    () =>
      element.shadowRoot
        ?.querySelector('article-reader-toolbar')
        ?.shadowRoot?.querySelector('button'),
    'the bar is there',
  );
}

const places = ({ contentDocument }: HTMLIFrameElement) =>
  [...contentDocument!.querySelectorAll('p, h1')].map((it) =>
    Math.round(it.getBoundingClientRect().top),
  );

describe('an article whose script comes late', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  for (const width of [320, 480, 500, 1000])
    it(`stands where it stood, in a window of ${width} px`, async () => {
      const frame = await open(width, await styleOfReadme());
      const before = places(frame);
      await upgrade(frame);
      expect(places(frame)).to.deep.equal(before);
    });

  it('moves without that style, by no more than the bar', async () => {
    const frame = await open(1000, '');
    const [, before] = places(frame);
    await upgrade(frame);
    const [, after] = places(frame);
    expect(after! - before!).to.be.within(1, 130);
  });
});
