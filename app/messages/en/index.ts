import type { Messages } from "../types";
import board from "./board";
import collab from "./collab";
import common from "./common";
import drafts from "./drafts";
import pages from "./pages";
import session from "./session";
import setup from "./setup";
import split from "./split";
import tables from "./tables";

const en: Messages = { common, board, collab, drafts, pages, session, setup, split, tables };
export default en;
