/** Limits of an account, in characters. */
export const PASSWORD_CHARACTERS_MIN = 12;
export const PASSWORD_CHARACTERS_MAX = 128;
/** RFC 5321: the longest address that can be written in a mail's envelope. */
export const EMAIL_CHARACTERS_MAX = 254;
export const PERSON_NAME_CHARACTERS_MAX = 200;

/** Minutes in which a link to a new password must be used. */
export const NEW_PASSWORD_MINUTES = 60;
/** Hours in which a new e-mail address must be confirmed. */
export const CONFIRM_EMAIL_HOURS = 24;
/** Links to one person in an hour: nobody's mailbox is filled from here. */
export const LINKS_PER_HOUR_MAX = 3;
/** Wrong answers to "your present password" in fifteen minutes, whoever holds the session. */
export const WRONG_PASSWORDS_MAX = 5;
export const WRONG_PASSWORDS_MINUTES = 15;

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
