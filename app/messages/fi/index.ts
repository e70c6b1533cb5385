/** Finnish, the source: its shape is the type of the other two, so a missing key is a type error. */
import account from "./account";
import board from "./board";
import collab from "./collab";
import common from "./common";
import discussion from "./discussion";
import drafts from "./drafts";
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

const fi = {
  common,
  account,
  board,
  collab,
  discussion,
  drafts,
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
};
export default fi;
