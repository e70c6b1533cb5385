import type { Category } from "../../domain/split/split";

/** Has another category of the same side the same Finnish label? (rule S7) */
export function hasNamesake(categories: readonly Category[], one: Category): boolean {
  const label = one.label.fi.trim().toLocaleLowerCase("fi");
  return categories.some(
    (other) =>
      other.id !== one.id &&
      other.sides === one.sides &&
      other.label.fi.trim().toLocaleLowerCase("fi") === label,
  );
}
