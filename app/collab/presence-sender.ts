/** Sends this tab's presence: the first change at once, the next ones merged. */
import type { PresenceState } from "../protocol/collab";

const GAP_MILLISECONDS = 50;

export class PresenceSender {
  private state: PresenceState = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting = false;

  constructor(private readonly send: (state: PresenceState) => void) {}

  set(state: PresenceState): void {
    const next = { ...this.state, ...state };
    if (JSON.stringify(next) === JSON.stringify(this.state)) return;
    this.state = next;
    if (this.timer) {
      this.waiting = true;
      return;
    }
    this.send(this.state);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.waiting) this.send(this.state);
      this.waiting = false;
    }, GAP_MILLISECONDS);
  }

  /** After a join: the server has forgotten it. */
  resend(): void {
    if (Object.keys(this.state).length > 0) this.send(this.state);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
