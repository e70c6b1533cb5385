/** Who is on a document, kept up by what changes. */
import type { PresenceMessage, PresentPerson } from "../protocol/collab";

/** The people after the message. Those whom it does not name keep their identity. */
export function afterPresence(
  people: PresentPerson[],
  { came, moved, left }: Omit<PresenceMessage, "documentId">,
): PresentPerson[] {
  const gone = new Set([...left, ...came.map(({ connectionId }) => connectionId)]);
  const states = new Map(moved.map(({ connectionId, state }) => [connectionId, state]));
  const stayed = people
    .filter(({ connectionId }) => !gone.has(connectionId))
    .map((person) => {
      const state = states.get(person.connectionId);
      if (!state) return person;
      const { connectionId, personId, name, partyId, party, color } = person;
      return { connectionId, personId, name, partyId, party, color, ...state };
    });
  return [...stayed, ...came.filter(({ connectionId }) => !left.includes(connectionId))];
}
