/** QR codes as one path, so that a page draws them itself: no markup of a library is trusted. */
import QRCode from "qrcode";

export interface QrCode {
  /** Modules of a side. */
  size: number;
  /** Of an SVG whose view box has one unit for a module. */
  path: string;
}

/** The code of a text, for cameras that see it from a screen. */
export function qrCode(text: string): QrCode {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (data[y * size + x] ? `M${x} ${y}h1v1h-1z` : "")).join(""),
  );
  return { size, path: rows.join("") };
}
