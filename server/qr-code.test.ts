/**
 * Goal: the drawn code is the code.
 * Method: the path is read back into modules and compared with the library's own.
 */
import QRCode from "qrcode";
import { expect, it } from "vitest";
import { qrCode } from "./qr-code.server";

it("draws exactly the dark modules, for a short text and for a long address", () => {
  for (const text of ["a", `https://example.org/seats/${"x".repeat(300)}`]) {
    const { size, path } = qrCode(text);
    const drawn = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
    const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
    expect(size).toBe(modules.size);
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) expect(drawn.has(`${x} ${y}`)).toBe(Boolean(modules.get(y, x)));
  }
});
