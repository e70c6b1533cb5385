/** Documents that this page is leaving: one connection has one seat on a document, so the next one waits for the last. */
const leaving = new Map<string, Promise<void>>();

/** The document is being left until the promise is settled. */
export function leavingDocument(documentId: string, left: Promise<void>): void {
  leaving.set(documentId, left);
  const done = () => {
    if (leaving.get(documentId) === left) leaving.delete(documentId);
  };
  left.then(done, done);
}

/** Resolves when nobody on this page is leaving the document any more. */
export async function whenLeft(documentId: string): Promise<void> {
  await leaving.get(documentId)?.catch(() => undefined);
}
