/** Minutes as files: PDF/A for the archive, PDF/UA for the public, Word, and JSON for programs. */
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { LANGUAGES } from "../../app/domain/languages";
import type { ApiMinutes } from "../../app/protocol/api-meetings";
import { API_HEADERS } from "../api-answer.server";
import { type MinutesFile, minutesFile } from "../queries/minutes-file.server";
import { requestLanguage } from "../request.server";
import { textToDocx } from "./docx";
import { toPdf } from "./pdf/to-pdf";

const TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The answer that saves the file. `isPublic` makes a PDF of the accessible standard instead of the archive's. */
export async function minutesResponse(
  file: MinutesFile,
  format: keyof typeof TYPES,
  isPublic = false,
): Promise<Response> {
  const { exported, slug } = file;
  const body =
    format === "pdf" ? await toPdf(exported, isPublic ? "ua-1" : "a-2a") : await textToDocx(exported);
  const name = `${slug}-${exported.language}${isPublic ? "-ua" : ""}.${format}`;
  return new Response(new Uint8Array(body), {
    headers: {
      ...API_HEADERS,
      "Content-Type": TYPES[format],
      "Content-Length": String(body.byteLength),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** GET /api/meetings/:slug/minutes.{json,pdf,docx}?lang=fi|sv|en. 401 without a session, 404 for what it may not read. */
export async function minutesRoute(
  { request, params, context }: LoaderFunctionArgs,
  format: "json" | "pdf" | "docx",
): Promise<Response> {
  const { viewer, services } = context;
  if (!viewer) return json({ error: "signed-out" }, { status: 401, headers: API_HEADERS });
  const asked = new URL(request.url).searchParams;
  const wanted = LANGUAGES.find((one) => one === asked.get("lang"));
  const language = wanted ?? requestLanguage(request, viewer);
  try {
    const file = await minutesFile(services, viewer, params.slug ?? "", language);
    if (format !== "json") return await minutesResponse(file, format, asked.get("copy") === "public");
    const { record, lines, exported } = file;
    const { title, text, facts } = exported;
    const body: ApiMinutes = { title, language, text, facts, record, lines };
    return json(body, { headers: API_HEADERS });
  } catch (error) {
    if (error instanceof Response && error.status < 500)
      return json({ error: "not-found" }, { status: 404, headers: API_HEADERS });
    throw error;
  }
}
