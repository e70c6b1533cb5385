import type { Problem } from "../../messages/problem";

/** A form that was refused: why, and what was typed, so that nothing is lost. */
export interface FormAnswer extends Problem {
  typed: Record<string, string>;
}
