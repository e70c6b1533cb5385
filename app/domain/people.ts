/** Limits of an account, in characters. */
export const PASSWORD_CHARACTERS_MIN = 12;
export const PASSWORD_CHARACTERS_MAX = 128;
/** RFC 5321: the longest address that can be written in a mail's envelope. */
export const EMAIL_CHARACTERS_MAX = 254;
export const PERSON_NAME_CHARACTERS_MAX = 200;

/** Something before an @ and a dot after it: a typing mistake is caught here, existence only by a mail. */
export function isEmail(text: string): boolean {
  return text.length <= EMAIL_CHARACTERS_MAX && /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text);
}

/** Any characters are welcome; counted as a reader counts them. */
export function isPasswordLength(password: string): boolean {
  const { length } = [...password];
  return length >= PASSWORD_CHARACTERS_MIN && length <= PASSWORD_CHARACTERS_MAX;
}

export function isPersonName(name: string): boolean {
  return name.length > 0 && name.length <= PERSON_NAME_CHARACTERS_MAX;
}
