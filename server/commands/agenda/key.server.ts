/** The browser's own id of a deed, or null for what is none: a form without it is done as often as it is sent. */
const KEY = /^[\w-]{8,100}$/;

export const keyOf = (key: string): string | null => (KEY.test(key) ? key : null);
