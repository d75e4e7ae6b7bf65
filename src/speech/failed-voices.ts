import type { VoiceInfo } from './voices.js';

/**
 * The voices that were tried in vain: read with only where there is no other. One for a reader and its
 * player; a voice is taken off when it was heard after all, or when the user picks it again.
 */
export class FailedVoices {
  readonly #ids = new Set<string>();

  has({ id }: VoiceInfo): boolean {
    return this.#ids.has(id);
  }

  add({ id }: VoiceInfo): void {
    this.#ids.add(id);
  }

  delete({ id }: VoiceInfo): void {
    this.#ids.delete(id);
  }

  /** One engine speaks all voices of a kind, ours or the platform's: where one is not there, none is. */
  addEngineOf(failed: VoiceInfo, voices: readonly VoiceInfo[]): void {
    for (const voice of voices)
      if ((voice.quality === 'embedded') === (failed.quality === 'embedded')) this.add(voice);
  }
}
