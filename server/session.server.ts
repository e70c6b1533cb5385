/** Sessions: the only file that imports Lucia. */
import type { Language } from "../app/domain/languages";

/** Who is signed in, as every request and every socket handshake sees it. */
export interface Viewer {
  personId: string;
  name: string;
  language: Language;
  isAdministrator: boolean;
  demoSeat: string | null;
  /** sha256 of the session id: names the session without opening it. */
  sessionHash: string;
  /** When a password (or a demo seat) last proved who it is. */
  provenAt: Date;
}

export interface Sessions {
  /** A new session for a person; the answer is the Set-Cookie value. */
  create(personId: string, device: string): Promise<string>;
  /** Reads the Cookie header. `setCookie` is there when the cookie must be set again (renewed) or cleared. */
  read(cookieHeader: string | undefined): Promise<{ viewer: Viewer | null; setCookie?: string }>;
  /** Ends one session by its hash; the answer is the Set-Cookie value that clears the cookie. */
  end(sessionHash: string): Promise<string>;
}
