/** Who has a number behind the name: kings, queens, popes. */
import { pattern, words } from './words.js';

const KINGS = words(
  'الملك البابا القيصر الإمبراطور الأمير السلطان البطريرك لويس هنري جورج شارل تشارلز فيليب كارل ليوبولد رمسيس بولس',
);
const QUEENS = words('الملكة الإمبراطورة الأميرة إليزابيث');

/** Before a ruler's number, perhaps with a name between them: الملك فيصل II, لويس XIV, رمسيس الـ2. */
export const RULER = pattern`${[...KINGS, ...QUEENS]}\s(?:[\p{L}\p{M}]+\s){0,2}$`;
export const QUEEN = pattern`${QUEENS}`;
