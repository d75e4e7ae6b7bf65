import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pronounce } from '../../../src/speech-synthesis-polyfill/embedded/phonemes.js';

const TABLE: [written: string, said: string][] = [
  ['قَالَ الْوَلَدُ', "q'a:la lw'alad"],
  ['اسْتَقَالَ الْوَزِيرُ', "?istaq'a:la lwaz'i:R"],
  ['كَتَبَ بِالْقَلَمِ', "k'ataba bilq'alam"],
  ['لِلَّهِ الْأَمْرُ', "lill'a:hi l?'amR"],
  ['وَاللَّهِ الْعَظِيمِ', "waLL'a:hi lAaZ'i:m"],
  ['هَذَا الْبَيْتُ لِلْوَلَدِ', "h'a:Da lb'ajtu lilw'alad"],
  ['لَكِنَّ هَؤُلَاءِ هُنَا', "la:k'inna ha:?ul'a:?i h'una:"],
  ['ذَهَبُوا إِلَى الْبَيْتِ', "D'ahabu: ?'ila lb'ajt"],
  ['مِائَةُ كِتَابٍ', "m'i?atu kit'a:b"],
  ['فِي الِاجْتِمَاعِ', "f'i lidZtim'a:A"],
  ['اللُّغَةُ الْعَرَبِيَّةُ', "?all'uQatu lAaRab'ijja"],
];

it('vocalised words are said as they are in their clause, with their stress', () => {
  for (const [written, said] of TABLE)
    assert.equal(
      pronounce(written.split(' '))
        .map((word) => word?.replace(/[|]/g, '').replace(/([aiu])[.]/g, '$1'))
        .join(' '),
      said,
    );
  assert.deepEqual(pronounce(['كتب', 'الولد']), [undefined, undefined]);
});
