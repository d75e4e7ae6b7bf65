export function packLetters(text: string): string | undefined;
export function unpackLetters(text: string): string;
export function packNouns(list: string): string;
export function unpackNouns(packed: string): string;
