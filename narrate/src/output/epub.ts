/**
 * What a Guided Navigation document tells, with its sound, as a book: EPUB 3 with Media Overlays, a clip a
 * word. The clips follow one another without a gap, so that no pause is lost.
 *
 * @see https://www.w3.org/TR/epub-33/
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { GuidedDocument, GuidedObject } from './guided-navigation.js';
import { xmlText } from './xml-text.js';

export interface EpubOptions {
  /** Tells the book from every other. */
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
}

/** A piece of the text with an `id`, and when it begins; ms. */
interface Clip {
  readonly id: string;
  readonly from: number;
}

interface Sentence {
  readonly id: string;
  readonly clips: Clip[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
};

const escape = (text: string) => xmlText(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

function language(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'und';
  } catch {
    return 'und';
  }
}

const RTL = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)(?:-|$)/;
const directionOf = (lang: string) => (RTL.test(lang) ? 'rtl' : 'ltr');

/** `0:01:02.345` */
function clock(ms: number): string {
  const two = (value: number) => String(Math.floor(value) % 60).padStart(2, '0');
  const rest = String(ms % 1000).padStart(3, '0');
  return `${Math.floor(ms / 3_600_000)}:${two(ms / 60_000)}:${two(ms / 1000)}.${rest}`;
}

const beginOf = ({ audioref = '' }: GuidedObject) =>
  Math.round(1000 * Number(/#t=([\d.]+)/.exec(audioref)?.[1] ?? NaN));

const plainOf = ({ text = '' }: GuidedObject) => (typeof text === 'string' ? text : text.plain);

const document = (lang: string, title: string, body: string, more = '') =>
  `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${lang}" lang="${lang}" dir="${directionOf(lang)}">
<head><title>${escape(title)}</title>${more}</head>
<body>
${body}
</body>
</html>
`;

/** The text with an `id` on each sentence and word, and the clips of the words in it. */
class Page {
  readonly sentences: Sentence[] = [];
  readonly headings: { id: string; text: string }[] = [];
  readonly #length: number;
  #words = 0;

  /** @param length of the sound; ms */
  constructor(length: number) {
    this.#length = length;
  }

  /** Blocks as XHTML; items that follow one another are a list. */
  body(blocks: readonly GuidedObject[], lang: string): string {
    const parts: string[] = [];
    let isList = false;
    blocks.forEach(({ role: [role = ''] = [], children = [] }, index) => {
      const own = language(Object(children[0]?.text).language ?? lang);
      const text = children.map((it) => this.#sentence(it)).join(' ');
      const at = `id="b${index}" dir="auto"${own === lang ? '' : ` xml:lang="${own}" lang="${own}"`}`;
      if ((role === 'listItem') !== isList) parts.push(isList ? '</ul>' : '<ul>');
      isList = role === 'listItem';
      const [, level] = /^heading([1-6])$/.exec(role) ?? [];
      if (level) this.headings.push({ id: `b${index}`, text: children.map(plainOf).join(' ') });
      if (level) parts.push(`<h${level} ${at}>${text}</h${level}>`);
      else if (isList) parts.push(`<li ${at}>${text}</li>`);
      else if (role === 'blockquote') parts.push(`<blockquote ${at}><p>${text}</p></blockquote>`);
      else parts.push(`<p ${at}>${text}</p>`);
    });
    if (isList) parts.push('</ul>');
    return parts.join('\n');
  }

  #sentence(sentence: GuidedObject): string {
    const id = `s${this.sentences.length}`;
    const begin = Math.min(beginOf(sentence), this.#length);
    const clips: Clip[] = [];
    const plain = plainOf(sentence);
    let text = '';
    let at = 0;
    for (const word of sentence.children ?? []) {
      const written = plainOf(word);
      const start = plain.indexOf(written, at);
      if (start < 0 || !written) continue;
      const clip = {
        id: `w${this.#words++}`,
        from: clips.length ? Math.min(beginOf(word), this.#length) : begin,
      };
      text += `${escape(plain.slice(at, start))}<span id="${clip.id}">${escape(written)}</span>`;
      clips.push(clip);
      at = start + written.length;
    }
    text += escape(plain.slice(at));
    this.sentences.push({ id, clips: clips.length ? clips : [{ id, from: begin }] });
    return `<span id="${id}">${text}</span>`;
  }

  /** Each clip up to the next; what would be less than a millisecond long is not said by itself. */
  overlay(audio: string): { readonly smil: string; readonly length: number } {
    const all = this.sentences.flatMap(({ clips }) => clips);
    const kept = all.filter(({ from }, index) => from < (all[index + 1]?.from ?? this.#length));
    const end = new Map(kept.map((it, index) => [it, kept[index + 1]?.from ?? this.#length]));
    const first = kept[0];
    const body = this.sentences.flatMap(({ id, clips }) => {
      const pars = clips
        .filter((it) => end.has(it))
        .map((it) => {
          const from = it === first ? 0 : it.from;
          return `<par><text src="article.xhtml#${it.id}"/><audio src="${audio}" clipBegin="${clock(from)}" clipEnd="${clock(end.get(it)!)}"/></par>`;
        });
      return pars.length
        ? [`<seq epub:textref="article.xhtml#${id}">\n${pars.join('\n')}\n</seq>`]
        : [];
    });
    return {
      smil: `<?xml version="1.0" encoding="utf-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body>
${body.join('\n')}
</body>
</smil>
`,
      length: kept.length ? this.#length : 0,
    };
  }
}

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const STYLE = `.-epub-media-overlay-active { background-color: #ffe58a; color: #000; }
body { line-height: 1.8; }
`;

/**
 * @param sound the file that the document tells of
 * @throws RangeError if the document has no times
 */
export function epub(
  { links, guided }: GuidedDocument,
  sound: Uint8Array,
  { id, title, lang: tag }: EpubOptions,
): Uint8Array {
  const [recording] = links;
  const length = Math.floor(1000 * (recording?.duration ?? 0));
  const lang = language(tag);
  const name = xmlText(title).trim() || id;
  const audio = `audio${/\.\w+$/.exec(recording?.href ?? '')?.[0] ?? '.mp3'}`;
  const page = new Page(length);
  const body = page.body(
    guided.flatMap(({ children = [] }) => children),
    lang,
  );
  const overlay = page.overlay(audio);
  if (!overlay.length) throw new RangeError('there are no times to make a book of');
  const source = links.find(({ rel }) => rel === 'canonical')?.href;
  const narrator = recording?.title;
  const entries = page.headings.length ? page.headings : [{ id: 'b0', text: name }];
  const contents = entries
    .map((it) => `<li><a href="article.xhtml#${it.id}">${escape(it.text)}</a></li>`)
    .join('\n');
  const opf = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang}" dir="${directionOf(lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:article-reader:${escape(id)}</dc:identifier>
<dc:title>${escape(name)}</dc:title>
<dc:language>${lang}</dc:language>
${source ? `<dc:source>${escape(source)}</dc:source>` : ''}
<meta property="dcterms:modified">${new Date().toISOString().replace(/\.\d+/, '')}</meta>
<meta property="media:duration">${clock(overlay.length)}</meta>
<meta property="media:duration" refines="#overlay">${clock(overlay.length)}</meta>
${narrator ? `<meta property="media:narrator">${escape(narrator)}</meta>` : ''}
<meta property="media:active-class">-epub-media-overlay-active</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">auditory</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessModeSufficient">auditory</meta>
<meta property="schema:accessibilityFeature">synchronizedAudioText</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="article" href="article.xhtml" media-type="application/xhtml+xml" media-overlay="overlay"/>
<item id="overlay" href="article.smil" media-type="application/smil+xml"/>
<item id="audio" href="${audio}" media-type="${escape(recording?.type ?? 'audio/mpeg')}"/>
<item id="style" href="style.css" media-type="text/css"/>
</manifest>
<spine page-progression-direction="${directionOf(lang)}"><itemref idref="article"/></spine>
</package>
`;
  const files: Zippable = {
    // First and as it is, so that what a file is can be told from its beginning.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/package.opf': strToU8(opf),
    'EPUB/nav.xhtml': strToU8(
      document(lang, name, `<nav epub:type="toc" id="toc">\n<ol>\n${contents}\n</ol>\n</nav>`),
    ),
    'EPUB/article.xhtml': strToU8(
      document(lang, name, body, '<link rel="stylesheet" type="text/css" href="style.css"/>'),
    ),
    'EPUB/article.smil': strToU8(overlay.smil),
    'EPUB/style.css': strToU8(STYLE),
    [`EPUB/${audio}`]: [sound, { level: 0 }],
  };
  return zipSync(files);
}
