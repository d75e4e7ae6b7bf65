/** A web or e-mail address in words that a listener can bear: the host, its dots, no path. */
export function addressWords(address: string): string {
  const [user, host = ''] = address.includes('@')
    ? (address.split('@') as [string, string])
    : ['', address.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').split(/[/?#:]/)[0]!];
  const dotted = (part: string) =>
    part
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join(' نقطة ');
  return user ? `${dotted(user)} آت ${dotted(host)}` : dotted(host);
}
