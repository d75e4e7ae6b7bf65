export function buildVoice(options: { outDir: string }): Promise<string[]>;
