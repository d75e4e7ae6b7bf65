import { expect } from '@open-wc/testing';
import { loadSource, SourceError, type Source } from '../../../src/page/render/load-source.js';

const FIXTURES = new URL('../../fixtures/page/', import.meta.url);

const withHeaders = (path: string, headers: Record<string, string>) =>
  `${new URL(path, FIXTURES)}?headers=${encodeURIComponent(JSON.stringify(headers))}`;

const typed = (path: string, type: string) => withHeaders(path, { 'content-type': type });

function html(source: Source) {
  if (source.kind !== 'html') throw new Error('not HTML');
  const div = document.createElement('div');
  div.append(source.content);
  return { ...source, div };
}

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  try {
    await promise;
  } catch (error) {
    return error as SourceError;
  }
  throw new Error('did not fail');
}

const hacked = () => (window as { hacked?: unknown }).hacked;

describe('loadSource', () => {
  it('takes the post’s own heading, and leaves out what stands in the post and is none of it', async () => {
    const { div } = html(await loadSource(new URL('source-news.html', FIXTURES)));
    expect(div.querySelector('h1')?.textContent).to.equal('افتتاح مكتبة عامة في وسط المدينة');
    expect(div.textContent).to.include('افتتحت البلدية').and.include('في الصيف المقبل');
    for (const furniture of ['صحيفة تجريبية', 'إعلان', 'اقرأ أيضا', 'الوسوم', 'فيسبوك', 'ذات صلة'])
      expect(div.textContent).not.to.include(furniture);
  });

  it('reduces a whole page to its article, sanitised, with absolute addresses', async () => {
    const { div, lang, dir, title } = html(await loadSource(new URL('source-page.html', FIXTURES)));
    expect([lang, dir, title]).to.deep.equal(['ar', 'rtl', 'عنوان الخبر']);
    expect(div.querySelector('h1')?.textContent).to.equal('عنوان الخبر');
    expect(div.querySelectorAll('h1').length).to.equal(1);
    const paragraphs = Array.from(div.querySelectorAll('p'), (it) => it.textContent!.trim());
    expect(paragraphs[0]).to.match(/^قال ممثل/);
    expect(div.textContent).to.include('على مصراعيه').and.not.include('الرئيسية');
    expect(div.textContent).to.not.include('جميع الحقوق').and.not.include('hacked');
    const link = div.querySelector('a[href]')!;
    expect(link.getAttribute('href')).to.equal(new URL('../more.html', FIXTURES).href);
    expect(div.innerHTML).to.not.match(/javascript:|onclick|onerror|srcset|<style|<script/);
    const image = div.querySelector('img')!;
    expect(image.getAttribute('src')).to.equal(new URL('picture.png', FIXTURES).href);
    expect(image.alt).to.equal('صورة');
    for (const name of ['id', 'class', 'style']) {
      expect(div.querySelector(`[${name}]`), name).to.equal(null);
    }
    expect(hacked()).to.equal(undefined);
    expect(div.ownerDocument).to.equal(document);
  });

  it('keeps a short article too', async () => {
    const { div } = html(await loadSource(new URL('source-short.html', FIXTURES)));
    expect(div.textContent).to.include('خبر قصير من جملة واحدة').and.not.include('الرئيسية');
  });

  it('takes a piece of HTML whole, sanitised', async () => {
    const { div } = html(await loadSource(new URL('source-part.html', FIXTURES)));
    expect(div.innerHTML).to.equal(
      `<h2>عنوان</h2><p>فقرة عنصر <a href="${new URL('a.html#b', FIXTURES)}">رابط</a></p>` +
        '<ul><li value="3">بند</li></ul>',
    );
    expect(hacked()).to.equal(undefined);
  });

  it('reads XHTML, and refuses it where it is broken', async () => {
    const part = 'data:application/xhtml+xml;charset=utf-8,';
    const page = (body: string) =>
      `${part}${encodeURIComponent(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`)}`;
    const { div } = html(
      await loadSource(page('<p>نص <b>هنا</b></p><script>window.hacked=1</script>')),
    );
    expect(div.textContent).to.equal('نص هنا');
    expect(div.querySelector('b')).to.be.instanceOf(HTMLElement);
    expect((await failure(loadSource(page('<p>نص')))).reason).to.equal('type');
  });

  for (const [file, type] of [
    ['source-1256.txt', 'text/plain; charset=windows-1256'],
    ['source-1256.txt', 'text/plain'],
    ['source-1256-page.txt', 'text/html'],
    ['source-1256-page.txt', 'text/html; charset="cp1256"'],
    ['source-utf8.txt', 'text/plain; charset=utf-8'],
    ['source-utf8.txt', 'text/plain; charset=nonsense'],
  ] as const) {
    it(`tells the encoding of ${file} served as ${type}`, async () => {
      const source = await loadSource(typed(file, type));
      const text = source.kind === 'text' ? source.text : source.content.textContent!;
      expect(text).to.match(/^قال الوزير( إن العمل مستمر؛ «نعم»)?\.\s*$/);
    });
  }

  it('tells UTF-16 by its byte order mark', async () => {
    for (const base64 of ['//5CBicGRAYuAA==', '/v8GQgYnBkQALg==']) {
      const source = await loadSource(`data:text/plain;charset=utf-8;base64,${base64}`);
      expect(source).to.deep.equal({ kind: 'text', text: 'قال.' });
    }
  });

  it('says why a source could not be read', async () => {
    const missing = await failure(loadSource(new URL('none.html', FIXTURES)));
    expect(missing).to.be.instanceOf(SourceError);
    expect([missing.reason, missing.status]).to.deep.equal(['status', 404]);
    const reasonOf = async (url: string) => (await failure(loadSource(url))).reason;
    expect(await reasonOf(typed('source-utf8.txt', 'application/pdf'))).to.equal('type');
    expect(await reasonOf('http://localhost:1/')).to.equal('network');
    expect(await reasonOf('data:text/plain,%20%0A')).to.equal('empty');
    expect(await reasonOf('data:text/html,<p><script>1</script>')).to.equal('empty');
  });

  it('stops at 20 MB, of text and of HTML', async () => {
    const line = 'قال الوزير إن العمل مستمر.\n';
    const big = line.repeat(Math.ceil(21_000_000 / new Blob([line]).size));
    for (const type of ['text/plain', 'text/html']) {
      const url = URL.createObjectURL(new Blob([big], { type }));
      const error = await failure(loadSource(url));
      URL.revokeObjectURL(url);
      expect([error.reason, error.failure], type).to.deep.equal(['size', 'source-too-large']);
    }
  });

  it('does not wait longer than 30 s', async () => {
    const { prototype } = XMLHttpRequest;
    const timeout = Object.getOwnPropertyDescriptor(prototype, 'timeout')!;
    let asked = 0;
    Object.defineProperty(prototype, 'timeout', {
      ...timeout,
      set(this: XMLHttpRequest, ms: number) {
        asked = ms;
        timeout.set!.call(this, 100);
      },
    });
    try {
      const error = await failure(loadSource(`${new URL('source-utf8.txt', FIXTURES)}?delay=1500`));
      expect([error.reason, error.failure]).to.deep.equal(['time', 'source-too-slow']);
      expect(asked).to.equal(30_000);
    } finally {
      Object.defineProperty(prototype, 'timeout', timeout);
    }
  });

  it('resolves addresses by the document’s own base, else by where it came from', async () => {
    const page = (head: string) =>
      URL.createObjectURL(
        new Blob([`<head>${head}</head><p>نص <a href="b.html">رابط</a></p>`], {
          type: 'text/html',
        }),
      );
    const { div } = html(await loadSource(page('<base href="https://example.org/a/">')));
    expect(div.querySelector('a')!.href).to.equal('https://example.org/a/b.html');
  });

  it('leaves the page’s policy out of it: styles and scripts in a document are reported to nobody', async () => {
    const script = `
      import { loadSource } from '${new URL('../../../src/page/render/load-source.ts', import.meta.url)}';
      const violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      const { content } = await loadSource(new URL('source-inline.html', '${FIXTURES}'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      const found = [...violations];
      // The policy is one that would.
      document.body.setAttribute('style', 'color: red');
      await new Promise((resolve) => setTimeout(resolve, 200));
      parent.postMessage({ text: content.textContent, found, would: violations.length }, '*');`;
    for (const more of ['', "; require-trusted-types-for 'script'; trusted-types lit-html"]) {
      if (more && 'trustedTypes' in window && !('parseHTML' in Document)) continue;
      const frame = document.createElement('iframe');
      const answer = new Promise<MessageEvent>((resolve) =>
        addEventListener('message', resolve, { once: true }),
      );
      frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="style-src 'self'; script-src 'nonce-a' 'self'; base-uri 'none'${more}"><body><script type="module" nonce="a">${script}</script>`;
      document.body.append(frame);
      const { data } = await answer;
      frame.remove();
      expect(data.found, more).to.deep.equal([]);
      expect(data.would, more).to.be.above(0);
      expect(data.text).to.include('قال الوزير').and.include('ثم انصرف').and.not.include('hacked');
    }
    expect(hacked()).to.equal(undefined);
  });

  it('can be aborted, before and during', async () => {
    const controller = new AbortController();
    const loading = failure(loadSource(new URL('source-page.html', FIXTURES), controller));
    controller.abort();
    expect((await loading).name).to.equal('AbortError');
    const again = failure(loadSource(new URL('source-page.html', FIXTURES), controller));
    expect((await again).name).to.equal('AbortError');
  });

  it('works under Trusted Types without a policy, and violates nothing', async () => {
    const script = `
      import { loadSource } from '${new URL('../../../src/page/render/load-source.ts', import.meta.url)}';
      const violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      const lengths = [];
      for (const name of ['source-page.html', 'source-short.html', 'source-part.html']) {
        const { content } = await loadSource(new URL(name, '${FIXTURES}'));
        lengths.push(content.textContent.trim().length);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      let enforced = false;
      try { document.createElement('p').innerHTML = 'x'; } catch { enforced = true; }
      parent.postMessage({ enforced, lengths, violations }, '*');`;
    const frame = document.createElement('iframe');
    const answer = new Promise<MessageEvent>((resolve) =>
      addEventListener('message', resolve, { once: true }),
    );
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types lit-html"><script type="module">${script}</script>`;
    document.body.append(frame);
    const { data } = await answer;
    frame.remove();
    expect(data.enforced).to.equal(true);
    expect(data.violations).to.deep.equal([]);
    expect(data.lengths[0]).to.be.above(500);
    expect(data.lengths[1]).to.be.above(20);
    expect(data.lengths[2]).to.be.above(20);
  });
});
