import { expect } from '@open-wc/testing';
import { loadTashkeel, TashkeelWorker, type Tashkeel } from '../../../src/diacritizer/index.js';

const CLAUSE =
  'قال ممثل الأمين العام للأمم المتحدة والمنسق المقيم لدى دولة الكويت الدكتور طارق الشيخ اليوم الخميس';

const bare = (text: string) => text.replace(/[\u064b-\u0652]/g, '');

describe('tashkeel in a page', () => {
  let tashkeel: Tashkeel;

  before(async () => {
    tashkeel = await loadTashkeel();
  });

  it('loads its files from beside the module and vocalises', () => {
    const { text, toSource } = tashkeel.diacritize(CLAUSE);
    expect(bare(text)).to.equal(CLAUSE);
    const kuwait = text.search(/ الْكُوَيْت\p{M}* /u) + 1;
    expect(toSource(kuwait)).to.equal(CLAUSE.indexOf('الكويت'));
  });

  it('says what every other engine says', async () => {
    const golden = await fetch(new URL('../../fixtures/tashkeel/golden.txt', import.meta.url));
    for (const line of (await golden.text()).trim().split('\n'))
      expect(tashkeel.diacritize(bare(line)).text).to.equal(line);
  });

  it('says what is wrong where its files are not', async () => {
    const missing = new URL('./nowhere.bin', import.meta.url);
    const error = await loadTashkeel({ weights: missing }).catch((reason: unknown) => reason);
    expect(error).to.be.an('error').with.property('message').that.includes('404');
  });
});

describe('tashkeel in a thread of its own', () => {
  const createWorker = () =>
    new Worker(new URL('../../../src/diacritizer/worker.ts', import.meta.url), {
      type: 'module',
    });
  let worker: TashkeelWorker;

  afterEach(() => worker.close());

  it('gives what the page itself would get, in order', async () => {
    worker = new TashkeelWorker({ createWorker });
    await worker.ready;
    const tashkeel = await loadTashkeel();
    const order: string[] = [];
    const texts = ['دولة الكويت', CLAUSE, ''];
    const results = await Promise.all(
      texts.map(async (text) => {
        const spoken = await worker.diacritize(text, { pausal: true });
        order.push(text);
        return spoken;
      }),
    );
    expect(order).to.deep.equal(texts);
    results.forEach((spoken, i) => {
      const here = tashkeel.diacritize(texts[i]!, { pausal: true });
      expect(spoken.text).to.equal(here.text);
      for (let at = 0; at <= here.text.length; at++)
        expect(spoken.toSource(at)).to.equal(here.toSource(at));
    });
  });

  it('hands over what went wrong, and goes on after it', async () => {
    worker = new TashkeelWorker({ createWorker });
    const wrong = await worker.diacritize('نص', { minimumConfidence: 2 }).catch(String);
    expect(wrong).to.include('minimumConfidence');
    expect((await worker.diacritize('دولة الكويت')).text).to.include('الْكُوَيْت');
  });

  it('says so where the files or the script are not there', async () => {
    worker = new TashkeelWorker({ createWorker, weights: '/nowhere.bin' });
    expect(await worker.ready.catch(String)).to.include('404');
    expect(await worker.diacritize('نص').catch(String)).to.include('404');
    worker.close();
    worker = new TashkeelWorker({
      createWorker: () => new Worker('/nowhere.js', { type: 'module' }),
    });
    expect(await worker.ready.catch((error: unknown) => error)).to.be.an('error');
  });

  it('leaves nobody waiting when it is closed', async () => {
    worker = new TashkeelWorker({ createWorker });
    const waiting = worker.diacritize(CLAUSE).catch(String);
    worker.close();
    expect(await waiting).to.include('closed');
    expect(await worker.diacritize(CLAUSE).catch(String)).to.include('closed');
  });
});

describe('the products of the nets', () => {
  /** What a page under a policy has them done by. */
  async function kindUnder(policy: string): Promise<string> {
    const frame = document.createElement('iframe');
    const told = new Promise<string>((resolve) =>
      addEventListener('message', ({ data }: MessageEvent<string>) => resolve(data), {
        once: true,
      }),
    );
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
      <script type="module">
        import { plain } from '/build/arabic/tashkeel/kernel.js';
        import { fastest } from '/build/diacritizer/compiled-kernel.js';
        parent.postMessage(fastest() === plain ? 'plain' : 'compiled', '*');
      </script>`;
    document.body.append(frame);
    try {
      return await told;
    } finally {
      frame.remove();
    }
  }

  it('are compiled where a policy lets them, and plain where it does not', async () => {
    // Firefox takes no 'self' for a page without an address.
    const scripts = `script-src ${location.origin} 'unsafe-inline'`;
    expect(await kindUnder(`${scripts} 'wasm-unsafe-eval'`)).to.equal('compiled');
    expect(await kindUnder(scripts)).to.equal('plain');
  });
});
