/** A reason as it is kept. */
export const reasonOf = (typed: string) => typed.replace(/\r\n?/g, "\n").trim();
