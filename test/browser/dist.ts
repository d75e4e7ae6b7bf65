interface Built {
  /** The chunk that is loaded with the page. */
  readonly main: string;
  /** The integrity of each script, by its path in `dist/`. */
  readonly files: Readonly<Record<string, string>>;
}

export const built = async (): Promise<Built> => (await fetch('/dist/integrity.json')).json();

/** The address of a chunk of the bundle, whose name ends in what it holds; `origin` by default the page's. */
export async function chunk(name: string, origin = ''): Promise<string> {
  const { files } = await built();
  const file = Object.keys(files).find(
    (file) => /^chunks\/(.+)-.{8}\.js$/.exec(file)?.[1] === name,
  );
  if (!file) throw new Error(`no chunk of that name: ${name}`);
  return `${origin}/dist/${file}`;
}
