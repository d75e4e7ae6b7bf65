import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findChromium, tryQuick } from '../../install/quick.mjs';

/** All projects are tried by `npm run test:install`. */
describe('the tarball', () => {
  it('works in a project of Vite: installed, built, used in Chromium', async (context) => {
    const chromium = findChromium();
    if (!chromium) {
      console.error('\n!!! There is no Chromium: the package in a project is NOT tested.\n');
      assert.notEqual(process.env['CI'], 'true', 'there is no Chromium');
      context.skip('there is no Chromium');
      return;
    }
    const { ok, report } = await tryQuick(chromium);
    assert.ok(ok, `\n${report}`);
  });
});
