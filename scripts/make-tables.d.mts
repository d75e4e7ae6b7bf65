export function makeTables(manifest: object): Record<string, string>;
export function withTables(text: string, tables: Record<string, string>): string;
