import { css, unsafeCSS } from 'lit';
import { THEMES } from '../../core/settings.js';
import { COLOR_SCHEMES, PALETTES, type Palette } from '../../core/themes.js';

/** `--_ink` and the rest, from a palette; a page's own `--article-reader-ink` goes before. */
function declarations(colours: Palette, own: boolean): string {
  return Object.entries(colours)
    .map(([name, value]) => {
      const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `--_${dashed}:${own ? `var(--article-reader-${dashed},${value})` : value};`;
    })
    .join('');
}

/** The colours of each theme, which every part of the interface inherits. */
export const themeStyles = unsafeCSS(
  THEMES.map((theme) =>
    theme === 'page'
      ? `:host{${declarations(PALETTES.page, true)}}`
      : `.theme-${theme}{color-scheme:${COLOR_SCHEMES[theme]};${declarations(PALETTES[theme], theme === 'system')}}`,
  ).join('') +
    // What a browser without `light-dark()` makes of the others is nothing.
    `@supports not (color:light-dark(red,red)){:host,.theme-system{${declarations(PALETTES.light, true)}}@media (prefers-color-scheme:dark){.theme-system{${declarations(PALETTES.dark, true)}}}}`,
);

/** Where the bar, the article and what lies over it are; and the typefaces. */
export const styles = css`
  :host {
    display: block;
    --_page: color-mix(in srgb, var(--_paper) 94%, var(--_muted));
    --_ui-font: var(
      --article-reader-ui-font,
      'Segoe UI',
      'SF Arabic',
      'Noto Sans Arabic',
      'Noto Sans Arabic UI',
      Vazirmatn,
      system-ui,
      sans-serif
    );
    --_text-font: var(
      --article-reader-font,
      'Noto Naskh Arabic',
      'Geeza Pro',
      'Traditional Arabic',
      serif
    );
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    --_bar: 96px;
    --_radius: 12px;
    --_shadow: 0 4px 20px rgb(0 0 0 / 12%);
    --_hover: color-mix(in srgb, var(--_ink) 8%, transparent);
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  /* Who wants more contrast gets the lines and the lesser text as strong as the rest. */
  @media (prefers-contrast: more) {
    .frame {
      --_line: var(--_ink);
      --_muted: var(--_ink);
    }
  }
  /* As high as its two rows, whatever is in it: what unfolds and what is told stands over the text, and
     nothing that happens moves it. */
  .bar {
    display: flex;
    flex-direction: column;
    gap: 8px;
    block-size: var(--_bar);
    position: sticky;
    inset-block-start: calc(var(--article-reader-inset, 0px) + 8px);
    z-index: 10;
  }
  /* While the page's colours hold there is no ground, and neither of these holds. */
  .article {
    display: block;
    border-radius: var(--_radius);
    background: var(--_ground);
    box-shadow: 0 0 0 16px var(--_ground);
  }
  .article:focus-visible {
    outline-offset: 6px;
  }
  /* Takes no room on the page. */
  .beside {
    position: absolute;
  }
  .boxes {
    /* Over what the page positions in its text, below the bar. */
    z-index: 9;
  }
  @media (max-height: 480px) {
    .frame {
      --_bar: 58px;
    }
  }
  /* A phone: the bar where the thumb is. */
  @media (max-width: 480px) {
    .frame {
      gap: 0;
    }
    .bar {
      order: 1;
      flex-direction: column-reverse;
      inset-block: auto calc(env(safe-area-inset-bottom) + 8px);
      margin-block-start: 12px;
    }
  }
  /* As a server rendered it, with nobody to answer its buttons. */
  @media print, (scripting: none) {
    .bar {
      display: none;
    }
  }
`;
