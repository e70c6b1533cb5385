/**
 * A key of its own for each form of a page that was made with one key: the last twelve digits are of the form's name.
 * Without JavaScript the same page sent twice does it once.
 */
export function formKeyOf(base: string, name: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const sign of name) {
    const code = sign.codePointAt(0)!;
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ code, 0x85ebca6b) >>> 0;
  }
  const digits = (a.toString(16).padStart(8, "0") + b.toString(16).padStart(8, "0")).slice(0, 12);
  return base.slice(0, -12) + digits;
}
