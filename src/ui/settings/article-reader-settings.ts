import { html, nothing, type TemplateResult } from 'lit';
import { PRESETS, presetOf, presetUpdate, type PresetName } from '../../core/presets.js';
import {
  ALIGNMENTS,
  DIACRITICS,
  DIGITS,
  ECHOES,
  FOCUS_LINES,
  HIGHLIGHT_STYLES,
  HIGHLIGHTS,
  LIST_NUMBERS,
  PARTS,
  SKIPPABLE,
  THEMES,
  TYPEFACES,
} from '../../core/settings.js';
import { PALETTES } from '../../core/themes.js';
import { formatFor } from '../i18n/format.js';
import { controls } from '../internal/controls.styles.js';
import { PanelElement } from '../internal/panel-element.js';
import { resetIcon } from '../internal/sheet-icons.js';
import { styles } from './article-reader-settings.styles.js';
import { settingRows, swatch } from './setting-rows.js';
import { SettingSample } from './setting-sample.js';
import { sleepRow } from './sleep-row.js';
import { voiceRow } from './voice-row.js';

/** A dictionary, as an example. */
const DICTIONARY = 'https://ar.wiktionary.org/wiki/{word}';

/** The size of the sample's text at 100 %, in CSS pixels. */
const SIZE = 20;
/** Arabic letters on one em of a line (measured: 35 to 47 em for 100 of them). */
const LETTERS_AN_EM = 2.4;
/** Contrast of text below which it is said that it may be hard to read (WCAG 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** Until the sample is there, and where it cannot be loaded. */
const UNKNOWN = { ink: PALETTES.light.ink, paper: PALETTES.light.paper, contrast: 0 };

/** As people type it when they look for something: without marks and the seats of hamza. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .trim();

/**
 * All settings as a sheet of paper: a live sample on top, then groups; one control a row, the value
 * beside its name, reset at the end of the row. Every change shows in the sample and in the article
 * at once. Opened over the page or over the reading view: it is a modal dialog itself.
 *
 * @summary The sheet of all settings.
 */
export class ArticleReaderSettings extends PanelElement {
  static override styles = [controls, styles];

  readonly #sample = new SettingSample(this);
  /** What was looked for last. */
  #sought = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sample.dispose();
  }

  protected override updated(): void {
    this.#find(this.#sought);
    if (this.isConnected) void this.#sample.show();
  }

  /** Opens the settings. */
  async show(): Promise<void> {
    await this.reader.refreshVoices();
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector('article-reader-panel')!.show();
  }

  protected override render(): TemplateResult {
    const { terms } = this;
    const { textSize, lineHeight } = this.reader.settings;
    const line = (SIZE * textSize * (lineHeight ?? 1.8)) / 100;
    // Whole lines: two, or one where they are high, and room for what is below.
    const lines = line > 56 ? line : 2 * line;
    return html`
      <article-reader-panel
        heading=${this.allTerms.allSettings}
        .terms=${terms}
        .style=${`--_cover:min(${Math.round(lines) + 24}px,40vh)`}
        exportparts="panel"
      >
        ${this.#content()}
      </article-reader-panel>
    `;
  }

  #content(): TemplateResult {
    const { allTerms: terms } = this;
    const groups: [id: string, heading: string, rows: TemplateResult][] = [
      ['start', terms.presetGroup, this.#presets()],
      ['text', terms.text, this.#text()],
      ['colours', terms.colours, this.#colours()],
      ['focus', terms.focus, this.#focus()],
      ['listening', terms.listening, this.#listening()],
      ['view', terms.inReadingView, this.#view()],
    ];
    return html`
      ${this.#sample.render(terms)}
      <input
        type="search"
        class="find"
        aria-label=${terms.findSetting}
        placeholder=${terms.findSetting}
        @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}
      />
      <p class="none" role="status"></p>
      <nav aria-label=${terms.sections}>
        ${groups.map(
          ([id, heading]) =>
            html`<button
              @click=${() => {
                const target = this.renderRoot.querySelector<HTMLElement>(`#${id}`)!;
                target.parentElement!.scrollIntoView();
                target.focus({ preventScroll: true });
              }}
            >
              ${heading}
            </button>`,
        )}
      </nav>
      ${groups.map(
        ([id, heading, rows]) => html`
          <section aria-labelledby=${id}>
            <h3 id=${id} tabindex="-1">${heading}</h3>
            ${rows}
          </section>
        `,
      )}
      <button class="all" @click=${() => this.reader.reset()}>
        ${resetIcon}<span>${terms.resetAll}</span>
      </button>
    `;
  }

  /** Leaves the rows whose words hold what is looked for, and the groups that have any. */
  #find(sought: string): void {
    this.#sought = sought;
    const wanted = plain(sought);
    const holds = (element: Element) => plain(element.textContent).includes(wanted);
    let isAny = false;
    for (const section of this.renderRoot.querySelectorAll('section')) {
      const isGroup = holds(section.querySelector('h3')!);
      const rows = [...section.querySelectorAll<HTMLElement>('.row,.presets')];
      for (const row of rows) row.hidden = !isGroup && !holds(row);
      section.hidden = rows.every(({ hidden }) => hidden);
      isAny ||= !section.hidden;
    }
    this.renderRoot.querySelector('nav')!.hidden = !!wanted;
    this.renderRoot.querySelector('.none')!.textContent = isAny ? '' : this.allTerms.noSetting;
  }

  #presets(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const chosen = presetOf(reader.preferences);
    const choose = (name: PresetName) => {
      const update = presetUpdate(name);
      // Pressed again, all that it decided goes back to the page.
      const undone = Object.fromEntries(Object.keys(update).map((each) => [each, undefined]));
      reader.update(name === chosen ? undone : update);
    };
    return html`<div class="choices presets">
      ${(Object.keys(PRESETS) as PresetName[]).map(
        (name) =>
          html`<button aria-pressed=${name === chosen} @click=${() => choose(name)}>
            ${terms.presets[name]}
          </button>`,
      )}
    </div>`;
  }

  #text(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { address, slider, choices, toggle } = settingRows(reader, terms);
    const format = formatFor(this.terms);
    const plural = new Intl.PluralRules(format.lang);
    const percentOfEm = (value: number) => format.percent(value * 100);
    return html`
      ${slider('textSize', terms.textSize, format.percent)}
      ${choices('typeface', terms.typeface, TYPEFACES, terms.typefaces)}
      ${slider('fontWeight', terms.fontWeight, (value) => terms.weights[value] ?? format.number(value))}
      ${slider('lineHeight', terms.lineHeight, (value) => format.number(value))}
      ${slider('wordSpacing', terms.wordSpacing, percentOfEm)}
      ${slider('paragraphSpacing', terms.paragraphSpacing, (value) => format.number(value))}
      ${slider('measure', terms.measure, (value) => {
        const letters = Math.round((value * LETTERS_AN_EM) / 5) * 5;
        return terms.letters(format.number(letters), plural.select(letters));
      })}
      ${slider('margins', terms.margins, format.percent)}
      ${choices('align', terms.align, ALIGNMENTS, terms.alignments)}
      ${toggle('pictures', terms.pictures)} ${toggle('emphasis', terms.emphasis)}
      ${address('lookUp', terms.dictionary, DICTIONARY, terms.dictionaryHint)}
    `;
  }

  #colours(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { settings } = reader;
    const { choices, colour, slider } = settingRows(reader, terms);
    const format = formatFor(this.terms);
    const { ink, paper, contrast } = this.#sample.colours(settings) ?? UNKNOWN;
    // The page's own colours are not ours to judge.
    const isKnown = contrast && (settings.theme !== 'page' || settings.ink || settings.paper);
    return html`
      ${choices('theme', terms.theme, THEMES, terms.themes, (theme) => swatch(theme, terms.letter))}
      ${colour('ink', terms.ink, ink)} ${colour('paper', terms.paper, paper)}
      <div class="contrast" role=${reader.playback.status === 'playing' ? nothing : 'status'}>
        ${isKnown ? html`<p>${terms.contrast(format.number(contrast), format.number(1))}</p>` : nothing}
        ${isKnown && contrast < LEAST_CONTRAST ? html`<p class="warning">${terms.lowContrast}</p>` : nothing}
      </div>
      ${slider('brightness', terms.brightness, format.percent)}
    `;
  }

  #focus(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { choices, toggle } = settingRows(reader, terms);
    return html`
      ${choices('focusLines', terms.focusLines, FOCUS_LINES, terms.linesInFocus)}
      ${toggle('ruler', terms.ruler)} ${toggle('dimming', terms.dimming)}
      ${choices('highlight', terms.highlight, HIGHLIGHTS, terms.highlights)}
      ${choices('highlightStyle', terms.highlightStyle, HIGHLIGHT_STYLES, terms.highlightStyles)}
    `;
  }

  #listening(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { slider, choices, checks, toggle, reset } = settingRows(reader, terms);
    const format = formatFor(this.terms);
    const seconds = new Intl.NumberFormat(format.lang, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'long',
    });
    return html`
      ${voiceRow(reader, terms, reset('voices', terms.voice))}
      ${slider('rate', terms.rate, (value) => `×${format.number(value)}`)}
      ${choices('echo', terms.echo, ECHOES, terms.echoes)}
      ${slider('pause', terms.pauses, (value) => (value ? seconds.format(value) : terms.noPause))}
      ${checks('skip', terms.skip, SKIPPABLE, terms.skippable)}
      ${choices('listNumbers', terms.listNumbers, LIST_NUMBERS, terms.listNumberNames)}
      ${reader.recording ? toggle('unrecorded', terms.unrecorded) : nothing}
      ${toggle('switchVoices', terms.switchVoices)} ${toggle('vocalise', terms.vocalise)}
      ${toggle('playNext', terms.playNext)} ${sleepRow(reader, terms)}
    `;
  }

  #view(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { choices, toggle } = settingRows(reader, terms);
    const digitNames = { page: terms.digitsAsWritten, arab: '٠١٢٣', latn: '0123' };
    return html`
      ${choices('digits', terms.digits, DIGITS, digitNames)}
      ${choices('diacritics', terms.diacritics, DIACRITICS, terms.diacriticNames)}
      ${toggle('oneSentence', terms.oneSentence)}
      ${choices('parts', terms.parts, PARTS, terms.partNames)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-settings': ArticleReaderSettings;
  }
}
