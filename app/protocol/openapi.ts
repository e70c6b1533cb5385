/** The read API, described for programs (OpenAPI 3.1). Every route under app/routes/api.* is here. */
import { z } from "zod";
import { LANGUAGES } from "../domain/languages";
import { ApiDraft, ApiDrafts, ApiError, ApiPositions } from "./api-answers";
import { ApiDecision, ApiSeal } from "./api-decisions";
import { ApiMeeting, ApiMeetingDecisions, ApiMinutes } from "./api-meetings";

const SCHEMAS = {
  ...{ Drafts: ApiDrafts, Draft: ApiDraft, Positions: ApiPositions, Error: ApiError },
  ...{ Meeting: ApiMeeting, MeetingDecisions: ApiMeetingDecisions, Minutes: ApiMinutes },
  ...{ Decision: ApiDecision, Seal: ApiSeal },
};

const json = (name: keyof typeof SCHEMAS) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

/** A GET about one draft, with the rights of the signed-in person. */
const ofDraft = (operationId: string, summary: string, answer: keyof typeof SCHEMAS) => ({
  get: {
    operationId,
    summary,
    security: [{ session: [] }],
    parameters: [
      {
        name: "slug",
        in: "path",
        required: true,
        schema: { type: "string" },
        description: "The draft's slug.",
      },
    ],
    responses: {
      "200": { description: "As it is now; never cached.", ...json(answer) },
      "401": { description: "Nobody is signed in.", ...json("Error") },
      "404": { description: "There is no such draft, or this person may not read it.", ...json("Error") },
    },
  },
});

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const LANG = {
  ...{ name: "lang", in: "query", schema: { type: "string", enum: LANGUAGES } },
  description: "The language; the reader's own when left out.",
};

/** A GET about one thing that the path names, with the rights of the signed-in person. */
const ofOne =
  (name: string, description: string) =>
  (operationId: string, summary: string, answer: object, more: object[] = []) => ({
    get: {
      ...{ operationId, summary, security: [{ session: [] }] },
      parameters: [
        { ...{ name, in: "path", required: true, schema: { type: "string" } }, description },
        ...more,
      ],
      responses: {
        "200": { description: "As it is now; never cached.", ...answer },
        "401": { description: "Nobody is signed in.", ...json("Error") },
        "404": { description: "There is none, or this person may not read it.", ...json("Error") },
      },
    },
  });
const ofMeeting = ofOne("slug", "The meeting's slug: kuntayhteistyoryhma-8-2022.");
const ofDecision = ofOne("id", "The decision's id.");

const PATHS = {
  "/api/drafts": {
    get: {
      operationId: "listDrafts",
      summary: "The drafts that the signed-in person may read.",
      security: [{ session: [] }],
      responses: {
        "200": { description: "As it is now; never cached.", ...json("Drafts") },
        "401": { description: "Nobody is signed in.", ...json("Error") },
      },
    },
  },
  "/api/drafts/{slug}": ofDraft(
    "getDraft",
    "The live committed draft: a split's categories, or a text.",
    "Draft",
  ),
  "/api/drafts/{slug}/positions": ofDraft(
    "getPositions",
    "Current positions of the parties, and where each category stands.",
    "Positions",
  ),
  "/api/meetings/{slug}": ofMeeting(
    "getMeeting",
    "A meeting: its agenda, where it stands, and who was present when.",
    json("Meeting"),
  ),
  "/api/meetings/{slug}/decisions": ofMeeting(
    "getMeetingDecisions",
    "What was put to the parties in the meeting, their positions, and what was decided.",
    json("MeetingDecisions"),
  ),
  "/api/meetings/{slug}/minutes.json": ofMeeting(
    "getMinutes",
    "The minutes as text and as the facts that they are derived from.",
    json("Minutes"),
    [LANG],
  ),
  "/api/meetings/{slug}/minutes.pdf": ofMeeting(
    "getMinutesPdf",
    "The minutes as PDF/A-2a, or with copy=public as PDF/UA-1.",
    { content: { "application/pdf": { schema: { type: "string", format: "binary" } } } },
    [LANG, { name: "copy", in: "query", schema: { type: "string", enum: ["public"] } }],
  ),
  "/api/meetings/{slug}/minutes.docx": ofMeeting(
    "getMinutesDocx",
    "The minutes as a Word file.",
    { content: { [DOCX]: { schema: { type: "string", format: "binary" } } } },
    [LANG],
  ),
  "/api/decisions/{id}": ofDecision(
    "getDecision",
    "A sealed decision: what was sealed, its seal, and whether everything agrees now.",
    json("Decision"),
  ),
  "/api/decisions/{id}/bundle.zip": ofDecision(
    "getBundle",
    "The evidence bundle, to be verified without this server.",
    { content: { "application/zip": { schema: { type: "string", format: "binary" } } } },
    [LANG],
  ),
  "/api/seals/{sha256}": {
    get: {
      operationId: "getSeal",
      summary: "Whether a seal is in the register; for anybody.",
      parameters: [
        {
          ...{ name: "sha256", in: "path", required: true, schema: { type: "string" } },
          description: "64 hexadecimal digits.",
        },
      ],
      responses: {
        "200": { description: "Its place and time, and nothing of what was sealed.", ...json("Seal") },
        "404": { description: "It is not in the register here.", ...json("Error") },
      },
    },
  },
  "/api/openapi.json": {
    get: {
      operationId: "getDescription",
      summary: "This description; for anybody.",
      responses: {
        "200": {
          description: "OpenAPI 3.1.",
          content: { "application/json": { schema: { type: "object" } } },
        },
      },
    },
  },
};

/** `sessionCookie` is the name of the cookie that a signed-in browser sends. */
export function openApiDocument(server: string, version: string, sessionCookie: string) {
  const schemas = Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema: _, ...described } = z.toJSONSchema(schema);
      return [name, described];
    }),
  );
  return {
    openapi: "3.1.0",
    info: { title: "Kumppanuuspöytä", version },
    servers: [{ url: server }],
    paths: PATHS,
    components: {
      schemas,
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: sessionCookie } },
    },
  };
}
