/** Digits of any script in the Basic Multilingual Plane as European ones: offsets stay. */
export const europeanDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    if (digit.length > 1) return digit;
    // Every script's digits stand together, zero first.
    const code = digit.charCodeAt(0);
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
    return String(code - zero);
  });
