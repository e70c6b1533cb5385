/** The page's deeds: where forms are sent, and what became of each. Without JavaScript a form is posted by the browser. */
import { useRevalidator } from "@remix-run/react";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { DeedSender, type DeedState } from "./deed-sender";
import { postDeed } from "./post-deed";

interface Deeds {
  sender: DeedSender;
  /** Where the forms of this page are posted. */
  action: string;
  /** Made by the server for this page: forms without JavaScript have their keys of it. */
  formKey: string;
}

const DeedsContext = createContext<Deeds | null>(null);

interface Props {
  action: string;
  /** The id of the page's route. */
  route: string;
  formKey: string;
  children: ReactNode;
}

export function DeedsOf({ action, route, formKey, children }: Props) {
  const { revalidate } = useRevalidator();
  const now = useRef({ action, route, revalidate });
  useEffect(() => {
    now.current = { action, route, revalidate };
  });
  const [sender] = useState(
    () =>
      new DeedSender(
        (form) => postDeed(now.current.action, now.current.route, form),
        () => now.current.revalidate(),
      ),
  );
  useEffect(() => {
    const again = () => sender.again();
    const ask = (event: BeforeUnloadEvent) => {
      if (sender.unanswered > 0) event.preventDefault();
    };
    window.addEventListener("online", again);
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("beforeunload", ask);
      sender.close();
    };
  }, [sender]);
  const deeds = useMemo(() => ({ sender, action, formKey }), [sender, action, formKey]);
  return <DeedsContext.Provider value={deeds}>{children}</DeedsContext.Provider>;
}

export function useDeeds(): Deeds {
  const deeds = useContext(DeedsContext);
  if (!deeds) throw new Error("a deed stands outside DeedsOf");
  return deeds;
}

const IDLE: DeedState = { kind: "idle" };

export function useDeedState(name: string): DeedState {
  const { sender } = useDeeds();
  return useSyncExternalStore(
    sender.subscribe,
    () => sender.stateOf(name),
    () => IDLE,
  );
}

/** How many deeds wait for the line. */
export function useWaitingDeeds(): number {
  const { sender } = useDeeds();
  return useSyncExternalStore(
    sender.subscribe,
    () => sender.waiting,
    () => 0,
  );
}
