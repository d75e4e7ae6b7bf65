/** What a reading shares with the device and with other tabs; not waited for, so loaded beside it. */
import type { ReaderCommands, ReaderState } from '../reader-state.js';
import { MediaControls } from './media-session.js';
import { lockVoice } from './voice-lock.js';

export function joinDevice(reader: ReaderState & ReaderCommands): void {
  new MediaControls(reader);
  lockVoice(reader);
}
