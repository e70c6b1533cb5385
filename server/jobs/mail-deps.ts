import type { MailTransport } from "../mail/transport";
import type { Services } from "../services";

/** What mail needs; tests give it a clock and a transport of their own. */
export type MailDeps = Pick<Services, "db" | "clock" | "config" | "log"> & {
  /** Null where no mail goes out: nothing is written either, and pages tell. */
  transport: MailTransport | null;
};
