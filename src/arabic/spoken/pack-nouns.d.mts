export function packNouns(list: string): string;
export function unpackNouns(packed: string): string;
