/** Runs a project's commands, each in a process group of its own that ends with it. */
import { spawn } from 'node:child_process';

/** How much of a command's output is told when it fails, in lines. */
const TAIL = 25;

const tail = (output) => output.trim().split('\n').slice(-TAIL).join('\n');

/** Ends a command and all that it started. */
function end(child, signal = 'SIGKILL') {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It is over already.
  }
}

/** Starts a command; `output()` is what it printed so far. */
export function start(command, args, { cwd }) {
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // What asks, colours, phones home or opens a browser in a terminal does not here.
      CI: '1',
      NO_COLOR: '1',
      BROWSER: 'none',
      ASTRO_TELEMETRY_DISABLED: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      NG_CLI_ANALYTICS: 'false',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const stop = () => end(child);
  // Before whoever removes its folder.
  process.prependOnceListener('exit', stop);
  const over = new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: -1, output: error.message }));
    child.once('close', (status) => resolve({ status, output }));
  }).finally(() => process.off('exit', stop));
  return { over, stop, output: () => tail(output) };
}

/**
 * Runs a command to its end.
 *
 * @throws Error with the end of what it printed, where it fails or `signal` stops it
 */
export async function run(command, args, { cwd, signal }) {
  const { over, stop } = start(command, args, { cwd });
  signal.addEventListener('abort', stop);
  const { status, output } = await over;
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw new Error(`${command} ${args.join(' ')}: out of time\n${tail(output)}`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: failed\n${tail(output)}`);
  return output;
}
