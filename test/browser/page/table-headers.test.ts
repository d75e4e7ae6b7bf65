import { expect } from '@open-wc/testing';
import { columnHeadersOf } from '../../../src/page/read/table-headers.js';
import { read } from './page.js';

describe('columnHeadersOf', () => {
  it('finds what the columns of a table are called', () => {
    const headers = (html: string) => {
      const page = read(html);
      const { text, blocks } = page.article;
      return blocks.map(
        (block) =>
          `${text.slice(block.start, block.end)} < ${columnHeadersOf(page, block).join(' ')}`,
      );
    };
    expect(
      headers(`<table>
        <tr><th rowspan="2">الدولة<th colspan="2">السكان
        <tr><th>رجال<th>نساء
        <tr><th>الكويت<td><p>مليونان</p><p>تقريبا</p><td>مليون
        <tr><th scope="col">المدينة<th scope="col">طولها<th scope="col">عرضها
        <tr><td rowspan="2">صنعاء<td>أ<td>ب
        <tr><td>ج<td headers="none">د
      </table>`),
    ).to.deep.equal([
      ...['الدولة < ', 'السكان < ', 'رجال < ', 'نساء < ', 'الكويت < '],
      ...['مليونان < السكان رجال', 'تقريبا < ', 'مليون < السكان نساء'],
      ...['المدينة < ', 'طولها < ', 'عرضها < ', 'صنعاء < المدينة', 'أ < طولها', 'ب < عرضها'],
      ...['ج < طولها', 'د < '],
    ]);
    expect(
      headers(`<table><tr><td id="c">عمود<tr><td id="r">صف<td headers="c r">خلية</table>`),
    ).to.deep.equal(['عمود < ', 'صف < ', 'خلية < عمود']);
    expect(headers('<table><tr><td>أ<td>ب</table>')).to.deep.equal(['أ < ', 'ب < ']);
  });
});
