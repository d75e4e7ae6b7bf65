import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createVoice } from '../src/voice/create-voice.js';

const RATE = 16_000;
const TEXT = 'قال "أحمد" & سلمى، نعم.';
const WORDS = ['قال', 'أحمد', '&', 'سلمى', 'نعم'];

/** A WAV: words of a tone, a tenth of a second for each letter; a pause of three tenths after a comma. */
function wavOf(text: string): Buffer {
  const pieces = text.split(' ').flatMap((word) => {
    const tone = Array.from({ length: (RATE / 10) * word.replace(/\P{L}/gu, '').length }, (_, i) =>
      Math.round(9000 * Math.sin(i / 10)),
    );
    return word.endsWith('،') ? [...tone, ...Array<number>(RATE * 0.3).fill(0)] : tone;
  });
  const data = Buffer.from(Int16Array.from(pieces).buffer);
  const head = Buffer.alloc(44);
  head.write('RIFF    WAVEfmt ');
  head.writeUInt32LE(36 + data.length, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

async function say(name: string, text = TEXT, rate = 1) {
  const voice = createVoice(name);
  const { synthesizer } = voice;
  const request = { text, lang: 'ar', voice: synthesizer.voices[0]!, rate, pitch: 1 };
  const marks: (readonly [word: string, time: number])[] = [];
  let length = 0;
  for await (const chunk of synthesizer.synthesize(request, new AbortController().signal)) {
    assert.equal(chunk.sampleRate, RATE);
    length += chunk.samples.length / RATE;
    for (const { start, length, time } of chunk.marks)
      marks.push([text.slice(start, start + length), Math.round(time * 100) / 100]);
  }
  return { marks, length, isEstimated: voice.isEstimated };
}

/** What each service answers to the request, with words at 0, 1, 2, … tenths of a second. */
type Asked = { text: string; ssml: string; voice: string; rate: number };
const SERVICES: Record<string, (asked: Asked) => object | string> = {
  ours: ({ text }) => ({
    words: WORDS.map((it, i) => ({ time: i / 10, start: text.indexOf(it), length: it.length })),
  }),
  google: ({ ssml }) => ({
    timepoints: [...ssml.matchAll(/<mark name="(\d+)"\/>/g)].map(([, markName], i) => ({
      markName,
      timeSeconds: i / 10,
    })),
  }),
  polly: ({ ssml }) => ({
    speechMarks: WORDS.map((value, i) => {
      const start = Buffer.from(ssml.slice(0, ssml.indexOf(value))).length;
      const end = start + Buffer.from(value).length;
      return JSON.stringify({ time: i * 100, type: 'word', start, end, value });
    }).join('\n'),
  }),
  azureBatch: () => ({
    wordBoundaries: WORDS.map((Text, i) => ({ Text, AudioOffset: i * 100, Duration: 90 })),
  }),
  azure: () => ({
    wordBoundaries: WORDS.map((text, i) => ({ text, audioOffset: i * 1_000_000, wordLength: 3 })),
  }),
};

let url = '';
const asked: (Asked & { authorization?: string | undefined })[] = [];
let failures = 0;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    const it = JSON.parse(body) as Asked;
    asked.push({ ...it, authorization: request.headers.authorization });
    const name = request.url!.slice(1);
    if (name === 'busy' && failures++ < 1) return response.writeHead(503).end();
    if (name === 'wrong') return response.writeHead(403).end();
    if (name === 'odd') return response.setHeader('content-type', 'application/json').end('{"a":');
    const service = SERVICES[name];
    if (!service) return response.setHeader('content-type', 'audio/wav').end(wavOf(it.text));
    const field = name === 'google' ? 'audioContent' : 'audio';
    const answer = { [field]: wavOf(it.text).toString('base64'), ...Object(service(it)) };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
});
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `server:http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

describe('the voice of a server', () => {
  it('tells of words as ours, Google, Polly and Azure do', async () => {
    for (const name of Object.keys(SERVICES)) {
      const { marks, isEstimated } = await say(`${url}/${name}`);
      assert.deepEqual(
        marks,
        WORDS.map((word, i) => [word, i / 10]),
        name,
      );
      assert.equal(isEstimated, false);
    }
  });

  it('is asked for a voice, with SSML beside the text, and let in by a header', async () => {
    process.env.ARTICLE_READER_AUTHORIZATION = 'Bearer 7';
    await say(`${url}/ours#%D8%A3%D9%85%D9%84`, TEXT, 1.5);
    delete process.env.ARTICLE_READER_AUTHORIZATION;
    const { ssml, ...rest } = asked.at(-1)!;
    assert.deepEqual(rest, {
      ...{ text: TEXT, lang: 'ar', voice: 'أمل', rate: 1.5, pitch: 1, authorization: 'Bearer 7' },
    });
    assert.match(ssml, /^<speak .*<mark name="2"\/>&amp; <mark name="3"\/>سلمى، .*<\/speak>$/);
  });

  it('is asked again where it is busy; its words are estimated where it gives sound alone', async () => {
    const { marks, length, isEstimated } = await say(`${url}/busy`, 'باب كبير، نور.');
    assert.equal(failures, 2);
    assert.equal(isEstimated, true);
    assert.ok(Math.abs(length - 1.3) < 0.01);
    assert.deepEqual(
      marks.map(([word]) => word),
      ['باب', 'كبير', 'نور'],
    );
    [0, 0.3, 1].forEach((time, i) => assert.ok(Math.abs(marks[i]![1] - time) < 0.03, `${marks}`));
  });

  it('that refuses or answers nonsense fails with the reason', async () => {
    await assert.rejects(say(`${url}/wrong`), /answered 403/);
    await assert.rejects(say(`${url}/odd`), /no audio/);
    assert.throws(() => createVoice('server:ftp://x'), /is no address/);
    assert.throws(() => createVoice('server'), /server:URL/);
  });
});

describe('the voice of a command', () => {
  const wav = wavOf('باب كبير، نور.').toString('base64');
  const node = (script: string) => `command:"${process.execPath}" -e '${script}' {lang} {rate}`;
  const answer = `process.stdout.write(Buffer.from("${wav}","base64"))`;

  it('reads the text and gives its sound; times of words are estimated', async () => {
    const script = `const t=require("fs").readFileSync(0,"utf8"); if(t!=="باب كبير، نور."||process.argv.slice(1)+""!=="ar,1.5")process.exit(3); ${answer}`;
    const { marks, isEstimated } = await say(node(script), 'باب كبير، نور.', 1.5);
    assert.equal(isEstimated, true);
    [0, 0.3, 1].forEach((time, i) => assert.ok(Math.abs(marks[i]![1] - time) < 0.03, `${marks}`));
  });

  it('fails with its own words', async () => {
    for (const [script, words] of [
      ['console.error("no such speaker"); process.exit(4)', /ended with 4: no such speaker/],
      ['console.log("no sound")', /no sound that can be read/],
      ['', /no sound that can be read/],
    ] as const)
      await assert.rejects(say(node(script)), words);
    await assert.rejects(say('command:cat', TEXT, 2), /no \{rate\}/);
    await assert.rejects(say('command:no-such-program-here'), /not found/);
  });
});
