import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachmentFile } from "../../server/queries/statement-page.server";
import { requireViewer } from "../../server/request.server";

/** The file, always to be saved and never shown on our own address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireViewer({ request, context });
  const [slug, party, id] = [params.slug ?? "", params.party ?? "", params.id ?? ""];
  const { name, bytes } = await attachmentFile(context.services, viewer, slug, party, id);
  // Old browsers read the plain name, all others the encoded one.
  const plain = name.replace(/[^\w. -]/g, "_");
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
