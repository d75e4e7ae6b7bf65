/** Colours as numbers: luminance, contrast, mixtures. Knows nothing of themes and of CSS. */

type Channels = [red: number, green: number, blue: number];

/** Of `#rrggbb`, 0 to 255 each. */
const channelsOf = (colour: string): Channels =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as Channels;

/** Relative luminance of `#rrggbb`, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Contrast of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 *
 * @param one `#rrggbb`, as the other
 */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** `share` (0 to 1) of one colour in the other, by sRGB channels. */
export function mixed(colour: string, other: string, share: number): string {
  const others = channelsOf(other);
  return `#${channelsOf(colour)
    .map((value, at) => Math.round(value + (others[at]! - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}
