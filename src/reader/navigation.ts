/** How one moves in the article: by units, to a place, and back from there. Draws and speaks nothing. */
import type { Player } from '../speech/player.js';
import type { Unit } from '../speech/navigation.js';
import type { PlaceKeeper } from './places/place-keeper.js';

export interface NavigationHost {
  /** Null until they are loaded. */
  readonly places: () => PlaceKeeper | null;
  /** Called before each move: the article has to be there, and what is read to be followed. */
  readonly onMove: () => void;
}

export class Navigation {
  readonly #player: Player;
  readonly #host: NavigationHost;

  constructor(player: Player, host: NavigationHost) {
    this.#player = player;
    this.#host = host;
  }

  /** Moves to the word at an offset; goes on reading if it was. */
  seek(offset: number): void {
    this.#host.onMove();
    this.#player.seek(offset);
  }

  /** As {@link seek}, and remembers the place before. */
  goTo(offset: number): void {
    this.#jump(() => this.#player.seek(offset));
  }

  /** Goes back to the place before the last jump. */
  back(): void {
    const offset = this.#host.places()?.takeBack() ?? null;
    if (offset !== null) this.seek(offset);
  }

  /** Goes on to the next unit or back to the one before; where nothing is read, to what is seen. */
  step(way: 'next' | 'previous', unit: Unit): void {
    const isReading = this.#player.position.sentence !== null;
    const seen = isReading ? null : (this.#host.places()?.seen ?? null);
    const move = () => (seen === null ? this.#player[way](unit) : this.#player.seek(seen));
    if (unit === 'heading') this.#jump(move);
    else {
      this.#host.onMove();
      move();
    }
  }

  /** Moves so far that it is worth going back from there. */
  #jump(move: () => void): void {
    this.#host.onMove();
    const places = this.#host.places();
    if (places) places.jump(move);
    else move();
  }
}
