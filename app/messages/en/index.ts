import type { Messages } from "../types";
import account from "./account";
import board from "./board";
import collab from "./collab";
import common from "./common";
import discussion from "./discussion";
import drafts from "./drafts";
import files from "./files";
import initiatives from "./initiatives";
import notifications from "./notifications";
import pages from "./pages";
import positions from "./positions";
import search from "./search";
import session from "./session";
import setup from "./setup";
import split from "./split";
import statements from "./statements";
import suggestions from "./suggestions";
import tables from "./tables";
import texts from "./texts";

const en: Messages = {
  common,
  account,
  board,
  collab,
  discussion,
  drafts,
  files,
  initiatives,
  notifications,
  pages,
  positions,
  search,
  session,
  setup,
  split,
  statements,
  suggestions,
  tables,
  texts,
};
export default en;
