import { expect } from '@open-wc/testing';
import { chunk } from '../dist.js';
import type { ArticleReader } from '../../../src/elements.js';
import { SPOKEN_FILES, spokenGroups } from '../../spoken-groups.js';
import { mount, reaches, reset, until } from './setup.js';

/** The words that were shown as read, each once, in order. */
function wordsSeen(reader: ArticleReader): string[] {
  const seen: string[] = [];
  reader.addEventListener('reader-positionchange', ({ word }) => {
    const said = word && reader.article.text.slice(word.start, word.end);
    if (said && said !== seen.at(-1)) seen.push(said);
  });
  return seen;
}

describe('<article-reader>, of what is said otherwise than it is written', () => {
  after(reset);

  it('shows the number while its words are spoken, and begins there when it is gone to', async () => {
    const { reader, synthesis } = await mount(
      '<article-reader persist="none"><p>عمل فيها لأكثر من 25 عاما. ثم عاد.</p></article-reader>',
    );
    const seen = wordsSeen(reader);
    reader.play();
    await until(() => seen.includes('عاد'));
    expect(seen).to.deep.equal(['عمل', 'فيها', 'لأكثر', 'من', '25', 'عاما', 'ثم', 'عاد']);
    expect(synthesis.spoken[0]!.text).to.equal('عمل فيها لأكثر من خمسة وعشرين عاما.');
    await reaches(reader, 'idle');

    reader.seek(reader.article.text.indexOf('25') + 1);
    const { start, end } = reader.position.word!;
    expect(reader.article.text.slice(start, end)).to.equal('25');
    reader.play();
    await until(() => synthesis.spoken.length > 2);
    expect(synthesis.spoken[2]!.text).to.equal('خمسة وعشرين عاما.');
  });

  it('says what the page marked and as it was taught, and shows what is written', async () => {
    const json = `data:application/json,${encodeURIComponent('{"كونا":"كُونَا","سيئ":1}')}`;
    const { reader, synthesis } = await mount(
      `<article-reader persist="none" pronunciations='${json}'><p>قالت كونا إن
        <abbr title="منظمة الصحة العالمية">WHO</abbr> أعلنت في
        <time datetime="2020-08-07">7/8/2020</time> نجاح
        <span data-spoken="الحملة">ح.و.ط</span>.</p></article-reader>`,
    );
    const seen = wordsSeen(reader);
    reader.play();
    await until(() => seen.includes('ح.و.ط'));
    expect(synthesis.spoken[0]!.text).to.equal(
      'قالت كُونَا إن منظمة الصحة العالمية أعلنت في السابع من أغسطس عام ألفين وعشرين نجاح الحملة.',
    );
    const words = ['قالت', 'كونا', 'إن', 'WHO', 'أعلنت', 'في', '7/8/2020', 'نجاح', 'ح.و.ط'];
    expect(seen).to.deep.equal(words);

    // Another map is taken up with the next reading.
    await until(() => reader.playback.status === 'idle');
    reader.pronunciations = { كونا: 'وكالتنا' };
    await reader.updateComplete;
    reader.play();
    await until(() => synthesis.spoken.length > 1);
    expect(synthesis.spoken[1]!.text).to.contain('قالت وكالتنا إن');
  });

  it('goes on saying numbers when it is taught again while it reads', async () => {
    const { reader, synthesis } = await mount(
      '<article-reader persist="none"><p>قالت كونا ذلك. ثم زاد العدد إلى 25 موظفا في كونا.</p></article-reader>',
    );
    reader.play();
    // While the first ones are being loaded, and again later.
    reader.pronunciations = { كونا: 'كونَا' };
    await reaches(reader, 'playing');
    expect(synthesis.spoken[0]!.text).to.equal('قالت كونَا ذلك.');
    reader.pronunciations = { كونا: 'كُونَا' };
    await until(() => synthesis.spoken.length > 1);
    expect(synthesis.spoken[1]!.text).to.contain('إلى خمسة وعشرين موظفا في ك');
    await until(() => reader.playback.status === 'idle');
    reader.play();
    await until(() => synthesis.spoken.length > 2);
    expect(synthesis.spoken[2]!.text).to.equal('قالت كُونَا ذلك.');
  });

  it('is the same in the bundle', async () => {
    const { toSpoken } = (await import(
      await chunk('to-spoken')
    )) as typeof import('../../../src/arabic/spoken/to-spoken.js');
    for (const file of SPOKEN_FILES) {
      const text = await (await fetch(`/test/fixtures/spoken/${file}`)).text();
      for (const { cases } of spokenGroups(file, text))
        for (const [written, spoken] of cases) expect(toSpoken(written).text).to.equal(spoken);
    }
  });
});
