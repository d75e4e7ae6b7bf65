/** `article-reader-narrate align`: the times of the words in a recording by a person. */
import { alignArticle } from '../align/align-article.js';
import { findSources } from '../input/find-sources.js';
import { Store } from '../output/store.js';
import { createVoice } from '../voice/create-voice.js';
import { readIndex, writeIndex } from './index-file.js';
import { parse, UsageError } from './usage.js';

const USAGE = `article-reader-narrate align RECORDING ARTICLE --out FOLDER

Finds when each word of an article is said in a recording by a person.

RECORDING is what browsers play: mp3, m4a, aac, opus, ogg, flac, wav, webm. It is copied as it is.
ARTICLE is a file of HTML or text, or - for a line of JSON on standard input.

  --out FOLDER        where to
  --reader NAME       who reads, as listeners are told
  --content SELECTOR  the article on its page
  --voice VOICE       the voice that it is held against (embedded)
`;

/** @returns the exit status. @throws UsageError if it was asked wrongly */
export async function align(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    out: { type: 'string' },
    reader: { type: 'string' },
    content: { type: 'string' },
    voice: { type: 'string', default: 'embedded' },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { out, reader, content } = values;
  if (!out) throw new UsageError('--out is missing');
  const [recording, article, ...more] = positionals;
  if (!recording || !article || more.length)
    throw new UsageError('a recording and an article are wanted');
  const { value: source } = await findSources([article]).next();
  if (!source) throw new UsageError('there is no article');
  if ('error' in source) throw new Error(`${source.id}: ${source.error.message}`);
  const voice = createVoice(values.voice);
  const store = await Store.open(out);
  const options = { ...(reader && { reader }), ...(content && { content }) };
  const made = await alignArticle(recording, source, voice, store, options).finally(() =>
    voice.close(),
  );
  await writeIndex(store, await readIndex(store), [made]);
  process.stderr.write(`${made.narration}${made.isOld ? ' was there already' : ''}\n`);
  return 0;
}
