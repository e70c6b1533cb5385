/** What opens over the board: a chunk of its own, so that the board is usable before it is there. */
export { SignInHere } from "../session/sign-in-here";
export { AddDialog } from "./add-dialog";
export { CardMenu } from "./card-menu";
export { HelpDialog } from "./help-dialog";
export { ReviewNotice } from "./review-notice";
