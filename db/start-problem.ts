/** Something a person must put right before the server can start. The message is the one line they see. */
export class StartProblem extends Error {
  override name = "StartProblem";
}
