import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useDocumentNews } from "../../collab/use-document-news";

/** While somebody edits without a pause the page is asked for again this often. Milliseconds. */
const EVERY = 1500;

/** Asks the page again, soon and then in steps, for whatever changes in another document that it shows. */
export function FreshOn({ documentId }: { documentId: string }) {
  const { revalidate } = useRevalidator();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  useDocumentNews(documentId, () => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      revalidate();
    }, EVERY);
  });
  return null;
}
