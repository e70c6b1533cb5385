/** The speaking queue: points of order first, then as they asked; one speaks at a time. Pure. */

export interface SpeakingEvent {
  n: number;
  turnId: string;
  kind: "asked" | "withdrawn" | "given" | "ended";
  participantId: string;
  itemId: string | null;
  isPointOfOrder: boolean;
  /** ISO. */
  at: string;
}

export interface Turn {
  turnId: string;
  participantId: string;
  itemId: string | null;
  isPointOfOrder: boolean;
  askedAt: string;
  givenAt: string | null;
  endedAt: string | null;
  isWithdrawn: boolean;
}

/** Every turn that was asked for, in the order of asking. */
export function turnsOf(events: readonly SpeakingEvent[]): Turn[] {
  const turns = new Map<string, Turn>();
  for (const event of [...events].sort((a, b) => a.n - b.n)) {
    const { turnId, participantId, itemId, isPointOfOrder, at } = event;
    const turn = turns.get(turnId);
    if (event.kind === "asked" && !turn)
      turns.set(turnId, {
        ...{ turnId, participantId, itemId, isPointOfOrder, askedAt: at },
        ...{ givenAt: null, endedAt: null, isWithdrawn: false },
      });
    if (!turn || turn.endedAt || turn.isWithdrawn) continue;
    if (event.kind === "withdrawn" && !turn.givenAt) turn.isWithdrawn = true;
    if (event.kind === "given") turn.givenAt ??= at;
    if (event.kind === "ended" && turn.givenAt) turn.endedAt = at;
  }
  return [...turns.values()];
}

/** Who speaks, then who waits, for an item (null for outside items). */
export function queueOf(events: readonly SpeakingEvent[], itemId: string | null): Turn[] {
  const live = turnsOf(events).filter((turn) => !turn.endedAt && !turn.isWithdrawn);
  const speaking = live.filter(({ givenAt }) => givenAt !== null);
  const waiting = live.filter((turn) => turn.givenAt === null && turn.itemId === itemId);
  return [
    ...speaking,
    ...waiting.filter(({ isPointOfOrder }) => isPointOfOrder),
    ...waiting.filter(({ isPointOfOrder }) => !isPointOfOrder),
  ];
}

/** How much was spoken, by a name for who speaks (a party), the most first. Seconds are whole; a turn that goes on counts until `now`. */
export function spokenBy(
  events: readonly SpeakingEvent[],
  nameOf: (participantId: string) => string,
  now: string,
): { party: string; turns: number; seconds: number }[] {
  const spoken = new Map<string, { turns: number; seconds: number }>();
  for (const { participantId, givenAt, endedAt } of turnsOf(events)) {
    if (!givenAt) continue;
    const party = nameOf(participantId);
    const { turns, seconds } = spoken.get(party) ?? { turns: 0, seconds: 0 };
    const lasted = Math.max(0, Math.round((Date.parse(endedAt ?? now) - Date.parse(givenAt)) / 1000));
    spoken.set(party, { turns: turns + 1, seconds: seconds + lasted });
  }
  return [...spoken]
    .map(([party, sums]) => ({ party, ...sums }))
    .sort((a, b) => b.seconds - a.seconds || a.party.localeCompare(b.party));
}
