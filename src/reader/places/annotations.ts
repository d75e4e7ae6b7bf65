import {
  annotationOf,
  findAnnotation,
  type Annotation,
  type AnnotationColor,
  type PlacedAnnotation,
} from '../../core/annotation.js';
import type { Span } from '../../core/article.js';
import type { AnnotationMarks } from '../../page/highlight/annotation-marks.js';
import type { ReaderState } from '../reader-state.js';

/** The passages that the user marked in one article, and their notes; drawn where the article is seen. */
export class Annotations {
  readonly #reader: ReaderState;
  readonly #onChange: () => void;
  readonly #unsubscribe: () => void;
  #kept: readonly Annotation[] = [];
  #marks: AnnotationMarks | null = null;
  #isDisposed = false;

  /** @param onChange called when one was made, changed or taken away */
  constructor(reader: ReaderState, onChange: () => void) {
    this.#reader = reader;
    this.#onChange = onChange;
    this.#unsubscribe = reader.subscribe((event) => {
      // The view opened or closed, the text changed, or what it stands on.
      const isOther = this.#marks && this.#marks.page !== reader.surface?.page;
      if (isOther || /article|settings/.test(event?.type ?? '')) void this.#draw();
    });
  }

  /** As they are kept, also those whose words are not in the article now. */
  get kept(): readonly Annotation[] {
    return this.#kept;
  }

  /** What a store has, or another tab wrote: shown, and not told of. */
  set kept(annotations: readonly Annotation[]) {
    this.#kept = annotations;
    void this.#draw();
  }

  /** Where they are, in order; without those whose words are not in the article now. */
  get placed(): readonly PlacedAnnotation[] {
    const { text } = this.#reader.article;
    return this.#kept
      .flatMap((annotation) => {
        const span = findAnnotation(text, annotation);
        return span ? [{ ...span, annotation }] : [];
      })
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** The smallest that holds a span; null if none does. */
  at({ start, end }: Span): PlacedAnnotation | null {
    const holding = this.placed.filter((it) => it.start <= start && end <= it.end);
    return holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
  }

  /** Marks a passage. */
  add(span: Span, color: AnnotationColor): Annotation {
    const made = Math.max(Date.now(), ...this.#kept.map((it) => it.made + 1));
    const annotation = annotationOf(this.#reader.article.text, span, color, made);
    this.#change([...this.#kept, annotation]);
    return annotation;
  }

  /** Gives one another colour or another note. */
  update(made: number, change: Partial<Pick<Annotation, 'color' | 'note'>>): void {
    this.#change(this.#kept.map((it) => (it.made === made ? { ...it, ...change } : it)));
  }

  remove(made: number): void {
    this.#change(this.#kept.filter((it) => it.made !== made));
  }

  /** Draws them no more. */
  dispose(): void {
    this.#isDisposed = true;
    this.#unsubscribe();
    this.#marks?.dispose();
    this.#marks = null;
  }

  #change(annotations: readonly Annotation[]): void {
    this.kept = annotations;
    this.#onChange();
  }

  async #draw(): Promise<void> {
    if (!this.#marks && !this.#kept.length) return;
    const module = await import('../../page/highlight/annotation-marks.js').catch(() => null);
    const { surface } = this.#reader;
    if (!module || !surface || this.#isDisposed) return;
    if (this.#marks?.page !== surface.page) {
      this.#marks?.dispose();
      this.#marks = new module.AnnotationMarks(surface.page, surface.layer ?? null);
    }
    this.#marks.show(this.placed);
  }
}
