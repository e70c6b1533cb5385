/** Finnish, the source: its shape is the type of the other two, so a missing key is a type error. */
import account from "./account";
import agenda from "./agenda";
import board from "./board";
import collab from "./collab";
import common from "./common";
import decisions from "./decisions";
import discussion from "./discussion";
import drafts from "./drafts";
import files from "./files";
import initiatives from "./initiatives";
import meetings from "./meetings";
import minutes from "./minutes";
import notifications from "./notifications";
import pages from "./pages";
import positions from "./positions";
import road from "./road";
import seals from "./seals";
import search from "./search";
import session from "./session";
import setup from "./setup";
import split from "./split";
import statements from "./statements";
import suggestions from "./suggestions";
import tables from "./tables";
import texts from "./texts";

const fi = {
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
  agenda,
  decisions,
  meetings,
  minutes,
  road,
  seals,
};
export default fi;
