/** A sealed decision as files: PDF to read, JSON for programs, and the evidence bundle. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { LANGUAGES } from "../../app/domain/languages";
import type { ApiDecision } from "../../app/protocol/api-decisions";
import { API_HEADERS, apiAnswer } from "../api-answer.server";
import { decisionEvidence, decisionPage } from "../queries/decision-page.server";
import { requestLanguage, requireViewer } from "../request.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { decisionDocument } from "./decision-document";
import { evidenceBundle } from "./evidence-bundle";
import { toPdf } from "./pdf/to-pdf";

/** GET /decisions/:id/decision.pdf */
export async function decisionPdfRoute({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const viewer = requireViewer({ request, context });
  const page = await decisionPage(context.services, viewer, params.id ?? "");
  const language = requestLanguage(request, viewer);
  const pdf = await toPdf(decisionDocument(page, language, context.services.clock()));
  return file(new Uint8Array(pdf), "application/pdf", `paatos-${slugOf(page.content.number)}.pdf`);
}

/** GET /api/decisions/:id/bundle.zip?lang= */
export async function bundleRoute(args: LoaderFunctionArgs): Promise<Response> {
  const { request, params } = args;
  let bundle: Response | null = null;
  const answer = await apiAnswer(args, async (services, viewer) => {
    const evidence = await decisionEvidence(services, viewer, params.id ?? "");
    const wanted = LANGUAGES.find((one) => one === new URL(request.url).searchParams.get("lang"));
    const language = wanted ?? requestLanguage(request, viewer);
    const bytes = await evidenceBundle(evidence, language, services.config.publicOrigin);
    const name = `paatos-${slugOf(evidence.page.content.number)}.zip`;
    bundle = file(bytes, "application/zip", name);
    return null;
  });
  return bundle ?? answer;
}

/** A sealed decision for programs. */
export async function apiDecision(services: Services, viewer: Viewer, id: string): Promise<ApiDecision> {
  const { page } = await decisionEvidence(services, viewer, id);
  return {
    ...{ id: page.id, content: page.content, seal: page.seal, links: page.links },
    ...{ agrees: page.findings.every(({ ok }) => ok), findings: page.findings, address: page.address },
    ...{ corrects: page.corrects?.id ?? null, correctedBy: page.correctedBy.map(({ id: by }) => by) },
  };
}

const slugOf = (number: string) => number.replace(/[^0-9]+/g, "-");

function file(bytes: Uint8Array, type: string, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...API_HEADERS,
      "Content-Type": type,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
