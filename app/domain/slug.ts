/** Characters of a slug, so that an address stays readable. */
export const SLUG_CHARACTERS_MAX = 60;

/** A name as it stands in an address: "Järjestöavustusten jaottelu" gives "jarjestoavustusten-jaottelu". */
export function slugify(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_CHARACTERS_MAX)
    .replace(/^-+|-+$/g, "");
  return words || "nimeton";
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const slug = slugify(name);
  if (!isTaken(slug)) return slug;
  for (let number = 2; ; number++) if (!isTaken(`${slug}-${number}`)) return `${slug}-${number}`;
}
