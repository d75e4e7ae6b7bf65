/**
 * A sound server without a sound card, and the system's voices behind it, for this run alone.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { which } from './engines.mjs';

/** What is needed and not on this machine; empty when sound can be started. */
export function missingSound() {
  return ['pulseaudio', 'speech-dispatcher', 'espeak-ng'].filter((name) => !which(name));
}

/**
 * Starts both in a runtime directory of their own.
 *
 * @returns `env` for the browsers, and `stop()`.
 */
export function startSound() {
  const directory = mkdtempSync(join(tmpdir(), 'article-reader-sound-'));
  const env = { ...process.env, XDG_RUNTIME_DIR: directory, HOME: directory };
  delete env.PULSE_SERVER;
  execFileSync(
    'pulseaudio',
    [
      '--start',
      '--exit-idle-time=-1',
      '--load=module-null-sink',
      '--load=module-native-protocol-unix',
    ],
    { env, stdio: 'ignore' },
  );
  const dispatcher = spawn('speech-dispatcher', ['-s', '-t', '0'], { env, stdio: 'ignore' });
  return {
    env,
    stop() {
      dispatcher.kill();
      try {
        execFileSync('pulseaudio', ['--kill'], { env, stdio: 'ignore' });
      } catch {
        // it is gone already
      }
      try {
        rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      } catch {
        // A browser that is still going away writes there: the system's to clear.
      }
    },
  };
}
