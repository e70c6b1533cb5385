import { Button } from "./button";

interface Props {
  isUp?: boolean;
  /** "Move up", and of what for who hears it. */
  words: string;
  named: string;
  isDisabled: boolean;
}

/** Submits its form with the intent `move-up` or `move-down`. */
export function MoveButton({ isUp = false, words, named, isDisabled }: Props) {
  return (
    <Button
      type="submit"
      name="intent"
      value={isUp ? "move-up" : "move-down"}
      aria-label={named}
      title={words}
      disabled={isDisabled}
    >
      {isUp ? "↑" : "↓"}
    </Button>
  );
}
