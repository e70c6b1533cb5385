/** The answer that saves a file: never shown on our own address, and never run there. */
export function savedFile(name: string, type: string, body: Uint8Array): Response {
  // Old browsers read the plain name, all others the encoded one.
  const plain = name.replace(/[^\w. -]/g, "_");
  return new Response(new Uint8Array(body), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(body.byteLength),
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
