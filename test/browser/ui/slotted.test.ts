/** An element whose article is slotted: by a component that it is a part of. */
import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { middleOf, mount, reaches, until } from './setup.js';

const SHADOW = '<h1>اسم الموقع</h1><article-reader><slot></slot></article-reader>';
const LIGHT = '<h2>عنوان المقال</h2><p>قالت الوزارة إن العمل بدأ.</p>نص عار هنا.';

/** A component whose shadow root has the reader, with that in its own tree. */
async function component(light: string, shadow = SHADOW) {
  const { stage, reader: first, synthesis } = await mount('<article-reader></article-reader>');
  first.remove();
  const host = stage.appendChild(document.createElement('section'));
  host.attachShadow({ mode: 'open' }).innerHTML = shadow;
  host.innerHTML = light;
  const reader = host.shadowRoot!.querySelector<ArticleReader>('article-reader')!;
  await reader.updateComplete;
  return { host, reader, synthesis };
}

describe('an article in a slot of the element', () => {
  it('is read as it is seen, aloud and to the end', async () => {
    const { reader, synthesis } = await component(LIGHT);
    await until(() => reader.article.text);
    expect(reader.article.text).to.equal('عنوان المقال\nقالت الوزارة إن العمل بدأ.\nنص عار هنا.');
    reader.play();
    await reaches(reader, 'playing');
    await until(() => reader.playback.status === 'idle');
    expect(synthesis.heard.map(({ text }) => text)).to.deep.equal(
      'عنوان المقال قالت الوزارة إن العمل بدأ نص عار هنا'.split(' '),
    );
  });

  it('is marked and sized where it stands', async () => {
    const { host, reader } = await component(LIGHT);
    await until(() => reader.article.text);
    const paragraph = host.querySelector('p')!;
    const region = reader.shadowRoot!.querySelector('.article')!;
    reader.setPreferences({ textSize: 200 });
    await until(() => getComputedStyle(region).zoom === '2');
    expect(region.contains(paragraph.assignedSlot!.assignedSlot)).to.equal(true);
    reader.seek(reader.article.text.indexOf('الوزارة'));
    if ('highlights' in CSS) {
      await until(() => CSS.highlights.get('article-reader-word')?.size);
      const [range] = CSS.highlights.get('article-reader-word')!;
      expect((range as Range).toString()).to.equal('الوزارة');
    }
  });

  it('is read again when it changes', async () => {
    const { host, reader } = await component(LIGHT);
    await until(() => reader.article.text);
    host.insertAdjacentHTML('beforeend', '<p>خبر عاجل.</p>');
    await until(() => reader.article.text.endsWith('خبر عاجل.'));
    host.querySelector('p')!.slot = 'nowhere';
    await until(() => !reader.article.text.includes('الوزارة'));
  });

  it('is read with what stands beside the slot, and clicked', async () => {
    const { host, reader } = await component(
      '<p>نص موضوع هنا.</p>وآخر عار.',
      '<article-reader><h1>قبل الفتحة</h1><slot></slot><p>بعد الفتحة.</p></article-reader>',
    );
    await until(() => reader.article.text.includes('موضوع'));
    expect(reader.article.text).to.equal('قبل الفتحة\nنص موضوع هنا.\nوآخر عار.\nبعد الفتحة.');
    const { page } = reader.reader.surface!;
    for (const word of ['قبل', 'موضوع', 'عار', 'بعد']) {
      const start = reader.article.text.indexOf(word);
      const range = page.toRange({ start, end: start + word.length });
      expect(range.toString()).to.equal(word);
      const [x, y] = middleOf(range);
      expect(await reader.reader.offsetAt(x, y), word).to.be.within(start, start + word.length);
    }
    host.lastChild!.textContent = 'وآخر تغير.';
    await until(() => reader.article.text.includes('تغير'));
  });
});
