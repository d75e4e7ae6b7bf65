/** The words by which a mark is understood, and those that are said for it; for a linguist to extend. */
import { words } from '../words.js';

/** Before (ص), (ع) and (رض), which are blessings after a name. */
export const BLESSED = words(
  'النبي الرسول محمد الله الإمام السيد السيدة علي الحسين الحسن موسى عيسى إبراهيم عمر عثمان بكر عائشة',
);

export const BLESSINGS: Readonly<Record<string, string>> = {
  '(ص)': 'صلى الله عليه وسلم',
  '(ع)': 'عليه السلام',
  '(رض)': 'رضي الله عنه',
};

/** Before # nothing is said for it. */
export const HASHTAGS = words('وسم هاشتاغ هاشتاج هاشتاق');

/** After a letter with a full stop, no names: ص. إلى. */
export const NOT_NAMES = words('ثم إلى على عن');

/** How hosts end that people write without www: example.com. */
export const DOMAINS = words(`
com net org edu gov info io tv app dev uk fr de eu us ae sa eg kw qa bh om jo lb sy iq ye ma dz tn ly sd ps
`);

/** Signs by themselves; those of units and money are in `measures.ts`, and & is written onto a word. */
export const SIGNS: Readonly<Record<string, string>> = {
  '<': 'أصغر من',
  '>': 'أكبر من',
  '=': 'يساوي',
  '+': 'زائد',
  '×': 'في',
  '÷': 'على',
  '±': 'زائد أو ناقص',
  '~': 'نحو',
  '≈': 'نحو',
  '#': 'وسم',
  '%': 'في المئة',
  '٪': 'في المئة',
  '‰': 'في الألف',
  '°': 'درجة',
  '№': 'رقم',
  '−': 'ناقص',
  ﷺ: 'صلى الله عليه وسلم',
  ﷻ: 'جل جلاله',
};
